using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Licensing.Web.Frontend;

/// <summary>The stylesheet and scripts that the build puts beside the program, whichever project hosts the portal.</summary>
public static class Assets
{
    private const string Path = "/assets";
    private static readonly string Folder = System.IO.Path.Combine(AppContext.BaseDirectory, "assets");
    private static readonly ConcurrentDictionary<string, string> Hashes = new(StringComparer.Ordinal);

    /// <summary>The address of an asset with a part of its hash, so that a browser may keep it for good.</summary>
    public static string Url(string name) => $"{Path}/{name}?v={Hash(name)}";

    /// <summary>Serves /assets. Goes before sign-in: the pages that nobody has signed in to have a stylesheet too.</summary>
    public static WebApplication UsePortalAssets(this WebApplication app)
    {
        if (!Directory.Exists(Folder))
        {
            throw new InvalidOperationException(
                $"The portal's stylesheet and scripts are missing from {Folder}. Build or publish the project again."
            );
        }
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = Path,
                FileProvider = new PhysicalFileProvider(Folder),
                OnPrepareResponse = served =>
                    served.Context.Response.Headers.CacheControl =
                        served.Context.Request.Query["v"] == Hash(served.File.Name)
                            ? "public, max-age=31536000, immutable"
                            : "no-cache",
            }
        );
        return app;
    }

    private static string Hash(string name) =>
        Hashes.GetOrAdd(
            name,
            file =>
                Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(System.IO.Path.Combine(Folder, file))))[..12]
        );
}
