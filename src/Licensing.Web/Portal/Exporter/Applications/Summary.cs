using System.Globalization;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>A part of a draft in one line, for lists. What has not been given yet is left out.</summary>
public static class Summary
{
    public static string Of(DraftLine line) => Goods(line.Class, line.Part, line.Make, line.Model, line.Calibre);

    public static string Of(GoodsLine line) => Goods(line.Class, line.Part, line.Make, line.Model, line.Calibre);

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

    private static string Goods(GoodsClass? kind, PartKind? part, string? make, string? model, string? calibre)
    {
        var what = part is null ? Answers.Of(kind) : Answers.Of(part);
        var name = string.Join(' ', new[] { make, model }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return Joined(what, name, calibre) is { Length: > 0 } given ? given : "nothing given yet";
    }

    private static string Joined(params string?[] parts) =>
        string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}
