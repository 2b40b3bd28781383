using System.Diagnostics;
using System.Diagnostics.Metrics;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Acts;

/// <summary>What can be measured of the acts, under the name <c>Licensing</c>. Nothing in it names a person or a company.</summary>
public static class Telemetry
{
    public const string Name = "Licensing";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Acts = Meter.CreateCounter<long>(
        "licensing.acts",
        "{act}",
        "Acts by name and outcome: done, refused, changed, malformed, out-of-reach, failed."
    );
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "licensing.act.duration",
        "ms",
        "How long acts took, retries included."
    );
    private static readonly Counter<long> Unmet = Meter.CreateCounter<long>(
        "licensing.findings.unmet",
        "{finding}",
        "Unmet findings for which an act was refused, by row of the law and rule."
    );

    internal static ActSpan Begin(string act, Acting acting) =>
        new(act, acting, Source.StartActivity(act), Stopwatch.GetTimestamp());

    internal static void Count(ActSpan span, Exception? refusal)
    {
        var tags = new TagList { { "act", span.Act }, { "outcome", span.Outcome } };
        Acts.Add(1, tags);
        Duration.Record(span.Milliseconds, tags);
        if (refusal is NotPermittedException { Findings: var findings })
            foreach (var finding in findings)
                Unmet.Add(1, new TagList { { "row", finding.Row }, { "rule", finding.Rule } });
    }
}

/// <summary>One act while it is being measured.</summary>
internal sealed class ActSpan(string act, Acting acting, Activity? activity, long began) : IDisposable
{
    public string Act { get; } = act;
    public string? CaseNumber { get; set; }
    public int Attempts { get; set; }
    public string Outcome { get; private set; } = "failed";
    public double Milliseconds => Math.Round(Stopwatch.GetElapsedTime(began).TotalMilliseconds, 1);

    public void Done() => End("done", null);

    public void NotDone(Exception refusal) =>
        End(
            refusal switch
            {
                NotPermittedException
                or RefusedException
                or FourEyesException
                or NotAllowedException
                or NotFoundException => "refused",
                ChangedException => "changed",
                MalformedException => "malformed",
                OutOfReachException => "out-of-reach",
                OperationCanceledException => "cancelled",
                _ => "failed",
            },
            refusal
        );

    private void End(string outcome, Exception? refusal)
    {
        Outcome = outcome;
        Telemetry.Count(this, refusal);
        activity
            ?.SetTag("licensing.case", CaseNumber)
            .SetTag("licensing.role", acting.Role.ToString())
            .SetTag("licensing.state", acting.State.Code)
            .SetTag("licensing.attempts", Attempts)
            .SetTag("licensing.outcome", outcome)
            .SetStatus(outcome is "failed" or "out-of-reach" ? ActivityStatusCode.Error : ActivityStatusCode.Ok);
    }

    public void Dispose() => activity?.Dispose();
}
