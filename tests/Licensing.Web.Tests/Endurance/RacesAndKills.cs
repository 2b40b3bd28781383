using Licensing.Casework.Storage;
using Licensing.Endurance;
using Licensing.Tests.Databases;

namespace Licensing.Web.Tests.Endurance;

/// <summary>The short form of what <c>tests/Licensing.Endurance</c> does for as long as one likes.</summary>
public abstract class RacesAndKills(DatabaseServers servers, DatabaseProvider provider)
{
    [Fact]
    public async Task Two_acts_at_once_from_two_processes_leave_nothing_unlawful()
    {
        Assert.SkipWhen(servers.Missing(provider) is not null, servers.Missing(provider) ?? "");
        var told = new StringWriter();

        var held = await Races.Run(provider, 4, "", told, TestContext.Current.CancellationToken);

        Assert.True(held, told.ToString());
    }

    [Fact]
    public async Task Nodes_that_are_killed_lose_nothing_and_do_nothing_twice()
    {
        Assert.SkipWhen(servers.Missing(provider) is not null, servers.Missing(provider) ?? "");
        var told = new StringWriter();

        var held = await Kills.Run(
            provider,
            kills: 4,
            outage: TimeSpan.FromSeconds(3),
            told,
            TestContext.Current.CancellationToken
        );

        Assert.True(held, told.ToString());
    }
}

public sealed class RacesAndKills_on_SQLite(DatabaseServers servers) : RacesAndKills(servers, DatabaseProvider.Sqlite);

public sealed class RacesAndKills_on_PostgreSQL(DatabaseServers servers)
    : RacesAndKills(servers, DatabaseProvider.PostgreSql);
