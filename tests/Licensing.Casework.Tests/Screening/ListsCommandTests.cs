using System.CommandLine;
using Licensing.Casework.Storage;
using Licensing.Cli;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests.Screening;

/// <summary>`licensing lists import` and `licensing registers import`.</summary>
public sealed class ListsCommandTests(DatabaseServers servers)
{
    [Fact]
    public async Task A_list_is_loaded_once_and_what_was_loaded_before_stays_on_record()
    {
        await using var database = await WithMeridia();

        var first = await Import(database, """{ "lists": { "hubs": [{ "state": "QX" }] } }""");
        var again = await Import(database, """{ "lists": { "hubs": [{ "state": "QX" }] } }""");
        var other = await Import(database, """{ "lists": { "hubs": [{ "state": "QZ" }] } }""");

        Assert.Equal((0, "loaded: lists.hubs\nthere already, exactly so: none\n"), (first.Code, first.Said));
        Assert.Equal((0, "loaded: none\nthere already, exactly so: lists.hubs\n"), (again.Code, again.Said));
        Assert.Equal((0, "loaded: lists.hubs\nthere already, exactly so: none\n"), (other.Code, other.Said));
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        var rows = await db
            .ReferenceImports.OrderBy(r => r.Sequence)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(1, "A fictional list"), (2, "A fictional list")], rows.Select(r => (r.Sequence, r.Source)));
        Assert.All(
            await db.AuditTrail.Select(e => e.Sentence).ToListAsync(TestContext.Current.CancellationToken),
            s => Assert.Contains("at the command line", s, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{ "lists": { "embargoes": [] } }""", "QM", "embargoes")]
    [InlineData("{", "QM", "lists.json: ")]
    [InlineData("""{ "lists": { "hubs": [] } }""", "QN", "--state: no authority of QN works here.")]
    [InlineData("""{ "lists": { "hubs": [] } }""", "Meridia", "--state: \"Meridia\" is no State")]
    public async Task What_cannot_be_loaded_is_refused_with_what_is_wrong(string json, string state, string mistake)
    {
        await using var database = await WithMeridia();

        var (code, _, error) = await Import(database, json, state);

        Assert.Equal(2, code);
        Assert.Contains(mistake, error, StringComparison.Ordinal);
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        Assert.Empty(await db.ReferenceImports.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Entries_of_a_register_are_loaded_once_and_count_at_once()
    {
        await using var database = await WithMeridia();
        const string Seized = """{ "seizures": [{ "maker": "Halden", "serial": "A-1" }] }""";

        var first = await Import(database, Seized, what: "registers");
        var again = await Import(database, Seized, what: "registers");
        var wrong = await Import(database, """{ "seizures": [{ "maker": "Halden" }] }""", what: "registers");

        Assert.Equal((0, "loaded: seizures (1)\nthere already, exactly so: 0\n"), (first.Code, first.Said));
        Assert.Equal((0, "loaded: none\nthere already, exactly so: 1\n"), (again.Code, again.Said));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("data.seizures[0].serial: Is missing.", wrong.Error, StringComparison.Ordinal);
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        var entry = Assert.Single(await db.RegisterEntries.ToListAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(entry.CountsSince);
    }

    [Fact]
    public async Task A_candidate_is_replayed_over_no_decisions_where_there_are_none()
    {
        await using var database = await WithMeridia();
        var candidate = Directory.GetFiles(Path.Combine(ADatabase.Workflows, "screening"), "*.json").First();
        using var said = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };

        var code = await LicensingCommand
            .Make()
            .Parse(["backtest", "--rules", candidate, "--connection", database.Choice.ConnectionString])
            .InvokeAsync(
                new InvocationConfiguration { Output = said, Error = error },
                TestContext.Current.CancellationToken
            );

        Assert.Equal((0, ""), (code, error.ToString()));
        Assert.Contains(" over 0 decisions in ", said.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("No flag would have been another.\n", said.ToString(), StringComparison.Ordinal);
    }

    private async Task<TestDatabase> WithMeridia()
    {
        var database = await servers.New(DatabaseProvider.Sqlite);
        await using var services = new ServiceCollection().AddCasework(database.Choice).BuildServiceProvider();
        await using var db = services.GetRequiredService<Database>().Open();
        await Schema.Upgrade(db, TestContext.Current.CancellationToken);
        db.States.Add(
            new StateRecord
            {
                Code = Domain.States.Country.Parse("QM"),
                Name = "Meridia",
                IsResident = true,
                TimeZone = "Europe/Oslo",
                Profile = "meridia",
                Calendar = "meridia",
                PlaceOfIssue = "Meridia City",
            }
        );
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return database;
    }

    private static async Task<(int Code, string Said, string Error)> Import(
        TestDatabase database,
        string json,
        string state = "QM",
        string what = "lists"
    )
    {
        var folder = Directory.CreateTempSubdirectory("lists-").FullName;
        var file = Path.Combine(folder, "lists.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        using var said = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await LicensingCommand
            .Make()
            .Parse([
                what,
                "import",
                file,
                "--state",
                state,
                "--source",
                "A fictional list",
                .. what == "lists" ? ["--retrieved-on", "2026-01-02"] : Array.Empty<string>(),
                "--connection",
                database.Choice.ConnectionString,
            ])
            .InvokeAsync(
                new InvocationConfiguration { Output = said, Error = error },
                TestContext.Current.CancellationToken
            );
        Directory.Delete(folder, recursive: true);
        return (code, said.ToString(), error.ToString());
    }
}
