namespace Licensing.Web.Tests.Journeys;

public abstract class GroundLostAfterIssue(RunningDemo demo) : JourneyTests(demo)
{
    private const string Confidential = "CONFIDENTIAL-REASON-OF-A-STATE";

    [Fact]
    public async Task A_licence_is_suspended_when_the_import_authorisation_is_revoked()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Granted();

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), Confidential));

        await AssertSuspended(open, $"import authorisation {open.Lawful.Number} of QN is no longer confirmed.");
    }

    [Fact]
    public async Task A_licence_is_suspended_when_a_notice_is_withdrawn()
    {
        var open = await new Lawful(demo) { Through = ["QP", "QR"] }.Granted();

        Lawful.Must(await (await demo.Of("qr")).WithdrawNotice(await open.TransitRequest("QR"), Confidential));

        await AssertSuspended(open, "the notice of no objection of QR is no longer in force.");
    }

    [Fact]
    public async Task Every_licence_that_rests_on_an_authorisation_is_suspended_with_it_and_no_other()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var one = await first.Granted();
        var two = await new Lawful(demo) { Quantity = 10, Number = first.Number }.Granted();
        var other = await new Lawful(demo) { Quantity = 10 }.Granted();

        Lawful.Must(await (await demo.Of("qn")).RevokeImport(await one.ImportRequest(), Confidential));

        var because = $"import authorisation {first.Number} of QN is no longer confirmed.";
        await AssertSuspended(one, because);
        await AssertSuspended(two, because);
        var licence = (await other.AsOfficer()).GetProperty("licence");
        Assert.Equal("in-force", licence.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_was_revoked_in_another_case_can_be_confirmed_again_in_the_same_words()
    {
        var first = new Lawful(demo) { Quantity = 10 };
        var one = await first.WithOfficer();
        var two = await new Lawful(demo) { Quantity = 10, Number = first.Number }.WithOfficer();
        var there = await demo.Of("qn");
        var again = await there.ConfirmImport(await one.ImportRequest(), first.Confirmation());
        Assert.Equal((422, "already-given"), (again.Status, again.Refusal!.Code));

        Lawful.Must(await there.RevokeImport(await two.ImportRequest(), Confidential));
        Lawful.Must(await there.ConfirmImport(await one.ImportRequest(), first.Confirmation()));

        Lawful.Must(await one.Recommend());
    }

    [Fact]
    public async Task What_was_not_given_cannot_be_taken_back()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Confirmed();

        var answer = await (await demo.Of("qp")).WithdrawNotice(await open.TransitRequest("QP"), Confidential);

        Assert.Equal(422, answer.Status);
        Assert.Equal("nothing-to-take-back", answer.Refusal!.Code);
    }

    private static async Task AssertSuspended(OpenCase open, string because)
    {
        foreach (var view in new[] { await open.AsOfficer(), await open.AsApplicant() })
        {
            var licence = view.GetProperty("licence");
            Assert.Equal("suspended", licence.GetProperty("status").GetString());
            Assert.Equal(because, licence.GetProperty("suspendedBecause").GetString());
        }
        var applicant = await open.AsApplicant();
        Assert.DoesNotContain(Confidential, applicant.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(await open.History(), line => line.GetProperty("event").GetString() == "LicenceSuspended");
    }
}
