using Licensing.Casework;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Licensing.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Public;

[Collection(DemoPages.Name)]
public sealed class Anybody_finds_the_way(ChromiumFixture chromium, StartedDemo demo)
{
    [Theory]
    [InlineData("/", "Licensing the transfer of arms", 200)]
    [InlineData("/public/directory", "Directory of competent authorities", 200)]
    [InlineData("/broken", "Something went wrong on our side", 500)]
    public async Task Without_signing_in(string path, string heading, int status)
    {
        await using var tab = await chromium.Open(demo.Address.AbsoluteUri);
        var answer = await tab.Page.GotoAsync(new Uri(demo.Address, path).AbsoluteUri);
        Assert.Equal(status, answer!.Status);
        Assert.Equal(heading, await tab.Page.InnerTextAsync("h1"));
        Assert.DoesNotContain("secret of the house", await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Look($"public{path.Replace('/', '-')}");
    }

    [Theory]
    [InlineData("correspondent@qp.example", "/correspondent")]
    [InlineData("auditor@qm.example", "/auditor")]
    [InlineData("administrator@qm.example", "/administrator")]
    [InlineData("customs@qm.example", "/customs")]
    public async Task Signed_in_people_are_led_to_their_own_beginning(string email, string beginning)
    {
        await using var tab = await demo.SignedIn(chromium, email);
        Assert.Equal(beginning, new Uri(tab.Page.Url).AbsolutePath);
        await tab.Look($"beginning-{email}");
    }

    [Fact]
    public async Task Somebody_without_an_appointment_learns_what_to_do()
    {
        var person = await Person("officer@qn.example");
        await using (var db = demo.Database.Open())
            await db
                .Appointments.Where(a => a.PersonId == person)
                .ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await using var tab = await demo.SignedIn(chromium, "officer@qn.example");
        Assert.Equal("You cannot work here yet", await tab.Page.InnerTextAsync("h1"));
        await tab.Look("no-appointment");
    }

    [Fact]
    public async Task Somebody_with_two_capacities_chooses_one_and_can_change_it()
    {
        await Appoint("correspondent@qr.example", Role.StateCorrespondent, "QQ");
        await using var tab = await demo.SignedIn(chromium, "correspondent@qr.example");
        Assert.Equal("/public/acting-as", new Uri(tab.Page.Url).AbsolutePath);
        await tab.Look("acting-as");
        await tab.Press("Continue");
        Assert.Equal(["Choose for whom you act."], await tab.Errors());

        await tab.Page.CheckAsync("text=Quillon");
        await tab.Press("Continue");
        Assert.Equal("/correspondent", new Uri(tab.Page.Url).AbsolutePath);
        Assert.Equal(
            "acting for Quillon (State correspondent)",
            await tab.Page.InnerTextAsync(".portal-person__acting")
        );
        var cookie = (await tab.Page.Context.CookiesAsync()).Single(c => c.Name == "acting-as");
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);

        await tab.Page.ClickAsync("text=Act in another capacity");
        await tab.Page.CheckAsync("text=Ridgeland");
        await tab.Press("Continue");
        Assert.Equal("Ridgeland", await tab.Page.InnerTextAsync(".govuk-caption-l"));
    }

    [Fact]
    public async Task A_capacity_that_is_left_over_from_another_person_keeps_nobody_out()
    {
        await using var tab = await demo.SignedIn(chromium, "auditor@qm.example");
        await tab.Page.Context.AddCookiesAsync([
            new()
            {
                Name = "acting-as",
                Value = Guid.NewGuid().ToString(),
                Url = demo.Address.AbsoluteUri,
            },
        ]);
        var answer = await tab.Page.GotoAsync(new Uri(demo.Address, "/auditor").AbsoluteUri);
        Assert.Equal(200, answer!.Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_says_what_to_do()
    {
        await using var tab = await demo.SignedIn(chromium, "auditor@qm.example");
        await tab.Page.EvaluateAsync(
            """
            document.body.insertAdjacentHTML('beforeend', '<form id="forged" method="post" action="/public/acting-as"></form>');
            document.getElementById('forged').submit();
            """
        );
        await tab.Page.WaitForSelectorAsync("text=This form is no longer good");
        await tab.Look("error-400");
    }

    [Theory]
    [InlineData("/administrator/directory")]
    [InlineData("/administrator/published")]
    [InlineData("/administrator/reference")]
    [InlineData("/administrator/published/procedure/export-authorisation/2")]
    public async Task An_administrator_reads_what_is_on_file(string path)
    {
        await using var tab = await demo.SignedIn(chromium, "administrator@qm.example", path, 320);
        Assert.Equal(path, new Uri(tab.Page.Url).AbsolutePath);
        await tab.Look($"administrator-{path.Split('/')[^1]}");
    }

    [Fact]
    public async Task An_administrator_loads_a_list_of_the_screening()
    {
        await using var tab = await demo.SignedIn(chromium, "administrator@qm.example", "/administrator/reference");
        await tab.Press("Load them");
        Assert.Equal(
            [
                "Give the tables and lists as an object.",
                "Give where the data come from.",
                "Give the day on which they were fetched.",
            ],
            await tab.Errors()
        );
        await tab.Look("administrator-list-errors");
        var today = DateTime.UtcNow;
        await Fill("""{ "lists": { "embargoes": [] } }""");
        Assert.Contains("embargoes", Assert.Single(await tab.Errors()), StringComparison.Ordinal);

        await Fill("""{ "lists": { "hubs": [{ "state": "QZ" }] } }""");

        Assert.Contains("Loaded: lists.hubs.", await tab.Words(), StringComparison.Ordinal);
        Assert.Contains("A fictional list", await tab.Words(), StringComparison.Ordinal);
        await tab.Look("administrator-list");

        async Task Fill(string json)
        {
            await tab.Page.SetInputFilesAsync(
                "input[type=file]",
                new FilePayload
                {
                    Name = "lists.json",
                    MimeType = "application/json",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(json),
                }
            );
            await tab.Page.FillAsync("[name=Source]", "A fictional list");
            await tab.Page.FillAsync("[name='RetrievedOn.Day']", $"{today.Day}");
            await tab.Page.FillAsync("[name='RetrievedOn.Month']", $"{today.Month}");
            await tab.Page.FillAsync("[name='RetrievedOn.Year']", $"{today.Year}");
            await tab.Press("Load them");
        }
    }

    [Fact]
    public async Task Signing_out_leads_back_to_the_front_door()
    {
        await using var tab = await demo.SignedIn(chromium, "auditor@qm.example");
        await tab.Press("Sign out");
        await tab.Page.WaitForSelectorAsync("a:text-is('Sign in')");
    }

    private async Task Appoint(string email, Role role, string state)
    {
        var person = await Person(email);
        await using var db = demo.Database.Open();
        db.Appointments.Add(
            new Appointment
            {
                Id = Guid.CreateVersion7(),
                PersonId = person,
                Role = role,
                State = Country.Parse(state),
                From = new DateOnly(2020, 1, 1),
            }
        );
        await db.SaveChangesAsync();
    }

    private async Task<Guid> Person(string email)
    {
        await using var db = demo.Database.Open();
        return await db.People.Where(p => p.Subject == email).Select(p => p.Id).SingleAsync();
    }
}
