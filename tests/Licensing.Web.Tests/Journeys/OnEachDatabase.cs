namespace Licensing.Web.Tests.Journeys;

// Every journey on every database. Where one is not configured, its tests are skipped and say so.

public sealed class ActsTwiceAndAtOnce_on_SQLite(OnSqlite demo) : ActsTwiceAndAtOnce(demo), IClassFixture<OnSqlite>;

public sealed class ActsTwiceAndAtOnce_on_PostgreSQL(OnPostgreSql demo)
    : ActsTwiceAndAtOnce(demo),
        IClassFixture<OnPostgreSql>;

public sealed class ActsTwiceAndAtOnce_on_SQL_Server(OnSqlServer demo)
    : ActsTwiceAndAtOnce(demo),
        IClassFixture<OnSqlServer>;

public sealed class AnsweringForAState_on_SQLite(OnSqlite demo) : AnsweringForAState(demo), IClassFixture<OnSqlite>;

public sealed class AnsweringForAState_on_PostgreSQL(OnPostgreSql demo)
    : AnsweringForAState(demo),
        IClassFixture<OnPostgreSql>;

public sealed class AnsweringForAState_on_SQL_Server(OnSqlServer demo)
    : AnsweringForAState(demo),
        IClassFixture<OnSqlServer>;

public sealed class ArrangementsEnd_on_SQLite(OnSqlite demo) : ArrangementsEnd(demo), IClassFixture<OnSqlite>;

public sealed class ArrangementsEnd_on_PostgreSQL(OnPostgreSql demo)
    : ArrangementsEnd(demo),
        IClassFixture<OnPostgreSql>;

public sealed class ArrangementsEnd_on_SQL_Server(OnSqlServer demo) : ArrangementsEnd(demo), IClassFixture<OnSqlServer>;

public sealed class ChangeOfALicence_on_SQLite(OnSqlite demo) : ChangeOfALicence(demo), IClassFixture<OnSqlite>;

public sealed class ChangeOfALicence_on_PostgreSQL(OnPostgreSql demo)
    : ChangeOfALicence(demo),
        IClassFixture<OnPostgreSql>;

public sealed class ChangeOfALicence_on_SQL_Server(OnSqlServer demo)
    : ChangeOfALicence(demo),
        IClassFixture<OnSqlServer>;

public sealed class DiversionRisk_on_SQLite(OnSqlite demo) : DiversionRisk(demo), IClassFixture<OnSqlite>;

public sealed class DiversionRisk_on_PostgreSQL(OnPostgreSql demo) : DiversionRisk(demo), IClassFixture<OnPostgreSql>;

public sealed class DiversionRisk_on_SQL_Server(OnSqlServer demo) : DiversionRisk(demo), IClassFixture<OnSqlServer>;

public sealed class DossierJourneys_on_SQLite(OnSqlite demo) : DossierJourneys(demo), IClassFixture<OnSqlite>;

public sealed class DossierJourneys_on_PostgreSQL(OnPostgreSql demo)
    : DossierJourneys(demo),
        IClassFixture<OnPostgreSql>;

public sealed class DossierJourneys_on_SQL_Server(OnSqlServer demo) : DossierJourneys(demo), IClassFixture<OnSqlServer>;

public sealed class FourEyes_on_SQLite(OnSqlite demo) : FourEyes(demo), IClassFixture<OnSqlite>;

public sealed class FourEyes_on_PostgreSQL(OnPostgreSql demo) : FourEyes(demo), IClassFixture<OnPostgreSql>;

public sealed class FourEyes_on_SQL_Server(OnSqlServer demo) : FourEyes(demo), IClassFixture<OnSqlServer>;

public sealed class GroundLostAfterIssue_on_SQLite(OnSqlite demo) : GroundLostAfterIssue(demo), IClassFixture<OnSqlite>;

public sealed class GroundLostAfterIssue_on_PostgreSQL(OnPostgreSql demo)
    : GroundLostAfterIssue(demo),
        IClassFixture<OnPostgreSql>;

public sealed class GroundLostAfterIssue_on_SQL_Server(OnSqlServer demo)
    : GroundLostAfterIssue(demo),
        IClassFixture<OnSqlServer>;

public sealed class HistoryOfACase_on_SQLite(OnSqlite demo) : HistoryOfACase(demo), IClassFixture<OnSqlite>;

public sealed class HistoryOfACase_on_PostgreSQL(OnPostgreSql demo) : HistoryOfACase(demo), IClassFixture<OnPostgreSql>;

public sealed class HistoryOfACase_on_SQL_Server(OnSqlServer demo) : HistoryOfACase(demo), IClassFixture<OnSqlServer>;

public sealed class LastDays_on_SQLite(OnSqlite demo) : LastDays(demo), IClassFixture<OnSqlite>;

public sealed class LastDays_on_PostgreSQL(OnPostgreSql demo) : LastDays(demo), IClassFixture<OnPostgreSql>;

public sealed class LastDays_on_SQL_Server(OnSqlServer demo) : LastDays(demo), IClassFixture<OnSqlServer>;

public sealed class LinksAreRefuted_on_SQLite(OnSqlite demo) : LinksAreRefuted(demo), IClassFixture<OnSqlite>;

public sealed class LinksAreRefuted_on_PostgreSQL(OnPostgreSql demo)
    : LinksAreRefuted(demo),
        IClassFixture<OnPostgreSql>;

public sealed class LinksAreRefuted_on_SQL_Server(OnSqlServer demo) : LinksAreRefuted(demo), IClassFixture<OnSqlServer>;

public sealed class OneFactSpoilt_on_SQLite(OnSqlite demo) : OneFactSpoilt(demo), IClassFixture<OnSqlite>;

public sealed class OneFactSpoilt_on_PostgreSQL(OnPostgreSql demo) : OneFactSpoilt(demo), IClassFixture<OnPostgreSql>;

public sealed class OneFactSpoilt_on_SQL_Server(OnSqlServer demo) : OneFactSpoilt(demo), IClassFixture<OnSqlServer>;

public sealed class SeveralCasesAndPapers_on_SQLite(OnSqlite demo)
    : SeveralCasesAndPapers(demo),
        IClassFixture<OnSqlite>;

public sealed class SeveralCasesAndPapers_on_PostgreSQL(OnPostgreSql demo)
    : SeveralCasesAndPapers(demo),
        IClassFixture<OnPostgreSql>;

public sealed class SeveralCasesAndPapers_on_SQL_Server(OnSqlServer demo)
    : SeveralCasesAndPapers(demo),
        IClassFixture<OnSqlServer>;

public sealed class StandingOfTheExporter_on_SQLite(OnSqlite demo)
    : StandingOfTheExporter(demo),
        IClassFixture<OnSqlite>;

public sealed class StandingOfTheExporter_on_PostgreSQL(OnPostgreSql demo)
    : StandingOfTheExporter(demo),
        IClassFixture<OnPostgreSql>;

public sealed class StandingOfTheExporter_on_SQL_Server(OnSqlServer demo)
    : StandingOfTheExporter(demo),
        IClassFixture<OnSqlServer>;

public sealed class WhatIsMalformed_on_SQLite(OnSqlite demo) : WhatIsMalformed(demo), IClassFixture<OnSqlite>;

public sealed class WhatIsMalformed_on_PostgreSQL(OnPostgreSql demo)
    : WhatIsMalformed(demo),
        IClassFixture<OnPostgreSql>;

public sealed class WhatIsMalformed_on_SQL_Server(OnSqlServer demo) : WhatIsMalformed(demo), IClassFixture<OnSqlServer>;

public sealed class WhatTheScreeningIsTold_on_SQLite(OnSqlite demo)
    : WhatTheScreeningIsTold(demo),
        IClassFixture<OnSqlite>;

public sealed class WhatTheScreeningIsTold_on_PostgreSQL(OnPostgreSql demo)
    : WhatTheScreeningIsTold(demo),
        IClassFixture<OnPostgreSql>;

public sealed class WhatTheScreeningIsTold_on_SQL_Server(OnSqlServer demo)
    : WhatTheScreeningIsTold(demo),
        IClassFixture<OnSqlServer>;

public sealed class WhoMaySeeAndDo_on_SQLite(OnSqlite demo) : WhoMaySeeAndDo(demo), IClassFixture<OnSqlite>;

public sealed class WhoMaySeeAndDo_on_PostgreSQL(OnPostgreSql demo) : WhoMaySeeAndDo(demo), IClassFixture<OnPostgreSql>;

public sealed class WhoMaySeeAndDo_on_SQL_Server(OnSqlServer demo) : WhoMaySeeAndDo(demo), IClassFixture<OnSqlServer>;

public sealed class WhatAnApplicantMayKnow_on_SQLite(OnSqlite demo)
    : WhatAnApplicantMayKnow(demo),
        IClassFixture<OnSqlite>;

public sealed class WhatAnApplicantMayKnow_on_PostgreSQL(OnPostgreSql demo)
    : WhatAnApplicantMayKnow(demo),
        IClassFixture<OnPostgreSql>;

public sealed class WhatAnApplicantMayKnow_on_SQL_Server(OnSqlServer demo)
    : WhatAnApplicantMayKnow(demo),
        IClassFixture<OnSqlServer>;

public sealed class TheLegalClock_on_SQLite(OnSqlite demo) : TheLegalClock(demo), IClassFixture<OnSqlite>;

public sealed class TheLegalClock_on_PostgreSQL(OnPostgreSql demo) : TheLegalClock(demo), IClassFixture<OnPostgreSql>;

public sealed class TheLegalClock_on_SQL_Server(OnSqlServer demo) : TheLegalClock(demo), IClassFixture<OnSqlServer>;

public sealed class LifeOfALicence_on_SQLite(OnSqlite demo) : LifeOfALicence(demo), IClassFixture<OnSqlite>;

public sealed class LifeOfALicence_on_PostgreSQL(OnPostgreSql demo) : LifeOfALicence(demo), IClassFixture<OnPostgreSql>;

public sealed class LifeOfALicence_on_SQL_Server(OnSqlServer demo) : LifeOfALicence(demo), IClassFixture<OnSqlServer>;

public sealed class LastDaysOfALicence_on_SQLite(OnSqlite demo) : LastDaysOfALicence(demo), IClassFixture<OnSqlite>;

public sealed class LastDaysOfALicence_on_PostgreSQL(OnPostgreSql demo)
    : LastDaysOfALicence(demo),
        IClassFixture<OnPostgreSql>;

public sealed class LastDaysOfALicence_on_SQL_Server(OnSqlServer demo)
    : LastDaysOfALicence(demo),
        IClassFixture<OnSqlServer>;

public sealed class ImportAuthorisations_on_SQLite(OnSqlite demo) : ImportAuthorisations(demo), IClassFixture<OnSqlite>;

public sealed class ImportAuthorisations_on_PostgreSQL(OnPostgreSql demo)
    : ImportAuthorisations(demo),
        IClassFixture<OnPostgreSql>;

public sealed class ImportAuthorisations_on_SQL_Server(OnSqlServer demo)
    : ImportAuthorisations(demo),
        IClassFixture<OnSqlServer>;

public sealed class AppealAndReopening_on_SQLite(OnSqlite demo) : AppealAndReopening(demo), IClassFixture<OnSqlite>;

public sealed class AppealAndReopening_on_PostgreSQL(OnPostgreSql demo)
    : AppealAndReopening(demo),
        IClassFixture<OnPostgreSql>;

public sealed class AppealAndReopening_on_SQL_Server(OnSqlServer demo)
    : AppealAndReopening(demo),
        IClassFixture<OnSqlServer>;

public sealed class TemporaryMovements_on_SQLite(OnSqlite demo) : TemporaryMovements(demo), IClassFixture<OnSqlite>;

public sealed class TemporaryMovements_on_PostgreSQL(OnPostgreSql demo)
    : TemporaryMovements(demo),
        IClassFixture<OnPostgreSql>;

public sealed class TemporaryMovements_on_SQL_Server(OnSqlServer demo)
    : TemporaryMovements(demo),
        IClassFixture<OnSqlServer>;

public sealed class LastDaysOfAReturn_on_SQLite(OnSqlite demo) : LastDaysOfAReturn(demo), IClassFixture<OnSqlite>;

public sealed class LastDaysOfAReturn_on_PostgreSQL(OnPostgreSql demo)
    : LastDaysOfAReturn(demo),
        IClassFixture<OnPostgreSql>;

public sealed class LastDaysOfAReturn_on_SQL_Server(OnSqlServer demo)
    : LastDaysOfAReturn(demo),
        IClassFixture<OnSqlServer>;

public sealed class TransitCases_on_SQLite(OnSqlite demo) : TransitCases(demo), IClassFixture<OnSqlite>;

public sealed class TransitCases_on_PostgreSQL(OnPostgreSql demo) : TransitCases(demo), IClassFixture<OnPostgreSql>;

public sealed class TransitCases_on_SQL_Server(OnSqlServer demo) : TransitCases(demo), IClassFixture<OnSqlServer>;

public sealed class UnderAnotherProfile_on_SQLite(OnSqlite demo) : UnderAnotherProfile(demo), IClassFixture<OnSqlite>;

public sealed class UnderAnotherProfile_on_PostgreSQL(OnPostgreSql demo)
    : UnderAnotherProfile(demo),
        IClassFixture<OnPostgreSql>;

public sealed class UnderAnotherProfile_on_SQL_Server(OnSqlServer demo)
    : UnderAnotherProfile(demo),
        IClassFixture<OnSqlServer>;

public sealed class ImportMarking_on_SQLite(OnSqlite demo) : ImportMarking(demo), IClassFixture<OnSqlite>;

public sealed class ImportMarking_on_PostgreSQL(OnPostgreSql demo) : ImportMarking(demo), IClassFixture<OnPostgreSql>;

public sealed class ImportMarking_on_SQL_Server(OnSqlServer demo) : ImportMarking(demo), IClassFixture<OnSqlServer>;

public sealed class Registers_on_SQLite(OnSqlite demo) : Registers(demo), IClassFixture<OnSqlite>;

public sealed class Registers_on_PostgreSQL(OnPostgreSql demo) : Registers(demo), IClassFixture<OnPostgreSql>;

public sealed class Registers_on_SQL_Server(OnSqlServer demo) : Registers(demo), IClassFixture<OnSqlServer>;
