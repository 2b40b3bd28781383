using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Tests.Databases;

namespace Licensing.Casework.Tests;

public abstract class PublishingTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    [Fact]
    public async Task A_version_is_published_once()
    {
        Assert.Equal(7, await Kept.Publish());
        Assert.Equal(0, await Kept.Publish());
    }

    [Fact]
    public async Task The_same_version_with_another_content_is_refused_by_the_name_of_its_file()
    {
        using var spoilt = new SpoiltWorkflows();
        await Kept.Publish();
        spoilt.Copy(content =>
            content.Replace("\"With a licensing officer\"", "\"Somewhere\"", StringComparison.Ordinal)
        );
        var refusal = await Assert.ThrowsAsync<CannotPublishException>(() => Kept.Publish(spoilt.Folder));
        Assert.Equal(
            "export-authorisation.json: export-authorisation version 4 was published on 2026-03-20 with another content: "
                + "give the change a new version.",
            Assert.Single(refusal.Mistakes).ToString()
        );
    }
}
