using System.Globalization;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Licensing.Casework.Procedures;

namespace Licensing.Elsa;

/// <summary>Every step of the catalogue, as an activity of Elsa. It decides nothing: casework does the step, or knows how it came out, and the
/// activity ends by that outcome or waits.</summary>
public sealed class CaseStep : Activity
{
    /// <summary>Property of the instance: the number of steps that it has entered.</summary>
    public const string Visit = "LicensingVisit";

    public CaseStep()
        : base(source: null, line: null) { }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var visit = VisitOf(context) + 1;
        var outcome = await context
            .GetRequiredService<StepsForEngine>()
            .Enter(CaseOf(context), Id, visit, context.CancellationToken);
        context.WorkflowExecutionContext.SetProperty(Visit, visit.ToString(CultureInfo.InvariantCulture));
        await Go(context, visit, outcome);
    }

    // Elsa keeps the name of this method with the bookmark.
    private async ValueTask Resume(ActivityExecutionContext context)
    {
        var visit = VisitOf(context);
        var outcome = await context
            .GetRequiredService<StepsForEngine>()
            .Leave(CaseOf(context), visit, context.CancellationToken);
        await Go(context, visit, outcome);
    }

    private async ValueTask Go(ActivityExecutionContext context, int visit, string? outcome)
    {
        if (outcome is not null)
        {
            await context.CompleteActivityWithOutcomesAsync(outcome);
            return;
        }
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                Stimulus = new Waiting(CaseOf(context), visit),
                Callback = Resume,
                IncludeActivityInstanceId = false,
                AutoComplete = false,
                Metadata = new Dictionary<string, string> { [Visit] = visit.ToString(CultureInfo.InvariantCulture) },
            }
        );
    }

    private static Guid CaseOf(ActivityExecutionContext context) =>
        Guid.Parse(context.WorkflowExecutionContext.CorrelationId!);

    private static int VisitOf(ActivityExecutionContext context) =>
        int.Parse(
            context.WorkflowExecutionContext.GetProperty<string>(Visit) ?? "0",
            NumberStyles.None,
            CultureInfo.InvariantCulture
        );
}

/// <summary>A case waits at its visit of a step.</summary>
public sealed record Waiting(Guid CaseId, int Visit);
