namespace Licensing.Workflow;

/// <summary>
/// Moves a case through its procedure, one step at a time. It performs nothing itself: while the status is Moving,
/// the host performs the step at the position and completes it with the outcome.
/// </summary>
public static class Runner
{
    /// <summary>A new case passes Elsa.Start and enters the first activity.</summary>
    public static Move Start(ProcedureDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Enter(definition, definition.Start, StepCatalogue.Start.Outcomes[0], visit: 1);
    }

    /// <summary>The case leaves the activity it is at by this outcome and enters the next.</summary>
    /// <exception cref="ProcedureException">
    /// The case belongs to another procedure or version, has ended, or its step has no such outcome.
    /// </exception>
    public static Move Complete(ProcedureDefinition definition, Instance instance, string outcome)
    {
        var activity = ActivityOf(definition, instance);
        if (instance.Status == InstanceStatus.Ended)
            throw new ProcedureException(
                $"The case has ended at '{activity.Id}' of the procedure '{definition.Id}'. An ended case moves no more."
            );
        return Enter(definition, activity.Id, outcome, instance.Visit + 1);
    }

    /// <summary>The acts permitted to people now: none while the case is moving or after it has ended.</summary>
    /// <exception cref="ProcedureException">The case belongs to another procedure or version.</exception>
    public static IReadOnlyList<string> Permits(ProcedureDefinition definition, Instance instance)
    {
        var activity = ActivityOf(definition, instance);
        return instance.Status == InstanceStatus.Waiting ? activity.Type.Permits : [];
    }

    private static Activity ActivityOf(ProcedureDefinition definition, Instance instance)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(instance);
        if ((instance.DefinitionId, instance.Version) != (definition.Id, definition.Version))
            throw new ProcedureException(
                $"The case follows version {instance.Version} of the procedure '{instance.DefinitionId}', "
                    + $"not version {definition.Version} of '{definition.Id}'. Move it by the version it was opened under."
            );
        return definition.Activity(instance.Position);
    }

    private static Move Enter(ProcedureDefinition definition, string from, string outcome, int visit)
    {
        var entered = definition.Activity(definition.Next(from, outcome));
        var status = entered.Type.Kind switch
        {
            StepKind.Doing => InstanceStatus.Moving,
            StepKind.Waiting => InstanceStatus.Waiting,
            _ => InstanceStatus.Ended,
        };
        var instance = new Instance(definition.Id, definition.Version, entered.Id, status, visit);
        return new Move(instance, [new Entered(entered.Id, from, outcome)]);
    }
}
