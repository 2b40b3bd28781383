namespace Licensing.Workflow;

/// <summary>Something in a definition that its author has to correct.</summary>
/// <param name="Activity">The id of the activity to look at; null when it is about the procedure as a whole.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record Mistake(string? Activity, string Text);

/// <summary>What came of reading a definition.</summary>
/// <param name="Definition">Null exactly when there are mistakes.</param>
/// <param name="Mistakes">All of them, in the order of the file; then those of the procedure as a graph.</param>
public sealed record ProcedureReading(ProcedureDefinition? Definition, IReadOnlyList<Mistake> Mistakes);
