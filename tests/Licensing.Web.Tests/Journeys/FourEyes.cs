using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

public abstract class FourEyes(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task Who_recommended_cannot_decide_and_another_senior_officer_can()
    {
        var open = await new Lawful(demo).WithOfficer();
        Lawful.Must(await open.Recommend(await demo.Senior));

        var same = await open.Decide(await demo.Senior);

        Assert.Equal((422, "four-eyes"), (same.Status, same.Refusal!.Code));
        await open.AssertNoLicence();
        Lawful.Must(await open.Decide(await demo.OtherSenior));
        Assert.Equal("granted: Licence in force", await open.Stands());
    }

    [Fact]
    public async Task A_licensing_officer_cannot_decide()
    {
        var open = await new Lawful(demo).BeforeDecision();

        var answer = await open.Decide(await demo.SecondOfficer);

        Assert.Equal(403, answer.Status);
        await open.AssertNoLicence();
    }

    [Fact]
    public async Task Who_recorded_an_answer_cannot_confirm_it_and_it_counts_once_a_second_officer_has()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        var recorded = await Record(open, await demo.Officer);

        var same = await (await demo.Officer).ConfirmRecorded(open.Id, recorded);

        Assert.Equal((422, "four-eyes"), (same.Status, same.Refusal!.Code));
        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        Lawful.Must(await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded));
        Assert.Equal("open: With a licensing officer", await open.Stands());
        var notice = (await open.AsOfficer()).GetProperty("exchange").EnumerateArray().Last();
        Assert.Equal("recorded-from-document", notice.GetProperty("provenance").GetString());
    }

    [Fact]
    public async Task A_recording_that_was_rejected_is_no_answer()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();
        var recorded = await Record(open, await demo.Officer);

        Lawful.Must(await (await demo.SecondOfficer).RejectRecorded(open.Id, recorded, "The letter is of last year."));

        Assert.Equal("open: Waiting for the transit States", await open.Stands());
        Assert.Equal(409, (await (await demo.SecondOfficer).ConfirmRecorded(open.Id, recorded)).Status);
    }

    [Fact]
    public async Task Who_recorded_an_arrangement_cannot_confirm_it()
    {
        var arrangement = new JsonObject
        {
            ["landlockedState"] = "QQ",
            ["gateway"] = "QR",
            ["instrument"] = "Transit agreement",
            ["clause"] = "Art. 7",
            ["goods"] = new JsonArray("firearm"),
            ["directions"] = new JsonArray("inbound"),
            ["from"] = "2020-01-01",
        };
        var recorded = Lawful.Must(await (await demo.Officer).RecordArrangement(arrangement)).Id("arrangementId");

        var same = await (await demo.Officer).ConfirmArrangement(recorded);

        Assert.Equal((422, "four-eyes"), (same.Status, same.Refusal!.Code));
        Lawful.Must(await (await demo.SecondOfficer).ConfirmArrangement(recorded));
    }

    private async Task<Guid> Record(OpenCase open, Desk officer)
    {
        var original = Lawful.Must(
            await officer.AttachToCase(open.Id, "foreign-answer", "letter.pdf", Paper.Pdf("No objection"))
        );
        var authorities = await officer.AuthoritiesOf("QP");
        var recorded = Lawful.Must(
            await officer.RecordAnswer(
                open.Id,
                new JsonObject
                {
                    ["requestId"] = await open.TransitRequest("QP"),
                    ["answer"] = new JsonObject { ["kind"] = "no-objection", ["noObjection"] = open.Lawful.Notice() },
                    ["datedOn"] = Lawful.Day(demo.Today),
                    ["originalId"] = original.Id("documentId"),
                    ["senderId"] = authorities["items"][0].GetProperty("id").GetGuid(),
                }
            )
        );
        return recorded.Id("created");
    }
}
