using System.CommandLine;
using Licensing.Casework.Storage;

namespace Licensing.Endurance;

/// <summary>Exit codes: 0 everything held, 1 something did not, 2 it could not be tried here.</summary>
public static class EnduranceCommand
{
    private static readonly DatabaseProvider[] Both = [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    public static RootCommand Make() =>
        new("Races between processes and kills of nodes, to see that nothing is lost and nothing done twice.")
        {
            RacesCommand(),
            KillsCommand(),
        };

    private static Command RacesCommand()
    {
        var rounds = new Option<int>("--rounds")
        {
            Description = "Rounds of each race.",
            DefaultValueFactory = _ => 500,
        };
        var only = new Option<string>("--only")
        {
            Description = "Run only the races with this in their names, e.g. deadline.",
            DefaultValueFactory = _ => "",
        };
        var databases = Databases();
        var command = new Command(
            "races",
            "Two acts at the same moment from two processes, over and over: after each, no unlawful state, and the loser knows."
        )
        {
            rounds,
            only,
            databases,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var held = true;
                foreach (var provider in Chosen(parsed.GetValue(databases)))
                    held &= await Races.Run(
                        provider,
                        parsed.GetValue(rounds),
                        parsed.GetValue(only)!,
                        parsed.InvocationConfiguration.Output,
                        cancel
                    );
                return held ? 0 : 1;
            }
        );
        return command;
    }

    private static Command KillsCommand()
    {
        var kills = new Option<int>("--kills") { Description = "How many kills.", DefaultValueFactory = _ => 200 };
        var outage = new Option<int>("--outage")
        {
            Description = "For how many seconds the database is taken away, once, in the middle; PostgreSQL only.",
            DefaultValueFactory = _ => 30,
        };
        var databases = Databases();
        var command = new Command(
            "kills",
            "Journeys against three nodes on PostgreSQL, one on SQLite, while a random node is killed every second or so."
        )
        {
            kills,
            outage,
            databases,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var held = true;
                foreach (var provider in Chosen(parsed.GetValue(databases)))
                    held &= await Kills.Run(
                        provider,
                        parsed.GetValue(kills),
                        TimeSpan.FromSeconds(parsed.GetValue(outage)),
                        parsed.InvocationConfiguration.Output,
                        cancel
                    );
                return held ? 0 : 1;
            }
        );
        return command;
    }

    private static Option<string> Databases()
    {
        var option = new Option<string>("--database")
        {
            Description = "sqlite, postgresql or both.",
            DefaultValueFactory = _ => "both",
        };
        option.AcceptOnlyFromAmong("sqlite", "postgresql", "both");
        return option;
    }

    private static DatabaseProvider[] Chosen(string? name) => DatabaseChoice.Provided(name) is { } one ? [one] : Both;
}
