namespace Licensing.Domain.Screening;

/// <summary>How much a flag weighs, from the least to the most.</summary>
public enum Severity
{
    /// <summary>Recorded; nobody need act.</summary>
    Info,
    Elevated,

    /// <summary>Cleared only by the role that the rule names.</summary>
    High,

    /// <summary>A gate: raised at application it blocks the issue, before shipment the release, afterwards new licences for the recipient.
    /// It carries no points.</summary>
    Blocking,
}

/// <summary>The moment in the life of a case at which it is screened.</summary>
public enum Stage
{
    Application,
    Issue,
    PreShipment,
    InTransit,
    PostShipment,
}
