using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class LinkedToAnAdversePartyTests
{
    private const string Rule = "DR-E06";
    private static readonly WatchRecord Denied = new("DLR-DENIED", "denial", ADossier.Today.AddDays(-200));

    private static ScreeningDossier WithAPartyOf(string phone) =>
        ADossier.Lawful().And(new PartyRecord("DLR-DENIED", Phone: phone)) with
        {
            Watch = [Denied],
        };

    [Fact]
    public void The_phone_number_of_a_denied_dealer()
    {
        var flag = AssertFlag(Rule, Severity.High, WithAPartyOf("+000 555-0100"));
        Assert.Equal(["DLR-NORD", "phone 0005550100", "DLR-DENIED"], flag.Evidence.LinkPath);
    }

    [Fact]
    public void Another_phone_number_links_nobody() => AssertClear(Rule, WithAPartyOf("+000 555-0101"));

    [Fact]
    public void Its_own_record_is_another_rule() =>
        AssertClear(Rule, ADossier.Lawful() with { Watch = [Denied with { Party = "DLR-NORD" }] });

    [Fact]
    public void A_record_that_was_settled_is_none() =>
        AssertClear(Rule, WithAPartyOf("+000 555-0100") with { Watch = [Denied with { Resolved = true }] });

    [Fact]
    public void A_record_of_tomorrow_is_not_known_today() =>
        AssertClear(
            Rule,
            WithAPartyOf("+000 555-0100") with
            {
                Watch = [Denied with { KnownAt = ADossier.Today.AddDays(1) }],
            }
        );

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_tower_block_links_nobody(int sharing, bool links)
    {
        var dossier = WithAPartyOf("+000 555-0100")
            .And(Enumerable.Range(0, sharing - 2).Select(i => new PartyRecord($"FLAT-{i}", Phone: "+000-555-0100")));
        if (links)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public void A_link_that_an_officer_refuted_is_none_until_that_ends(int endsIn, bool links)
    {
        var dossier = WithAPartyOf("+000 555-0100") with
        {
            RefutedLinks =
            [
                new RefutedLink(
                    "DLR-DENIED",
                    "DLR-NORD",
                    "phone",
                    "the number was reassigned",
                    "A. Officer",
                    ADossier.Today.AddDays(endsIn)
                ),
            ],
        };
        if (links)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void A_confirmed_diversion_in_the_register_of_incidents_is_an_adverse_record() =>
        AssertFlag(
            Rule,
            Severity.High,
            WithAPartyOf("+000 555-0100") with
            {
                Watch = [],
                Incidents = [new Incident("I-1", "DLR-DENIED", "diversion", "confirmed", null, ADossier.Today)],
            }
        );

    [Fact]
    public void Without_the_watch_list_nobody_can_say() =>
        AssertNotAssessable(Rule, WithAPartyOf("+000 555-0100") with { Watch = null }, ["watch"]);

    [Fact]
    public void Of_a_party_of_which_nothing_is_known_nobody_can_say_that_it_is_alone() =>
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(d => new PartyRecord(d.Id)),
            ["parties[DLR-NORD].address_key, phone, email, beneficial_owner, bank_account or registration_no"]
        );
}

public sealed class DeniedBeforeTests
{
    private const string Rule = "DR-E07";

    private static ScreeningDossier Denied(
        DateOnly? on,
        string? itemClass = Parts.Frame,
        string party = "DLR-NORD",
        bool? resolved = null
    ) =>
        ADossier.OfLines(ADossier.Part(Parts.Frame, "AX9", 5)) with
        {
            Watch = [new WatchRecord(party, "denial", on, "QP", resolved, itemClass)],
        };

    [Fact]
    public void Denied_fourteen_months_ago_for_pistol_parts()
    {
        var day = ADossier.Today.AddMonths(-14);
        var flag = AssertFlag(Rule, Severity.High, Denied(day), computed: ("item_class", Parts.Frame));
        Assert.Equal($"Nordstern Jagd & Sport was denied FRAME by QP on {day:yyyy-MM-dd}.", flag.Text);
    }

    [Fact]
    public void A_denial_that_was_revoked_on_appeal() =>
        AssertClear(Rule, Denied(ADossier.Today.AddMonths(-14), resolved: true));

    [Fact]
    public void Three_years_are_counted_by_the_calendar()
    {
        AssertFlag(Rule, Severity.High, Denied(ADossier.Today.AddYears(-3)));
        AssertClear(Rule, Denied(ADossier.Today.AddYears(-3).AddDays(-1)));
    }

    [Theory]
    [InlineData("frame", true)]
    [InlineData("Frame ", true)]
    [InlineData("PART", true)]
    [InlineData("AX9", true)]
    [InlineData(Parts.Barrel, false)]
    [InlineData("complete firearm", false)]
    [InlineData("M15F", false)]
    public void Only_such_goods_count(string itemClass, bool raises)
    {
        var dossier = Denied(ADossier.Today.AddDays(-10), itemClass);
        if (raises)
            AssertFlag(Rule, Severity.High, dossier);
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void An_assembly_is_also_what_it_consists_of() =>
        AssertFlag(
            Rule,
            Severity.High,
            ADossier.OfLines(ADossier.Part(Parts.UpperAssembly, "M15F", 5)) with
            {
                Watch = [new WatchRecord("DLR-NORD", "denial", ADossier.Today, ItemClass: Parts.Barrel)],
            }
        );

    [Theory]
    [InlineData(null)]
    [InlineData("pistol accessories")]
    public void A_denial_whose_goods_nobody_can_compare_is_raised_with_a_note(string? itemClass)
    {
        var dossier = Denied(ADossier.Today.AddDays(-10), itemClass);
        var flag = AssertFlag(Rule, Severity.High, dossier);
        Assert.Contains("whether it was for such goods is not on record", flag.Text, StringComparison.Ordinal);
        AssertNotAssessable(Rule, dossier, ["watch[DLR-NORD].item_class"]);
    }

    [Fact]
    public void So_it_is_when_the_goods_of_the_case_are_not_known()
    {
        var dossier = Denied(ADossier.Today.AddDays(-10), Parts.Barrel)
            .WithCase(c => c with { Lines = [new CaseLine(Qty: 1)] });
        AssertFlag(Rule, Severity.High, dossier);
        AssertNotAssessable(Rule, dossier, ["case.lines[0].part_type"]);
        AssertNotAssessable(
            Rule,
            Denied(ADossier.Today, "M15F").WithCase(c => c with { Lines = [new CaseLine(Parts.Frame, Qty: 1)] }),
            ["case.lines[0].platform"]
        );
    }

    [Fact]
    public void The_consignee_counts_and_nobody_else()
    {
        var agent = Denied(ADossier.Today.AddDays(-10), party: "AGENT");
        AssertClear(Rule, agent);
        AssertFlag(
            Rule,
            Severity.High,
            agent.WithCase(c => c with { Parties = c.Parties! with { Consignee = "AGENT" } }),
            computed: ("party", "AGENT")
        );
    }

    [Fact]
    public void Register_day_goods_and_recipients_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful() with { Watch = null }, ["watch"]);
        AssertNotAssessable(Rule, Denied(null), ["watch[DLR-NORD].date"]);
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { Consignee = null } }),
            ["case.parties.consignee"]
        );
    }

    [Fact]
    public void A_denial_that_was_notified_later_was_not_known() =>
        AssertClear(
            Rule,
            Denied(ADossier.Today.AddDays(-10)) with
            {
                Watch =
                [
                    new WatchRecord(
                        "DLR-NORD",
                        "denial",
                        ADossier.Today.AddDays(-10),
                        ItemClass: Parts.Frame,
                        KnownAt: ADossier.Today.AddDays(1)
                    ),
                ],
            }
        );
}

public sealed class DivertedBeforeTests
{
    private const string Rule = "DR-E08";
    private static readonly Incident Resold = new(
        "INC-7",
        "DLR-NORD",
        "diversion",
        "confirmed",
        null,
        new DateOnly(2025, 6, 1)
    );

    private static ScreeningDossier After(params IReadOnlyList<Incident> incidents) =>
        ADossier.Lawful() with
        {
            Incidents = incidents,
        };

    [Fact]
    public void Receivers_were_resold_in_2025()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            After(Resold),
            computed: [("party", "DLR-NORD"), ("records", 1)]
        );
        Assert.Equal(
            "A delivery to or through Nordstern Jagd & Sport was diverted (2025-06-01): this is confirmed and not settled.",
            flag.Text
        );
    }

    [Fact]
    public void It_was_settled_with_corrective_action() =>
        AssertClear(Rule, After(Resold with { Resolution = "corrective action accepted" }));

    [Fact]
    public void A_theft_reported_promptly_with_corrective_action_accepted() =>
        AssertClear(Rule, After(Resold with { Kind = "theft", Resolution = "corrective action accepted" }));

    [Theory]
    [InlineData("theft", "confirmed")]
    [InlineData("loss", "confirmed")]
    [InlineData("diversion", "suspected")]
    [InlineData("diversion", "reported")]
    public void Only_a_diversion_that_is_confirmed(string kind, string status) =>
        AssertClear(Rule, After(Resold with { Kind = kind, Status = status }));

    [Fact]
    public void A_diversion_on_the_watch_list_is_the_same_source()
    {
        var watched = ADossier.Lawful() with
        {
            Watch = [new WatchRecord("DLR-NORD", "diversion", new DateOnly(2025, 6, 1))],
        };
        AssertFlag(Rule, Severity.Blocking, watched);
        AssertClear(Rule, watched with { Watch = [watched.Watch![0] with { Resolved = true }] });
        AssertClear(Rule, watched with { Watch = [watched.Watch![0] with { Kind = "denial" }] });
    }

    [Fact]
    public void Consignee_and_broker_count_and_the_exporter_does_not()
    {
        var agent = After(Resold with { Party = "AGENT" });
        AssertFlag(
            Rule,
            Severity.Blocking,
            agent.WithCase(c => c with { Parties = c.Parties! with { Consignee = "AGENT" } })
        );
        AssertFlag(
            Rule,
            Severity.Blocking,
            agent.WithCase(c => c with { Parties = c.Parties! with { Broker = "AGENT" } })
        );
        AssertClear(Rule, agent.WithCase(c => c with { Parties = c.Parties! with { Exporter = "AGENT" } }));
    }

    [Fact]
    public void What_happened_or_became_known_later_does_not_count()
    {
        AssertFlag(Rule, Severity.Blocking, After(Resold with { Date = ADossier.Today, KnownAt = ADossier.Today }));
        AssertClear(Rule, After(Resold with { KnownAt = ADossier.Today.AddDays(1) }));
    }

    [Fact]
    public void Both_registers_and_what_they_say_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful() with { Incidents = null }, ["incidents"]);
        AssertNotAssessable(Rule, ADossier.Lawful() with { Watch = null }, ["watch"]);
        AssertNotAssessable(Rule, After(Resold with { Status = null }), ["incidents[INC-7].status"]);
        AssertNotAssessable(Rule, After(Resold with { Kind = null }), ["incidents[INC-7].kind"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
    }
}

public sealed class SanctionsTests
{
    private const string Rule = "DR-E09";
    private static readonly SanctionEntry Entry = new(
        "Nordstern Jagd und Sport",
        "QN",
        "QP-777",
        new DateOnly(1999, 1, 1)
    )
    {
        Id = "SL-1",
        ValidFrom = new DateOnly(2025, 1, 1),
    };

    private static ReferenceData Listing(params IReadOnlyList<SanctionEntry> entries) =>
        Reference.WithLists(l => l with { Sanctions = entries });

    private static ScreeningDossier Named(string? name) => ADossier.Lawful().WithDealer(d => d with { Name = name });

    [Fact]
    public void The_registration_number_of_an_entry()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            Named("Quite Another Name"),
            Listing(Entry with { RegistrationNo = "qn 10001", Country = "QP" }),
            computed: [("party", "DLR-NORD"), ("entry", "SL-1")]
        );
        Assert.Contains("(SL-1)", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_alike_in_the_same_country_may_be_the_same_party_whatever_else_differs()
    {
        var flag = AssertFlag(Rule, Severity.High, Named("NORDSTERN, Sport und Jagd"), Listing(Entry));
        Assert.Equal(1m, flag.Evidence.Computed["similarity"]);
        Assert.Contains("both are of QN", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_alike_with_the_same_day_of_registration() =>
        AssertFlag(
            Rule,
            Severity.High,
            Named("Nordstern Jagd und Sport"),
            Listing(Entry with { Country = "QP", RegisteredOn = new DateOnly(2011, 4, 2) })
        );

    [Fact]
    public void A_name_alike_with_the_same_day_of_birth()
    {
        var person = ADossier
            .Lawful()
            .WithDealer(d =>
                d with
                {
                    Type = PartyTypes.PrivateIndividual,
                    Name = "Jon Meridan",
                    BirthDate = new DateOnly(1980, 2, 3),
                }
            );
        var entry = new SanctionEntry("Jón Meridan", "QP", BirthDate: new DateOnly(1980, 2, 3));
        AssertFlag(Rule, Severity.High, person, Listing(entry));
        AssertClear(Rule, person, Listing(entry with { BirthDate = new DateOnly(1980, 2, 4) }));
    }

    [Fact]
    public void The_same_name_in_another_country_and_of_another_day() =>
        AssertClear(Rule, Named("Nordstern Jagd und Sport"), Listing(Entry with { Country = "QP" }));

    [Theory]
    [InlineData("abcdefghij", "abcdefghix", true)]
    [InlineData("abcdefghij", "abcdefghxx", false)]
    public void Nine_tenths_of_a_name_are_alike_enough(string own, string listed, bool raises)
    {
        if (raises)
            AssertFlag(
                Rule,
                Severity.High,
                Named(own),
                Listing(Entry with { Name = listed }),
                computed: ("similarity", 0.9m)
            );
        else
            AssertClear(Rule, Named(own), Listing(Entry with { Name = listed }));
    }

    [Theory]
    [InlineData("exporter")]
    [InlineData("consignee")]
    [InlineData("broker")]
    [InlineData("payer")]
    public void Every_party_of_the_case_counts(string role)
    {
        var dossier = ADossier
            .Lawful()
            .And(new PartyRecord("OTHER", "Other", Country: "QP", RegistrationNo: "QP-777"))
            .WithCase(c =>
                c with
                {
                    Parties = role switch
                    {
                        "exporter" => c.Parties! with { Exporter = "OTHER" },
                        "consignee" => c.Parties! with { Consignee = "OTHER" },
                        "broker" => c.Parties! with { Broker = "OTHER" },
                        _ => c.Parties! with { Payer = "OTHER" },
                    },
                }
            );
        AssertFlag(Rule, Severity.Blocking, dossier, Listing(Entry), computed: ("party", "OTHER"));
    }

    [Fact]
    public void An_entry_counts_from_its_first_day_to_its_last()
    {
        var listed = Entry with { RegistrationNo = "QN-10001" };
        AssertFlag(
            Rule,
            Severity.Blocking,
            ADossier.Lawful(),
            Listing(listed with { ValidFrom = ADossier.Today, ValidTo = ADossier.Today })
        );
        AssertClear(Rule, ADossier.Lawful(), Listing(listed with { ValidTo = ADossier.Today.AddDays(-1) }));
        AssertClear(Rule, ADossier.Lawful(), Listing(listed with { ValidFrom = ADossier.Today.AddDays(1) }));
        AssertClear(Rule, ADossier.Lawful(), Listing(listed with { KnownAt = ADossier.Today.AddDays(1) }));
    }

    [Fact]
    public void The_list_must_be_loaded() =>
        AssertNotAssessable(
            Rule,
            ADossier.Lawful(),
            ["reference.lists.sanctions"],
            Reference.WithLists(l => l with { Sanctions = null })
        );

    [Fact]
    public void What_identifies_a_party_must_be_known()
    {
        AssertNotAssessable(Rule, Named(null), ["parties[DLR-NORD].name"], Listing(Entry));
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(d => d with { RegistrationNo = null, Name = "Another" }),
            ["parties[DLR-NORD].registration_no"],
            Listing(Entry)
        );
        AssertNotAssessable(
            Rule,
            Named("Nordstern Jagd und Sport").WithDealer(d => d with { Country = null, RegisteredOn = null }),
            ["parties[DLR-NORD].country", "parties[DLR-NORD].registered_on"],
            Listing(Entry)
        );
        AssertNotAssessable(
            Rule,
            Named("Nordstern Jagd und Sport"),
            ["reference.lists.sanctions[SL-1].country"],
            Listing(Entry with { Country = null })
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = null }),
            ["case.parties.exporter", "case.parties.final_recipient", "case.parties.consignee"],
            Listing(Entry)
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { Broker = "BRK" } }),
            ["parties[BRK]"],
            Listing(Entry)
        );
    }
}
