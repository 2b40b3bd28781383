using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class FinalRecipientNotNamedTests
{
    private const string Rule = "DR-E01";

    private static ScreeningDossier To(string? recipient) =>
        ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = recipient } });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("To Order")]
    [InlineData("various")]
    [InlineData("TBC")]
    [InlineData("unknown ")]
    [InlineData("to be advised")]
    public void Nobody_is_named(string? recipient) => AssertFlag(Rule, Severity.Blocking, To(recipient));

    [Fact]
    public void A_consignee_and_an_end_user_to_be_advised()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Blocking,
            To("END-1").And(new PartyRecord("END-1", "To be advised")),
            computed: ("final_recipient", "To be advised")
        );
        Assert.Contains("\"To be advised\"", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dealer_named_for_its_stock() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void A_name_that_has_such_a_word_in_it_is_a_name() => AssertClear(Rule, To("Various & Sons"));

    [Fact]
    public void Parties_that_are_not_known_at_all_name_nobody() =>
        AssertFlag(Rule, Severity.Blocking, ADossier.Lawful().WithCase(c => c with { Parties = null }));

    [Fact]
    public void It_is_asked_until_the_goods_have_arrived() =>
        AssertFlag(Rule, Severity.Blocking, To(null) with { Stage = Stage.PostShipment });
}

public sealed class HandedToSomebodyElseTests
{
    private const string Rule = "DR-E02";

    private static ScreeningDossier By(string? country, bool? undertaking = null) =>
        ADossier
            .Lawful()
            .And(new PartyRecord("AGENT", "Agency", Country: country))
            .WithCase(c =>
                c with
                {
                    Parties = c.Parties! with { Consignee = "AGENT" },
                    OnwardDeliveryUndertaking = undertaking,
                }
            );

    [Fact]
    public void A_consignee_in_another_State()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            By("QP"),
            computed: [("consignee_country", "QP"), ("final_recipient_country", "QN")]
        );
        Assert.Contains("Agency in QP", flag.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void One_in_the_same_State_without_an_undertaking_on_file(bool? undertaking) =>
        AssertFlag(Rule, Severity.Elevated, By("QN", undertaking));

    [Theory]
    [InlineData("QN")]
    [InlineData("QP")]
    public void An_appointed_agent_whose_undertaking_is_on_file(string country) =>
        AssertClear(Rule, By(country, undertaking: true));

    [Fact]
    public void A_final_recipient_that_takes_the_goods_itself() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Where_a_State_is_not_known_it_may_be_another()
    {
        AssertFlag(Rule, Severity.Elevated, By(null));
        AssertNotAssessable(Rule, By(null), ["parties[AGENT].country"]);
        AssertNotAssessable(Rule, By("QN").WithDealer(d => d with { Country = null }), ["parties[DLR-NORD].country"]);
    }

    [Fact]
    public void Both_must_be_named()
    {
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = new CaseParties("EXP-HALDEN") }),
            ["case.parties.final_recipient", "case.parties.consignee"]
        );
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = "to order" } }),
            ["case.parties.final_recipient"]
        );
    }
}

public sealed class IntermediaryAsEndUserTests
{
    private const string Rule = "DR-E03";

    private static ScreeningDossier To(string? type) => ADossier.Lawful().WithDealer(d => d with { Type = type });

    [Theory]
    [InlineData("freight_forwarder")]
    [InlineData("courier")]
    [InlineData("bank")]
    [InlineData("mail_forwarding")]
    public void One_that_moves_goods_money_or_mail(string type) =>
        AssertFlag(Rule, Severity.High, To(type), computed: ("type", type));

    [Fact]
    public void Harbour_Cargo_Services_as_end_user()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            To("freight_forwarder").WithDealer(d => d with { Name = "Harbour Cargo Services" })
        );
        Assert.Equal(
            "The final recipient Harbour Cargo Services is a freight forwarder: the true end user is not known.",
            flag.Text
        );
    }

    [Fact]
    public void A_trading_company_needs_the_licence_of_a_dealer()
    {
        AssertClear(Rule, To("trading_company"));
        AssertFlag(Rule, Severity.Elevated, To("trading_company").WithDealer(d => d with { Authorisations = [] }));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void The_licence_counts_on_its_last_day(int endsIn, bool isClear)
    {
        var dossier = To("trading_company")
            .WithDealer(d =>
                d with
                {
                    Authorisations =
                    [
                        new PartyAuthorisation(
                            AuthorisationKinds.DealerStock,
                            "B",
                            ValidTo: ADossier.Today.AddDays(endsIn)
                        ),
                    ],
                }
            );
        if (isClear)
            AssertClear(Rule, dossier);
        else
            AssertFlag(Rule, Severity.Elevated, dossier);
    }

    [Fact]
    public void An_authorisation_to_store_is_not_one_to_deal() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            To("trading_company")
                .WithDealer(d => d with { Authorisations = [new PartyAuthorisation(AuthorisationKinds.Storage, "B")] })
        );

    [Fact]
    public void A_licensed_distributor() => AssertClear(Rule, ADossier.Lawful());

    [Fact]
    public void Its_type_must_be_known_and_of_a_trader_its_authorisations()
    {
        AssertNotAssessable(Rule, To(null), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(
            Rule,
            To("trading_company").WithDealer(d => d with { Authorisations = null }),
            ["parties[DLR-NORD].authorisations"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = [] }, ["parties[DLR-NORD]"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = c.Parties! with { FinalRecipient = null } }),
            ["case.parties.final_recipient"]
        );
    }
}

public sealed class NewCompanyTests
{
    private const string Rule = "DR-E04";

    private static ScreeningDossier Registered(int daysAgo) =>
        ADossier.Lawful().WithDealer(d => d with { RegisteredOn = ADossier.Today.AddDays(-daysAgo) });

    [Fact]
    public void Registered_forty_one_days_ago()
    {
        var flag = AssertFlag(Rule, Severity.High, Registered(41), computed: ("age_days", 41));
        Assert.Contains("registered 41 days ago", flag.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Severity.High)]
    [InlineData(89, Severity.High)]
    [InlineData(90, Severity.Elevated)]
    [InlineData(364, Severity.Elevated)]
    public void Younger_than_a_year_and_younger_than_ninety_days(int age, Severity severity) =>
        AssertFlag(Rule, severity, Registered(age), computed: ("age_days", age));

    [Fact]
    public void A_year_old() => AssertClear(Rule, Registered(365));

    [Fact]
    public void One_that_is_not_registered_yet() =>
        AssertFlag(Rule, Severity.High, Registered(-5), computed: ("age_days", -5));

    [Fact]
    public void A_company_of_2009_that_was_renamed_last_month_is_the_same_company() =>
        AssertClear(
            Rule,
            ADossier.Lawful().WithDealer(d => d with { Name = "Polar Sport", RegisteredOn = new DateOnly(2009, 5, 4) })
        );

    [Fact]
    public void A_private_person_is_not_registered() =>
        AssertClear(
            Rule,
            ADossier.Lawful().WithDealer(d => d with { Type = PartyTypes.PrivateIndividual, RegisteredOn = null })
        );

    [Fact]
    public void Day_of_registration_and_type_must_be_known()
    {
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithDealer(d => d with { RegisteredOn = null }),
            ["parties[DLR-NORD].registered_on"]
        );
        AssertNotAssessable(Rule, Registered(41).WithDealer(d => d with { Type = null }), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}

public sealed class AddressTests
{
    private const string Rule = "DR-E05";

    private static ScreeningDossier At(string? address) =>
        ADossier.Lawful().WithDealer(d => d with { AddressType = address });

    [Theory]
    [InlineData("po_box", "PO box")]
    [InlineData("virtual_office", "virtual office")]
    [InlineData("formation_agent", "formation agent")]
    public void Firearms_cannot_be_kept_there(string address, string words)
    {
        var flag = AssertFlag(Rule, Severity.Elevated, At(address), computed: ("address_type", address));
        Assert.Contains(words, flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_consignee_counts_too() =>
        AssertFlag(
            Rule,
            Severity.Elevated,
            ADossier
                .Lawful()
                .And(new PartyRecord("AGENT", AddressType: "po_box"))
                .WithCase(c => c with { Parties = c.Parties! with { Consignee = "AGENT" } }),
            computed: ("party", "AGENT")
        );

    [Fact]
    public void A_home_is_for_private_persons()
    {
        AssertFlag(Rule, Severity.Elevated, At("residential"));
        AssertClear(Rule, At("residential").WithDealer(d => d with { Type = PartyTypes.PrivateIndividual }));
        AssertFlag(
            Rule,
            Severity.Elevated,
            At("po_box").WithDealer(d => d with { Type = PartyTypes.PrivateIndividual })
        );
    }

    [Fact]
    public void A_gunsmiths_home_with_a_storage_certificate() => AssertClear(Rule, At("secure_premises"));

    [Fact]
    public void Its_kind_must_be_known_and_of_a_home_whose_it_is()
    {
        AssertNotAssessable(Rule, At(null), ["parties[DLR-NORD].address_type"]);
        AssertNotAssessable(
            Rule,
            At("residential").WithDealer(d => d with { Type = null }),
            ["parties[DLR-NORD].type"]
        );
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
        AssertNotAssessable(
            Rule,
            ADossier.Lawful().WithCase(c => c with { Parties = null }),
            ["case.parties.final_recipient", "case.parties.consignee"]
        );
    }
}

public sealed class OwnerNotDisclosedTests
{
    private const string Rule = "DR-E13";

    private static ScreeningDossier OwnedBy(string? owner) =>
        ADossier.Lawful().WithDealer(d => d with { BeneficialOwner = owner });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nobody_is_on_record(string? owner) =>
        Assert.Equal(
            "No owner of Nordstern Jagd & Sport is on record.",
            AssertFlag(Rule, Severity.Elevated, OwnedBy(owner)).Text
        );

    [Theory]
    [InlineData("Nominee Services Ltd")]
    [InlineData("nominee")]
    public void A_nominee_is_no_owner(string owner)
    {
        var flag = AssertFlag(Rule, Severity.Elevated, OwnedBy(owner), computed: ("owner", owner));
        Assert.Contains($"a nominee, {owner}", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_owner_is_on_record() => AssertClear(Rule, OwnedBy("BO-1"));

    [Fact]
    public void A_listed_manufacturer() =>
        AssertClear(Rule, OwnedBy(null).WithDealer(d => d with { Type = PartyTypes.Manufacturer, Listed = true }));

    [Theory]
    [InlineData(PartyTypes.Government)]
    [InlineData(PartyTypes.PrivateIndividual)]
    public void Governments_and_persons_have_none(string type) =>
        AssertClear(Rule, OwnedBy(null).WithDealer(d => d with { Type = type }));

    [Fact]
    public void Who_could_be_a_person_may_need_none()
    {
        AssertNotAssessable(Rule, OwnedBy(null).WithDealer(d => d with { Type = null }), ["parties[DLR-NORD].type"]);
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}

public sealed class ContactTests
{
    private const string Rule = "DR-E14";

    private static ScreeningDossier Contact(string? phone, string? email) =>
        ADossier.Lawful().WithDealer(d => d with { Phone = phone, Email = email });

    [Fact]
    public void A_foreign_mobile_and_webmail()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Info,
            Contact("+111 555 0100", "nordstern@FreeMail.example"),
            computed: ("anomalies", 2)
        );
        Assert.Contains("the phone number is not of QN", flag.Text, StringComparison.Ordinal);
        Assert.Contains("anybody can get", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Webmail_alone() => AssertClear(Rule, Contact("+000-555-0100", "nordstern@freemail.example"));

    [Fact]
    public void A_State_may_count_one_already() =>
        AssertFlag(
            Rule,
            Severity.Info,
            Contact("+000-555-0100", "nordstern@freemail.example"),
            rules: With(Rule, "min", "1"),
            computed: ("anomalies", 1)
        );

    [Theory]
    [InlineData("00 111 555", "office@nordstern.qm", true)]
    [InlineData("00 000 555", "office@nordstern.qm", false)]
    [InlineData("00 111 555", "office@nordstern.qn", false)]
    [InlineData("00 111 555", "office@nordstern.com", false)]
    public void An_address_that_ends_in_another_State_is_foreign(string phone, string email, bool raises)
    {
        if (raises)
            AssertFlag(Rule, Severity.Info, Contact(phone, email), computed: ("anomalies", 2));
        else
            AssertClear(Rule, Contact(phone, email));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void What_changed_since_the_application_came_in_counts(int daysAfter, bool raises)
    {
        var received = ADossier.Today.AddDays(-10);
        var dossier = Contact("+111 555", "office@nordstern.example")
            .WithDealer(d => d with { ContactChangedOn = received.AddDays(daysAfter) })
            .WithCase(c => c with { ReceivedOn = received });
        if (raises)
            AssertFlag(Rule, Severity.Info, dossier, computed: ("anomalies", 2));
        else
            AssertClear(Rule, dossier);
    }

    [Fact]
    public void What_is_not_known_matters_where_it_could_tip_the_count()
    {
        // One thing is odd, another is not known: it could be the second.
        AssertNotAssessable(Rule, Contact(null, "nordstern@freemail.example"), ["parties[DLR-NORD].phone"]);
        AssertNotAssessable(
            Rule,
            Contact("555 0100", "nordstern@freemail.example"),
            ["parties[DLR-NORD].phone with the prefix of its country"]
        );
        AssertNotAssessable(Rule, Contact("+111 555", null), ["parties[DLR-NORD].email"]);
        AssertNotAssessable(
            Rule,
            Contact("+111 555", "office@nordstern.example")
                .WithDealer(d => d with { ContactChangedOn = ADossier.Today }),
            ["case.received_on"]
        );
        // Nothing is odd, and one that could be is too few.
        AssertClear(Rule, Contact("555 0100", "office@nordstern.example"));
    }

    [Fact]
    public void Prefixes_and_webmail_must_be_loaded()
    {
        AssertNotAssessable(
            Rule,
            Contact("+111 555", "office@nordstern.example"),
            ["reference.webmail_domains"],
            Reference.Data with
            {
                WebmailDomains = null,
            }
        );
        AssertNotAssessable(
            Rule,
            Contact("+111 555", "nordstern@freemail.example"),
            ["reference.states.QN.phone_prefix", "reference.states"],
            Reference.Data with
            {
                States = null,
            }
        );
        AssertNotAssessable(Rule, ADossier.Lawful() with { Parties = null }, ["parties[DLR-NORD]"]);
    }
}
