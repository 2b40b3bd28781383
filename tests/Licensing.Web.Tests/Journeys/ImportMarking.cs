using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>P8b: firearms that come in for good bear the country and year of import, or a waiver says why not.</summary>
public abstract class ImportMarking(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task The_case_of_an_import_is_closed_once_each_firearm_that_came_in_is_marked()
    {
        var import = await new Import(demo).Granted();
        var customs = await demo.CustomsOf("qn");
        Lawful.Must(await customs.RecordEntry(import.Id, Seen(1, 20)));
        Assert.Equal(["entry-serials-new"], Rules(await customs.RecordEntry(import.Id, Seen(20, 2))));
        var marking = (await import.AsImporter()).GetProperty("marking");
        Assert.Equal(Lawful.Day(demo.Today.AddDays(30)), marking.Word("lastDay"));
        Assert.Equal(20, marking.GetProperty("lines")[0].GetProperty("unmarked").GetDecimal());
        var importer = await import.Importer;

        Lawful.Must(await importer.RecordMarking(import.Id, Marked(1, 15)));
        Lawful.Must(await importer.SurrenderLicence(import.Id, "The others are not needed."));
        Assert.Equal("granted: Waiting for the import marking", await import.Stands());
        Assert.Equal(["import-marking-serials-came-in"], Rules(await importer.RecordMarking(import.Id, Marked(15, 2))));
        Lawful.Must(await importer.RecordMarking(import.Id, Marked(16, 4)));
        Assert.Equal("granted: Waiting for the import marking", await import.Stands());
        var waiver = new JsonObject
        {
            ["lines"] = OpenCase.Rifles(20, 1),
            ["reason"] = "Destroyed in a fire, see F-3.",
        };
        var officer = await import.Officer;
        Assert.Equal(403, (await officer.WaiveMarking(import.Id, waiver)).Status);
        Lawful.Must(await (await demo.Door.SignIn("senior@qn.example")).WaiveMarking(import.Id, waiver));

        Assert.Equal("granted: Closed", await import.Stands());
        var year = demo.Today.Year;
        var happened = await import.Happened();
        Assert.Contains(
            happened,
            s =>
                s.Contains(
                    $"came in at Meridia harbour on {Lawful.Day(demo.Today)}: 20 of line 1",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            happened,
            s =>
                s.Contains(
                    $"reported that firearms under {import.Number} were marked “QN {year}”",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            happened,
            s =>
                s.Contains(
                    $"waived the import marking of firearms under {import.Number}: 1 of line 1 (BH-020): Destroyed in a fire, see F-3.",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task What_is_not_marked_in_time_is_told_to_the_importer_and_the_authority_and_stays_due()
    {
        // On a clock of its own.
        await using var own = await demo.Another();
        var import = await new Import(own).Granted();
        var entry = TemporaryMovements.Seen(1, 1, own);
        Lawful.Must(await (await own.CustomsOf("qn")).RecordEntry(import.Id, entry));

        await own.Pass(own.Today.AddDays(30));
        await own.WakeWhatIsDue();

        var marking = (await import.AsOfficer()).GetProperty("marking");
        Assert.True(marking.GetProperty("isOverdue").GetBoolean());
        Assert.Contains(
            await import.Happened(),
            s => s.Contains("the marking of imported firearms", StringComparison.Ordinal)
        );
        Lawful.Must(await (await import.Importer).RecordMarking(import.Id, Marked(1, 1, own)));
        Assert.False((await import.AsOfficer()).GetProperty("marking").GetProperty("isOverdue").GetBoolean());
    }

    [Fact]
    public async Task Nothing_is_marked_that_customs_has_not_seen_come_in_nor_by_another_company()
    {
        var import = await new Import(demo).Granted();
        var importer = await import.Importer;
        Assert.Equal(
            ["import-marking-of-what-came-in", "import-marking-serials-came-in"],
            Rules(await importer.RecordMarking(import.Id, Marked(1, 1)))
        );
        Assert.Equal(404, (await (await demo.Halden).RecordMarking(import.Id, Marked(1, 1))).Status);
        Lawful.Must(await (await demo.CustomsOf("qn")).RecordEntry(import.Id, Seen(1, 1)));

        var wrong = Marked(1, 1);
        (wrong["on"], wrong["year"], wrong["noYearBecause"]) = (
            Lawful.Day(demo.Today.AddDays(-1)),
            demo.Today.Year + 1,
            "No room."
        );
        Assert.Equal(["on", "year", "noYearBecause"], Fields(await importer.RecordMarking(import.Id, wrong)));
        var neither = Marked(1, 1);
        neither.Remove("year");
        Assert.Equal(["noYearBecause"], Fields(await importer.RecordMarking(import.Id, neither)));
        neither["noYearBecause"] = "The receiver is too small.";
        Lawful.Must(await importer.RecordMarking(import.Id, neither));
        Assert.Contains(
            await import.Happened(),
            s => s.EndsWith("; without the year: The receiver is too small.", StringComparison.Ordinal)
        );
    }

    private JsonObject Seen(int from, int count) => TemporaryMovements.Seen(from, count, demo);

    private JsonObject Marked(int from, int count) => Marked(from, count, demo);

    private static JsonObject Marked(int from, int count, RunningDemo demo) =>
        new()
        {
            ["lines"] = OpenCase.Rifles(from, count),
            ["year"] = demo.Today.Year,
            ["on"] = Lawful.Day(demo.Today),
        };

    private static IEnumerable<string> Rules(Answer answer) => answer.Refusal!.Findings.Select(f => f.Rule).Distinct();

    private static IEnumerable<string> Fields(Answer answer) => answer.Refusal!.Errors.Keys;
}
