using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>From a lawful case with one fact spoilt no licence is issued in any way, and each audience is told what it may be told.</summary>
public abstract class OneFactSpoilt(RunningDemo demo) : JourneyTests(demo)
{
    private const string Confidential = "CONFIDENTIAL-REASON-OF-A-STATE";

    /// <param name="Through">The transit States of the route.</param>
    /// <param name="Answers">Brings the submitted case to the officer, with the fact spoilt.</param>
    /// <param name="Afterwards">Spoils the fact once it has been recommended; null where it cannot come so late.</param>
    /// <param name="Unmet">Rule and subject of what is then unmet; the authorisation is written NUMBER.</param>
    private sealed record Spoilt(
        string[] Through,
        Func<RunningDemo, OpenCase, Task> Answers,
        Func<RunningDemo, OpenCase, Task>? Afterwards,
        params string[] Unmet
    );

    private static readonly Dictionary<string, Spoilt> Facts = new(StringComparer.Ordinal)
    {
        ["authorisation expires the day before arrival"] = Import(
            (c, open) => c["expiresOn"] = Lawful.Day(open.Lawful.Arrival.AddDays(-1)),
            "authorisation-in-force-on-arrival NUMBER"
        ),
        ["authorisation begins the day after arrival"] = Import(
            (c, open) => c["validFrom"] = Lawful.Day(open.Lawful.Arrival.AddDays(1)),
            "authorisation-in-force-on-arrival NUMBER"
        ),
        ["goods are not covered"] = Import(
            (c, _) => c["goods"]![0]!["platform"] = "AX9",
            "authorisation-covers-goods line 1, NUMBER"
        ),
        ["less is authorised than applied for"] = Import(
            (c, _) => c["goods"]![0]!["quantity"] = 39,
            "authorisation-quantity-left line 1, NUMBER"
        ),
        ["final recipient is somebody else"] = Import(
            (c, _) => c["finalRecipient"]!["name"] = "Nordlicht Handel",
            "authorisation-names-final-recipient NUMBER"
        ),
        ["importer is somebody else"] = Import(
            (c, _) => c["importer"]!["name"] = "Nordlicht Handel",
            "authorisation-names-importer NUMBER"
        ),
        ["authorisation is for another exporter"] = Import(
            (c, _) => c["exporter"] = new JsonObject { ["name"] = "Brevik Precision Parts", ["state"] = "QM" },
            "authorisation-names-exporter NUMBER"
        ),
        ["authorisation is for another consignee"] = Import(
            (c, _) => c["consignee"] = new JsonObject { ["name"] = "Nordhaven Free Store", ["state"] = "QN" },
            "authorisation-names-consignee NUMBER"
        ),
        ["import authorisation is denied"] = new(
            [],
            async (demo, open) =>
                Lawful.Must(await (await demo.Of("qn")).DenyImport(await open.ImportRequest(), Confidential)),
            async (demo, open) =>
                Lawful.Must(await (await demo.Of("qn")).DenyImport(await open.ImportRequest(), Confidential)),
            "importing-state-has-licensed NUMBER"
        ),
        ["import authorisation is revoked"] = new(
            [],
            async (demo, open) =>
            {
                await open.Confirm(open.Lawful.Confirmation());
                Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), Confidential));
            },
            async (demo, open) =>
                Lawful.Must(await (await demo.Of("qn")).RevokeImport(await open.ImportRequest(), Confidential)),
            "importing-state-has-licensed NUMBER"
        ),
        ["transit State objects"] = Transit(
            async (demo, open) =>
                Lawful.Must(await (await demo.Of("qr")).ObjectToTransit(await open.TransitRequest("QR"), Confidential)),
            "transit-state-has-not-objected QR"
        ),
        ["notice is withdrawn"] = Transit(
            async (demo, open) =>
            {
                var notice = open.Lawful.Notice();
                notice["conditions"] = new JsonArray($"Escort {Guid.NewGuid():N}.");
                await open.Notify("QR", notice);
                Lawful.Must(await (await demo.Of("qr")).WithdrawNotice(await open.TransitRequest("QR"), Confidential));
            },
            "transit-state-has-not-objected QR"
        ),
        ["notice ends the day before arrival"] = Transit(
            (n, open) => n["validTo"] = Lawful.Day(open.Lawful.Arrival.AddDays(-1)),
            "notice-in-force-during-transit QR"
        ),
        ["notice begins the day after the passage begins"] = Transit(
            (n, open) => n["validFrom"] = Lawful.Day(open.Lawful.Shipment.AddDays(7)),
            "notice-in-force-during-transit QR"
        ),
        ["notice is for another mode"] = Transit((n, _) => n["modes"] = new JsonArray("road"), "notice-covers-mode QR"),
        ["notice is for a smaller quantity"] = Transit(
            (n, _) => n["quantities"]![0]!["amount"] = 39,
            "notice-covers-quantity QR, line 1"
        ),
        ["import information was not sent in advance"] = new(
            ["QP", "QR"],
            async (_, open) =>
            {
                await open.Confirm(open.Lawful.Confirmation());
                await open.Notify("QP", open.Lawful.Notice());
                await open.Notify("QR", open.Lawful.Notice());
                await OtherParticulars(open);
            },
            async (_, open) => await OtherParticulars(open),
            "import-information-sent-in-advance QP",
            "import-information-sent-in-advance QR"
        ),
    };

    public static TheoryData<string> All => [.. Facts.Keys];

    public static TheoryData<string> Late => [.. Facts.Where(f => f.Value.Afterwards is not null).Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_grant_cannot_be_recommended_when(string fact)
    {
        var spoilt = Facts[fact];
        var open = await new Lawful(demo) { Through = spoilt.Through }.Submitted();
        await spoilt.Answers(demo, open);

        var answer = await open.Recommend();

        await AssertRefused(open, answer, spoilt.Unmet, "open: With a licensing officer", "recommend a decision");
    }

    [Theory]
    [MemberData(nameof(Late))]
    public async Task A_grant_that_was_recommended_cannot_be_decided_when(string fact)
    {
        var spoilt = Facts[fact];
        var open = await new Lawful(demo) { Through = spoilt.Through }.BeforeDecision();
        await spoilt.Afterwards!(demo, open);

        var answer = await open.Decide();

        await AssertRefused(open, answer, spoilt.Unmet, "open: Waiting for the decision", "decide the case");
    }

    [Fact]
    public async Task A_grant_cannot_be_recommended_when_a_transit_State_stays_silent_beyond_the_last_day()
    {
        await using var alone = await demo.Another();
        var open = await new Lawful(alone) { Through = ["QP", "QR"] }.Confirmed();
        await open.Notify("QP", open.Lawful.Notice());
        Lawful.Must(await (await alone.Of("qr")).Acknowledge(await open.TransitRequest("QR")));
        await alone.Pass(alone.Today.AddDays(30));

        var answer = await open.Recommend();

        await AssertRefused(
            open,
            answer,
            ["transit-state-has-not-objected QR"],
            "open: With a licensing officer",
            "recommend a decision"
        );
    }

    [Fact]
    public async Task A_grant_cannot_be_recommended_or_decided_when_another_licence_has_taken_the_quantity()
    {
        var first = new Lawful(demo) { Quantity = 30 };
        var second = new Lawful(demo) { Quantity = 30, Number = first.Number };
        var third = new Lawful(demo) { Quantity = 30, Number = first.Number };
        var (one, two, three) = (
            await first.BeforeDecision(),
            await second.BeforeDecision(),
            await third.WithOfficer()
        );
        Lawful.Must(await one.Decide());

        var decided = await two.Decide();
        var recommended = await three.Recommend();

        string[] unmet = ["authorisation-quantity-left line 1, NUMBER"];
        await AssertRefused(two, decided, unmet, "open: Waiting for the decision", "decide the case");
        await AssertRefused(three, recommended, unmet, "open: With a licensing officer", "recommend a decision");
    }

    [Fact]
    public async Task An_authorisation_that_expires_on_the_day_of_arrival_still_covers_it()
    {
        var lawful = new Lawful(demo);
        var confirmation = lawful.Confirmation();
        confirmation["expiresOn"] = Lawful.Day(lawful.Arrival);
        var open = await lawful.WithOfficer(confirmation);

        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());

        var licence = (await open.AsOfficer()).GetProperty("licence");
        Assert.Equal(Lawful.Day(lawful.Arrival), licence.GetProperty("expiresOn").GetString());
    }

    [Fact]
    public async Task Other_particulars_that_are_sent_once_more_and_noticed_again_lead_to_the_licence()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();
        await OtherParticulars(open);
        Lawful.Must(await (await demo.Officer).AskAgain(open.Id, "transit-states", "Other particulars."));
        await open.Notify("QP", open.Lawful.Notice());

        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());

        Assert.Equal("granted: Licence in force", await open.Stands());
    }

    private static async Task AssertRefused(OpenCase open, Answer answer, string[] unmet, string stands, string tried)
    {
        Assert.Equal(422, answer.Status);
        Assert.Equal("Refused by the law", answer.Refusal!.Title);
        Assert.Equal(
            unmet.Select(u => u.Replace("NUMBER", open.Lawful.Number, StringComparison.Ordinal)),
            OfTheLaw(answer.Refusal).Select(f => $"{f.Rule} {f.Subject}")
        );
        Assert.All(answer.Refusal.Findings, f => Assert.NotEqual("", f.WhatToDo));
        Assert.Equal(stands, await open.Stands());
        await open.AssertNoLicence();
        await AssertOnRecord(open, answer.Refusal, tried);
        AssertReleased(await open.AsApplicant(), answer.Refusal);
    }

    private static async Task AssertOnRecord(OpenCase open, Refusal refusal, string tried)
    {
        // What the screening has found thereupon is kept after it.
        var last = (await open.History()).Last(line => line.Word("event") != "CaseScreened");
        Assert.True(last.GetProperty("refused").GetBoolean());
        Assert.Equal("ActRefused", last.GetProperty("event").GetString());
        var sentence = last.GetProperty("sentence").GetString()!;
        Assert.Contains($"tried to {tried}, which was refused: ", sentence, StringComparison.Ordinal);
        Assert.All(refusal.Findings, f => Assert.Contains(f.Text, sentence, StringComparison.Ordinal));
    }

    // A denied authorisation is suspicious besides: that is for the authority alone.
    private static IEnumerable<UnmetFinding> OfTheLaw(Refusal refusal) =>
        refusal.Findings.Where(f => !f.Rule.StartsWith("diversion-", StringComparison.Ordinal));

    // The applicant learns each article that is not met, and what to do; what a State gave as its reason stays between the States.
    private static void AssertReleased(JsonElement view, Refusal refusal)
    {
        var outstanding = view.GetProperty("outstanding").EnumerateArray().ToList();
        Assert.Equal(
            OfTheLaw(refusal).Select(f => f.Article),
            outstanding.Select(o => o.GetProperty("article").GetString())
        );
        Assert.All(outstanding, o => Assert.NotEqual("", o.GetProperty("text").GetString()));
        Assert.DoesNotContain(Confidential, view.GetRawText(), StringComparison.Ordinal);
    }

    private static Spoilt Import(Action<JsonObject, OpenCase> change, params string[] unmet)
    {
        async Task Say(RunningDemo demo, OpenCase open)
        {
            var confirmation = open.Lawful.Confirmation();
            change(confirmation, open);
            await open.Confirm(confirmation);
        }
        return new Spoilt([], Say, Say, unmet);
    }

    private static Spoilt Transit(Action<JsonObject, OpenCase> change, params string[] unmet) =>
        Transit(
            async (_, open) =>
            {
                var notice = open.Lawful.Notice();
                change(notice, open);
                await open.Notify("QR", notice);
            },
            unmet
        );

    private static Spoilt Transit(Func<RunningDemo, OpenCase, Task> say, params string[] unmet) =>
        new(
            ["QP", "QR"],
            async (demo, open) =>
            {
                await open.Confirm(open.Lawful.Confirmation());
                await open.Notify("QP", open.Lawful.Notice());
                await say(demo, open);
            },
            say,
            unmet
        );

    private static Task<Answer> OtherParticulars(OpenCase open)
    {
        var confirmation = open.Lawful.Confirmation();
        confirmation["expiresOn"] = Lawful.Day(open.Lawful.Arrival.AddDays(200));
        return open.Confirm(confirmation);
    }
}
