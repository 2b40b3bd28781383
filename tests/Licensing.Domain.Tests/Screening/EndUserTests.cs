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
