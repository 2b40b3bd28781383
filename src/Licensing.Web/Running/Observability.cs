using System.Reflection;
using Licensing.Casework.Acts;
using Licensing.Casework.Setup;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Licensing.Web.Running;

/// <summary>What an operator sees from outside: logs as lines of JSON, and metrics and traces over OTLP where a collector is named.</summary>
internal static class Observability
{
    /// <summary>The usual variable of OpenTelemetry, e.g. <c>http://collector:4317</c>. Without it nothing is collected.</summary>
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        // A lost race is no fault of the database: whoever lost it looks again, and the act tells how it came out.
        builder
            .Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
            .AddFilter("Microsoft.IdentityModel", LogLevel.Error)
            .AddFilter("Hangfire", LogLevel.Warning);
        if (!builder.Environment.IsDevelopment())
            builder.Logging.ClearProviders().AddJsonConsole(json => json.UseUtcTimestamp = true);
        builder.Services.AddSingleton<BacklogGauges>().AddHostedService(p => p.GetRequiredService<BacklogGauges>());
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        var version = typeof(Observability).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("licensing", null, version?.InformationalVersion))
            .WithMetrics(metrics =>
                metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
            )
            .WithTracing(traces => traces.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
    }
}
