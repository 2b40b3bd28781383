using System.CommandLine;
using Licensing.Casework;
using Licensing.Casework.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Cli;

/// <summary>The two options that name a database.</summary>
internal sealed class WhichDatabase
{
    public Option<string> Provider { get; } =
        new("--provider")
        {
            Description = $"The kind of database: {string.Join(", ", DatabaseChoice.Names)}.",
            DefaultValueFactory = _ => "sqlite",
        };

    public Option<string> Connection { get; } =
        new("--connection")
        {
            Description =
                "Its connection string, e.g. \"Data Source=licensing.db\" or \"Host=db;Database=licensing;Username=owner\".",
            Required = true,
        };

    public WhichDatabase() => Provider.AcceptOnlyFromAmong([.. DatabaseChoice.Names]);

    public void AddTo(Command command)
    {
        command.Options.Add(Provider);
        command.Options.Add(Connection);
        command.Validators.Add(given =>
        {
            if (
                DatabaseChoice.Provided(given.GetValue(Provider)) is { } provider
                && given.GetValue(Connection) is { } connection
                && new DatabaseChoice(provider, connection).Mistake() is { } mistake
            )
                given.AddError($"--connection cannot be read: {mistake}");
        });
    }

    public DatabaseChoice Of(ParseResult parsed) =>
        new(DatabaseChoice.Provided(parsed.GetRequiredValue(Provider))!.Value, parsed.GetRequiredValue(Connection));

    /// <summary>Casework on that database.</summary>
    public ServiceProvider Open(ParseResult parsed) =>
        new ServiceCollection().AddCasework(Of(parsed)).BuildServiceProvider();
}
