using Licensing.Casework.Storage;
using Microsoft.Extensions.Options;

namespace Licensing.Web.Running;

/// <summary>Section <c>Database</c>, with the connection string <c>Licensing</c>.</summary>
public sealed class DatabaseSettings
{
    public const string Section = "Database";

    /// <summary>sqlite, postgresql or sqlserver.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>What the configuration chooses. An unknown provider is reported by <see cref="Completeness"/> before it is used.</summary>
    public static DatabaseChoice Choose(IConfiguration configuration) =>
        new(
            DatabaseChoice.Provided(configuration[$"{Section}:{nameof(Provider)}"]) ?? DatabaseProvider.Sqlite,
            configuration.GetConnectionString("Licensing") ?? "Data Source=licensing.db"
        );

    internal sealed class Completeness(IConfiguration configuration) : IValidateOptions<DatabaseSettings>
    {
        public ValidateOptionsResult Validate(string? name, DatabaseSettings options)
        {
            var mistakes = new List<string>();
            var provider = DatabaseChoice.Provided(options.Provider);
            if (provider is null)
                mistakes.Add(
                    $"{Section}:{nameof(Provider)} is \"{options.Provider}\": write one of {string.Join(", ", DatabaseChoice.Names)}."
                );
            if (
                provider is not (null or DatabaseProvider.Sqlite)
                && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Licensing"))
            )
                mistakes.Add("ConnectionStrings:Licensing is missing: where the database is.");
            else if (provider is not null && Choose(configuration).Mistake() is { } unreadable)
                mistakes.Add($"ConnectionStrings:Licensing cannot be read: {unreadable}");
            return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
        }
    }
}
