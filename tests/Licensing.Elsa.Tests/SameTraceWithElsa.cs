using Licensing.Web.Tests.Journeys;

namespace Licensing.Elsa.Tests;

public sealed class SameTrace_with_Elsa_on_SQLite(OnSqlite embedded, WithElsaOnSQLite elsa)
    : SameTrace(embedded, elsa),
        IClassFixture<OnSqlite>,
        IClassFixture<WithElsaOnSQLite>;

public sealed class SameTrace_with_Elsa_on_PostgreSQL(OnPostgreSql embedded, WithElsaOnPostgreSQL elsa)
    : SameTrace(embedded, elsa),
        IClassFixture<OnPostgreSql>,
        IClassFixture<WithElsaOnPostgreSQL>;
