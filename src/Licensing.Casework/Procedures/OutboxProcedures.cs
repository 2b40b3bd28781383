using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Workflow;

namespace Licensing.Casework.Procedures;

/// <summary>For an engine outside the database. The act decides how its step is left and commits that; the engine hears of it afterwards, as
/// often as it needs, and carries the case on with <see cref="StepsForEngine"/>. Until it rests the case is moving.</summary>
public sealed class OutboxProcedures(Definitions definitions) : IProcedures
{
    public bool MoveAtOnce => false;

    public async Task Start(Act act, CaseFile file)
    {
        var definition = await definitions.Newest(act.Db, file.Case.Kind, act.Cancel);
        var row = CaseMovement.Begin(act, file, definition);
        // Whoever looks at it before the engine does sees that it has begun.
        (file.Case.Position, file.Case.PositionSince) = (row.Position, act.Now);
        file.Case.PositionName = definition.Activity(row.Position).Name;
        Set(act, file, row, act.Acting.SetOff);
    }

    public async Task Deliver(Act act, CaseFile file, Stimulus stimulus)
    {
        var row = await CaseMovement.Of(act, file.Case.Id);
        if (row.Status == nameof(InstanceStatus.Moving))
        {
            act.Db.ProcedureStimuli.Add(
                new ProcedureStimulus
                {
                    CaseId = file.Case.Id,
                    Sequence = ++row.Said,
                    ActId = act.Acting.ActId,
                    Stimulus = stimulus,
                    SetOff = act.Acting.SetOff,
                }
            );
            // The engine that brings it to rest at this moment must find it.
            Act.Touch(file.Case);
            return;
        }
        await Leave(act, file, row, stimulus, act.Acting.SetOff);
    }

    /// <summary>Lets the case leave the step at which it waits, if the stimulus concerns that step.</summary>
    /// <returns>Whether it is moving now.</returns>
    internal async Task<bool> Leave(Act act, CaseFile file, ProcedureInstance row, Stimulus stimulus, SetOff by)
    {
        var definition = await definitions.Of(act.Db, row.DefinitionId, row.Version, act.Cancel);
        if (CaseMovement.Leave(act, file, definition, row, stimulus) is null)
            return false;
        Set(act, file, row, by);
        return true;
    }

    private static void Set(Act act, CaseFile file, ProcedureInstance row, SetOff by)
    {
        file.Case.MovingSince = act.Now;
        (row.SetOff, row.ActId) = (by, by.ActId);
        Act.Touch(file.Case);
        act.Moving.Add(file.Case.Id);
    }
}
