using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Parties that share a phone count as one, until officers have looked into it and found that it means nothing.</summary>
public abstract class LinksAreRefuted(RunningDemo demo) : JourneyTests(demo)
{
    private const string Alder = "QN/ALDERTRADING";
    private const string Birch = "QN/BIRCHTRADING";

    [Fact]
    public async Task A_link_is_followed_until_a_second_senior_officer_has_confirmed_that_it_means_nothing()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        Assert.Contains("DR-E06", await Raised(open));
        Assert.Equal([$"{Birch} phone 47111 {Alder}"], await Links(fresh, open));

        var made = Lawful.Must(await (await fresh.Officer).RefuteLink(open.Id, Refutation(fresh.Today.AddDays(20))));
        Lawful.Must(await (await fresh.Officer).ScreenAgain(open.Id));
        Assert.Contains("DR-E06", await Raised(open));
        Assert.Equal(403, (await (await fresh.SecondOfficer).ConfirmRefutation(made.Id("created"))).Status);
        Lawful.Must(await (await fresh.Senior).ConfirmRefutation(made.Id("created")));

        Assert.DoesNotContain("DR-E06", await Raised(open));
        Assert.Equal([$"{Birch} phone 47111 {Alder}, refuted"], await Links(fresh, open));
        var happened = await open.Happened();
        Assert.Contains(
            happened,
            line =>
                line.EndsWith(
                    $"refuted the link between Alder Trading and Birch Trading (phone 47111) until {fresh.Today.AddDays(20):yyyy-MM-dd}; a second officer has to confirm it: A shared switchboard.",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(happened, line => line.Contains("No longer so: DR-E06", StringComparison.Ordinal));
        Assert.DoesNotContain("DR-E06", await Raised(await To(fresh, "Birch Trading", "+47 111")));
    }

    [Fact]
    public async Task Nobody_confirms_what_they_refuted_themselves()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var senior = await fresh.Senior;
        var made = Lawful.Must(await senior.RefuteLink(open.Id, Refutation(fresh.Today)));

        var own = await senior.ConfirmRefutation(made.Id("created"));

        Assert.Equal((422, "four-eyes"), (own.Status, own.Refusal!.Code));
        Assert.Contains("DR-E06", await Raised(open));
        Lawful.Must(await (await fresh.OtherSenior).ConfirmRefutation(made.Id("created")));
        Assert.Equal(409, (await (await fresh.OtherSenior).ConfirmRefutation(made.Id("created"))).Status);
    }

    [Fact]
    public async Task A_link_is_followed_again_after_the_last_day_and_running_cases_are_screened_anew()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var lastDay = fresh.Today.AddDays(3);
        await Refuted(fresh, open, lastDay);
        Assert.Equal(0, await fresh.ScreenAnew());

        await fresh.Pass(lastDay.AddDays(-1));
        Assert.Equal(0, await fresh.ScreenAnew());
        Assert.DoesNotContain("DR-E06", await Raised(open));
        await fresh.Pass(lastDay);
        Assert.Equal(1, await fresh.ScreenAnew());

        Assert.Contains("DR-E06", await Raised(open));
        Assert.Equal(["expired"], await Standings(fresh));
        Assert.Equal(0, await fresh.ScreenAnew());
    }

    [Fact]
    public async Task Any_officer_takes_it_back_at_once_and_every_running_case_follows_the_link_again()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var other = await To(fresh, "Birch Trading", "+47 111");
        var unrelated = await To(fresh, "Cedar Trading", "+47 222");
        Assert.Contains("DR-E06", await Raised(other));

        var refutation = await Refuted(fresh, open, fresh.Today.AddYears(1));
        Assert.DoesNotContain("DR-E06", await Raised(open));
        Assert.Contains("DR-E06", await Raised(other));
        Assert.Equal(1, await fresh.ScreenAnew());
        Assert.DoesNotContain("DR-E06", await Raised(other));
        Assert.Equal(400, (await (await fresh.SecondOfficer).TakeRefutationBack(refutation, " ")).Status);
        Lawful.Must(await (await fresh.SecondOfficer).TakeRefutationBack(refutation, "They share an owner as well."));

        Assert.Contains("DR-E06", await Raised(open));
        Assert.Equal(1, await fresh.ScreenAnew());
        Assert.Contains("DR-E06", await Raised(other));
        Assert.Equal(0, await fresh.ScreenAnew());
        Assert.Equal(409, (await (await fresh.Senior).ConfirmRefutation(refutation)).Status);
        Assert.Contains(
            await open.Happened(),
            line =>
                line.EndsWith(
                    "took back the refutation of the link between Alder Trading and Birch Trading (phone 47111): They share an owner as well.",
                    StringComparison.Ordinal
                )
        );
        Assert.DoesNotContain("DR-E06", await Raised(unrelated));
    }

    [Fact]
    public async Task What_is_rejected_never_counts_and_the_link_may_be_refuted_anew()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var made = Lawful.Must(await (await fresh.Officer).RefuteLink(open.Id, Refutation(fresh.Today.AddDays(9))));
        var twice = await (await fresh.Senior).RefuteLink(open.Id, Refutation(fresh.Today.AddDays(5)));
        Assert.Equal((422, "already-refuted"), (twice.Status, twice.Refusal!.Code));

        Lawful.Must(await (await fresh.Officer).TakeRefutationBack(made.Id("created"), "The wrong dealer."));

        Assert.Equal(409, (await (await fresh.Senior).ConfirmRefutation(made.Id("created"))).Status);
        Assert.Contains("DR-E06", await Raised(open));
        await Refuted(fresh, open, fresh.Today.AddDays(5));
        Assert.Equal(["counts", "rejected"], await Standings(fresh));
    }

    [Fact]
    public async Task A_refutation_needs_a_link_that_there_is_a_reason_and_a_last_day_within_a_year()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var officer = await fresh.Officer;
        Assert.Equal(
            ["partyA", "partyB", "attribute", "value", "reason", "lastDay"],
            (await officer.RefuteLink(open.Id, new JsonObject())).Refusal!.Errors.Keys
        );
        foreach (var day in new[] { fresh.Today.AddDays(-1), fresh.Today.AddYears(1).AddDays(1) })
            Assert.Equal(["lastDay"], (await officer.RefuteLink(open.Id, Refutation(day))).Refusal!.Errors.Keys);
        foreach (var (member, wrong) in new[] { ("partyA", "QN/CEDAR"), ("attribute", "email"), ("value", "47112") })
        {
            var refutation = Refutation(fresh.Today);
            refutation[member] = wrong;
            Assert.Equal("no-such-link", (await officer.RefuteLink(open.Id, refutation)).Refusal!.Code);
        }
        Assert.Empty(await Standings(fresh));
        Lawful.Must(await officer.RefuteLink(open.Id, Refutation(fresh.Today.AddYears(1))));
    }

    [Fact]
    public async Task What_else_two_parties_share_still_links_them()
    {
        await using var fresh = await demo.Another();
        await Refused(fresh, await To(fresh, "Alder Trading", "+47 111", "sales@alder.example"));
        var open = await To(fresh, "Birch Trading", "+47 111", "sales@alder.example");

        await Refuted(fresh, open, fresh.Today);

        Assert.Contains("DR-E06", await Raised(open));
        Assert.Equal(
            [$"{Birch} email SALES@ALDER.EXAMPLE {Alder}", $"{Birch} phone 47111 {Alder}, refuted"],
            (await Links(fresh, open)).Order()
        );
    }

    [Fact]
    public async Task Officers_and_auditors_of_the_State_read_it_and_nobody_else()
    {
        await using var fresh = await demo.Another();
        var open = await LinkedToARefusal(fresh);
        var refutation = await Refuted(fresh, open, fresh.Today.AddDays(30));

        var seen = Assert.Single(
            Lawful.Must(await (await fresh.Auditor).AuditedRefutedLinks())["items"].EnumerateArray()
        );

        Assert.Equal(
            ("Alder Trading", "phone", "A shared switchboard.", "counts"),
            (seen.Word("nameA"), seen.Word("attribute"), seen.Word("reason"), seen.Word("standing"))
        );
        Assert.Equal(403, (await (await fresh.Auditor).TakeRefutationBack(refutation, "No.")).Status);
        Assert.Equal(403, (await (await fresh.Halden).RefutedLinks()).Status);
        var abroad = await fresh.Door.SignIn("officer@qn.example");
        Assert.Equal(0, Lawful.Must(await abroad.RefutedLinks())["items"].GetArrayLength());
        Assert.Equal(404, (await abroad.TakeRefutationBack(refutation, "No.")).Status);
        Assert.Equal(404, (await abroad.LinksOf(open.Id)).Status);
        Assert.DoesNotContain(
            "switchboard",
            (await open.AsApplicant()).GetRawText(),
            StringComparison.OrdinalIgnoreCase
        );
    }

    /// <summary>A case for Birch, who has the phone of Alder, to whom a licence was refused.</summary>
    private static async Task<OpenCase> LinkedToARefusal(RunningDemo fresh)
    {
        await Refused(fresh, await To(fresh, "Alder Trading", "+47 111"));
        return await To(fresh, "Birch Trading", "(47) 111");
    }

    private static async Task Refused(RunningDemo fresh, OpenCase open)
    {
        Lawful.Must(
            await (await fresh.Officer).Recommend(
                open.Id,
                await open.Seen(),
                new Recommendation("refuse", "Who buys them is not known.", ["end-use-not-credible"])
            )
        );
        Lawful.Must(await (await fresh.Senior).Decide(open.Id, await open.Seen(), "refuse", "Name who buys them."));
    }

    private static async Task<Guid> Refuted(RunningDemo fresh, OpenCase open, DateOnly lastDay)
    {
        var made = Lawful.Must(await (await fresh.Officer).RefuteLink(open.Id, Refutation(lastDay)));
        Lawful.Must(await (await fresh.Senior).ConfirmRefutation(made.Id("created")));
        return made.Id("created");
    }

    private static JsonObject Refutation(DateOnly lastDay) =>
        new()
        {
            ["partyA"] = Birch,
            ["partyB"] = Alder,
            ["attribute"] = "phone",
            ["value"] = "47111",
            ["reason"] = "A shared switchboard.",
            ["lastDay"] = Lawful.Day(lastDay),
        };

    /// <summary>Forty rifles to a dealer, with an officer; nobody in it shares anything but what is given here.</summary>
    private static async Task<OpenCase> To(RunningDemo fresh, string dealer, string phone, string? email = null)
    {
        var lawful = new Lawful(fresh) { FlagsAreLookedAt = false };
        var application = lawful.Application();
        foreach (var party in application["parties"]!.AsArray())
        {
            if ((string)party!["state"]! == "QN")
                (party["name"], party["phone"], party["email"]) = (dealer, phone, email);
            party["address"] = $"1 {party["name"]} Street";
        }
        var confirmation = lawful.Confirmation();
        confirmation["importer"]!["name"] = dealer;
        confirmation["finalRecipient"]!["name"] = dealer;
        var open = await lawful.Submitted(application);
        await open.Confirm(confirmation);
        return open;
    }

    private static async Task<IReadOnlyList<string>> Raised(OpenCase open) =>
        [
            .. (await open.AsOfficer())
                .GetProperty("screening")
                .GetProperty("flags")
                .EnumerateArray()
                .Select(f => f.Word("rule")),
        ];

    private static async Task<IReadOnlyList<string>> Links(RunningDemo fresh, OpenCase open) =>
        [
            .. Lawful
                .Must(await (await fresh.Officer).LinksOf(open.Id))["picture"]
                .GetProperty("links")
                .EnumerateArray()
                .Select(l => (Link: l.GetProperty("link"), IsRefuted: l.GetProperty("isRefuted").GetBoolean()))
                .Select(l =>
                    $"{l.Link.Word("from")} {l.Link.Word("attribute")} {l.Link.Word("value")} {l.Link.Word("to")}{(l.IsRefuted ? ", refuted" : "")}"
                ),
        ];

    private static async Task<IReadOnlyList<string>> Standings(RunningDemo fresh) =>
        [
            .. Lawful
                .Must(await (await fresh.Officer).RefutedLinks())["items"]
                .EnumerateArray()
                .Select(r => r.Word("standing")),
        ];
}
