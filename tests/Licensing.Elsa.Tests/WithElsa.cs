using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Tests.Databases;
using Licensing.Web.Tests.Journeys;

[assembly: AssemblyFixture(typeof(DatabaseServers))]

namespace Licensing.Elsa.Tests;

/// <summary>The demo with Elsa moving its cases.</summary>
public abstract class WithElsa(DatabaseServers servers, DatabaseProvider provider) : RunningDemo(servers, provider)
{
    public static DemoEngine Elsa { get; } = new(builder => builder.AddElsaEngine(), app => app.UseElsaEngine());

    protected override DemoEngine? Engine => Elsa;
}

public sealed class WithElsaOnSQLite(DatabaseServers servers) : WithElsa(servers, DatabaseProvider.Sqlite)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new WithElsaOnSQLite(servers);
}

public sealed class WithElsaOnPostgreSQL(DatabaseServers servers) : WithElsa(servers, DatabaseProvider.PostgreSql)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new WithElsaOnPostgreSQL(servers);
}
