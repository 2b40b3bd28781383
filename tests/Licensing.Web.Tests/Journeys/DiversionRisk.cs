using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Screening;
using Licensing.Journey;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Resolution 8/3, paragraph 10: a consignment is screened, and what is found is looked at before a licence is issued.</summary>
public abstract class DiversionRisk(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task A_kit_in_parts_is_licensed_only_after_two_officers_have_looked_at_it()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        var flag = Flag(await open.AsOfficer(), "DR-P01");
        Assert.Equal("high", flag.Word("severity"));
        Assert.True(flag.GetProperty("isOutstanding").GetBoolean());

        var refused = await open.Recommend();

        Assert.Equal(422, refused.Status);
        Assert.Contains("diversion-flag-looked-at", Rules(refused));
        await open.LookAtFlags();
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Equal("in-force", await open.LicenceStatus());
    }

    [Fact]
    public async Task A_score_that_asks_for_more_is_recommended_only_with_every_item_looked_into()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        await open.LookAtFlags();
        var seen = await open.AsOfficer();
        var items = Desk.Checklist(seen);
        var officer = await fresh.Officer;

        var refused = await officer.Recommend(
            open.Id,
            await open.Seen(),
            new Recommendation("grant", "All is met.", Checked: [.. items.Skip(1)])
        );

        Assert.Equal(5, items.Count);
        Assert.Equal((422, "diversion-checklist"), (refused.Status, Assert.Single(Rules(refused))));
        Assert.Contains(items[0], Assert.Single(refused.Refusal!.Findings).Text, StringComparison.Ordinal);
        Lawful.Must(
            await officer.Recommend(
                open.Id,
                await open.Seen(),
                new Recommendation("grant", "All is met.", Checked: items)
            )
        );
        Assert.Equal(
            items,
            (await open.AsOfficer())
                .GetProperty("recommendations")
                .EnumerateArray()
                .Last()
                .GetProperty("checked")
                .EnumerateArray()
                .Select(i => i.GetString())
        );
        Lawful.Must(await open.Decide());
        Assert.DoesNotContain("checklist", (await open.AsApplicant()).GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_high_flag_is_cleared_by_another_and_a_senior_officer()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        var senior = await fresh.Senior;
        var made = Lawful.Must(
            await senior.DisposeOfFlag(open.Id, "DR-P01", "explained", "Knocked down for the journey.")
        );

        var own = await senior.ClearFlag(open.Id, made.Id("created"));
        var junior = await (await fresh.SecondOfficer).ClearFlag(open.Id, made.Id("created"));

        Assert.Equal(422, own.Status);
        Assert.Equal("four-eyes", own.Refusal!.Code);
        Assert.Equal(403, junior.Status);
        Assert.True(Flag(await open.AsOfficer(), "DR-P01").GetProperty("isOutstanding").GetBoolean());
        Lawful.Must(await (await fresh.OtherSenior).ClearFlag(open.Id, made.Id("created")));
        Assert.False(Flag(await open.AsOfficer(), "DR-P01").GetProperty("isOutstanding").GetBoolean());
        Assert.Contains(
            await open.Happened(),
            line =>
                line.EndsWith("agreed, as second officer, to what was made of flag DR-P01.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Parts_that_make_a_kit_over_two_cases_are_found()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var first = await Parts(fresh, "frame", "slide").WithOfficer();
        Assert.DoesNotContain("DR-P02", Raised(await first.AsOfficer()));

        var second = await Parts(fresh, "barrel").WithOfficer();

        var flag = Flag(await second.AsOfficer(), "DR-P02");
        Assert.Contains(first.Number, flag.GetProperty("evidence").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_applicant_reads_nothing_of_what_was_found_nor_that_anything_was()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();

        Assert.NotEmpty(await open.OutstandingFlags());

        var seen = await open.AsApplicant();

        Assert.Empty(seen.GetProperty("outstanding").EnumerateArray());
        Assert.All(
            ["DR-", "flag", "screen", "diver", "examin", "Resolution"],
            word => Assert.DoesNotContain(word, seen.GetRawText(), StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_case_that_comes_out_as_before_is_not_written_down_again()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        var before = await open.History();

        Lawful.Must(await (await fresh.Officer).ScreenAgain(open.Id));

        var after = await open.AsOfficer();
        Assert.Equal(before.Count, (await open.History()).Count);
        Assert.Equal(1, after.GetProperty("screening").GetProperty("times").GetInt32());
        await using var db = fresh.OpenDatabase();
        Assert.Single(db.Screenings, s => s.CaseId == open.Id);
    }

    [Fact]
    public async Task A_list_that_is_loaded_after_the_issue_stops_the_goods_until_two_officers_have_looked()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await new Lawful(fresh).Granted();
        var shipment = await open.Declared(1, 40);
        await Embargo(fresh, "QN");

        var refused = await open.Release(shipment);

        Assert.Equal(422, refused.Status);
        Assert.Equal(["diversion-flag-looked-at"], Rules(refused));
        Assert.Empty(
            (await open.AsApplicant())
                .GetProperty("shipments")
                .EnumerateArray()
                .Single()
                .GetProperty("outstanding")
                .EnumerateArray()
        );
        Assert.Single(await open.OutstandingFlags());
        await open.LookAtFlags();
        Lawful.Must(await open.Release(shipment));
        Lawful.Must(await open.Leave(shipment, 1, 40));
    }

    [Fact]
    public async Task A_refusal_is_remembered_by_the_day_on_which_it_was_decided()
    {
        await using var fresh = await demo.Another();
        var (refused, decided) = (await new Lawful(fresh).WithOfficer(), fresh.Today);
        Lawful.Must(
            await (await fresh.Officer).Recommend(
                refused.Id,
                await refused.Seen(),
                new Recommendation("refuse", "Who buys them is not known.", ["end-use-not-credible"])
            )
        );
        Lawful.Must(
            await (await fresh.Senior).Decide(refused.Id, await refused.Seen(), "refuse", "Name who buys them.")
        );
        // Nobody appeals: the case moves on to its end, and the refusal stays as old as it is.
        await fresh.Pass(decided.AddDays(30));

        var open = await new Lawful(fresh) { FlagsAreLookedAt = false }.WithOfficer();

        Assert.Contains(
            $"was denied by QM on {decided:yyyy-MM-dd}",
            Flag(await open.AsOfficer(), "DR-E07").Word("text"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_blocking_flag_that_is_confirmed_leaves_the_gate_closed()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        await Embargo(fresh, "QN");
        var open = await new Lawful(fresh) { FlagsAreLookedAt = false }.WithOfficer();
        var rule = (await open.AsOfficer())
            .GetProperty("screening")
            .GetProperty("flags")
            .EnumerateArray()
            .Single(f => f.Word("severity") == "blocking")
            .Word("rule");
        var made = Lawful.Must(
            await (await fresh.Officer).DisposeOfFlag(open.Id, rule, "confirmed", "The embargo covers it.")
        );
        Lawful.Must(await (await fresh.OtherSenior).ClearFlag(open.Id, made.Id("created")));

        var refused = await open.Recommend();

        Assert.Equal(422, refused.Status);
        Assert.Contains("diversion-flag-looked-at", Rules(refused));
        Assert.True((await open.AsOfficer()).GetProperty("screening").GetProperty("isBlocked").GetBoolean());
    }

    [Fact]
    public async Task A_list_that_is_loaded_counts_at_the_next_act_and_what_it_finds_is_kept_although_the_act_is_refused()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var open = await new Lawful(fresh) { FlagsAreLookedAt = false }.WithOfficer();
        Assert.DoesNotContain("DR-E01", Raised(await open.AsOfficer()));
        var before = Raised(await open.AsOfficer());
        await Embargo(fresh, "QN");

        var refused = await open.Recommend();

        Assert.Equal(422, refused.Status);
        var added = Assert.Single(Raised(await open.AsOfficer()).Except(before));
        var flag = Flag(await open.AsOfficer(), added);
        Assert.Equal("blocking", flag.Word("severity"));
        Assert.True((await open.AsOfficer()).GetProperty("screening").GetProperty("isBlocked").GetBoolean());
    }

    [Fact]
    public async Task A_new_list_screens_open_cases_and_licences_anew_and_says_what_is_new()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var licensed = await new Lawful(fresh).Granted();
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        var ended = await new Lawful(fresh).WithOfficer();
        Lawful.Must(await (await fresh.Halden).Withdraw(ended.Id, "Not needed."));
        Assert.Equal(0, await fresh.ScreenAnew());

        await Embargo(fresh, "QN");
        Assert.Equal(2, await fresh.ScreenAnew());

        Assert.Contains(await licensed.Happened(), s => s.Contains("New or changed: DR-R05", StringComparison.Ordinal));
        Assert.Contains("DR-R05", Raised(await open.AsOfficer()));
        Assert.DoesNotContain(await ended.Happened(), s => s.Contains("New or changed", StringComparison.Ordinal));
        Assert.Equal(0, await fresh.ScreenAnew());
        var lines = Lawful.Must(await (await fresh.Auditor).ScreeningsOf(open.Id)).Json.EnumerateArray().ToList();
        Assert.Equal([1, 2], lines.Select(l => l.GetProperty("sequence").GetInt32()));
        Assert.DoesNotContain("embargo", lines[0].GetProperty("lists").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("embargo", lines[1].GetProperty("lists").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await (await fresh.Door.SignIn("auditor@qn.example")).ScreeningsOf(open.Id)).Status);
    }

    [Fact]
    public async Task A_candidate_rule_set_is_replayed_over_past_decisions_with_what_was_known_then()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var kit = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        await kit.LookAtFlags();
        Lawful.Must(await kit.Recommend());
        Lawful.Must(await kit.Decide());
        await new Lawful(fresh).Granted();
        // Known later than the decisions: it changes none of them.
        await Embargo(fresh, "QN");
        await using var db = fresh.OpenDatabase();
        var published = db.PublishedFiles.Single(f => f.Kind == Casework.Storage.PublishedKind.Screening).Content;
        var inForce = ReadRuleSet.RuleSetIn(published, "published");
        var backTest = fresh.Application.Services.GetRequiredService<BackTest>();

        var same = await backTest.Run(inForce, null, TestContext.Current.CancellationToken);
        var without = await backTest.Run(
            inForce with
            {
                Version = inForce.Version + 1,
                Rules = [.. inForce.Rules.Where(r => r.Id != "DR-P01")],
            },
            Domain.States.Country.Parse("QM"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((2, 0, 0, 0), (same.Decisions, same.NotScreened, same.Rules.Count, same.Bands.Count));
        Assert.Equal(same.AlertsBefore, same.AlertsAfter);
        // What the kit no longer explains is asked by the other rule.
        Assert.Equal(
            [$"DR-P01 +() -({kit.Number})", $"DR-P06 +({kit.Number}) -()"],
            without.Rules.Select(r => $"{r.Rule} +({string.Join(", ", r.Gained)}) -({string.Join(", ", r.Lost)})")
        );
        Assert.Equal(same.AlertsBefore, without.AlertsAfter);
        Assert.Equal([$"{kit.Number} senior enhanced"], without.Bands.Select(b => $"{b.Case} {b.Before} {b.After}"));
    }

    [Theory]
    [InlineData("QM", true)]
    [InlineData("QN", false)]
    public async Task What_a_State_sets_otherwise_changes_how_its_own_cases_are_judged_and_no_others(
        string state,
        bool isLost
    )
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        var kit = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        await kit.LookAtFlags();
        Lawful.Must(await kit.Recommend());
        Lawful.Must(await kit.Decide());
        await using var db = fresh.OpenDatabase();
        var published = db.PublishedFiles.Single(f => f.Kind == Casework.Storage.PublishedKind.Screening).Content;
        var candidate = JsonNode.Parse(published)!;
        candidate["overrides"] = new JsonArray(
            new JsonObject
            {
                ["rule"] = "DR-P01",
                ["state"] = state,
                ["author"] = "A. Officer",
                ["reason"] = "national law",
                ["valid_from"] = Lawful.Day(fresh.Today),
                ["enabled"] = false,
            }
        );

        var replayed = await fresh
            .Application.Services.GetRequiredService<BackTest>()
            .Run(
                ReadRuleSet.RuleSetIn(candidate.ToJsonString(), "candidate"),
                null,
                TestContext.Current.CancellationToken
            );

        Assert.Equal(isLost, replayed.Rules.Any(r => r.Rule == "DR-P01" && r.Lost.Contains(kit.Number)));
        Assert.Equal(isLost, replayed.Rules.Count > 0);
    }

    [Fact]
    public async Task A_case_in_the_highest_band_is_licensed_only_on_the_advice_of_another_agency()
    {
        await using var fresh = await demo.Another();
        await Loaded(fresh);
        Lawful.Must(
            await (await fresh.Door.SignIn("administrator@qm.example")).LoadReference(
                new JsonObject
                {
                    ["lists"] = new JsonObject
                    {
                        ["high_risk"] = new JsonArray(
                            new JsonObject
                            {
                                ["id"] = "HR-QN",
                                ["state"] = "QN",
                                ["level"] = "high",
                                ["valid_from"] = "2020-01-01",
                            }
                        ),
                    },
                },
                fresh.Today
            )
        );
        var open = await Parts(fresh, "frame", "slide", "barrel").WithOfficer();
        var screening = (await open.AsOfficer()).GetProperty("screening");
        Assert.Equal(("refer", 50), (screening.Word("band"), screening.GetProperty("points").GetInt32()));
        foreach (var rule in await open.OutstandingFlags())
        {
            var made = Lawful.Must(
                await (await fresh.Officer).DisposeOfFlag(open.Id, rule, "explained", "A contract.")
            );
            Lawful.Must(await (await fresh.OtherSenior).ClearFlag(open.Id, made.Id("created")));
        }

        var refused = await open.Recommend();

        Assert.Equal((422, "diversion-risk-referred"), (refused.Status, Assert.Single(Rules(refused))));
        await open.Advised("Police liaison office");
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());
        Assert.Equal("in-force", await open.LicenceStatus());
    }

    [Fact]
    public async Task Reference_data_with_a_mistake_are_refused_by_field_and_the_same_again_changes_nothing()
    {
        await using var fresh = await demo.Another();
        var administrator = await fresh.Door.SignIn("administrator@qm.example");
        var wrong = await administrator.LoadReference(
            new JsonObject { ["lists"] = new JsonObject { ["embargoes"] = new JsonArray() } },
            fresh.Today
        );
        Assert.Equal(400, wrong.Status);
        Assert.Equal(["data"], wrong.Refusal!.Errors.Keys);
        var lists = new JsonObject { ["lists"] = new JsonObject { ["hubs"] = new JsonArray() } };
        var loaded = Lawful.Must(await administrator.LoadReference(lists.DeepClone(), fresh.Today));
        Assert.Equal("lists.hubs", Assert.Single(loaded["loaded"].EnumerateArray()).GetString());

        var again = Lawful.Must(await administrator.LoadReference(lists, fresh.Today));

        Assert.Equal(0, again["loaded"].GetArrayLength());
        Assert.Equal(403, (await (await fresh.Officer).LoadReference(new JsonObject(), fresh.Today)).Status);
    }

    private static async Task Loaded(RunningDemo fresh)
    {
        var file = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples/screening/labelled-dossiers.json"))
        )!;
        var data = file["reference_data"]!.DeepClone().AsObject();
        data.Remove("lists");
        Lawful.Must(await (await fresh.Door.SignIn("administrator@qm.example")).LoadReference(data, fresh.Today));
    }

    private static async Task Embargo(RunningDemo fresh, string state) =>
        Lawful.Must(
            await (await fresh.Door.SignIn("administrator@qm.example")).LoadReference(
                new JsonObject
                {
                    ["lists"] = new JsonObject
                    {
                        ["embargo"] = new JsonArray(
                            new JsonObject
                            {
                                ["id"] = $"EMB-{state}",
                                ["state"] = state,
                                ["valid_from"] = "2020-01-01",
                                ["target"] = "territory",
                            }
                        ),
                    },
                },
                fresh.Today
            )
        );

    private static Lawful Parts(RunningDemo fresh, params string[] parts) =>
        new(fresh)
        {
            Parts = parts,
            Quantity = 10,
            FlagsAreLookedAt = false,
        };

    private static IReadOnlyList<string> Raised(JsonElement seen) =>
        [.. seen.GetProperty("screening").GetProperty("flags").EnumerateArray().Select(f => f.Word("rule"))];

    private static JsonElement Flag(JsonElement seen, string rule) =>
        seen.GetProperty("screening").GetProperty("flags").EnumerateArray().Single(f => f.Word("rule") == rule);

    private static IEnumerable<string> Rules(Answer answer) => answer.Refusal!.Findings.Select(f => f.Rule).Distinct();
}
