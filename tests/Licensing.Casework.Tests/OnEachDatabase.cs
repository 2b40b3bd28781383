using Licensing.Casework.Storage;
using Licensing.Casework.Tests.Screening;
using Licensing.Tests.Databases;

namespace Licensing.Casework.Tests;

public sealed class StorageTests_on_SQLite(DatabaseServers servers) : StorageTests(servers, DatabaseProvider.Sqlite);

public sealed class StorageTests_on_PostgreSQL(DatabaseServers servers)
    : StorageTests(servers, DatabaseProvider.PostgreSql);

public sealed class StorageTests_on_SQL_Server(DatabaseServers servers)
    : StorageTests(servers, DatabaseProvider.SqlServer);

public sealed class ActRunnerTests_on_SQLite(DatabaseServers servers)
    : ActRunnerTests(servers, DatabaseProvider.Sqlite);

public sealed class ActRunnerTests_on_PostgreSQL(DatabaseServers servers)
    : ActRunnerTests(servers, DatabaseProvider.PostgreSql);

public sealed class ActRunnerTests_on_SQL_Server(DatabaseServers servers)
    : ActRunnerTests(servers, DatabaseProvider.SqlServer);

public sealed class PublishingTests_on_SQLite(DatabaseServers servers)
    : PublishingTests(servers, DatabaseProvider.Sqlite);

public sealed class PublishingTests_on_PostgreSQL(DatabaseServers servers)
    : PublishingTests(servers, DatabaseProvider.PostgreSql);

public sealed class PublishingTests_on_SQL_Server(DatabaseServers servers)
    : PublishingTests(servers, DatabaseProvider.SqlServer);

public sealed class CheckupTests_on_SQLite(DatabaseServers servers) : CheckupTests(servers, DatabaseProvider.Sqlite);

public sealed class CheckupTests_on_PostgreSQL(DatabaseServers servers)
    : CheckupTests(servers, DatabaseProvider.PostgreSql);

public sealed class CheckupTests_on_SQL_Server(DatabaseServers servers)
    : CheckupTests(servers, DatabaseProvider.SqlServer);

public sealed class SendNoticesTests_on_SQLite(DatabaseServers servers)
    : SendNoticesTests(servers, DatabaseProvider.Sqlite);

public sealed class SendNoticesTests_on_PostgreSQL(DatabaseServers servers)
    : SendNoticesTests(servers, DatabaseProvider.PostgreSql);

public sealed class SendNoticesTests_on_SQL_Server(DatabaseServers servers)
    : SendNoticesTests(servers, DatabaseProvider.SqlServer);

public sealed class PlantedKitsTests_on_SQLite(DatabaseServers servers)
    : PlantedKitsTests(servers, DatabaseProvider.Sqlite);

public sealed class PlantedKitsTests_on_PostgreSQL(DatabaseServers servers)
    : PlantedKitsTests(servers, DatabaseProvider.PostgreSql);

public sealed class PlantedKitsTests_on_SQL_Server(DatabaseServers servers)
    : PlantedKitsTests(servers, DatabaseProvider.SqlServer);
