using Licensing.Domain.States;

namespace Licensing.Casework.Acts;

/// <summary>The thing does not exist, or is not this person's: the two are not told apart.</summary>
public sealed class NotFoundException(string what) : Exception($"There is no such {what}, or it is not yours.");

/// <summary>The role may not do this.</summary>
public sealed class NotAllowedException(string message) : Exception(message);

/// <summary>What the person was looking at has changed, or the case has moved on. Nothing was done.</summary>
public class ChangedException(string message) : Exception(message);

/// <summary>What was done last is still being carried out by the procedure. Nothing was done.</summary>
/// <param name="number">Of the case.</param>
/// <param name="state">Whose it is.</param>
public sealed class MovingException(string number, Country state)
    : ChangedException(
        $"Case {number} is moving on: what was done last is still being carried out. Look at it again in a moment."
    )
{
    internal bool IsHiddenFrom(Acting acting) =>
        acting.State != state || acting.CompanyId is not null || acting.Role == Role.StateCorrespondent;
}

/// <summary>Lawful in form, but not to be done as things stand. Nothing was done.</summary>
public sealed class RefusedException(string code, string message, string whatToDo) : Exception(message)
{
    /// <summary>A word for programs, e.g. <c>information-outstanding</c>.</summary>
    public string Code { get; } = code;
    public string WhatToDo { get; } = whatToDo;
}

/// <summary>The database cannot be reached. What was sent under an idempotency key may be sent again without harm.</summary>
public sealed class OutOfReachException(bool underAKey, Exception inner)
    : Exception(
        underAKey
            ? "The database cannot be reached just now. Send the same again under the same idempotency key: it is done once."
            : "The database cannot be reached just now. Look first whether it was done, then try again.",
        inner
    );

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Field">Its path, as sent.</param>
public sealed record FieldProblem(string Field, string Text);

/// <summary>What was sent cannot be read as the act it is meant to be. Nothing was done.</summary>
public sealed class MalformedException(IReadOnlyList<FieldProblem> problems)
    : Exception(string.Join(" ", problems.Select(p => p.Text)))
{
    public MalformedException(string field, string text)
        : this([new FieldProblem(field, text)]) { }

    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}

/// <summary>Notes every problem of what was sent, then throws them together.</summary>
internal sealed class Problems
{
    private readonly string _at;
    private readonly List<FieldProblem> _list;

    public Problems()
        : this("", []) { }

    private Problems(string at, List<FieldProblem> list) => (_at, _list) = (at, list);

    /// <summary>The same list, for the members of a member, e.g. <c>answer.</c>.</summary>
    public Problems Within(string member) => new(_at + member, _list);

    public void Add(string field, string text) => _list.Add(new FieldProblem(_at + field, text));

    public string Text(string field, string? given, string what, int longest = 4000)
    {
        var text = given?.Trim() ?? "";
        if (text.Length == 0)
            Add(field, $"Give {what}.");
        if (text.Length > longest)
            Add(field, $"This is longer than {longest} characters: shorten it.");
        return text;
    }

    /// <summary>The reason of an act that asks for nothing else.</summary>
    /// <exception cref="MalformedException">It is missing or too long.</exception>
    public static string Reason(string? given, int longest = 1000)
    {
        var problems = new Problems();
        var reason = problems.Text("reason", given, "the reason", longest);
        problems.ThrowIfAny();
        return reason;
    }

    public T Required<T>(string field, T? given, string what)
        where T : struct
    {
        if (given is null)
            Add(field, $"Give {what}.");
        return given.GetValueOrDefault();
    }

    /// <exception cref="MalformedException">There was a problem.</exception>
    public void ThrowIfAny()
    {
        if (_list.Count > 0)
            throw new MalformedException(_list);
    }
}
