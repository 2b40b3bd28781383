using System.Globalization;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>A part of a draft in one line, for lists. What has not been given yet is left out.</summary>
public static class Summary
{
    public static string Of(DraftLine line)
    {
        var what = line.Part is null ? Answers.Of(line.Class) : Answers.Of(line.Part);
        var name = string.Join(' ', new[] { line.Make, line.Model }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return Joined(what, name, line.Calibre) is { Length: > 0 } given ? given : "nothing given yet";
    }

    public static string Of(DraftParty party) =>
        Joined(Answers.Of(party.Role), party.Name) is { Length: > 0 } given ? given : "nothing given yet";

    public static string Of(DraftLeg leg, Atlas states) =>
        Joined(
            Answers.Of(leg.Mode),
            leg.To is null ? "" : $"to {string.Join(", ", new[] { leg.Place, states.Name(leg.To) }.OfType<string>())}"
        )
            is { Length: > 0 } given
            ? given
            : "nothing given yet";

    public static string Amount(DraftLine line) =>
        line.Quantity is not { } amount ? ""
        : line.Unit is { } unit && Quantity.Mistake(amount, unit) is null ? new Quantity(amount, unit).ToString()
        : Number(amount);

    public static string Number(decimal? amount) => amount?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static string Joined(params string?[] parts) =>
        string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
