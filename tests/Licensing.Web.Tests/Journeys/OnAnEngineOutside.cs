namespace Licensing.Web.Tests.Journeys;

// The journeys in which cases move most, under an engine that commits after the act, forgets and repeats itself. With Elsa all journeys run.

public sealed class SameTrace_on_an_engine_outside(OnSqlite embedded, OnAnEngineOutside outside)
    : SameTrace(embedded, outside),
        IClassFixture<OnSqlite>,
        IClassFixture<OnAnEngineOutside>;

public sealed class ActsTwiceAndAtOnce_on_an_engine_outside(OnAnEngineOutside demo)
    : ActsTwiceAndAtOnce(demo),
        IClassFixture<OnAnEngineOutside>;

public sealed class GroundLostAfterIssue_on_an_engine_outside(OnAnEngineOutside demo)
    : GroundLostAfterIssue(demo),
        IClassFixture<OnAnEngineOutside>;

public sealed class ChangeOfALicence_on_an_engine_outside(OnAnEngineOutside demo)
    : ChangeOfALicence(demo),
        IClassFixture<OnAnEngineOutside>;

public sealed class AppealAndReopening_on_an_engine_outside(OnAnEngineOutside demo)
    : AppealAndReopening(demo),
        IClassFixture<OnAnEngineOutside>;

public sealed class LastDays_on_an_engine_outside(OnAnEngineOutside demo)
    : LastDays(demo),
        IClassFixture<OnAnEngineOutside>;

public sealed class TransitCases_on_an_engine_outside(OnAnEngineOutside demo)
    : TransitCases(demo),
        IClassFixture<OnAnEngineOutside>;
