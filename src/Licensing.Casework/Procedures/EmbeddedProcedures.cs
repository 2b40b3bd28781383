using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Workflow;

namespace Licensing.Casework.Procedures;

/// <summary>Moves cases in the transaction of the act that moves them: the instance is a row beside the case.</summary>
public sealed class EmbeddedProcedures(Definitions definitions) : IProcedures
{
    public bool MoveAtOnce => true;

    public async Task Start(Act act, CaseFile file)
    {
        var definition = await definitions.Newest(act.Db, file.Case.Kind, act.Cancel);
        var row = CaseMovement.Begin(act, file, definition);
        await RunOn(act, file, definition, row, StepCatalogue.Start.Outcomes[0]);
    }

    public async Task Deliver(Act act, CaseFile file, Stimulus stimulus)
    {
        var row = await CaseMovement.Of(act, file.Case.Id);
        var definition = await definitions.Of(act.Db, row.DefinitionId, row.Version, act.Cancel);
        if (CaseMovement.Leave(act, file, definition, row, stimulus) is { } outcome)
            await RunOn(act, file, definition, row, outcome);
    }

    private async Task RunOn(
        Act act,
        CaseFile file,
        ProcedureDefinition definition,
        ProcedureInstance row,
        string outcome
    )
    {
        var next = definition.Activity(definition.Next(row.Position, outcome));
        while (next.Type.Kind == StepKind.Doing)
        {
            var done = await CaseMovement.Do(act, file, next, row, this);
            next = definition.Activity(definition.Next(next.Id, done));
        }
        await CaseMovement.Rest(act, file, definition, next, row, this);
    }
}
