using Licensing.Casework.Storage;
using Licensing.Endurance;
using Licensing.Tests.Databases;

namespace Licensing.Web.Tests.Endurance;

/// <summary>The short form of what <c>tests/Licensing.Endurance</c> does for as long as one likes.</summary>
public sealed class RacesAndKills(DatabaseServers servers)
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Two_acts_at_once_from_two_processes_leave_nothing_unlawful(DatabaseProvider provider)
    {
        Assert.SkipWhen(servers.Missing(provider) is not null, servers.Missing(provider) ?? "");
        var told = new StringWriter();

        var held = await Races.Run(provider, 4, "", told, TestContext.Current.CancellationToken);

        Assert.True(held, told.ToString());
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Nodes_that_are_killed_lose_nothing_and_do_nothing_twice(DatabaseProvider provider)
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
