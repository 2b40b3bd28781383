using System.Text.Json;
using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class CarrierOrConveyanceTests
{
    private const string Rule = "DR-R13";

    private static readonly ReferenceData Registered = Reference.Data with
    {
        Lists = Reference.Data.Lists! with
        {
            Carriers = [new CarrierEntry("CAR-1") { ValidTo = new DateOnly(2026, 3, 20) }],
        },
    };

    private static ScreeningDossier UnderWay(
        Func<CaseSnapshot, CaseSnapshot>? spoil = null,
        Stage stage = Stage.InTransit
    ) =>
        ADossier
            .Lawful()
            .WithCase(c => c with { Conveyance = new Conveyance("CAR-1"), Tracking = new Tracking([], []) })
            .WithCase(spoil ?? (c => c))
            .At(stage);

    private static ScreeningDossier Tracked(TrackingGap? gap = null, string? stop = null) =>
        UnderWay(c =>
            c with
            {
                Tracking = new Tracking(
                    gap is null ? [] : [gap],
                    stop is null ? [] : [JsonSerializer.Deserialize<JsonElement>(stop)]
                ),
            }
        );

    [Fact]
    public void A_registered_carrier_and_a_quiet_journey() => AssertClear(Rule, UnderWay(), Registered);

    [Fact]
    public void A_carrier_that_is_not_on_the_register()
    {
        var flag = AssertFlag(
            Rule,
            Severity.Elevated,
            UnderWay(c => c with { Conveyance = new Conveyance("CAR-2") }),
            Registered,
            computed: ("carrier", "CAR-2")
        );
        Assert.Contains("CAR-2 is not on the register", flag.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_whose_entry_has_ended() =>
        AssertFlag(Rule, Severity.Elevated, UnderWay().At(Stage.InTransit, new DateOnly(2026, 3, 21)), Registered);

    [Fact]
    public void An_aeroplane_landed_where_it_should_not()
    {
        var flag = AssertFlag(
            Rule,
            Severity.High,
            Tracked(stop: """{"state":"QX","date":"2026-03-18"}"""),
            Registered,
            computed: ("unscheduled_stop", "QX, 2026-03-18")
        );
        Assert.Contains("a stop that was not planned: QX, 2026-03-18", flag.Text, StringComparison.Ordinal);
        AssertFlag(Rule, Severity.High, Tracked(stop: "\"QX\""), Registered, computed: ("unscheduled_stop", "QX"));
    }

    [Theory]
    [InlineData("1.5", false)]
    [InlineData("12", false)]
    [InlineData("12.1", true)]
    public void A_gap_in_tracking_of_more_than_twelve_hours(string hours, bool fires)
    {
        var gap = decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture);
        if (fires)
            AssertFlag(Rule, Severity.High, Tracked(new TrackingGap(gap)), Registered, computed: ("gap_hours", gap));
        else
            AssertClear(Rule, Tracked(new TrackingGap(gap)), Registered);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(90, true)]
    [InlineData(91, false)]
    [InlineData(-1, false)]
    public void A_change_of_flag_or_identity_within_ninety_days(int daysAgo, bool fires)
    {
        var day = ADossier.Today.AddDays(-daysAgo);
        var flagged = UnderWay(c => c with { Conveyance = new Conveyance("CAR-1", FlagChangedOn: day) });
        var renamed = UnderWay(c => c with { Conveyance = new Conveyance("CAR-1", IdentityChangedOn: day) });
        if (fires)
        {
            AssertFlag(Rule, Severity.High, flagged, Registered, computed: ("days_since_flag_change", daysAgo));
            AssertFlag(Rule, Severity.High, renamed, Registered, computed: ("days_since_identity_change", daysAgo));
        }
        else
        {
            AssertClear(Rule, flagged, Registered);
            AssertClear(Rule, renamed, Registered);
        }
    }

    [Fact]
    public void What_happened_later_was_not_known()
    {
        AssertClear(Rule, Tracked(new TrackingGap(20, ADossier.Today.AddDays(1))), Registered);
        AssertClear(Rule, Tracked(stop: """{"state":"QX","date":"2026-03-21"}"""), Registered);
    }

    [Fact]
    public void Before_goods_have_left_there_is_nothing_to_track() =>
        AssertClear(Rule, UnderWay(c => c with { Tracking = null }, Stage.PreShipment), Registered);

    [Fact]
    public void Carrier_register_and_tracking_must_be_known()
    {
        AssertNotAssessable(Rule, UnderWay(c => c with { Conveyance = null }), ["case.conveyance.carrier"], Registered);
        AssertNotAssessable(Rule, UnderWay(), ["reference.lists.carriers"]);
        AssertNotAssessable(
            Rule,
            UnderWay(c => c with { Tracking = null }),
            ["case.tracking.gaps", "case.tracking.unscheduled_stops"],
            Registered
        );
        AssertNotAssessable(Rule, Tracked(new TrackingGap()), ["case.tracking.gaps[0].hours"], Registered);
    }
}
