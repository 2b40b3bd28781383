using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Licensing.Web.Tests.SignIn;

public sealed class CheckOfADeployment(DatabaseServers servers)
{
    private static readonly Dictionary<string, string?> Complete = new()
    {
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["AzureAd:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["AzureAd:ClientSecret"] = "a secret of the test",
        ["AzureAd:Audience"] = "22222222-2222-2222-2222-222222222222",
        ["Mail:Host"] = "mail.example",
        ["Mail:From"] = "licensing@qm.example",
        ["Mail:Portal"] = "https://licensing.qm.example",
        ["Security:FormTargets:0"] = "https://login.microsoftonline.com",
    };

    [Fact]
    public async Task Every_mistake_of_the_configuration_is_listed_and_nothing_is_touched()
    {
        var file = Path.Combine(Path.GetTempPath(), $"check-{Guid.NewGuid():N}.db");
        var (well, said) = await Check(
            new Dictionary<string, string?>(Complete)
            {
                ["ConnectionStrings:Licensing"] = $"Data Source={file}",
                ["Mail:Host"] = "",
                ["AzureAd:TenantId"] = "",
            }
        );
        Assert.False(well);
        Assert.Contains("FAIL  configuration: Mail:Host is missing", said, StringComparison.Ordinal);
        Assert.Contains("FAIL  configuration: Sign-in with Entra ID is not", said, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_connection_string_that_cannot_be_read_is_a_mistake_of_the_configuration()
    {
        var (well, said) = await Check(
            new Dictionary<string, string?>(Complete)
            {
                ["Database:Provider"] = "postgresql",
                ["DataProtection:Folder"] = Path.GetTempPath(),
                ["ConnectionStrings:Licensing"] = "Hots=db",
            }
        );
        Assert.False(well);
        Assert.Contains("ConnectionStrings:Licensing cannot be read:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_of_and_not_made()
    {
        var file = Path.Combine(Path.GetTempPath(), $"check-{Guid.NewGuid():N}.db");
        var (well, said) = await Check(
            new Dictionary<string, string?>(Complete) { ["ConnectionStrings:Licensing"] = $"Data Source={file}" }
        );
        Assert.False(well);
        Assert.Contains("ok    configuration: It is complete.", said, StringComparison.Ordinal);
        Assert.Contains(
            $"FAIL  database: It cannot be reached: There is no file {file}.",
            said,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task What_is_missing_in_a_complete_deployment_s_database_is_told()
    {
        await using var database = await servers.New(DatabaseProvider.Sqlite);
        var settings = new Dictionary<string, string?>(Complete)
        {
            ["ConnectionStrings:Licensing"] = database.Choice.ConnectionString,
        };
        await using (var app = Configured(settings).Build())
            await app.PrepareDatabase(cancel: TestContext.Current.CancellationToken);

        var (well, said) = await Check(settings);

        Assert.False(well);
        Assert.Contains("ok    schema:", said, StringComparison.Ordinal);
        Assert.Contains("FAIL  directory: There are no States in it.", said, StringComparison.Ordinal);
    }

    private static async Task<(bool Well, string Said)> Check(Dictionary<string, string?> settings)
    {
        await using var app = Configured(settings).Build();
        using var output = new StringWriter();
        var well = await app.Check(output, TestContext.Current.CancellationToken);
        return (well, output.ToString());
    }

    private static WebApplicationBuilder Configured(Dictionary<string, string?> settings)
    {
        var builder = SignInHost.Builder("Production");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddLicensing();
        return builder;
    }
}
