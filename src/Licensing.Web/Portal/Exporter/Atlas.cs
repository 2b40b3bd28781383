using System.Text.RegularExpressions;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.States;
using Licensing.Web.TagHelpers;

namespace Licensing.Web.Portal.Exporter;

/// <summary>The States by name, for people who do not know the codes.</summary>
public sealed partial class Atlas(IReadOnlyList<StateView> states)
{
    public IReadOnlyList<Choice> Choices { get; } =
    [.. states.Select(s => new Choice(s.Code.Code, $"{s.Name} ({s.Code})"))];

    public StateView this[Country code] => states.Single(s => s.Code == code);

    /// <summary>A State's name; what cannot be found is shown as it was written.</summary>
    public string Name(string? code) =>
        states.FirstOrDefault(s => s.Code.Code.Equals(code?.Trim(), StringComparison.OrdinalIgnoreCase))?.Name
        ?? code
        ?? "";

    public string Name(Country code) => Name(code.Code);

    /// <summary>A sentence of the casework with its States named and its days written out. A code that is part of a number,
    /// such as QM-2026-000001, stays.</summary>
    public string InSentence(string text)
    {
        var named = Code()
            .Replace(text, found => states.Any(s => s.Code.Code == found.Value) ? Name(found.Value) : found.Value);
        return Day.InSentence(named.Length == 0 ? named : char.ToUpperInvariant(named[0]) + named[1..]);
    }

    [GeneratedRegex(@"(?<![\w/.-])[A-Z]{2}(?![\w/-])")]
    private static partial Regex Code();

    /// <summary>The choices, and what is on file although it is none of them, so that saving the page does not lose it.</summary>
    public IReadOnlyList<Choice> With(string? onFile) =>
        string.IsNullOrWhiteSpace(onFile) || Choices.Any(c => c.Value == onFile)
            ? Choices
            : [.. Choices, new Choice(onFile, $"{onFile} (not in the list)")];
}
