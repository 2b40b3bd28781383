using Hangfire;
using Hangfire.InMemory;
using Licensing.Casework;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Web.Api;
using Licensing.Web.Frontend;
using Licensing.Web.Jobs;
using Licensing.Web.Mail;
using Licensing.Web.Portal;
using Licensing.Web.Security;
using Licensing.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace Licensing.Web;

/// <summary>The application, put together. Hosts differ in what they add: identities, a mailer, an engine.</summary>
public static class LicensingApplication
{
    public static WebApplicationBuilder AddLicensing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Hangfire", LogLevel.Warning);
        services.TryAddSingleton(TimeProvider.System);
        services.AddCasework(builder.Configuration.GetConnectionString("Licensing") ?? "Data Source=licensing.db");
        builder.AddLicensingSignIn();
        services.AddSingleton<ActingFor>();
        AddMail(services);
        AddJobs(services);
        AddApi(services);
        services.AddPortal();
        services.AddPortalFrontend(portal => portal.Frame = NavigationFor.Of);
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database", tags: ["ready"]);
        return builder;
    }

    /// <summary>Brings the database to the current version and publishes what is new in <c>workflows/</c>. A version that was
    /// published with another content stops the start.</summary>
    public static async Task PrepareDatabase(this WebApplication app, CancellationToken cancel = default)
    {
        // Every mistake of the configuration, before anything is touched.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var database = app.Services.GetRequiredService<Database>();
        await using (var db = database.Open())
            await db.Database.MigrateAsync(cancel);
        var folder = app.Configuration["Workflows"] ?? Path.Combine(AppContext.BaseDirectory, "workflows");
        var clock = app.Services.GetRequiredService<TimeProvider>();
        await app.Services.GetRequiredService<PublishWorkflows>().Run(folder, clock.GetUtcNow(), cancel);
    }

    public static WebApplication UseLicensing(this WebApplication app)
    {
        app.UseSecurityHeaders();
        // A person is answered with a page. A program gets problem details: its branch is the inner one and answers first.
        app.UseExceptionHandler("/public/error/500");
        app.UseStatusCodePagesWithReExecute("/public/error/{0}");
        app.UseWhen(IsForPrograms, api => api.UseExceptionHandler().UseStatusCodePages());
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
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHangfireDashboard(
                "/jobs",
                new DashboardOptions { Authorization = [new DashboardDoor()], DashboardTitle = "Jobs" }
            )
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator))
            .WithMetadata(ForeignViewer);
        ExporterApi.Map(app);
        OfficerApi.Map(app);
        CorrespondentApi.Map(app);
        AuditorApi.Map(app);
        SharedApi.Map(app);
        Timetable.Plan(app.Services.GetRequiredService<IRecurringJobManager>());
        return app;
    }

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    // Two viewers that we did not write and that style and start themselves inline. They too load nothing from elsewhere.
    private static readonly ContentSecurityPolicy ForeignViewer = new(
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    );

    private static void Reference(ScalarOptions options) =>
        options.WithTitle("Arms transfer licensing").DisableDefaultFonts().DisableAgent().DisableMcp().DisableTelemetry().HideDeveloperTools().HideClientButton();

    private static void AddMail(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<MailSettings>, SmtpMailer.Completeness>();
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section).ValidateOnStart();
        services.TryAddSingleton<Casework.Notices.IMailer, SmtpMailer>();
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddHangfire(hangfire =>
            hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings().UseInMemoryStorage()
        );
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
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
        services.AddOpenApi(options => options.AddDocumentTransformer<ApiDescription>());
    }
}
