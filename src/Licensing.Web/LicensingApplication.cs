using Hangfire;
using Licensing.Casework;
using Licensing.Casework.Procedures;
using Licensing.Casework.Publishing;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Web.Api;
using Licensing.Web.Frontend;
using Licensing.Web.Jobs;
using Licensing.Web.Mail;
using Licensing.Web.Portal;
using Licensing.Web.Running;
using Licensing.Web.Security;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace Licensing.Web;

/// <summary>The application, put together. Hosts differ in what they add: identities, a mailer, an engine.</summary>
public static class LicensingApplication
{
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(30);

    public static WebApplicationBuilder AddLicensing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddObservability();
        SharedKeys.Add(builder);
        services.TryAddSingleton(TimeProvider.System);
        var database = DatabaseSettings.Choose(builder.Configuration);
        services.AddSingleton<IValidateOptions<DatabaseSettings>, DatabaseSettings.Completeness>();
        services.AddOptions<DatabaseSettings>().BindConfiguration(DatabaseSettings.Section).ValidateOnStart();
        services.AddCasework(database);
        builder.AddLicensingSignIn();
        services.AddSingleton<ActingFor>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, DoorKeeper>();
        AddMail(services);
        AddJobs(services, database);
        AddApi(services);
        services.AddPortal();
        services.AddPortalFrontend(portal => portal.Frame = NavigationFor.Of);
        // What has begun is finished before the process ends; what takes longer is done again by another node.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping);
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        return builder;
    }

    /// <summary>Looks the configuration and the database over, as <c>licensing doctor</c> does, and says what to do. It changes nothing
    /// and does not listen.</summary>
    /// <returns>Whether all is well.</returns>
    public static async Task<bool> Check(this WebApplication app, TextWriter output, CancellationToken cancel = default)
    {
        var found = new List<Diagnosis>();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            found.Add(new Diagnosis("configuration", true, "It is complete.", ""));
            found.AddRange(await app.Services.GetRequiredService<Checkup>().Run(cancel));
        }
        catch (Exception mistakes) when (mistakes is OptionsValidationException or AggregateException)
        {
            found.AddRange(
                Validations(mistakes)
                    .SelectMany(m => m.Failures)
                    .Select(failure => new Diagnosis("configuration", false, failure, "Correct the setting."))
            );
        }
        foreach (var diagnosis in found)
            await output.WriteLineAsync(diagnosis.ToString());
        return found.All(d => d.IsWell);
    }

    private static IEnumerable<OptionsValidationException> Validations(Exception mistakes) =>
        mistakes is AggregateException several
            ? several.InnerExceptions.OfType<OptionsValidationException>()
            : [(OptionsValidationException)mistakes];

    /// <summary>Sees that the database is at the version of this program and publishes what is new in <c>workflows/</c>. A version that
    /// was published with another content stops the start.</summary>
    /// <param name="migrate">Bring the database to that version; on SQLite that is always done. Where several nodes share one, an
    /// administrator does it, with <c>licensing migrate</c>.</param>
    /// <exception cref="NotMigratedException">Migrations are pending.</exception>
    public static async Task PrepareDatabase(
        this WebApplication app,
        bool migrate = false,
        CancellationToken cancel = default
    )
    {
        // Every mistake of the configuration, before anything is touched.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var database = app.Services.GetRequiredService<Database>();
        await using (var db = database.Open())
            if (migrate || db is SqliteLicensingDb)
                await Schema.Upgrade(db, cancel);
            else if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                throw new NotMigratedException();
        var folder = app.Configuration["Workflows"] ?? Path.Combine(AppContext.BaseDirectory, "workflows");
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await app.Services.GetRequiredService<PublishWorkflows>().Run(folder, clock.GetUtcNow(), cancel);
        if (app.Services.GetRequiredService<IProcedures>().MoveAtOnce)
            await app.Services.GetRequiredService<LeftMoving>().Rest(cancel);
    }

    public static WebApplication UseLicensing(this WebApplication app)
    {
        app.UseSecurityHeaders();
        // A person is answered with a page. A program gets problem details: its branch is the inner one and answers first.
        app.UseExceptionHandler("/public/error/500");
        app.UseStatusCodePagesWithReExecute("/public/error/{0}");
        app.UseWhen(http => ForPrograms.Is(http.Request.Path), api => api.UseExceptionHandler().UseStatusCodePages());
        if (!app.Environment.IsDevelopment())
            app.UseHsts().UseHttpsRedirection();
        app.UsePortalAssets();
        // Numbers in forms are written alike for everybody until the pages speak more languages.
        app.UseRequestLocalization("en-GB");
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapLicensingSignIn();
        app.MapRazorPages();
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(Reference).AllowAnonymous().WithMetadata(ForeignViewer);
        foreach (var path in new[] { "/health", "/health/ready" })
            app.MapHealthChecks(path).AllowAnonymous();
        // Whether the process answers at all; what it needs may be away for a while without its being restarted.
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHangfireDashboard(
                "/jobs",
                new DashboardOptions
                {
                    Authorization = [],
                    AsyncAuthorization = [new DashboardDoor()],
                    DashboardTitle = "Jobs",
                }
            )
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .WithMetadata(ForeignViewer);
        ExporterApi.Map(app);
        CompanyApi.Map(app);
        OfficerApi.Map(app);
        CorrespondentApi.Map(app);
        CustomsApi.Map(app);
        AuditorApi.Map(app);
        AdministratorApi.Map(app);
        SharedApi.Map(app);
        Timetable.Plan(app.Services.GetRequiredService<IRecurringJobManager>());
        return app;
    }

    // Two viewers that we did not write and that style and start themselves inline. They too load nothing from elsewhere.
    private static readonly ContentSecurityPolicy ForeignViewer = new(
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );

    private static void Reference(ScalarOptions options) =>
        options
            .WithTitle("Arms transfer licensing")
            .DisableDefaultFonts()
            .DisableAgent()
            .DisableMcp()
            .DisableTelemetry()
            .HideDeveloperTools()
            .HideClientButton();

    private static void AddMail(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MailSettings>, SmtpMailer.Completeness>();
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section).ValidateOnStart();
        services.TryAddSingleton<Casework.Notices.IMailer, SmtpMailer>();
    }

    private static void AddJobs(IServiceCollection services, DatabaseChoice database)
    {
        services.AddHangfire(
            (provider, hangfire) =>
                hangfire
                    .UseLogProvider(new JobLog(provider.GetRequiredService<ILoggerFactory>()))
                    .UseSimpleAssemblyNameTypeSerializer()
                    .UseRecommendedSerializerSettings()
                    .Use(database)
        );
        foreach (var queue in new[] { Timetable.Deadlines, Timetable.Notices, Timetable.Screening })
            services.AddHangfireServer(server =>
            {
                server.ServerName = $"{Environment.MachineName}:{Environment.ProcessId}:{queue}";
                server.Queues = [queue];
                server.WorkerCount = 1;
                // As long as the host gives everything else to finish.
                server.StopTimeout = Stopping;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            });
        services.AddSingleton<Timetable>();
    }

    private static void AddApi(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => Wire.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<Problems>();
        services.AddOpenApi(options =>
            options
                .AddDocumentTransformer<ApiDescription>()
                .AddSchemaTransformer<ExactSchemas>()
                .AddOperationTransformer<KeysOfActs>()
        );
    }
}

/// <summary>The database is older than this program.</summary>
public sealed class NotMigratedException()
    : Exception("The database is older than this program. Back it up, then run: licensing migrate.");
