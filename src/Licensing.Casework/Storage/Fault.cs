namespace Licensing.Casework.Storage;

/// <summary>What a failure of the database means to whoever was at work on it.</summary>
public enum Fault
{
    /// <summary>Somebody else was at the same rows and was first, or is still at it: looking again is worth while.</summary>
    Race,

    /// <summary>The database cannot be reached, or the line broke. Whether a commit that was under way counts is not known.</summary>
    OutOfReach,

    /// <summary>The statement itself is wrong: it fails again however often it is tried.</summary>
    Other,
}
