using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using DomainParts = Licensing.Domain.Screening.Parts;

namespace Licensing.Casework.Screening;

/// <summary>Our words in those of a dossier of the screening.</summary>
internal static class InDossier
{
    public static string PartType(GoodsClass kind, PartKind? part) =>
        kind switch
        {
            GoodsClass.Firearm => DomainParts.CompleteFirearm,
            GoodsClass.Ammunition => DomainParts.Ammunition,
            _ => part switch
            {
                PartKind.Barrel => DomainParts.Barrel,
                PartKind.Frame => DomainParts.Frame,
                PartKind.Receiver => DomainParts.Receiver,
                PartKind.LowerReceiver => DomainParts.LowerReceiver,
                PartKind.UpperReceiver => DomainParts.UpperReceiver,
                PartKind.Slide => DomainParts.Slide,
                PartKind.Cylinder => DomainParts.Cylinder,
                PartKind.Bolt => DomainParts.Bolt,
                PartKind.Suppressor => DomainParts.Suppressor,
                PartKind.UpperAssembly => DomainParts.UpperAssembly,
                PartKind.TriggerGroup => DomainParts.TriggerGroup,
                PartKind.AutomaticConversion => DomainParts.ConversionAuto,
                PartKind.Magazine => DomainParts.Magazine,
                _ => "OTHER",
            },
        };

    public static string Mode(TransportMode mode) =>
        mode switch
        {
            TransportMode.InlandWaterway => "inland_waterway",
            _ => mode.ToString().ToLowerInvariant(),
        };

    public static CaseStop Stop(Stop stop) =>
        stop switch
        {
            Domain.Routes.Stop.Destination => CaseStop.Destination,
            Domain.Routes.Stop.LandCrossing => CaseStop.LandCrossing,
            Domain.Routes.Stop.PortCall => CaseStop.PortCall,
            Domain.Routes.Stop.Transshipment => CaseStop.Transship,
            Domain.Routes.Stop.Storage => CaseStop.Store,
            _ => CaseStop.Unload,
        };

    public static string Unit(Unit unit) => unit.ToString().ToLowerInvariant();

    /// <summary>Members of ours in snake_case, as the files have them.</summary>
    public static string Snake(Enum value) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>What somebody wrote; null for nothing.</summary>
    public static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A name out of the reference data, as the files spell names.</summary>
    public static string? Name(string? text) => Given(text)?.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    /// <summary>By part type, how many are in one; null where nobody has said.</summary>
    public static IReadOnlyDictionary<string, decimal>? Components(IReadOnlyList<DraftComponent> said) =>
        said.Count == 0
            ? null
            : said.GroupBy(c => PartType(GoodsClass.PartOrComponent, c.Part))
                .ToDictionary(g => g.Key, g => g.Sum(c => c.Amount ?? 0));

    /// <summary>The key under which a party is the same party in every case: its number in its State's register, or else its name.</summary>
    public static string Key(Party party) =>
        $"{party.State}/{(Plain(party.RegistrationNumber, 100) is { Length: > 0 } number ? number : Plain(party.Name, 200))}";

    /// <summary>The same key, of a party that is written as its State and its number, or its name: "QM/12345".</summary>
    /// <returns>Null where it is not written so.</returns>
    public static string? KeyIn(string? written) =>
        written?.Split('/', 2) is [var state, var number]
        && Country.TryParse(state, out var of)
        && Plain(number, 200) is { Length: > 0 } plain
            ? $"{of}/{plain}"
            : null;

    /// <summary>Letters and digits alone, in capitals.</summary>
    /// <param name="most">As much of it as is kept: some signs are written out in several.</param>
    public static string Plain(string? text, int most) =>
        string.Concat(
            (text ?? "")
                .Normalize(System.Text.NormalizationForm.FormKC)
                .Where(char.IsLetterOrDigit)
                .Select(char.ToUpperInvariant)
                .Take(most)
        );

    public static string? PlainOrNull(string? text, int most) =>
        Plain(text, most) is { Length: > 0 } plain ? plain : null;

    public static string? PlainEmail(string? email) =>
        string.IsNullOrWhiteSpace(email)
            ? null
            : string.Concat(email.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));
}
