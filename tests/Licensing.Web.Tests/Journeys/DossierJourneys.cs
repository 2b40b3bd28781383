using Licensing.Demo;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

public abstract class DossierJourneys(RunningDemo demo) : JourneyTests(demo)
{
    public static TheoryData<string> Dossiers => [.. DossierFile.Enclosed().Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public async Task Every_dossier_ends_as_it_says_whatever_the_day(string name)
    {
        var told = new StringWriter();
        var path = Path.Combine(AppContext.BaseDirectory, "dossiers", name);

        var outcome = await new CaseJourney(demo.Door, told).Run(DossierFile.Read(path, demo.Today));

        Assert.True(outcome.IsAsWritten, told.ToString());
    }

    [Fact]
    public async Task The_journey_prints_the_licence_with_the_particulars_of_article_10_3()
    {
        var told = new StringWriter();
        var path = DossierFile.Enclosed().Single(p => p.Contains("02-", StringComparison.Ordinal));

        await new CaseJourney(demo.Door, told).Run(DossierFile.Read(path, demo.Today, "AGAIN"));

        var printed = told.ToString();
        Assert.Matches(@"Export licence QM-EX-2027-\d{6}\r?\n", printed);
        Assert.Contains("issued           Meridia City, 2027-02-25", printed, StringComparison.Ordinal);
        Assert.Contains("expires          2027-09-02", printed, StringComparison.Ordinal);
        Assert.Contains("from             QM", printed, StringComparison.Ordinal);
        Assert.Contains("to               QY", printed, StringComparison.Ordinal);
        Assert.Contains("transit          QP", printed, StringComparison.Ordinal);
        Assert.Contains("final recipient  Yarrow Outdoor Trading, 31 Mill Street", printed, StringComparison.Ordinal);
        Assert.Contains("goods            24 piece Halden BH308, bolt-action", printed, StringComparison.Ordinal);
        Assert.Contains("draws            24 on YA/2026/7781/AGAIN", printed, StringComparison.Ordinal);
        Assert.Contains("condition        QP: The container stays sealed", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newcomer_finds_cases_in_every_position_and_a_second_start_adds_none()
    {
        await using var fresh = await demo.Another();

        var first = await DemoCases.Bring(fresh.Application, fresh.Address);
        var second = await DemoCases.Bring(fresh.Application, fresh.Address);

        Assert.All(first, outcome => Assert.Equal(outcome.Expected, outcome.Reached));
        Assert.Equal(Enum.GetValues<Ending>(), first.Select(o => o.Expected).Distinct().Order());
        Assert.Empty(second);
    }

    [Theory]
    [InlineData("""{"writtenOn":"soon"}""", "x.json, writtenOn: give the day of writing")]
    [InlineData("""{"writtenOn":"2026-11-23","titel":"x"}""", "x.json, titel: ")]
    [InlineData("""{"writtenOn":"2026-11-23","story":5}""", "x.json, story: ")]
    [InlineData("{", "x.json, the file: ")]
    public void A_file_that_is_no_dossier_is_refused_with_the_field(string content, string message)
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "x.json");
        File.WriteAllText(path, content);

        var refused = Assert.Throws<DossierException>(() => DossierFile.Read(path, new DateOnly(2026, 11, 23)));

        folder.Delete(recursive: true);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}
