using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Demo;
using Licensing.Journey;
using Licensing.Web.Tests.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Licensing.Web.Tests.Journeys;

/// <summary>The demo, listening on a free loopback port, without cases, on a clock that only the tests move.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("licensing-").FullName;
    private WebApplication app = null!;

    // Between any two readings a moment passes, as it does on a real clock: what happened later is later.
    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2027, 2, 25, 9, 0, 0, TimeSpan.Zero))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(5),
        };

    public Uri Address { get; } = SignInHost.FreeAddress();
    public FrontDoor Door { get; private set; } = null!;

    /// <summary>The legal day in Meridia, as long as the clock stays within the hours that it shares with UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public WebApplication Application => app;

    public async ValueTask InitializeAsync()
    {
        app = await DemoApplication.Build(Address, data, services => services.AddSingleton<TimeProvider>(Clock));
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

    public Task<Desk> Of(string state) => Door.SignIn($"correspondent@{state}.example");

    public LicensingDb OpenDatabase() => app.Services.GetRequiredService<Database>().Open();

    /// <summary>Moves the clock so that the last day lies behind, and wakes what is due.</summary>
    public async Task Pass(DateOnly lastDay)
    {
        Clock.SetUtcNow(new DateTimeOffset(lastDay.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero));
        await WakeWhatIsDue();
    }

    public Task WakeWhatIsDue() =>
        app.Services.GetRequiredService<PassDeadline>().ResumeWhatIsDue(Clock.GetUtcNow(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
