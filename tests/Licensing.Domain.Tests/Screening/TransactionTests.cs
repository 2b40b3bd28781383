using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class BrokerTests
{
    private const string Rule = "DR-T01";

    private static ScreeningDossier Through(PartyRecord broker) =>
        ADossier.Lawful().And(broker).WithCase(c => c with { Parties = c.Parties! with { Broker = broker.Id } });

    private static readonly PartyRecord Delta = new("BRK-DELTA", "Delta Facilitation", "broker", "QP");
    private static readonly PartyRecord Registered = new("BRK-OK", "Brokers & Co", "broker", "QM");

    private static ReferenceData Listing(BrokerEntry entry) => Reference.WithLists(l => l with { Brokers = [entry] });

    [Fact]
    public void Delta_Facilitation_is_not_on_the_register()
    {
        var flag = AssertFlag(Rule, Severity.High, Through(Delta), computed: ("broker", "BRK-DELTA"));
        Assert.Equal("The broker Delta Facilitation is not on the register of brokers.", flag.Text);
    }

    [Fact]
    public void A_registered_broker() => AssertClear(Rule, Through(Registered));

    [Fact]
    public void Without_a_broker_there_is_nothing_to_register() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Where_brokers_must_be_registered_it_closes_the_gate() =>
        AssertFlag(Rule, Severity.Blocking, Through(Delta), rules: With(Rule, "broker_registration_required", "true"));

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(-10, -1, false)]
    [InlineData(1, 10, false)]
    public void The_registration_counts_from_its_first_day_to_its_last(int from, int to, bool isClear)
    {
        var reference = Listing(
            new BrokerEntry("BRK-OK") { ValidFrom = ADossier.Today.AddDays(from), ValidTo = ADossier.Today.AddDays(to) }
        );
        if (isClear)
            AssertClear(Rule, Through(Registered), reference);
        else
            AssertFlag(Rule, Severity.High, Through(Registered), reference);
    }

    [Fact]
    public void The_end_of_a_registration_is_told() =>
        Assert.Contains(
            "ended on 2026-03-19",
            AssertFlag(
                Rule,
                Severity.High,
                Through(Registered),
                Listing(new BrokerEntry("BRK-OK") { ValidTo = ADossier.Today.AddDays(-1) })
            ).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(null, "QM", "name")]
    [InlineData(" ", "QM", "name")]
    [InlineData("Brokers & Co", null, "country")]
    public void Name_and_place_must_be_on_the_papers(string? name, string? country, string what)
    {
        var flag = AssertFlag(Rule, Severity.Elevated, Through(Registered with { Name = name, Country = country }));
        Assert.Equal($"The papers do not give the {what} of the broker BRK-OK.", flag.Text);
    }

    [Fact]
    public void A_broker_of_whom_nothing_is_known_is_neither_registered_nor_named()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { Broker = "BRK-X" } })
        );
        Assert.Contains("not on the register", flag.Text, StringComparison.Ordinal);
        Assert.Contains("do not give the name", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_and_parties_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            Through(Registered),
            ["reference.lists.brokers"],
            Reference.WithLists(l => l with { Brokers = null })
        );
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Parties = null }), ["case.parties"]);
    }
}

public sealed class PaymentTests
{
    private const string Rule = "DR-T02";

    private static ScreeningDossier Paid(string? method, string? from = "QN", string? payer = "DLR-NORD") =>
        ADossier
            .Lawful()
            .WithCase(c => c with { Payment = new Payment(method, from), Parties = c.Parties! with { Payer = payer } });

    [Fact]
    public void Crypto_from_a_firm_in_a_third_country()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Paid("crypto", "QT", "FIRM").And(new PartyRecord("FIRM", "Third Firm")),
            computed: ("oddities", 3)
        );
        Assert.Equal(
            "The payment does not fit: it is made by crypto; Third Firm pays, who is neither consignee nor final recipient;"
                + " it comes from QT, which is neither the country of import nor the consignee's.",
            flag.Text
        );
    }

    [Fact]
    public void A_letter_of_credit_by_the_buyers_bank() => AssertClear(Rule, Paid("letter_of_credit"));

    [Theory]
    [InlineData("cash")]
    [InlineData("crypto")]
    [InlineData("prepaid")]
    [InlineData("hawala")]
    public void A_way_of_paying_that_leaves_no_trace(string method) =>
        AssertFlag(Rule, Severity.Elevated, Paid(method), computed: ("oddities", 1));

    [Fact]
    public void Somebody_else_pays() =>
        AssertFlag(Rule, Severity.Elevated, Paid("wire", payer: "EXP-HALDEN"), computed: ("oddities", 1));

    [Fact]
    public void It_comes_from_elsewhere() =>
        AssertFlag(Rule, Severity.Elevated, Paid("wire", "QM"), computed: ("oddities", 1));

    [Fact]
    public void Two_things_that_do_not_fit_weigh_more() =>
        AssertFlag(Rule, Severity.High, Paid("cash", "QM"), computed: ("oddities", 2));

    [Fact]
    public void The_country_of_the_consignee_is_as_good_as_that_of_import() =>
        AssertClear(
            Rule,
            Paid("wire", "QP", "AGENT")
                .And(new PartyRecord("AGENT", Country: "QP"))
                .WithCase(c => c with { Parties = c.Parties! with { Consignee = "AGENT" } })
        );

    [Fact]
    public void Each_of_it_must_be_known()
    {
        AssertNotAssessable(Rule, ADossier.Lawful().WithCase(c => c with { Payment = null }), ["case.payment"]);
        AssertNotAssessable(Rule, Paid(null), ["case.payment.method"]);
        AssertNotAssessable(Rule, Paid("wire", null), ["case.payment.payer_country"]);
        AssertNotAssessable(Rule, Paid("wire", payer: null), ["case.parties.payer"]);
        AssertNotAssessable(
            Rule,
            Paid("wire", "QM").WithCase(c => c with { CountryImport = null }),
            ["case.country_import"]
        );
        AssertNotAssessable(
            Rule,
            Paid("wire", "QM").WithDealer(d => d with { Country = null }),
            ["parties[DLR-NORD].country"]
        );
        AssertNotAssessable(
            Rule,
            Paid("wire", payer: "FIRM").WithCase(c => c with { Parties = c.Parties! with { Consignee = null } }),
            ["case.parties.consignee"]
        );
    }

    [Fact]
    public void What_is_not_known_matters_while_it_could_weigh_more()
    {
        AssertFlag(Rule, Severity.Elevated, Paid("cash", null));
        AssertNotAssessable(Rule, Paid("cash", null), ["case.payment.payer_country"]);
        Assert.DoesNotContain(By(Paid("cash", null, "EXP-HALDEN")).NotAssessed, n => n.Rule == Rule);
    }
}

public sealed class ReexportTests
{
    private const string Rule = "DR-T08";
    private static readonly EndUserCertificate Good = new(true, true, true);

    private static ScreeningDossier With(EndUserCertificate? euc) =>
        ADossier.Lawful().WithCase(c => c with { Euc = euc });

    [Fact]
    public void Signed_but_without_the_clause() =>
        Assert.Equal(
            "The end-user certificate does not promise to re-export nothing without consent.",
            AssertFlag(
                Rule,
                Severity.Elevated,
                With(Good with { ReexportClause = false }),
                computed: [("trading_company", false), ("high_risk", "no")]
            ).Text
        );

    [Fact]
    public void The_clause_is_there() => AssertClear(Rule, With(Good));

    [Fact]
    public void It_is_not_signed_or_not_there()
    {
        AssertFlag(Rule, Severity.Elevated, With(Good with { IsSigned = false }));
        AssertFlag(Rule, Severity.Elevated, With(new EndUserCertificate(Present: false)));
    }

    [Fact]
    public void To_a_trading_company_it_weighs_more() =>
        AssertFlag(
            Rule,
            Severity.High,
            With(Good with { ReexportClause = false }).WithDealer(d => d with { Type = PartyTypes.TradingCompany }),
            computed: ("trading_company", true)
        );

    [Theory]
    [InlineData("high", 0, 0, Severity.High)]
    [InlineData("high", -9, -1, Severity.Elevated)]
    [InlineData("high", 1, 9, Severity.Elevated)]
    [InlineData("elevated", 0, 0, Severity.Elevated)]
    public void To_a_destination_that_is_high_risk_today_it_weighs_more(
        string level,
        int from,
        int to,
        Severity severity
    ) =>
        AssertFlag(
            Rule,
            severity,
            With(Good with { ReexportClause = false }),
            Reference.WithLists(l =>
                l with
                {
                    HighRisk =
                    [
                        new RiskEntry("QN", level)
                        {
                            Id = "HR-QN",
                            ValidFrom = ADossier.Today.AddDays(from),
                            ValidTo = ADossier.Today.AddDays(to),
                        },
                    ],
                }
            ),
            computed: ("high_risk", severity == Severity.High ? "HR-QN" : "no")
        );

    [Fact]
    public void Goods_that_come_back_under_a_simplified_procedure_need_none()
    {
        var hunting = With(new EndUserCertificate(Present: false))
            .WithCase(c =>
                c with
                {
                    Lines = [ADossier.Rifles(2) with { Temporary = true }],
                    SimplifiedProcedure = new SimplifiedProcedure("hunting", ADossier.Today.AddDays(60)),
                }
            );
        AssertClear(Rule, hunting, profile: Simplified);
        AssertFlag(Rule, Severity.Elevated, hunting, profile: Strict);
    }

    [Fact]
    public void What_the_certificate_says_must_be_known()
    {
        AssertNotAssessable(Rule, With(null), ["case.euc.present", "case.euc.signed", "case.euc.reexport_clause"]);
        AssertNotAssessable(Rule, With(Good with { IsSigned = null }), ["case.euc.signed"]);
    }

    [Fact]
    public void What_makes_it_weigh_more_must_be_known()
    {
        var without = With(Good with { ReexportClause = false });
        var noList = Reference.WithLists(l => l with { HighRisk = null });
        AssertFlag(Rule, Severity.Elevated, without, noList);
        AssertNotAssessable(Rule, without, ["reference.lists.high_risk"], noList);
        AssertNotAssessable(Rule, without.WithCase(c => c with { CountryImport = null }), ["case.country_import"]);
        AssertNotAssessable(Rule, without.WithDealer(d => d with { Type = null }), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(Rule, without with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}
