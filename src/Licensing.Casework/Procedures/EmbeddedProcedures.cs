using System.Collections.Concurrent;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Licences;
using Licensing.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>Moves cases in the transaction of the act that moves them: the instance is a row beside the case.</summary>
public sealed class EmbeddedProcedures : IProcedures
{
    private readonly ConcurrentDictionary<(string Id, int Version), ProcedureDefinition> _read = [];

    public async Task Start(Act act, CaseFile file)
    {
        var definition = await Newest(act, IdOf(file.Case.Kind));
        var move = Runner.Start(definition);
        var row = new ProcedureInstance
        {
            CaseId = file.Case.Id,
            DefinitionId = definition.Id,
            Version = definition.Version,
            Position = move.Instance.Position,
            Status = move.Instance.Status.ToString(),
            Visit = move.Instance.Visit,
        };
        act.Db.ProcedureInstances.Add(row);
        await RunOn(act, file, definition, move, row);
    }

    /// <summary>The procedure for what the case is about.</summary>
    private static string IdOf(LicenceKind kind) =>
        kind switch
        {
            LicenceKind.Import => "import-authorisation",
            LicenceKind.Transit => "transit-notice",
            _ => "export-authorisation",
        };

    public async Task Deliver(Act act, CaseFile file, Stimulus stimulus)
    {
        var row = await act.Db.ProcedureInstances.SingleAsync(i => i.CaseId == file.Case.Id, act.Cancel);
        var instance = Instance(row);
        if (instance.Status != InstanceStatus.Waiting)
            return;
        var definition = await Definition(act, row.DefinitionId, row.Version);
        var step = (WaitingStep)Catalogue.Step(definition.Activity(row.Position).Type.Name);
        if (step.Look(file, stimulus, row.Visit) is not { } outcome)
            return;
        var left = new Left(file.Case.PositionName, file.Case.PositionSince, file.Case.PermittedActs);
        // Whether a State has answered is hidden from the applicant while it has time; nothing else is.
        var due = file.DueTimes.Find(d =>
            d.SubjectId is null
            && d.Visit == row.Visit
            && d.Kind is DueKind.ImportConfirmation or DueKind.TransitNotices
        );
        Deadlines.Settle(file, act.Now, d => d.SubjectId is null && d.Visit == row.Visit);
        await RunOn(act, file, definition, Runner.Complete(definition, instance, outcome), row);
        ShownToApplicant.After(file, left, due, file.Day(act.Now));
    }

    private async Task RunOn(Act act, CaseFile file, ProcedureDefinition definition, Move move, ProcedureInstance row)
    {
        var sent = file.Exchange.Count;
        while (move.Instance.Status == InstanceStatus.Moving)
        {
            var step = (DoingStep)Catalogue.Step(definition.Activity(move.Instance.Position).Type.Name);
            var outcome = step.Outcome(file, LegalDay.Of(act.Now, file.State.TimeZone));
            await step.Do(act, file, outcome);
            move = Runner.Complete(definition, move.Instance, outcome);
        }
        var activity = definition.Activity(move.Instance.Position);
        if (move.Instance.Status == InstanceStatus.Waiting)
            Arrive(act, file, activity, move.Instance.Visit);
        else
            Deadlines.Settle(file, act.Now, _ => true);
        (row.Position, row.Status, row.Visit) = (
            move.Instance.Position,
            move.Instance.Status.ToString(),
            move.Instance.Visit
        );
        StandsAt(file, definition, move.Instance, act.Now);
        // Whoever is to recommend sees it screened with what is on record now.
        if (file.Case.Permits(CaseActs.Recommend))
            await ScreenCase.IfAsked(act, file);
        // Into the history of its own case: what one act sets off may move others. Who moved the case of a transit State by an act in
        // another State is not that one's to know.
        var isOthers = file.Case.Kind == LicenceKind.Transit && file.Case.State != act.Acting.State;
        var by = isOthers ? act.Acting.AsTheProcedure() : act.Acting;
        Act.Write(act.Db, by, file.Case, null, new ProcedureMoved(activity.Name));
        if (file.Case.Kind != LicenceKind.Transit)
            await TransitCases.Follow(
                act,
                file,
                this,
                file.Exchange[sent..],
                move.Instance.Status != InstanceStatus.Waiting
            );
    }

    private static void Arrive(Act act, CaseFile file, Activity activity, int visit)
    {
        var step = (WaitingStep)Catalogue.Step(activity.Type.Name);
        step.Arrive(act, file);
        if (step.Until(file, activity, LegalDay.Of(act.Now, file.State.TimeZone)) is { } wait)
            Deadlines.Set(act, file, wait.Kind, wait.LastDay, visit);
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

    private static Instance Instance(ProcedureInstance row) =>
        new(row.DefinitionId, row.Version, row.Position, Enum.Parse<InstanceStatus>(row.Status), row.Visit);

    private async Task<ProcedureDefinition> Newest(Act act, string id)
    {
        var version = await act
            .Db.PublishedFiles.Where(f => f.Kind == PublishedKind.Procedure && f.Id == id)
            .MaxAsync(f => (int?)f.Version, act.Cancel);
        return await Definition(
            act,
            id,
            version ?? throw new InvalidOperationException($"Procedure {id} has not been published to this database.")
        );
    }

    // A published version never changes, so what has been read of it once is right for good.
    private async Task<ProcedureDefinition> Definition(Act act, string id, int version)
    {
        if (_read.TryGetValue((id, version), out var known))
            return known;
        var file = await act
            .Db.PublishedFiles.AsNoTracking()
            .SingleAsync(f => f.Kind == PublishedKind.Procedure && f.Id == id && f.Version == version, act.Cancel);
        return _read[(id, version)] =
            ProcedureReader.Read(file.Content, Catalogue.Types).Definition
            ?? throw new InvalidOperationException($"Procedure {id} version {version} can no longer be read.");
    }
}
