using CsCheck;
using Licensing.Domain.Article10;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>Interpretation point 1: the silence of a transit State counts for something only where the exporting State's own profile says so. The days
/// are worked out by hand with a wall calendar beside it.</summary>
public sealed class SilenceTests
{
    private const string Instrument = "Transit Act, s. 4";

    private static readonly DateOnly KnownTo = new(2028, 12, 31);

    private static readonly Calendar Western = Of(
        [DayOfWeek.Saturday, DayOfWeek.Sunday],
        new Holiday(new DateOnly(2026, 3, 19), "Foundation Day"),
        new Holiday(new DateOnly(2026, 4, 3), "Spring Holidays", new DateOnly(2026, 4, 6))
    );

    private static readonly Calendar Eastern = Of(
        [DayOfWeek.Friday, DayOfWeek.Saturday],
        new Holiday(new DateOnly(2026, 3, 19), "Feast of the Harbour", new DateOnly(2026, 3, 22))
    );

    private static readonly PolicyProfile Silent = A.Protocol() with
    {
        TransitSilence = new LegalGround(Instrument),
        Periods = A.Protocol().Periods with { TransitNotice = Period.Parse("20 working days") },
    };

    // The request of most tests: Tuesday 3 March 2026. 4-6 March are 3 working days, 9-13 8, 16-18 11, 20 12 (19 is free), 23-27 17,
    // 30 March to 1 April 20.
    private static readonly DateOnly Asked = new(2026, 3, 3);
    private static readonly DateOnly Last = new(2026, 4, 1);

    public static TheoryData<string, string, string> Worked() =>
        new()
        {
            { "western", "2026-03-03", "2026-04-01" },
            // 4, 5 March 2; Sunday 8 to 12 7; 15-18 11; the feast takes 19 and 22; 23-26 15; 29 March to 2 April 20.
            { "eastern", "2026-03-03", "2026-04-02" },
            // Over Friday 3 to Monday 6 April: 27 March 1, 30 March to 2 April 5, 7-10 9, 13-17 14, 20-24 19, 27 20.
            { "western", "2026-03-26", "2026-04-27" },
            // Asked on a Saturday, Monday 9 March is day 1: 13 5, 18 8, 20 9, 27 14, 2 April 18, 7 and 8 20.
            { "western", "2026-03-07", "2026-04-08" },
            // A leap day counts: 17, 18 February 2028 2, 25 7, 28 February to 3 March 12, 10 17, 13-15 20.
            { "western", "2028-02-16", "2028-03-15" },
        };

    [Theory]
    [MemberData(nameof(Worked))]
    public void No_objection_is_deemed_after_the_day_that_the_State_was_told_and_not_on_it(
        string calendar,
        string asked,
        string last
    )
    {
        var days = calendar == "western" ? Western : Eastern;
        var told = SilenceTold.In(Silent, days, Day(asked), new DateOnly(2029, 12, 31))!;
        Assert.Equal(Day(last), told.LastDay);
        var dossier = Dossier(Request(Day(asked)) with { Told = told }) with { Calendar = days };

        Assert.False(Transit(dossier, Day(last)).IsMet);
        var deemed = Transit(dossier, Day(last).AddDays(1));

        Assert.True(deemed.IsMet);
        Assert.Contains("has given no notice in writing", deemed.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"No objection of QP deemed on {Day(last).AddDays(1):yyyy-MM-dd} under {Instrument}",
            deemed.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Until_then_the_officer_reads_how_far_it_is() =>
        Assert.Contains(
            "Unless it objects or asks by 2026-04-01, no objection is deemed then under Transit Act, s. 4 (day 12 of 20 working days: "
                + "started 2026-03-03, 2026-03-19 Foundation Day; the last day is 2026-04-01).",
            Transit(Dossier(Request(Asked)), new DateOnly(2026, 3, 20)).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_applicant_reads_the_same_whether_the_State_is_silent_or_objects()
    {
        var silent = Transit(Dossier(Request(Asked)), Last);
        var objects = Transit(
            Dossier(Request(Asked)) with
            {
                Transit = [Clearance(Request(Asked)) with { Standing = TransitStanding.Objected }],
            },
            Last
        );
        Assert.Equal(objects.ForApplicant, silent.ForApplicant);
        Assert.Equal(objects.ApplicantMay, silent.ApplicantMay);
    }

    // Nothing else makes consent of silence, however long it lasts and whatever the State was told.
    [Fact]
    public void Silence_never_becomes_consent_under_the_Protocol() =>
        (
            from told in Gen.Bool
            from sent in Gen.Bool
            from again in Gen.Int[0, 3]
            from after in Gen.Int[0, 3000]
            select (Told: told, Sent: sent, Again: again, After: after)
        ).Sample(f =>
        {
            var today = Asked.AddDays(f.After);
            var requests = Enumerable
                .Range(0, f.Again + 1)
                .Select(i =>
                    Request(Asked.AddDays(30 * i)) with
                    {
                        Told = f.Told ? Request(Asked).Told : null,
                        SentOn = f.Sent ? Asked.AddDays(30 * i) : null,
                    }
                )
                .ToArray();
            var dossier = Dossier(requests) with { Profile = A.Protocol() };
            Assert.False(Transit(dossier, today).IsMet);
            Assert.Contains("Silence is not notice in writing", Transit(dossier, today).Text, StringComparison.Ordinal);
            Assert.Throws<NotPermittedException>(() => ExportLicence.Issue("QM-EX-1", dossier, A.Grant(), today));
        });

    public static TheoryData<string, TransitRequest> NotSilence() =>
        new()
        {
            { "nothing proves that the request of 2026-03-03 has reached it", Request(Asked) with { SentOn = null } },
            {
                "the request of 2026-03-03 went out on 2026-03-04 only",
                Request(Asked) with
                {
                    SentOn = Asked.AddDays(1),
                }
            },
            { "does not tell it that its silence counts", Request(Asked) with { Told = null } },
            { "it has not been silent, but has written on 2026-04-01", Request(Asked) with { BrokenOn = Last } },
            {
                "it has not been silent, but has written on 2026-03-05",
                Request(Asked) with
                {
                    BrokenOn = Asked.AddDays(2),
                }
            },
        };

    [Theory]
    [MemberData(nameof(NotSilence))]
    public void Silence_counts_only_where_it_is_proved_told_and_unbroken(string because, TransitRequest request)
    {
        var found = Transit(Dossier(request), Last.AddDays(100));
        Assert.False(found.IsMet);
        Assert.Contains(because, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_comes_after_the_last_day_comes_too_late() =>
        Assert.True(Transit(Dossier(Request(Asked) with { BrokenOn = Last.AddDays(1) }), Last.AddDays(1)).IsMet);

    [Theory]
    [InlineData(TransitStanding.Objected)]
    [InlineData(TransitStanding.Withdrawn)]
    public void A_no_is_a_no_whenever_it_comes_and_no_silence_undoes_it(TransitStanding standing) =>
        Assert.False(
            Transit(
                Dossier() with
                {
                    Transit = [Clearance(Request(Asked), Request(Asked.AddDays(60))) with { Standing = standing }],
                },
                Last.AddYears(1)
            ).IsMet
        );

    [Fact]
    public void Where_the_holidays_are_not_entered_to_the_end_no_day_is_told_and_nothing_is_deemed()
    {
        var known = Western with { KnownTo = Last.AddDays(-1) };
        Assert.Null(SilenceTold.In(Silent, known, Asked, Last));
        Assert.NotNull(SilenceTold.In(Silent, Western with { KnownTo = Last }, Asked, Last));
        Assert.Null(SilenceTold.In(Silent, Western with { KnownFrom = Asked.AddDays(1) }, Asked, Last));

        var found = Transit(Dossier(Request(Asked)) with { Calendar = known }, Last.AddDays(1));
        Assert.False(found.IsMet);
        Assert.Contains(
            "the holidays are entered from 2026-01-01 to 2026-03-31 only",
            found.Text,
            StringComparison.Ordinal
        );
        Assert.False(Transit(Dossier(Request(Asked)) with { Calendar = null }, Last.AddDays(1)).IsMet);
    }

    [Fact]
    public void Holidays_that_were_entered_since_never_bring_the_day_forward_nor_leave_the_State_with_one_too_early()
    {
        var more = Western with
        {
            Holidays = [.. Western.Holidays, new Holiday(new DateOnly(2026, 3, 24), "Mourning")],
        };
        var found = Transit(Dossier(Request(Asked)) with { Calendar = more }, Last.AddDays(30));
        Assert.False(found.IsMet);
        Assert.Contains("it was told 2026-04-01 as its last day", found.Text, StringComparison.Ordinal);

        var fewer = Western with { Holidays = [] };
        Assert.False(Transit(Dossier(Request(Asked)) with { Calendar = fewer }, Last).IsMet);
        Assert.True(Transit(Dossier(Request(Asked)) with { Calendar = fewer }, Last.AddDays(1)).IsMet);
    }

    [Fact]
    public void Asked_again_a_State_does_not_lose_what_it_has_been_taken_for()
    {
        var again = Last.AddDays(5);
        var dossier = Dossier(Request(Asked), Request(again) with { BrokenOn = again.AddDays(1) });
        Assert.True(Transit(dossier, again.AddDays(2)).IsMet);
        Assert.True(ExportRequirements.SufficesFor(Shipping(dossier), A.Portavia, again.AddDays(2)));
    }

    [Fact]
    public void Silence_is_taken_for_the_information_that_went_with_the_request()
    {
        var again = Last.AddDays(5);
        var dossier = Shipping(Dossier(Request(Asked) with { ImportInformationSentOn = null }, Request(again)));
        var early = ExportRequirements.Verify(dossier, again.AddDays(1)).Where(f => !f.IsMet).ToList();
        Assert.Equal("import-information-sent-in-advance", Assert.Single(early).Rule);
        Assert.False(ExportRequirements.SufficesFor(dossier, A.Portavia, again.AddDays(1)));

        Assert.DoesNotContain(ExportRequirements.Verify(dossier, again.AddDays(45)), f => !f.IsMet);
    }

    [Fact]
    public void It_covers_what_was_asked_for_and_no_more()
    {
        var dossier = Shipping(Dossier(Request(Asked)));
        Assert.DoesNotContain(ExportRequirements.Verify(dossier, A.Today.AddDays(14)), f => !f.IsMet);

        AssertUnmet(
            Shipping(Dossier(Request(Asked) with { Quantities = [new LineQuantity(1, A.Pieces(39))] })),
            "notice-covers-quantity"
        );
        AssertUnmet(Shipping(Dossier(Request(Asked) with { Modes = [TransportMode.Road] })), "notice-covers-mode");
        AssertUnmet(
            Shipping(
                Dossier(
                    Request(Asked) with
                    {
                        Told = Request(Asked).Told! with { CoversTo = new DateOnly(2026, 6, 14) },
                    }
                )
            ),
            "notice-in-force-during-transit"
        );
    }

    [Fact]
    public void The_licence_says_which_State_gave_no_notice_and_under_what_law_that_does()
    {
        var licence = ExportLicence.Issue("QM-EX-1", Shipping(Dossier(Request(Asked))), A.Grant(), Last.AddDays(1));
        Assert.Equal(
            $"QP: no objection deemed on 2026-04-02 under {Instrument}",
            Assert.Single(licence.Deemed!).ToString()
        );
        Assert.Equal([A.Portavia], licence.TransitStates);

        Assert.Null(ExportLicence.Issue("QM-EX-2", A.LawfulDossier(), A.Grant(), A.Today).Deemed);
    }

    [Fact]
    public void A_rule_that_was_not_confirmed_says_so_wherever_it_is_applied()
    {
        var profile = Silent with { TransitSilence = new LegalGround(Instrument, Unconfirmed: true) };
        Assert.Equal(
            "Transit Act, s. 4 (not confirmed: to be checked before legal use)",
            SilenceTold.In(profile, Western, Asked, Last)!.Instrument
        );
        Assert.Equal(["silence of a transit State as no objection: Transit Act, s. 4"], profile.Unconfirmed);
    }

    // Goods that have left on it stay judged by it, and an objection takes its ground away.
    [Fact]
    public void What_left_on_silence_loses_its_ground_with_an_objection()
    {
        var on = Last.AddDays(3);
        Assert.All(StandingGround.Verify(Shipping(Dossier(Request(Asked))), on), f => Assert.True(f.IsMet, f.Text));

        var objected = Shipping(Dossier()) with
        {
            Transit = [Clearance(Request(Asked)) with { Standing = TransitStanding.Objected }],
        };
        var lost = Assert.Single(StandingGround.Verify(objected, on), f => !f.IsMet);
        Assert.True(StandingGround.IsOfStates(lost));
    }

    private static void AssertUnmet(ExportDossier dossier, string rule) =>
        Assert.Equal(rule, Assert.Single(ExportRequirements.Verify(dossier, A.Today.AddDays(14)), f => !f.IsMet).Rule);

    private static Finding Transit(ExportDossier dossier, DateOnly today) =>
        ExportRequirements.Verify(dossier, today).Single(f => f.Rule == "transit-state-has-not-objected");

    private static TransitRequest Request(DateOnly on) =>
        new(
            on,
            new SilenceTold(
                LegalClock.LastDayOf(on, Period.Parse("20 working days"), Western),
                Instrument,
                new DateOnly(2029, 12, 31)
            ),
            on,
            null,
            on,
            [TransportMode.Sea],
            [new LineQuantity(1, A.Pieces(40))]
        );

    private static TransitClearance Clearance(params TransitRequest[] requests) =>
        new(
            A.Portavia,
            TransitStanding.Silent,
            requests[^1].DatedOn,
            requests[^1].ImportInformationSentOn,
            null,
            null,
            null,
            Requests: requests
        );

    private static ExportDossier Dossier(params TransitRequest[] requests) =>
        A.LawfulDossier() with
        {
            Transit = requests.Length == 0 ? [] : [Clearance(requests)],
            Profile = Silent,
            Calendar = Western,
        };

    // Late enough for every silence of these tests.
    private static ExportDossier Shipping(ExportDossier dossier) =>
        dossier with
        {
            Consignment = dossier.Consignment with
            {
                PlannedShipmentOn = new DateOnly(2026, 6, 1),
                ExpectedArrivalOn = new DateOnly(2026, 6, 15),
                Route =
                [
                    dossier.Consignment.Route[0] with
                    {
                        ArrivesOn = new DateOnly(2026, 6, 5),
                    },
                    dossier.Consignment.Route[1] with
                    {
                        ArrivesOn = new DateOnly(2026, 6, 15),
                    },
                ],
            },
        };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Calendar Of(IReadOnlyList<DayOfWeek> weekEnd, params Holiday[] holidays) =>
        new("days", 1, "Days", weekEnd, new DateOnly(2026, 1, 1), KnownTo, holidays);
}
