using Elsa.Extensions;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Activities.Flowchart.Extensions;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Elsa.Workflows.Runtime.Features;
using Licensing.Casework;
using Licensing.Casework.Storage;
using Licensing.Web.Running;
using Licensing.Web.SignIn;
using Medallion.Threading;
using Medallion.Threading.FileSystem;
using Medallion.Threading.Postgres;
using Medallion.Threading.SqlServer;
using Microsoft.Data.Sqlite;

namespace Licensing.Elsa;

/// <summary>Elsa Workflows moving the cases: its distributed runtime, on the database of the application.</summary>
public static class ElsaEngine
{
    /// <summary>Adds it to an application that has everything else.</summary>
    public static WebApplicationBuilder AddElsaEngine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var database = DatabaseSettings.Choose(builder.Configuration);
        services.AddEngineOutside();
        builder.Logging.AddFilter("Elsa", LogLevel.Warning).AddFilter("FastEndpoints", LogLevel.Warning);
        services.AddElsa(elsa =>
            elsa.UseFlowchart(flowchart => flowchart.UseTokenBasedExecution())
                .UseWorkflowManagement(management =>
                    management.UseEntityFrameworkCore(store =>
                        _ = database.Provider switch
                        {
                            DatabaseProvider.PostgreSql => store.UsePostgreSql(database.ConnectionString),
                            DatabaseProvider.SqlServer => store.UseSqlServer(database.ConnectionString),
                            _ => store.UseSqlite(FileBeside(database)),
                        }
                    )
                )
                .UseWorkflowRuntime(runtime =>
                {
                    runtime.UseEntityFrameworkCore(store =>
                    {
                        _ = database.Provider switch
                        {
                            DatabaseProvider.PostgreSql => store.UsePostgreSql(database.ConnectionString),
                            DatabaseProvider.SqlServer => store.UseSqlServer(database.ConnectionString),
                            _ => store.UseSqlite(FileBeside(database)),
                        };
                        // It has none on SQLite.
                        store.UseWorkflowCommitTransaction = database.Provider != DatabaseProvider.Sqlite;
                    });
                    runtime.UseDistributedRuntime();
                    runtime.DistributedLockProvider = _ => Locks(database);
                    runtime.DistributedLockingOptions = locking =>
                        locking.AllowLocalLockProviderInDistributedRuntime =
                            database.Provider == DatabaseProvider.Sqlite;
                })
                .UseWorkflowsApi()
        );
        services.AddActivityProvider<StepDescriptors>();
        services.AddWorkflowsProvider<PublishedProcedures>();
        services.AddHttpContextAccessor();
        services.AddTransient<Microsoft.AspNetCore.Authentication.IClaimsTransformation, StudioPermissions>();
        services.AddNotificationHandler<StudioPublishing>();
        services.AddSingleton<CasesInElsa>();
        services.AddSingleton(provider => new Reconciler(
            provider.GetRequiredService<Casework.Procedures.StepsForEngine>(),
            provider.GetRequiredService<CasesInElsa>()
        ));
        services.AddOptions<ElsaSettings>().BindConfiguration(ElsaSettings.Section);
        services.AddHostedService<CarryCasesOn>();
        services.AddHostedService<ReconcileNowAndThen>();
        return builder;
    }

    /// <summary>Opens Elsa's own interface, for Elsa Studio.</summary>
    public static WebApplication UseElsaEngine(this WebApplication app)
    {
        // As everywhere: the token names the role, our register the appointment, and both are needed.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/elsa"),
            elsa =>
                elsa.Use(
                    async (http, next) =>
                    {
                        var acting = http.RequestServices.GetRequiredService<ActingFor>();
                        if (
                            http.User.Identity?.IsAuthenticated != true
                            || (await acting.Capacities(http, http.RequestAborted)).Any(c =>
                                c.Role == Role.Administrator
                            )
                        )
                            await next(http);
                        else
                            http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    }
                )
        );
        app.UseWorkflowsApi();
        return app;
    }

    // Elsa writes beside the acts: two who write into one file of SQLite keep each other waiting.
    private static string FileBeside(DatabaseChoice database) =>
        new SqliteConnectionStringBuilder(database.ConnectionString)
        {
            DataSource = Path.ChangeExtension(FileOf(database), ".elsa.db"),
        }.ToString();

    private static string FileOf(DatabaseChoice database) =>
        Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);

    private static IDistributedLockProvider Locks(DatabaseChoice database) =>
        database.Provider switch
        {
            DatabaseProvider.PostgreSql => new PostgresDistributedSynchronizationProvider(database.ConnectionString),
            DatabaseProvider.SqlServer => new SqlDistributedSynchronizationProvider(database.ConnectionString),
            _ => new FileDistributedSynchronizationProvider(
                new DirectoryInfo(Path.ChangeExtension(FileOf(database), ".locks"))
            ),
        };
}
