using Licensing.Casework.Documents;
using Licensing.Domain.Applications;
using Licensing.Web.Portal.Exporter;
using Licensing.Web.Portal.Exporter.Applications;

namespace Licensing.Web.Portal;

/// <summary>What an application may say besides, in words: nothing of what was left out.</summary>
public static class Particulars
{
    public static IEnumerable<(string Key, string Value)> Of(DraftLine line) =>
        new (string Key, string? Value)[]
        {
            ("Type of firearm", line.FirearmType),
            ("Can fire automatically", Answers.Of(line.SelectFire)),
            ("Deactivated", Answers.Of(line.Deactivated)),
            ("Weapon that it fits", line.CompatibleModel),
            (
                "One consists of",
                string.Join("; ", line.ConsistsOf.Select(c => $"{Answers.Of(c.Part)}: {Summary.Number(c.Amount)}"))
            ),
            ("Category once fitted", line.ResultingCategory),
        }
            .Where(row => !string.IsNullOrWhiteSpace(row.Value))
            .Select(row => (row.Key, row.Value!));

    /// <summary>Of all goods together.</summary>
    public static IEnumerable<(string Key, string Value)> Of(ApplicationDraft draft)
    {
        if (draft.DeclaredNetKg is { } weight)
            yield return ("Net weight", $"{Summary.Number(weight)} kg");
        if (draft.DeclaredAs == DeclaredAs.FirearmsTakenApart)
            yield return ("Declared as", "Complete firearms, taken apart for the journey");
    }

    /// <summary>How the goods stay where a leg ends; empty where nothing was said.</summary>
    public static string Of(decimal? dwellDays, bool? freeTradeZone) =>
        string.Join(
            ", ",
            new[]
            {
                dwellDays is { } days ? $"stays {Summary.Number(days)} {(days == 1 ? "day" : "days")}" : null,
                freeTradeZone switch
                {
                    true => "in a free-trade zone",
                    false => "not in a free-trade zone",
                    null => null,
                },
            }.OfType<string>()
        );

    /// <summary>What a paper says; empty where nobody has said.</summary>
    public static string Of(PaperStates? said) =>
        said is null
            ? ""
            : string.Join(
                ", ",
                new[]
                {
                    said.Number is { } number ? $"No. {number}" : null,
                    said.Pieces is { } pieces ? $"{Summary.Number(pieces)} {(pieces == 1 ? "piece" : "pieces")}" : null,
                    said.NetKg is { } weight ? $"{Summary.Number(weight)} kg net" : null,
                }.OfType<string>()
            );
}
