using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Journey;
using Licensing.Tests.Databases;
using Licensing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Licensing.Web.Tests.Journeys;

/// <summary>The demo, listening on a free loopback port, without cases, on a clock that only the tests move.</summary>
public abstract class RunningDemo(DatabaseServers servers, DatabaseProvider provider) : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("licensing-").FullName;
    private TestDatabase? database;
    private WebApplication? app;

    /// <summary>Why it does not run; null when it does.</summary>
    public string? Missing { get; } = servers.Missing(provider);

    // Between any two readings a moment passes, as it does on a real clock: what happened later is later.
    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2027, 2, 25, 9, 0, 0, TimeSpan.Zero))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(5),
        };

    public Uri Address { get; } = SignInHost.FreeAddress();
    public FrontDoor Door { get; private set; } = null!;

    /// <summary>One more, on a database of its own.</summary>
    public async Task<RunningDemo> Another()
    {
        var another = Alike(servers);
        await another.InitializeAsync();
        return another;
    }

    /// <summary>Whether a case rests again when the act that moves it is answered.</summary>
    public bool MovesAtOnce => app!.Services.GetRequiredService<IProcedures>().MoveAtOnce;

    protected abstract RunningDemo Alike(DatabaseServers servers);

    /// <summary>What moves the cases; null for the application's own engine.</summary>
    protected virtual DemoEngine? Engine => null;

    /// <summary>The legal day in Meridia, as long as the clock stays within the hours that it shares with UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public WebApplication Application => app!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        database = await servers.New(provider);
        app = await DemoApplication.Build(
            Address,
            data,
            services => services.AddSingleton<TimeProvider>(Clock),
            database: database.Choice,
            engine: Engine
        );
        await app.StartAsync();
        Door = new FrontDoor(Address);
    }

    public Task<Desk> Halden => Door.SignIn("halden@qm.example");
    public Task<Desk> Brevik => Door.SignIn("brevik@qm.example");
    public Task<Desk> Officer => Door.SignIn("officer@qm.example");
    public Task<Desk> SecondOfficer => Door.SignIn("officer2@qm.example");
    public Task<Desk> Senior => Door.SignIn("senior@qm.example");
    public Task<Desk> OtherSenior => Door.SignIn("senior2@qm.example");
    public Task<Desk> Auditor => Door.SignIn("auditor@qm.example");

    public Task<Desk> Customs => Door.SignIn("customs@qm.example");

    public Task<Desk> CustomsOf(string state) => Door.SignIn($"customs@{state}.example");

    public Task<Desk> Of(string state) => Door.SignIn($"correspondent@{state}.example");

    public LicensingDb OpenDatabase() => app!.Services.GetRequiredService<Database>().Open();

    /// <summary>Moves the clock so that the last day lies behind, and wakes what is due.</summary>
    public async Task Pass(DateOnly lastDay)
    {
        Clock.SetUtcNow(new DateTimeOffset(lastDay.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero));
        await WakeWhatIsDue();
    }

    public async Task WakeWhatIsDue()
    {
        await app!
            .Services.GetRequiredService<PassDeadline>()
            .ResumeWhatIsDue(Clock.GetUtcNow(), CancellationToken.None);
        await Rest();
    }

    /// <summary>Waits until every case rests: under an engine outside the database they move a moment longer.</summary>
    public async Task Rest()
    {
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            await using (var db = OpenDatabase())
                if (!await db.Cases.AnyAsync(c => c.MovingSince != null))
                    return;
            await Task.Delay(10);
        }
        Assert.Fail("A case has been moving for half a minute.");
    }

    /// <summary>Screens anew what a new rule set or list may judge otherwise.</summary>
    /// <returns>How many cases came out otherwise.</returns>
    public Task<int> ScreenAnew() =>
        app!.Services.GetRequiredService<Rescreen>().Run(Clock.GetUtcNow(), CancellationToken.None);

    /// <summary>Hands the mail over that has been written.</summary>
    public Task SendMail() => app!.Services.GetRequiredService<SendNotices>().SendWhatIsUnsent(CancellationToken.None);

    /// <summary>Moves the clock to the middle of the day, and reminds whoever is to be reminded.</summary>
    public async Task RemindOn(DateOnly day)
    {
        Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));
        await app!
            .Services.GetRequiredService<PassDeadline>()
            .RemindOfWhatIsNear(Clock.GetUtcNow(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            Door.Dispose();
            await app.DisposeAsync();
        }
        if (database is not null)
            await database.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

public sealed class OnSqlite(DatabaseServers servers) : RunningDemo(servers, DatabaseProvider.Sqlite)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new OnSqlite(servers);
}

public sealed class OnPostgreSql(DatabaseServers servers) : RunningDemo(servers, DatabaseProvider.PostgreSql)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new OnPostgreSql(servers);
}

public sealed class OnSqlServer(DatabaseServers servers) : RunningDemo(servers, DatabaseProvider.SqlServer)
{
    protected override RunningDemo Alike(DatabaseServers servers) => new OnSqlServer(servers);
}

/// <summary>Journeys over HTTP, run on every database in <c>OnEachDatabase.cs</c>.</summary>
public abstract class JourneyTests
{
    protected JourneyTests(RunningDemo demo) => Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
}
