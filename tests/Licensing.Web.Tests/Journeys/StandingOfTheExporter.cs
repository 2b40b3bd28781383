namespace Licensing.Web.Tests.Journeys;

public abstract class StandingOfTheExporter(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task Who_is_no_longer_registered_cannot_submit_and_keeps_the_draft()
    {
        var (exporter, lawful) = (await demo.Door.SignIn("lapsed@qm.example"), new Lawful(demo));
        var application = lawful.Application();
        application["parties"]![0]!["name"] = "Lapsed Trading House";
        var (id, version) = await lawful.Drafted(exporter, application);

        var answer = await exporter.Submit(id, version);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["exporter-registered Lapsed Trading House"],
            answer.Refusal!.Findings.Select(f => $"{f.Rule} {f.Subject}")
        );
        await AssertStillADraft(exporter, id, version);
        var tried = (await (await demo.Auditor).EverythingThatHappened("tried to submit the application"))["items"];
        Assert.Contains(
            "Lapsed Trading House is not registered",
            tried[0].GetProperty("sentence").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_not_authorised_for_a_category_cannot_submit_and_keeps_the_draft()
    {
        var (exporter, lawful) = (await demo.Halden, new Lawful(demo));
        var application = lawful.Application();
        application["lines"]![0]!["category"] = "A";
        var (id, version) = await lawful.Drafted(exporter, application);

        var answer = await exporter.Submit(id, version);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["exporter-authorised Halden Arms Works, category A"],
            answer.Refusal!.Findings.Select(f => $"{f.Rule} {f.Subject}")
        );
        await AssertStillADraft(exporter, id, version);
        var shown = (await exporter.Draft(id))["standing"].EnumerateArray();
        Assert.Single(shown, finding => !finding.GetProperty("isMet").GetBoolean());
    }

    private static async Task AssertStillADraft(Journey.Desk exporter, Guid id, Guid version)
    {
        var draft = await exporter.Draft(id);
        Assert.False(draft.Json.TryGetProperty("caseId", out _));
        Assert.Equal(version, draft.Id("version"));
    }
}
