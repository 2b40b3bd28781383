namespace Licensing.Workflow;

/// <summary>A case was asked to move in a way its procedure does not have. The message says which and why.</summary>
public sealed class ProcedureException(string message) : Exception(message);
