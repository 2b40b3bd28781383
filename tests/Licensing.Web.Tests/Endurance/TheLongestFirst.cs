using Licensing.Web.Tests.Endurance;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(TheLongestFirst))]

namespace Licensing.Web.Tests.Endurance;

/// <summary>What takes minutes begins first, so that nobody waits for it alone in the end.</summary>
public sealed class TheLongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(c =>
                c.TestCollectionDisplayName.Contains(nameof(RacesAndKills), StringComparison.Ordinal)
            ),
        ];
}
