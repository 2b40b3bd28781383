using Licensing.Casework.Notices;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Demo.Issuer;
using Licensing.Demo.Mail;
using Licensing.Demo.People;
using Licensing.Web;

namespace Licensing.Demo;

/// <summary>The application with everything that a newcomer lacks: people, States, companies, an issuer of identities and a mail
/// folder. It listens on this machine only and refuses to be a production system.</summary>
public static class DemoApplication
{
    /// <param name="engine">What moves the cases; the application's own engine when left out.</param>
    public static async Task Run(string[] args, DemoEngine? engine = null)
    {
        var address = new Uri(Argument(args, "--urls") ?? "http://localhost:5080");
        var data = Argument(args, "--data") ?? Path.Combine(AppContext.BaseDirectory, "data");
        var issuer = Argument(args, "--issuer") is { } named ? new Uri(named) : address;
        var app = await Build(address, data, args: args, database: Database(args), issuer: issuer, engine: engine);
        await app.StartAsync();
        if (!args.Contains("--empty"))
            await DemoCases.Bring(app, address);
        Greeting.Print(address, data);
        await app.WaitForShutdownAsync();
    }

    /// <summary>Composes the demo, with its database filled, ready to start.</summary>
    /// <param name="address">A loopback address that is free.</param>
    /// <param name="data">Folder for the database and the mail. What is in it is kept and used.</param>
    /// <param name="change">Further services, for tests: another clock.</param>
    /// <param name="database">Another database than a file of SQLite in the folder.</param>
    /// <param name="issuer">What the demo's issuer calls itself, where several nodes are one; its address when left out.</param>
    /// <param name="engine">What moves the cases; the application's own engine when left out.</param>
    public static async Task<WebApplication> Build(
        Uri address,
        string data,
        Action<IServiceCollection>? change = null,
        string[]? args = null,
        DatabaseChoice? database = null,
        Uri? issuer = null,
        DemoEngine? engine = null
    )
    {
        Directory.CreateDirectory(data);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args ?? [],
                EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Development",
                ApplicationName = typeof(DemoApplication).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls(address.ToString());
        builder
            .Logging.AddFilter("OpenIddict", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Licensing.Casework", LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = (database?.Provider ?? DatabaseProvider.Sqlite).ToString(),
                ["ConnectionStrings:Licensing"] =
                    database?.ConnectionString ?? $"Data Source={Path.Combine(data, "licensing.db")}",
                ["Mail:Host"] = "none: the demo writes mail to a folder",
                ["Mail:From"] = "licensing@demo.example",
                ["Mail:Portal"] = address.ToString(),
                ["DataProtection:Folder"] = data,
            }
        );
        var mail = new MailFolder(Path.Combine(data, "mail"), address);
        builder.Services.AddSingleton<IMailer>(mail).AddSingleton(mail);
        change?.Invoke(builder.Services);
        builder.AddLicensing();
        engine?.Add(builder);
        issuer ??= address;
        var directory = DemoDirectory.Make(issuer);
        builder.AddDemoIssuer(DemoDirectory.People(directory), address, issuer, data);
        var app = builder.Build();
        await app.PrepareDatabase(migrate: true);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await app.Services.GetRequiredService<FillDirectory>().Run(directory, clock.GetUtcNow(), default);
        app.UseLicensing();
        engine?.Use(app);
        app.MapDemoIssuer();
        InboxPage.Map(app);
        return app;
    }

    // "--provider postgresql --connection Host=…": another database than the file in the data folder.
    private static DatabaseChoice? Database(string[] args)
    {
        if (Argument(args, "--connection") is not { } connection)
            return null;
        var provider =
            DatabaseChoice.Provided(Argument(args, "--provider"))
            ?? throw new ArgumentException(
                $"Give --provider {string.Join(", ", DatabaseChoice.Names)} with --connection."
            );
        return new DatabaseChoice(provider, connection);
    }

    private static string? Argument(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}

/// <summary>Another engine that moves the cases.</summary>
/// <param name="Add">Adds it to the application that has everything else.</param>
/// <param name="Use">Puts it into the application's pipeline.</param>
public sealed record DemoEngine(Action<WebApplicationBuilder> Add, Action<WebApplication> Use);
