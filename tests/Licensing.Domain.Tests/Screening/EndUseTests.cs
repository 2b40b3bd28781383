using Licensing.Domain.Goods;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class NotAuthorisedTests
{
    private const string Rule = "DR-E10";

    private static ScreeningDossier Holding(params IReadOnlyList<PartyAuthorisation> authorisations) =>
        ADossier.Lawful().WithDealer(d => d with { Authorisations = authorisations });

    [Fact]
    public void A_dealer_for_one_category_orders_trigger_groups_of_another()
    {
        var dossier = Holding(new PartyAuthorisation(AuthorisationKinds.DealerStock, "C"))
            .WithCase(c => c with { Lines = [ADossier.Part(Parts.TriggerGroup, "SM9", 10) with { Category = "A" }] });
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            dossier,
            computed: [("category", "A"), ("day", "2026-04-28"), ("last_valid_to", "none")]
        );
        Assert.Equal(
            "Nordstern Jagd & Sport has no authorisation to acquire goods of category A on 2026-04-28.",
            flag.Text
        );
    }

    [Theory]
    [InlineData("DEALER_STOCK")]
    [InlineData("MANUFACTURE")]
    [InlineData("POSSESSION")]
    [InlineData("GOVERNMENT")]
    [InlineData("COLLECTION")]
    [InlineData("REPAIR")]
    public void Any_kind_that_lets_it_acquire_will_do(string kind) =>
        AssertClear(Rule, Holding(new PartyAuthorisation(kind, "C")));

    [Fact]
    public void To_store_is_not_to_acquire() =>
        AssertFlag(Rule, Severity.Blocking, Holding(new PartyAuthorisation(AuthorisationKinds.Storage, "C")));

    [Fact]
    public void It_must_hold_on_the_day_of_arrival()
    {
        var eta = ADossier.Lawful().Case.Eta!.Value;
        var until = new PartyAuthorisation(AuthorisationKinds.DealerStock, "C", ValidTo: eta);
        AssertClear(Rule, Holding(until));
        AssertClear(Rule, Holding(until with { ValidFrom = eta }));
        AssertFlag(Rule, Severity.Blocking, Holding(until with { ValidFrom = eta.AddDays(1), ValidTo = null }));
        var flag = AssertFlag(Rule, Severity.Blocking, Holding(until with { ValidTo = eta.AddDays(-1) }));
        Assert.Contains("the last one ends on 2026-04-27", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void While_that_is_not_known_it_must_hold_today()
    {
        var today = new PartyAuthorisation(AuthorisationKinds.DealerStock, "C", ValidTo: ADossier.Today);
        AssertClear(Rule, Holding(today).WithCase(c => c with { Eta = null }));
        AssertFlag(
            Rule,
            Severity.Blocking,
            Holding(today with { ValidTo = ADossier.Today.AddDays(-1) }).WithCase(c => c with { Eta = null })
        );
    }

    [Fact]
    public void A_permit_that_was_renewed_under_a_new_number() =>
        AssertClear(
            Rule,
            Holding(
                new PartyAuthorisation(AuthorisationKinds.DealerStock, "C", ValidTo: ADossier.Today.AddDays(-1)),
                new PartyAuthorisation(AuthorisationKinds.DealerStock, "C", ValidFrom: ADossier.Today)
            )
        );

    [Fact]
    public void Goods_without_a_category_are_free_of_licence_there() =>
        AssertClear(Rule, Holding().WithCase(c => c with { Lines = [ADossier.Rifles() with { Category = null }] }));

    [Fact]
    public void Lines_recipient_and_authorisations_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(d => d with { Authorisations = null }),
            ["parties[DLR-NORD].authorisations"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}

public sealed class EndUseTests
{
    private const string Rule = "DR-E11";

    private static ScreeningDossier For(string? use, string? type, bool? arms = true) =>
        ADossier
            .Lawful()
            .WithCase(c => c with { EndUse = use })
            .WithDealer(d => d with { Type = type, BusinessArms = arms });

    [Fact]
    public void A_furniture_importer_orders_slides_to_resell()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            For("resale", "trading_company", arms: false),
            computed: [("end_use", "resale"), ("type", "trading_company"), ("business_arms", false)]
        );
        Assert.Contains("Arms are not its business.", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dealer_who_names_a_use_of_others() =>
        AssertFlag(Rule, Severity.Elevated, For("police", "dealer"), computed: ("business_arms", true));

    [Fact]
    public void A_range_orders_pistols_for_sport() => AssertClear(Rule, For("sport", "club"));

    [Fact]
    public void A_use_that_fits_is_enough_whatever_the_business() =>
        AssertClear(Rule, For("dealer_stock", "trading_company", arms: false));

    [Fact]
    public void Whether_arms_are_its_business_matters_where_the_use_does_not_fit()
    {
        AssertFlag(Rule, Severity.Elevated, For("police", "dealer", arms: null));
        AssertNotAssessable(Rule, For("police", "dealer", arms: null), ["parties[DLR-NORD].business_arms"]);
        AssertClear(Rule, For("dealer_stock", "dealer", arms: null));
    }

    [Fact]
    public void Use_and_type_must_be_known_and_the_type_be_in_the_matrix()
    {
        AssertNotAssessable(Rule, For(null, "dealer"), ["case.end_use"]);
        AssertNotAssessable(Rule, For("dealer_stock", null), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(Rule, For("dealer_stock", "freight_forwarder"), ["allowed_matrix.freight_forwarder"]);
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}

public sealed class PrivatePersonTests
{
    private const string Rule = "DR-E12";

    private static ScreeningDossier ToAPerson(params IReadOnlyList<CaseLine> lines) =>
        ADossier.OfLines(lines).WithDealer(d => d with { Type = PartyTypes.PrivateIndividual });

    [Fact]
    public void Seven_pistol_frames_in_a_year()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ToAPerson(ADossier.Part(Parts.Frame, "AX9", 3)) with
            {
                History = [ADossier.Earlier(Parts.Frame, "AX9", 4, daysAgo: 300)],
            },
            computed: [("firearm_equivalents", 7m), ("parts", 0m)]
        );
        Assert.Contains("7 firearms, frames or receivers", flag.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, Severity.Elevated)]
    [InlineData(5, Severity.Elevated)]
    [InlineData(6, Severity.High)]
    public void From_three_and_from_six_firearms(int quantity, Severity? severity)
    {
        var dossier = ToAPerson(ADossier.Rifles(quantity));
        if (severity is { } found)
            AssertFlag(Rule, found, dossier, computed: ("firearm_equivalents", (decimal)quantity));
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void From_four_barrels_slides_and_bolts_of_whatever_platform()
    {
        AssertClear(Rule, ToAPerson(ADossier.Part(Parts.Barrel, "AX9", 2), ADossier.Part(Parts.Bolt, "BH308", 1)));
        AssertFlag(
            Rule,
            Severity.Elevated,
            ToAPerson(
                ADossier.Part(Parts.Barrel, "AX9", 2),
                ADossier.Part(Parts.Bolt, "BH308", 1),
                ADossier.Part(Parts.Slide, "AX9", 1)
            ),
            computed: [("firearm_equivalents", 0m), ("parts", 4m)]
        );
    }

    [Fact]
    public void An_upper_assembly_holds_a_barrel_and_a_bolt() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            ToAPerson(ADossier.Part(Parts.UpperAssembly, "M15F", 2)),
            computed: ("parts", 4m)
        );

    [Fact]
    public void A_year_counts_its_first_day()
    {
        var two = ToAPerson(ADossier.Rifles(2));
        AssertFlag(
            Rule,
            Severity.Elevated,
            two with
            {
                History = [ADossier.Earlier(Parts.CompleteFirearm, "BH308", 1, daysAgo: 365)],
            }
        );
        AssertClear(Rule, two with { History = [ADossier.Earlier(Parts.CompleteFirearm, "BH308", 1, daysAgo: 366)] });
    }

    [Fact]
    public void What_went_to_others_does_not_count_even_if_they_are_linked() =>
        AssertClear(
            Rule,
            ToAPerson(ADossier.Rifles(2)).And(new PartyRecord("IND-2", Phone: ADossier.Dealer().Phone)) with
            {
                History =
                [
                    ADossier.Earlier(Parts.CompleteFirearm, "BH308", 9, daysAgo: 5) with
                    {
                        FinalRecipient = "IND-2",
                    },
                ],
            }
        );

    [Fact]
    public void A_hunter_takes_two_rifles_abroad_and_back() =>
        AssertClear(Rule, Hunting(ADossier.Rifles(2)), profile: Simplified);

    [Fact]
    public void Goods_that_come_back_under_a_simplified_procedure_do_not_count()
    {
        AssertClear(Rule, Hunting(ADossier.Rifles(3)), profile: Simplified);
        AssertFlag(Rule, Severity.Elevated, Hunting(ADossier.Rifles(3)), profile: Strict);
        AssertClear(
            Rule,
            ToAPerson(ADossier.Rifles(2)) with
            {
                History = [ADossier.Earlier(Parts.CompleteFirearm, "BH308", 3, daysAgo: 5) with { Temporary = true }],
            }
        );
    }

    private static ScreeningDossier Hunting(CaseLine line) =>
        ToAPerson(line with { Temporary = true })
            .WithCase(c =>
                c with
                {
                    SimplifiedProcedure = new SimplifiedProcedure("hunting", ADossier.Today.AddDays(60)),
                }
            );

    [Fact]
    public void Deactivated_firearms_are_none() =>
        AssertClear(Rule, ToAPerson(ADossier.Rifles(6) with { Deactivated = true }));

    [Fact]
    public void A_dealer_may_have_as_many_as_it_may() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Type_history_lines_and_quantities_must_be_known()
    {
        var two = ToAPerson(ADossier.Rifles(2));
        AssertNotAssessable(Rule, two.WithDealer(d => d with { Type = null }), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(Rule, two with { History = null }, ["history"]);
        AssertNotAssessable(Rule, two.WithCase(c => c with { Lines = null }), ["case.lines"]);
        AssertNotAssessable(Rule, ToAPerson(ADossier.Rifles() with { Qty = null }), ["case.lines[0].qty"]);
        AssertNotAssessable(Rule, ToAPerson(new CaseLine(Qty: 1)), ["case.lines[0].part_type"]);
        AssertNotAssessable(Rule, ToAPerson(new CaseLine(Parts.PartsSet, Qty: 1)), ["case.lines[0].platform"]);
        AssertNotAssessable(
            Rule,
            two with
            {
                History = [ADossier.Earlier(Parts.Frame, "AX9", 1, 5) with { Qty = null }],
            },
            ["EX-2026-0005.qty"]
        );
        AssertNotAssessable(Rule, two with { Parties = null }, ["parties[DLR-NORD]"]);
    }

    [Fact]
    public void What_is_not_known_cannot_lower_what_is()
    {
        var dossier = ToAPerson(ADossier.Rifles(6)) with { History = null };
        AssertFlag(Rule, Severity.High, dossier);
        AssertNotAssessable(Rule, dossier, ["history"]);
    }
}
