using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Microsoft.Playwright;
using static Licensing.Web.Tests.Pages.Officer.An_officer_works_a_case;

namespace Licensing.Web.Tests.Pages.Officer;

public sealed class An_answer_comes_on_paper(OfficerSite site, ChromiumFixture chromium) : IClassFixture<OfficerSite>
{
    [Fact]
    public async Task One_officer_records_it_with_its_original_and_only_another_can_confirm_it()
    {
        var brought = await site.Bring("11");
        var home = $"/officer/cases/{brought.CaseId}";
        var officer = await site.SignIn(chromium, "officer", $"{home}/record-answer");
        await Accessible.Check(officer);
        await officer.GetByRole(AriaRole.Link, new() { Name = "It denies the authorisation" }).ClickAsync();
        await Click(officer, "Record the answer");
        await Assertions
            .Expect(officer.Locator(".govuk-error-summary"))
            .ToContainTextAsync("Choose the file of the original.");
        await Accessible.Check(officer);

        // Refused, it leaves nothing on the case: the file is chosen again.
        await officer.SetInputFilesAsync("input[type=file]", Original);
        await officer.FillAsync("[name='Paper.DatedOn.Day']", $"{DateTime.UtcNow.AddDays(-1).Day}");
        await officer.FillAsync("[name='Paper.DatedOn.Month']", $"{DateTime.UtcNow.AddDays(-1).Month}");
        await officer.FillAsync("[name='Paper.DatedOn.Year']", $"{DateTime.UtcNow.AddDays(-1).Year}");
        await officer.SelectOptionAsync("[name='Paper.SenderId']", new SelectOptionValue { Index = 1 });
        await Click(officer, "Record the answer");
        await Assertions.Expect(officer.Locator("#Paper_Answer_Reason-error")).ToContainTextAsync("Give the reason");
        await Assertions.Expect(officer.Locator("#Paper_File-error")).ToContainTextAsync("Choose the file once more");
        Assert.Equal(0, await officer.Locator("[name='Paper.OriginalId']").CountAsync());
        await officer.SetInputFilesAsync("input[type=file]", Original);
        await officer.FillAsync("[name='Paper.Answer.Reason']", "The number belongs to another holder.");
        await Click(officer, "Record the answer");
        await Says(officer, "The answer is recorded.");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Compare with the original" }).ClickAsync();
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("You recorded this answer");
        Assert.Equal(0, await officer.GetByRole(AriaRole.Button, new() { Name = "Confirm the record" }).CountAsync());
        await Accessible.Check(officer);

        var second = await site.SignIn(chromium, "officer2", new Uri(officer.Url).AbsolutePath);
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("The number belongs to another holder.");
        await Accessible.Check(second);
        await Click(second, "Confirm the record");
        await Says(second, "Confirmed.");
        await Assertions
            .Expect(second.Locator("section[aria-labelledby=findings] .findings__unmet").First)
            .ToContainTextAsync("denies that it issued");
        await Accessible.Check(second);
    }

    [Fact]
    public async Task A_notice_needs_a_quantity_for_each_line_and_says_which_is_missing()
    {
        var brought = await site.Bring("08");
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{brought.CaseId}/record-answer", 320);
        await officer.GetByRole(AriaRole.Link, new() { Name = "It has no objection" }).First.ClickAsync();
        await officer.SetInputFilesAsync("input[type=file]", Original);
        var day = DateTime.UtcNow.AddDays(-1);
        foreach (var field in new[] { "DatedOn", "Answer.NoObjection.ValidFrom", "Answer.NoObjection.ValidTo" })
        {
            await officer.FillAsync($"[name='Paper.{field}.Day']", $"{day.Day}");
            await officer.FillAsync($"[name='Paper.{field}.Month']", $"{day.Month}");
            await officer.FillAsync($"[name='Paper.{field}.Year']", $"{day.Year}");
        }
        await officer.SelectOptionAsync("[name='Paper.SenderId']", new SelectOptionValue { Index = 1 });
        await officer.Locator("[name='Paper.Answer.NoObjection.Modes']").First.CheckAsync();
        await Click(officer, "Record the answer");
        await Assertions
            .Expect(officer.Locator("[id='Paper_Answer_NoObjection_Quantities_0__Amount-error']"))
            .ToContainTextAsync("Line 1: give the quantity");
        await Accessible.Check(officer);
    }

    [Fact]
    public async Task An_arrangement_is_recorded_by_one_officer_and_confirmed_by_another()
    {
        var officer = await site.SignIn(chromium, "officer", "/officer/arrangements");
        await Accessible.Check(officer);
        await Click(officer, "Record an arrangement");
        await Click(officer, "Record the arrangement");
        await Assertions.Expect(officer.Locator(".govuk-error-summary li")).ToHaveCountAsync(7);
        await Accessible.Check(officer);
        await officer.SelectOptionAsync("[name=LandlockedState]", "QQ");
        await officer.SelectOptionAsync("[name=Gateway]", "QP");
        await officer.FillAsync("[name=Instrument]", "Treaty of Porto Alto");
        await officer.FillAsync("[name=Clause]", "Art. 4");
        await officer.GetByLabel("Ammunition").CheckAsync();
        await officer.GetByLabel("Goods on their way into the landlocked State").CheckAsync();
        await officer.FillAsync("[name='From.Day']", "1");
        await officer.FillAsync("[name='From.Month']", "1");
        await officer.FillAsync("[name='From.Year']", "2020");
        await Click(officer, "Record the arrangement");
        await Says(officer, "The arrangement is recorded.");
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("a second officer has to confirm it");

        var second = await site.SignIn(chromium, "officer2", "/officer/arrangements");
        await second.Locator("button", new() { HasText = "Confirm it" }).ClickAsync();
        await Says(second, "The arrangement is confirmed.");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("In force here");
        await Accessible.Check(second);

        await second.Locator("a", new() { HasText = "End it" }).ClickAsync();
        await Click(second, "Continue");
        await Assertions.Expect(second.Locator(".govuk-error-summary li")).ToHaveCountAsync(2);
        await Accessible.Check(second);
        await second.FillAsync("[name='LastDay.Day']", "31");
        await second.FillAsync("[name='LastDay.Month']", "12");
        await second.FillAsync("[name='LastDay.Year']", "2026");
        await second.FillAsync("[name=Reason]", "Portavia has denounced it.");
        await Click(second, "Continue");
        await Assertions
            .Expect(second.Locator("main"))
            .ToContainTextAsync("No licence in force rests on it beyond that day.");
        await Accessible.Check(second);
        await Click(second, "End the arrangement");
        await Assertions
            .Expect(second.Locator("main"))
            .ToContainTextAsync("It applies until 31 December 2026, included: Portavia has denounced it.");
        await Accessible.Check(second);
    }

    [Fact]
    public async Task A_confirmation_on_paper_is_typed_in_with_the_parties_that_it_names()
    {
        var brought = await site.Bring("11");
        var officer = await site.SignIn(chromium, "officer", $"/officer/cases/{brought.CaseId}/record-answer");
        await officer.GetByRole(AriaRole.Link, new() { Name = "It confirms the authorisation" }).ClickAsync();
        await Accessible.Check(officer);
        await officer.SetInputFilesAsync("input[type=file]", Original);
        await Click(officer, "Record the answer");
        await Assertions
            .Expect(officer.Locator("#Paper_Answer_Confirmation_Importer_Name-error"))
            .ToContainTextAsync("Give the name of the importer");
        await Assertions
            .Expect(officer.Locator("[id='Paper_Answer_Confirmation_Goods_0__Quantity-error']"))
            .ToContainTextAsync("Give the quantity of line 1");
        await Accessible.Check(officer);

        var (yesterday, later) = (DateTime.UtcNow.AddDays(-1), DateTime.UtcNow.AddDays(300));
        foreach (
            var (field, day) in new[]
            {
                ("DatedOn", yesterday),
                ("Answer.Confirmation.IssuedOn", yesterday),
                ("Answer.Confirmation.ExpiresOn", later),
            }
        )
        {
            await officer.FillAsync($"[name='Paper.{field}.Day']", $"{day.Day}");
            await officer.FillAsync($"[name='Paper.{field}.Month']", $"{day.Month}");
            await officer.FillAsync($"[name='Paper.{field}.Year']", $"{day.Year}");
        }
        await officer.SelectOptionAsync("[name='Paper.SenderId']", new SelectOptionValue { Index = 1 });
        await officer.FillAsync("[name='Paper.Answer.Confirmation.PlaceOfIssue']", "Yarrow");
        await officer.FillAsync("[name='Paper.Answer.Confirmation.Importer.Name']", "Yarrow Outdoor Trading");
        await officer.FillAsync("[name='Paper.Answer.Confirmation.FinalRecipient.Name']", "Yarrow Outdoor Trading");
        await Click(officer, "Add a line");
        await Click(officer, "Remove line 2");
        await officer.SetInputFilesAsync("input[type=file]", Original);
        await officer.FillAsync("[name='Paper.Answer.Confirmation.Goods[0].Quantity']", "40");
        await officer.GetByText("The authorisation also names an exporter or a consignee").ClickAsync();
        await officer.FillAsync("[name='Paper.Answer.Confirmation.Exporter.Name']", "Another Exporter");
        await officer.SelectOptionAsync("[name='Paper.Answer.Confirmation.Exporter.State']", "QM");
        await Click(officer, "Record the answer");
        await Says(officer, "The answer is recorded.");
        await officer.GetByRole(AriaRole.Link, new() { Name = "Compare with the original" }).ClickAsync();
        await Assertions.Expect(officer.Locator("main")).ToContainTextAsync("Another Exporter, Meridia (QM)");
        await Accessible.Check(officer);
    }

    private static FilePayload Original =>
        new()
        {
            Name = "answer.pdf",
            MimeType = "application/pdf",
            Buffer = Paper.Pdf("The answer"),
        };
}
