using Licensing.Domain.States;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Journeys;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>Nobody who looks at a case or a licence takes a silence that counts for a notice in writing.</summary>
public sealed class Silence_counts(ChromiumFixture chromium, OnSqlite demo) : IClassFixture<OnSqlite>
{
    [Fact]
    public async Task Every_page_tells_silence_from_a_notice()
    {
        await using var own = await demo.Another();
        await using (var db = own.OpenDatabase())
        {
            var meridia = Country.Parse("QM");
            await db
                .States.Where(s => s.Code == meridia)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.Profile, "eu-258-2012"),
                    TestContext.Current.CancellationToken
                );
        }
        var open = await new Lawful(own) { Through = ["QP"] }.Confirmed();
        await own.SendMail();

        await using (var there = await SignedIn(own, "correspondent@qp.example", "/correspondent"))
        {
            await there.Page.GotoAsync(
                new Uri(own.Address, $"/correspondent/requests/{await open.TransitRequest("QP")}").AbsoluteUri
            );
            Assert.Contains(
                "unless it objects or asks something by 26 March 2027, that day included, no objection is deemed",
                await there.Words(),
                StringComparison.Ordinal
            );
            await there.Look("silence-request");
        }

        await own.Pass(new DateOnly(2027, 3, 26));

        await using (var officer = await SignedIn(own, "officer@qm.example", $"/officer/cases/{open.Id}"))
        {
            var words = await officer.Words();
            Assert.Contains("No objection deemed, no notice given", words, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("No objection deemed on 27 March 2027 under Regulation", words, StringComparison.Ordinal);
            Assert.Contains("Portavia (QP) has given no notice in writing.", words, StringComparison.Ordinal);
            Assert.Contains("to be checked before legal use", words, StringComparison.Ordinal);
            await officer.Look("silence-officer");
        }

        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());

        await using (var exporter = await SignedIn(own, "halden@qm.example", $"/exporter/cases/{open.Id}"))
        {
            Assert.Contains("No notice from Portavia", await exporter.Words(), StringComparison.Ordinal);
            Assert.DoesNotContain("No answer is not consent", await exporter.Words(), StringComparison.Ordinal);
            await exporter.Look("silence-exporter");
        }
        var number = (await open.AsOfficer()).GetProperty("licence").GetProperty("number").GetString();
        await using (var customs = await SignedIn(own, "customs@qm.example", "/customs"))
        {
            await customs.Page.GotoAsync(new Uri(own.Address, $"/customs/licences?number={number}").AbsoluteUri);
            Assert.Contains("No notice from Portavia", await customs.Words(), StringComparison.Ordinal);
            await customs.Look("silence-customs");
        }
        await using var administrator = await SignedIn(
            own,
            "administrator@qm.example",
            "/administrator/published/policy/eu-258-2012/1"
        );
        Assert.Contains("To be checked before legal use", await administrator.Words(), StringComparison.Ordinal);
        await administrator.Look("silence-profile");
    }

    private async Task<Tab> SignedIn(RunningDemo own, string email, string path)
    {
        var start = new Uri(own.Address, $"/sign-in?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri;
        var tab = await chromium.Open(start);
        await tab.Page.ClickAsync($"button[value='{email}']");
        await tab.Page.WaitForSelectorAsync("main");
        return tab;
    }
}
