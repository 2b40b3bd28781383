using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class CompletedKitTests
{
    private const string Rule = "DR-P02";

    private static readonly PartyRecord Linked = new("RNG-FJORD", Phone: "+000 555 0100");

    /// <summary>Frames now, after barrels and slides.</summary>
    private static ScreeningDossier Frames(decimal frames, params IReadOnlyList<HistoryLine> history) =>
        ADossier.OfLines(ADossier.Part(Parts.Frame, "AX9", frames)) with
        {
            History = history,
        };

    private static ScreeningDossier Pistols(decimal each, int daysAgo = 30) =>
        Frames(
            each,
            ADossier.Earlier(Parts.Barrel, "AX9", each, daysAgo),
            ADossier.Earlier(Parts.Slide, "AX9", each, 20)
        );

    [Fact]
    public void Three_consignments_to_linked_parties_make_pistols_and_the_links_are_shown()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Frames(
                    10,
                    ADossier.Earlier(Parts.Barrel, "AX9", 10, 60),
                    ADossier.Earlier(Parts.Slide, "AX9", 10, 30) with
                    {
                        Consignee = "RNG-FJORD",
                        FinalRecipient = "RNG-FJORD",
                    }
                )
                .And(Linked),
            computed:
            [
                ("platform", "AX9"),
                ("sets_cum", 10m),
                ("added", 10m),
                ("consignees", 2),
                ("exporters", 1),
                ("approximate", false),
            ]
        );
        Assert.Contains(
            "With 2 earlier licences this completes 10 AX9 firearms for linked recipients",
            flag.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(["DLR-NORD", "phone 0005550100", "RNG-FJORD"], flag.Evidence.LinkPath);
        Assert.Equal(
            ["case.lines[0]", "EX-2026-0060", "EX-2026-0030", "parties[RNG-FJORD]"],
            flag.Evidence.Inputs.Select(i => i.Place)
        );
    }

    [Fact]
    public void Three_exporters_with_one_part_each() =>
        AssertFlag(
            Rule,
            Severity.High,
            Frames(
                1,
                ADossier.Earlier(Parts.Barrel, "AX9", 1, 90) with
                {
                    Exporter = "EXP-BRIGG",
                },
                ADossier.Earlier(Parts.Slide, "AX9", 1, 45) with
                {
                    Exporter = "EXP-CORVO",
                }
            ),
            computed: [("exporters", 3), ("consignees", 1), ("added", 1m)]
        );

    [Fact]
    public void Two_exporters_are_enough() =>
        AssertFlag(
            Rule,
            Severity.High,
            Frames(
                1,
                ADossier.Earlier(Parts.Barrel, "AX9", 1, 90) with
                {
                    Exporter = "EXP-BRIGG",
                },
                ADossier.Earlier(Parts.Slide, "AX9", 1, 45)
            ),
            computed: ("exporters", 2)
        );

    [Fact]
    public void A_police_fleet_of_two_thousand_wears_out_as_many() =>
        AssertClear(
            Rule,
            Frames(5, ADossier.Earlier(Parts.Barrel, "AX9", 60, 137), ADossier.Earlier(Parts.Slide, "AX9", 20, 49))
                .WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["AX9"] = 2000 } })
        );

    [Fact]
    public void Three_sets_are_high_and_two_elevated()
    {
        AssertFlag(Rule, Severity.High, Pistols(3), computed: ("sets_cum", 3m));
        AssertFlag(Rule, Severity.Elevated, Pistols(2), computed: ("sets_cum", 2m));
    }

    [Theory]
    [InlineData(180, true)]
    [InlineData(181, false)]
    public void The_window_counts_its_first_day(int daysAgo, bool isFound)
    {
        if (isFound)
            AssertFlag(Rule, Severity.Elevated, Pistols(1, daysAgo));
        else
            AssertClear(Rule, Pistols(1, daysAgo));
    }

    [Fact]
    public void Fewer_than_the_least_that_this_case_must_add_raise_nothing()
    {
        AssertFlag(Rule, Severity.Elevated, Pistols(2), rules: With(Rule, "min_added_sets", "2"));
        AssertClear(Rule, Pistols(1), rules: With(Rule, "min_added_sets", "2"));
        AssertClear(Rule, Frames(1), rules: With(Rule, "min_added_sets", "0"));
    }

    [Fact]
    public void Only_what_neither_makes_alone_counts()
    {
        HistoryLine[] kit =
        [
            ADossier.Earlier(Parts.Frame, "AX9", 4, 30),
            ADossier.Earlier(Parts.Barrel, "AX9", 4, 30),
            ADossier.Earlier(Parts.Slide, "AX9", 4, 30),
        ];
        AssertClear(Rule, Frames(4, kit));
        AssertClear(
            Rule,
            ADossier.OfLines(
                ADossier.Part(Parts.Frame, "AX9", 4),
                ADossier.Part(Parts.Barrel, "AX9", 4),
                ADossier.Part(Parts.Slide, "AX9", 4)
            ) with
            {
                History = kit,
            }
        );
    }

    [Fact]
    public void The_allowance_of_a_fleet_is_rounded_up_and_none_is_made_for_receivers()
    {
        // A fleet of 10: ceil(0.1 x 10 x 180/365) = 1 barrel and ceil(0.03 x 10 x 180/365) = 1 slide.
        static ScreeningDossier WithFleet(decimal each) =>
            Pistols(each).WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["AX9"] = 10 } });
        AssertClear(Rule, WithFleet(1));
        AssertFlag(Rule, Severity.Elevated, WithFleet(2), computed: [("sets_cum", 1m), ("fleet", 10m)]);
    }

    [Fact]
    public void A_recipient_that_may_manufacture_is_recorded_only() =>
        AssertFlag(
            Rule,
            Severity.Info,
            Pistols(10)
                .WithDealer(d =>
                    d with
                    {
                        Authorisations = [new PartyAuthorisation(AuthorisationKinds.Manufacture, "B")],
                    }
                )
        );

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void What_more_than_twenty_parties_share_links_none(int holders, bool isFound)
    {
        var dossier = Frames(
                1,
                ADossier.Earlier(Parts.Barrel, "AX9", 1, 60),
                ADossier.Earlier(Parts.Slide, "AX9", 1, 30) with
                {
                    Consignee = "RNG-FJORD",
                    FinalRecipient = "RNG-FJORD",
                }
            )
            .And([Linked, .. Enumerable.Range(0, holders - 2).Select(i => Linked with { Id = $"X-{i}" })]);
        if (isFound)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void A_link_that_was_refuted_counts_no_longer() =>
        AssertClear(
            Rule,
            Frames(
                    1,
                    ADossier.Earlier(Parts.Barrel, "AX9", 1, 60),
                    ADossier.Earlier(Parts.Slide, "AX9", 1, 30) with
                    {
                        Consignee = "RNG-FJORD",
                        FinalRecipient = "RNG-FJORD",
                    }
                )
                .And(Linked) with
            {
                RefutedLinks =
                [
                    new RefutedLink("RNG-FJORD", "DLR-NORD", "phone", "switchboard", "A. Officer", ADossier.Today),
                ],
            }
        );

    [Fact]
    public void What_became_known_later_is_not_looked_at() =>
        AssertClear(
            Rule,
            Frames(
                1,
                ADossier.Earlier(Parts.Barrel, "AX9", 1, 60),
                ADossier.Earlier(Parts.Slide, "AX9", 1, 30) with
                {
                    KnownAt = ADossier.Today.AddDays(1),
                }
            )
        );

    [Fact]
    public void Complete_firearms_complete_nothing_and_need_no_history() =>
        AssertClear(Rule, ADossier.Lawful() with { History = null });

    [Fact]
    public void Without_a_history_nobody_can_say() =>
        AssertNotAssessable(Rule, Frames(1) with { History = null }, ["history"]);

    [Fact]
    public void Of_a_recipient_of_which_nothing_is_known_nobody_can_say_that_it_is_alone() =>
        AssertNotAssessable(
            Rule,
            Frames(1)
                .WithDealer(d =>
                    d with
                    {
                        Phone = null,
                        Email = null,
                        AddressKey = null,
                        BeneficialOwner = null,
                        RegistrationNo = null,
                    }
                ),
            ["parties[DLR-NORD].address_key, phone, email, beneficial_owner, bank_account or registration_no"]
        );

    [Fact]
    public void Without_a_recipient_there_is_nobody_to_look_for() =>
        AssertNotAssessable(
            Rule,
            Frames(1).WithCase(c => c with { Parties = new CaseParties("EXP-HALDEN") }),
            ["case.parties.final_recipient"]
        );

    [Fact]
    public void A_fleet_that_is_not_recorded_earns_no_allowance_and_is_asked_for()
    {
        var dossier = Pistols(1).WithDealer(d => d with { Fleet = null });
        AssertFlag(Rule, Severity.Elevated, dossier);
        AssertNotAssessable(Rule, dossier, ["parties[DLR-NORD].fleet"]);
    }

    [Fact]
    public void A_fleet_needs_the_rates_at_which_it_wears_out() =>
        AssertNotAssessable(
            Rule,
            Pistols(1).WithDealer(d => d with { Fleet = new Dictionary<string, decimal> { ["AX9"] = 10 } }),
            ["reference.spare_rates.SLIDE", "reference.spare_rates.BARREL"],
            Reference.Data with
            {
                SpareRates = null,
            }
        );

    [Fact]
    public void An_exporter_that_is_not_known_could_be_a_second_one() =>
        AssertNotAssessable(
            Rule,
            Frames(
                1,
                ADossier.Earlier(Parts.Barrel, "AX9", 1, 60) with
                {
                    Exporter = null,
                },
                ADossier.Earlier(Parts.Slide, "AX9", 1, 30)
            ),
            ["EX-2026-0060.exporter"]
        );

    [Theory]
    [InlineData("qty")]
    [InlineData("platform")]
    [InlineData("part_type")]
    public void What_the_parts_are_must_be_known(string field)
    {
        var frame = ADossier.Part(Parts.Frame, "AX9", 1);
        AssertNotAssessable(
            Rule,
            ADossier.OfLines(
                field switch
                {
                    "qty" => frame with { Qty = null },
                    "platform" => frame with { Platform = null },
                    _ => frame with { PartType = null },
                }
            ),
            [$"case.lines[0].{field}"]
        );
    }

    [Fact]
    public void A_cluster_that_is_cut_short_says_so() =>
        AssertNotAssessable(
            Rule,
            Frames(1)
                .And(
                    Enumerable
                        .Range(0, LinkGraph.MaxMembers)
                        .Select(i => new PartyRecord(
                            $"X-{i}",
                            Phone: i == 0 ? "+000 555 0100" : $"{(i + 1) / 2}",
                            Email: $"{i / 2}@x"
                        ))
                ),
            [$"links of DLR-NORD beyond {LinkGraph.MaxMembers} parties"]
        );

    [Fact]
    public void A_cluster_whose_links_were_not_all_looked_up_is_not_read_as_whole()
    {
        var dossier = Frames(1).And(new PartyRecord("X", Phone: "+000 555 0100"), new PartyRecord("Y", Phone: "9"));
        AssertNotAssessable(Rule, dossier with { LinksNotFollowed = ["X"] }, ["links of DLR-NORD beyond 2 parties"]);
        // Nobody of the cluster is linked to it.
        AssertClear(Rule, dossier with { LinksNotFollowed = ["Y"] });
    }
}

public sealed class FirearmsToHoldTests
{
    private const string Rule = "DR-P04";

    private static ScreeningDossier Club(decimal receivers, params IReadOnlyList<HistoryLine> history) =>
        ADossier
            .OfLines(ADossier.Part(Parts.LowerReceiver, "M15F", receivers))
            .WithDealer(d =>
                d with
                {
                    Type = "club",
                    Quota = new Dictionary<string, decimal> { ["B"] = 30 },
                    Holdings = new Dictionary<string, decimal> { ["B"] = 26 },
                }
            ) with
        {
            History = history,
        };

    [Fact]
    public void A_club_that_may_hold_thirty_and_holds_twenty_six_orders_twelve_receivers()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Club(12),
            computed: [("firearms", 38m), ("quota", 30m), ("holdings", 26m), ("category", "B")]
        );
        Assert.Contains("may hold 30 firearms of category B, holds 26", flag.Text, StringComparison.Ordinal);
        Assert.Contains("would have 38", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dealer_with_room_orders_forty_frames() =>
        AssertClear(
            Rule,
            ADossier
                .OfLines(ADossier.Part(Parts.Frame, "AX9", 40))
                .WithDealer(d =>
                    d with
                    {
                        Quota = new Dictionary<string, decimal> { ["B"] = 500 },
                        Holdings = new Dictionary<string, decimal> { ["B"] = 120 },
                    }
                )
        );

    [Fact]
    public void The_quota_itself_may_be_reached()
    {
        AssertClear(Rule, Club(4));
        AssertFlag(Rule, Severity.High, Club(5), computed: ("firearms", 31m));
    }

    [Fact]
    public void A_tolerance_is_a_share_of_the_quota()
    {
        AssertClear(Rule, Club(7), rules: With(Rule, "tolerance", "0.1"));
        AssertFlag(Rule, Severity.High, Club(8), rules: With(Rule, "tolerance", "0.1"));
    }

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void What_was_licensed_within_a_year_counts(int daysAgo, bool isFound)
    {
        var dossier = Club(4, ADossier.Earlier(Parts.CompleteFirearm, "M15F", 1, daysAgo));
        if (isFound)
            AssertFlag(Rule, Severity.High, dossier, computed: [("licensed_earlier", 1m), ("in_the_case", 4m)]);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void What_is_held_already_deactivated_or_only_passing_through_does_not_count()
    {
        var earlier = ADossier.Earlier(Parts.LowerReceiver, "M15F", 9, 30);
        AssertFlag(Rule, Severity.High, Club(4, earlier));
        AssertClear(
            Rule,
            Club(
                4,
                earlier with
                {
                    InHoldings = true,
                },
                earlier with
                {
                    Temporary = true,
                },
                earlier with
                {
                    Deactivated = true,
                },
                earlier with
                {
                    Category = "C",
                }
            )
        );
        AssertClear(Rule, Club(40).WithCase(c => c with { Lines = [c.Lines![0] with { Temporary = true }] }));
    }

    [Fact]
    public void What_went_to_linked_parties_counts() =>
        AssertFlag(
            Rule,
            Severity.High,
            Club(4, ADossier.Earlier(Parts.Frame, "AX9", 1, 30) with { Consignee = null, FinalRecipient = "RNG-FJORD" })
                .And(new PartyRecord("RNG-FJORD", Phone: "+000 555 0100")),
            computed: ("firearms", 31m)
        );

    [Fact]
    public void Barrels_are_no_firearms_and_need_no_quota() =>
        AssertClear(
            Rule,
            ADossier.OfLines(ADossier.Part(Parts.Barrel, "AX9", 900)).WithDealer(d => d with { Quota = null })
        );

    [Fact]
    public void A_line_without_category_has_that_of_its_platform() =>
        AssertFlag(
            Rule,
            Severity.High,
            Club(12).WithCase(c => c with { Lines = [c.Lines![0] with { Category = null }] }),
            computed: ("category", "B")
        );

    [Fact]
    public void A_quota_that_is_not_known_is_asked_for()
    {
        AssertNotAssessable(Rule, Club(1).WithDealer(d => d with { Quota = null }), ["parties[DLR-NORD].quota.B"]);
        AssertNotAssessable(
            Rule,
            Club(1).WithDealer(d => d with { Quota = new Dictionary<string, decimal> { ["C"] = 5 } }),
            ["parties[DLR-NORD].quota.B"]
        );
    }

    [Fact]
    public void Holdings_are_needed_unless_the_order_alone_is_too_much()
    {
        AssertNotAssessable(Rule, Club(30).WithDealer(d => d with { Holdings = null }), ["parties[DLR-NORD].holdings"]);
        AssertFlag(Rule, Severity.High, Club(31).WithDealer(d => d with { Holdings = null }));
    }

    [Fact]
    public void Category_quantity_and_history_are_needed()
    {
        AssertNotAssessable(Rule, Club(1) with { History = null }, ["history"]);
        AssertNotAssessable(
            Rule,
            Club(1).WithCase(c => c with { Lines = [c.Lines![0] with { Qty = null }] }),
            ["case.lines[0].qty"]
        );
        AssertNotAssessable(
            Rule,
            Club(1).WithCase(c => c with { Lines = [c.Lines![0] with { Category = null, Platform = null }] }),
            ["case.lines[0].category"]
        );
    }
}
