using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Licensing.Web.Running;

/// <summary>Section <c>DataProtection</c>: the keys that seal cookies and forms. Nodes that share the work share the keys, or a person is
/// signed out by every other page.</summary>
public sealed class SharedKeys
{
    public const string Section = "DataProtection";

    /// <summary>Folder that every node reads and writes.</summary>
    public string? Folder { get; set; }

    /// <summary>A PFX file whose certificate encrypts the keys in the folder.</summary>
    public string? Certificate { get; set; }
    public string? Password { get; set; }

    internal static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SharedKeys>, Completeness>();
        builder.Services.AddOptions<SharedKeys>().BindConfiguration(Section).ValidateOnStart();
        var keys = builder.Configuration.GetSection(Section).Get<SharedKeys>() ?? new SharedKeys();
        var protection = builder.Services.AddDataProtection().SetApplicationName("licensing");
        if (Directory.Exists(keys.Folder))
            protection.PersistKeysToFileSystem(new DirectoryInfo(keys.Folder));
        if (File.Exists(keys.Certificate))
            protection.ProtectKeysWithCertificate(
                X509CertificateLoader.LoadPkcs12FromFile(keys.Certificate, keys.Password)
            );
    }

    internal sealed class Completeness(IConfiguration configuration) : IValidateOptions<SharedKeys>
    {
        public ValidateOptionsResult Validate(string? name, SharedKeys options)
        {
            var mistakes = new List<string>();
            if (options.Folder is { } folder && !Directory.Exists(folder))
                mistakes.Add($"{Section}:{nameof(Folder)} is {folder}: there is no such folder.");
            if (options.Certificate is { } file && !File.Exists(file))
                mistakes.Add($"{Section}:{nameof(Certificate)} is {file}: there is no such file.");
            if (
                options.Folder is null
                && DatabaseSettings.Choose(configuration).Provider != Casework.Storage.DatabaseProvider.Sqlite
            )
                mistakes.Add(
                    $"{Section}:{nameof(Folder)} is missing: a folder that all nodes share, for the keys of cookies and forms."
                );
            return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
        }
    }
}
