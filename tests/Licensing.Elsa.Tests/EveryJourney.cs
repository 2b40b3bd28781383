using Licensing.Web.Tests.Journeys;

namespace Licensing.Elsa.Tests;

// Every journey, once more with Elsa moving the cases.

public sealed class ActsTwiceAndAtOnce_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : ActsTwiceAndAtOnce(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class ActsTwiceAndAtOnce_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : ActsTwiceAndAtOnce(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class AnsweringForAState_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : AnsweringForAState(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class AnsweringForAState_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : AnsweringForAState(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class ArrangementsEnd_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : ArrangementsEnd(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class ArrangementsEnd_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : ArrangementsEnd(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class ChangeOfALicence_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : ChangeOfALicence(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class ChangeOfALicence_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : ChangeOfALicence(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class DiversionRisk_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : DiversionRisk(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class DiversionRisk_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : DiversionRisk(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class DossierJourneys_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : DossierJourneys(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class DossierJourneys_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : DossierJourneys(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class FourEyes_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : FourEyes(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class FourEyes_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : FourEyes(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class GroundLostAfterIssue_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : GroundLostAfterIssue(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class GroundLostAfterIssue_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : GroundLostAfterIssue(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class HistoryOfACase_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : HistoryOfACase(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class HistoryOfACase_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : HistoryOfACase(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class LastDays_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : LastDays(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class LastDays_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : LastDays(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class LinksAreRefuted_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : LinksAreRefuted(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class LinksAreRefuted_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : LinksAreRefuted(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class OneFactSpoilt_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : OneFactSpoilt(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class OneFactSpoilt_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : OneFactSpoilt(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class SeveralCasesAndPapers_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : SeveralCasesAndPapers(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class SeveralCasesAndPapers_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : SeveralCasesAndPapers(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class StandingOfTheExporter_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : StandingOfTheExporter(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class StandingOfTheExporter_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : StandingOfTheExporter(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class WhatIsMalformed_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : WhatIsMalformed(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class WhatIsMalformed_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : WhatIsMalformed(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class WhatTheScreeningIsTold_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : WhatTheScreeningIsTold(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class WhatTheScreeningIsTold_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : WhatTheScreeningIsTold(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class WhoMaySeeAndDo_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : WhoMaySeeAndDo(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class WhoMaySeeAndDo_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : WhoMaySeeAndDo(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class WhatAnApplicantMayKnow_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : WhatAnApplicantMayKnow(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class WhatAnApplicantMayKnow_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : WhatAnApplicantMayKnow(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class TheLegalClock_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : TheLegalClock(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class TheLegalClock_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : TheLegalClock(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class LifeOfALicence_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : LifeOfALicence(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class LifeOfALicence_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : LifeOfALicence(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class LastDaysOfALicence_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : LastDaysOfALicence(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class LastDaysOfALicence_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : LastDaysOfALicence(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class ImportAuthorisations_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : ImportAuthorisations(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class ImportAuthorisations_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : ImportAuthorisations(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class AppealAndReopening_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : AppealAndReopening(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class AppealAndReopening_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : AppealAndReopening(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class TemporaryMovements_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : TemporaryMovements(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class TemporaryMovements_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : TemporaryMovements(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class LastDaysOfAReturn_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : LastDaysOfAReturn(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class LastDaysOfAReturn_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : LastDaysOfAReturn(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class TransitCases_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : TransitCases(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class TransitCases_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : TransitCases(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class UnderAnotherProfile_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : UnderAnotherProfile(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class UnderAnotherProfile_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : UnderAnotherProfile(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class ImportMarking_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : ImportMarking(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class ImportMarking_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : ImportMarking(demo),
        IClassFixture<WithElsaOnPostgreSQL>;

public sealed class Registers_with_Elsa_on_SQLite(WithElsaOnSQLite demo)
    : Registers(demo),
        IClassFixture<WithElsaOnSQLite>;

public sealed class Registers_with_Elsa_on_PostgreSQL(WithElsaOnPostgreSQL demo)
    : Registers(demo),
        IClassFixture<WithElsaOnPostgreSQL>;
