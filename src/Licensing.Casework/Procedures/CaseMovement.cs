using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Licences;
using Licensing.Casework.Screening;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Licences;
using Licensing.Workflow;

namespace Licensing.Casework.Procedures;

/// <summary>What becomes of a case that begins, leaves the step at which it waits, goes through a step, and comes to rest: the same
/// whichever engine moves it.</summary>
internal static class CaseMovement
{
    /// <summary>The instance of a new case, which has passed the beginning and not yet entered the first step.</summary>
    public static ProcedureInstance Begin(Act act, CaseFile file, ProcedureDefinition definition)
    {
        var row = new ProcedureInstance
        {
            CaseId = file.Case.Id,
            DefinitionId = definition.Id,
            Version = definition.Version,
            Position = definition.Start,
            Status = nameof(InstanceStatus.Moving),
            Visit = 0,
        };
        act.Db.ProcedureInstances.Add(row);
        Passed(act, row, StepCatalogue.Start.Outcomes[0]);
        return row;
    }

    public static async Task<ProcedureInstance> Of(Act act, Guid caseId) =>
        await act.Db.ProcedureInstances.FindAsync([caseId], act.Cancel)
        ?? throw new InvalidOperationException($"Case {caseId} has no procedure.");

    /// <summary>Lets the case leave the step at which it waits, if the stimulus concerns that step.</summary>
    /// <returns>By which outcome; null when it goes on waiting.</returns>
    public static string? Leave(
        Act act,
        CaseFile file,
        ProcedureDefinition definition,
        ProcedureInstance row,
        Stimulus stimulus
    )
    {
        if (row.Status != nameof(InstanceStatus.Waiting))
            return null;
        var step = (WaitingStep)Catalogue.Step(definition.Activity(row.Position).Type.Name);
        if (step.Look(file, stimulus, row.Visit) is not { } outcome)
            return null;
        Passed(act, row, outcome);
        row.Status = nameof(InstanceStatus.Moving);
        (row.LeftVisit, row.SentBefore) = (row.Visit, file.Exchange.Count);
        return outcome;
    }

    /// <summary>Goes through a step that does something at once.</summary>
    /// <returns>How it came out.</returns>
    public static async Task<string> Do(
        Act act,
        CaseFile file,
        Activity activity,
        ProcedureInstance row,
        IProcedures procedures
    )
    {
        var step = (DoingStep)Catalogue.Step(activity.Type.Name);
        // The decision was taken a moment ago, in an act of its own: what has come to be known since is looked at as it was then.
        if (!procedures.MoveAtOnce && step is IssueLicence)
            await ScreenCase.IfAsked(act, file);
        var outcome = step.Outcome(file, LegalDay.Of(act.Now, file.State.TimeZone));
        await step.Do(act, file, outcome);
        await LicenceLife.EndReplaced(act, file, procedures);
        (row.Position, row.Visit) = (activity.Id, row.Visit + 1);
        Passed(act, row, outcome);
        return outcome;
    }

    /// <summary>The case comes to rest: at a step that waits, or at the end of its procedure.</summary>
    public static async Task Rest(
        Act act,
        CaseFile file,
        ProcedureDefinition definition,
        Activity activity,
        ProcedureInstance row,
        IProcedures procedures
    )
    {
        var c = file.Case;
        var left = new Left(c.PositionName, c.PositionSince, c.PermittedActs);
        // Whether a State has answered is hidden from the applicant while it has time; nothing else is.
        var due = file.DueTimes.Find(d =>
            d.SubjectId is null
            && d.Visit == row.LeftVisit
            && d.Kind is DueKind.ImportConfirmation or DueKind.TransitNotices
        );
        Deadlines.Settle(file, act.Now, d => d.SubjectId is null && d.Visit == row.LeftVisit);
        var isEnd = activity.Type.Kind == StepKind.Ending;
        (row.Position, row.Visit) = (activity.Id, row.Visit + 1);
        row.Status = (isEnd ? InstanceStatus.Ended : InstanceStatus.Waiting).ToString();
        if (isEnd)
            Deadlines.Settle(file, act.Now, _ => true);
        else
            Arrive(act, file, activity, row.Visit);
        StandsAt(file, definition, Instance(row), act.Now);
        // Whoever is to recommend sees it screened with what is on record now.
        if (c.Permits(CaseActs.Recommend))
            await ScreenCase.IfAsked(act, file);
        // Into the history of its own case: what one act sets off may move others. Who moved the case of a transit State by an act in
        // another State is not that one's to know.
        var isOthers = c.Kind == LicenceKind.Transit && c.State != act.Acting.State;
        Act.Write(
            act.Db,
            isOthers ? act.Acting.AsTheProcedure() : act.Acting,
            c,
            null,
            new ProcedureMoved(activity.Name)
        );
        if (c.Kind != LicenceKind.Transit)
            await TransitCases.Follow(act, file, procedures, file.Exchange[row.SentBefore..], isEnd);
        if (row.LeftVisit is not null)
            ShownToApplicant.After(file, left, due, file.Day(act.Now));
        (row.LeftVisit, row.SentBefore) = (null, 0);
    }

    /// <summary>Where the case stands, and what may be done there, on the case itself: so that nobody needs the procedure to know.</summary>
    internal static void StandsAt(CaseFile file, ProcedureDefinition definition, Instance instance, DateTimeOffset now)
    {
        var activity = definition.Activity(instance.Position);
        file.Case.Position = activity.Id;
        file.Case.PositionName = activity.Name;
        file.Case.PositionSince = now;
        file.Case.PermittedActs = string.Join(' ', CaseActs.Possible(file.Case, Runner.Permits(definition, instance)));
    }

    public static Instance Instance(ProcedureInstance row) =>
        new(row.DefinitionId, row.Version, row.Position, Enum.Parse<InstanceStatus>(row.Status), row.Visit);

    private static void Arrive(Act act, CaseFile file, Activity activity, int visit)
    {
        var step = (WaitingStep)Catalogue.Step(activity.Type.Name);
        step.Arrive(act, file);
        if (step.Until(file, activity, LegalDay.Of(act.Now, file.State.TimeZone)) is { } wait)
            Deadlines.Set(act, file, wait.Kind, wait.LastDay, visit);
    }

    private static void Passed(Act act, ProcedureInstance row, string outcome) =>
        act.Db.ProcedurePassages.Add(
            new ProcedurePassage
            {
                CaseId = row.CaseId,
                Visit = row.Visit,
                Activity = row.Position,
                Outcome = outcome,
                LeftAt = act.Now,
            }
        );
}
