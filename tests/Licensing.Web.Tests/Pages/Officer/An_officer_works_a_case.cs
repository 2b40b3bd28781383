using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Officer;

public sealed class An_officer_works_a_case(OfficerSite site, ChromiumFixture chromium) : IClassFixture<OfficerSite>
{
    [Fact]
    public async Task The_period_for_the_decision_is_extended_once_with_a_reason()
    {
        var brought = await site.Bring("08");
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{brought.CaseId}");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("of 60 working days: started");
        await Click(officer, "Extend the period for the decision");
        await Accessible.Check(officer);
        await Click(officer, "Extend the period");
        await Assertions.Expect(officer.Locator("#Reason-error")).ToContainTextAsync("Give the reason");
        await Accessible.Check(officer);

        await officer.FillAsync("[name=Reason]", "A laboratory has to be heard");
        await Click(officer, "Extend the period");

        await Says(officer, "The period for the decision has been extended; the applicant has been told.");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("of 90 working days: started");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("A laboratory has to be heard");
        Assert.Equal(0, await officer.GetByRole(AriaRole.Link, new() { Name = "Extend the period" }).CountAsync());
        await officer.GotoAsync(new Uri(new Uri(officer.Url), $"/officer/cases/{brought.CaseId}/extend").ToString());
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("This cannot be done now.");
        await Accessible.Check(officer);
    }

    [Fact]
    public async Task One_recommends_under_conditions_and_a_senior_officer_reads_the_letter_and_grants()
    {
        var brought = await site.BringToAnOfficer();
        var home = $"/officer/cases/{brought.CaseId}";
        var officer = await site.SignIn(chromium, "officer", home);
        await Accessible.Check(officer);
        await Click(officer, "Recommend a decision");
        await officer.GetByLabel("Grant the licence with conditions").CheckAsync();
        await officer.FillAsync("[name=Conditions]", "Report the arrival within 10 days.");
        await officer.FillAsync("[name=Note]", "All findings are met.");
        foreach (var item in await officer.Locator("[name=Checked]").AllAsync())
            await item.CheckAsync();
        await Click(officer, "Send the recommendation");
        await Says(officer, "Your recommendation is with the senior officers.");
        await Assertions
            .Expect(officer.Locator(".case-aside"))
            .ToContainTextAsync("Not yet. A senior officer has to do this.");

        var senior = await site.SignIn(chromium, "senior", $"{home}/decide");
        await Accessible.Check(senior);
        await senior.FillAsync("[name=TextForApplicant]", "Granted. Mind the condition.");
        await senior.FillAsync("[name=Note]", "Seen with the chief.");
        await Click(senior, "Continue");
        var letter = senior.Locator(".officer-letter");
        await Assertions.Expect(letter).ToContainTextAsync("Granted. Mind the condition.");
        await Assertions.Expect(letter).ToContainTextAsync("Report the arrival within 10 days.");
        await Assertions.Expect(letter).Not.ToContainTextAsync("Seen with the chief.");
        await Assertions.Expect(letter).Not.ToContainTextAsync("All findings are met.");
        await Accessible.Check(senior);
        await Click(senior, "Grant and issue the licence");
        await Says(senior, "The licence has been issued.");
        await Assertions.Expect(senior.Locator("section[aria-labelledby=licence]")).ToContainTextAsync("In force");
        // A page number beyond the end leads to the last page.
        await senior.GotoAsync(site.At($"{home}/history?p=99"));
        await Assertions.Expect(senior.Locator(".timeline")).ToContainTextAsync("issued export licence");
        await Accessible.Check(senior);
    }

    [Fact]
    public async Task A_licence_that_would_outlast_its_ground_is_refused_with_the_finding_on_the_page()
    {
        var brought = await site.BringToAnOfficer();
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{brought.CaseId}/recommend");
        await officer.GetByLabel("Grant the licence", new() { Exact = true }).CheckAsync();
        await officer.FillAsync("[name='ExpiresOn.Day']", "1");
        await officer.FillAsync("[name='ExpiresOn.Month']", "1");
        await officer.FillAsync("[name='ExpiresOn.Year']", "2099");
        await officer.FillAsync("[name=Note]", "For as long as possible.");
        foreach (var item in await officer.Locator("[name=Checked]").AllAsync())
            await item.CheckAsync();
        await Click(officer, "Send the recommendation");
        var refusal = officer.Locator(".officer-refusal");
        await Assertions.Expect(refusal.Locator(".findings__unmet")).ToHaveCountAsync(1);
        await Assertions.Expect(refusal).ToContainTextAsync("Art. 10(3)");
        await Assertions.Expect(refusal).ToContainTextAsync("1 January 2099");
        Assert.Equal("For as long as possible.", await officer.InputValueAsync("[name=Note]"));
        await Accessible.Check(officer);
    }

    [Fact]
    public async Task A_case_that_changed_meanwhile_is_shown_as_it_is_and_nothing_is_done()
    {
        var brought = await site.BringToAnOfficer();
        var id = brought.CaseId!.Value;
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{id}/recommend");
        await officer.GetByLabel("Refuse the licence").CheckAsync();
        await officer.GetByLabel("The goods may be diverted").CheckAsync();
        await officer.FillAsync("[name=Note]", "The route makes no sense.");
        var second = await site.Door.SignIn("officer2@qm.example");
        Assert.True((await second.Refer(id, "Ministry of Interior", "Any concern?")).IsDone);
        foreach (var item in await officer.Locator("[name=Checked]").AllAsync())
            await item.CheckAsync();
        await Click(officer, "Send the recommendation");
        await Assertions
            .Expect(officer.Locator(".govuk-notification-banner"))
            .ToContainTextAsync("has changed since you looked at it");
        await Assertions.Expect(officer.Locator(".govuk-inset-text").Nth(1)).ToContainTextAsync("A referral is open.");
        Assert.Equal("The route makes no sense.", await officer.InputValueAsync("[name=Note]"));
        await Accessible.Check(officer);
        var now = await second.Case(id);
        Assert.Equal(0, now["recommendations"].GetArrayLength());
    }

    [Fact]
    public async Task The_applicant_is_asked_and_until_the_answer_nobody_recommends()
    {
        var brought = await site.BringToAnOfficer();
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{brought.CaseId}/ask-applicant");
        await Accessible.Check(officer);
        await Click(officer, "Ask the applicant");
        await Assertions.Expect(officer.Locator("#Question-error")).ToContainTextAsync("Give the question");
        await Accessible.Check(officer);
        await officer.FillAsync("[name=Question]", "Who insures the transport?");
        await Click(officer, "Ask the applicant");
        await Says(officer, "The applicant has been asked.");
        await Assertions
            .Expect(officer.Locator(".case-aside"))
            .ToContainTextAsync("Not yet. A request for information is open.");
        await Assertions.Expect(officer.Locator(".officer-facts")).ToContainTextAsync("The applicant");
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_and_another_State_finds_none_of_it()
    {
        var brought = await site.Bring("11");
        var officer = await site.SignIn(chromium, "officer", $"/officer?show=others&search={brought.CaseNumber}");
        await Assertions.Expect(officer.Locator(".officer-number")).ToHaveTextAsync([brought.CaseNumber!]);
        await Assertions.Expect(officer.Locator("[aria-current=page]").Last).ToContainTextAsync("Waiting for others");
        await Accessible.Check(officer);

        var tab = await chromium.Open(site.At("/officer"));
        await tab.Page.ClickAsync("button[value='officer@qn.example']");
        await tab.Page.WaitForURLAsync("**/officer");
        var theirs = await tab.Page.APIRequest.GetAsync(site.At($"/officer/cases/{brought.CaseId}"));
        Assert.Equal(404, theirs.Status);
    }

    internal static Task Click(IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    internal static Task Says(IPage page, string done) =>
        Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync(done);
}
