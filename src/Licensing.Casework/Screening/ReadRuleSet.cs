using System.Text.Json;
using System.Text.RegularExpressions;
using Licensing.Domain.Screening;
using Licensing.Domain.States;

namespace Licensing.Casework.Screening;

/// <summary>Reads rule sets and the profiles under which cases are screened, and lists every mistake by rule and field.</summary>
public static partial class ReadRuleSet
{
    /// <param name="written">The rules whose code there is; the catalogue's when left out. A rule of the file that is not among them is not asked.</param>
    /// <exception cref="UnreadableException">It has mistakes.</exception>
    public static RuleSet RuleSetIn(string json, string file, IReadOnlyList<Rule>? written = null)
    {
        var rules = Read<RuleSet>(json, file);
        var mistakes = Mistakes(rules, (written ?? Catalogue.Rules).ToDictionary(r => r.Id)).ToList();
        return mistakes.Count == 0 ? rules : throw new UnreadableException(file, mistakes);
    }

    /// <exception cref="UnreadableException">It has mistakes.</exception>
    public static ScreeningProfile ProfileIn(string json, string file)
    {
        var profile = Read<ScreeningProfile>(json, file);
        var known = OneLaw.Restates.Values.SelectMany(v => v).ToHashSet();
        var mistakes = profile
            .Policy.Mistakes()
            .Select(m => $"policy.{InOurSpelling(m)}")
            .Concat(profile.ArrangementLifts.Except(known).Select(f => $"arrangement_lifts: there is no finding {f}"))
            .ToList();
        return mistakes.Count == 0 ? profile : throw new UnreadableException(file, mistakes);
    }

    private static T Read<T>(string json, string file)
    {
        using var document = ScreeningFile.Parse(json, file);
        return ScreeningFile.Read<T>(document.RootElement, "", file);
    }

    // Policies of other files are spelt otherwise.
    private static string InOurSpelling(string mistake) =>
        CamelCase().Replace(mistake, word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.Value));

    [GeneratedRegex("[a-z]+(?:[A-Z][a-z]+)+")]
    private static partial Regex CamelCase();

    private static IEnumerable<string> Mistakes(RuleSet set, Dictionary<string, Rule> written) =>
        [
            .. Frame(set),
            .. set
                .Rules.GroupBy(r => r.Id)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: stands there {g.Count()} times"),
            .. written.Keys.Except(set.Rules.Select(r => r.Id)).Select(id => $"{id}: the rule is missing"),
            .. set.Rules.SelectMany(r => InRule(r, written)),
            .. set.Overrides.SelectMany(o => InOverride(o, set, written)),
        ];

    private static IEnumerable<string> Frame(RuleSet set)
    {
        if (string.IsNullOrWhiteSpace(set.Id))
            yield return "id is missing";
        if (set.Version < 1)
            yield return "version must be 1 or more";
        foreach (var severity in Enum.GetValues<Severity>().Where(s => set.Weights.GetValueOrDefault(s, -1) < 0))
            yield return $"weights.{Name(severity)} must be a number of 0 or more";
        if (set.FamilyCap < 0 || set.CountryCap < 0)
            yield return "family_cap and country_cap must be 0 or more";
        if (
            set.Bands.Count == 0
            || set.Bands[0].Min != 0
            || set.Bands.Zip(set.Bands.Skip(1)).Any(b => b.First.Min >= b.Second.Min)
        )
            yield return "bands: min must begin at 0 and rise";
        if (set.Bands.Any(b => b.ReferTo?.Any(string.IsNullOrWhiteSpace) == true))
            yield return "bands: refer_to: an agency without a name";
        if (set.Bands.Any(b => b.Checklist?.Any(string.IsNullOrWhiteSpace) == true))
            yield return "bands: checklist: an item without a text";
    }

    private static IEnumerable<string> InRule(RuleDefinition rule, Dictionary<string, Rule> written)
    {
        if (rule.Stages.Count == 0)
            yield return $"{rule.Id}: stages: it has none; switch a rule off with enabled";
        if (rule.Severity.Count == 0)
            yield return $"{rule.Id}: severity: it has none";
        if (OneLaw.Restates.ContainsKey(rule.Id) == rule.MayBeClearedBy is not null)
            yield return rule.MayBeClearedBy is null
                ? $"{rule.Id}: may_be_cleared_by: name the role"
                : $"{rule.Id}: may_be_cleared_by: a finding of law is cured, never cleared";
        if (rule.MayBeClearedBy is { } role && !Roles.Contains(role))
            yield return $"{rule.Id}: may_be_cleared_by: there is no role {role}";
        if (!written.TryGetValue(rule.Id, out var code))
            yield break;
        foreach (var missing in code.Parameters.Where(p => !rule.Parameters.Values.ContainsKey(p.Name)))
            yield return $"{rule.Id}: parameters.{missing.Name} is missing";
        foreach (var mistake in InParameters(rule.Id, rule.Parameters, code))
            yield return mistake;
    }

    private static IEnumerable<string> InOverride(NationalOverride over, RuleSet set, Dictionary<string, Rule> written)
    {
        var place = $"{over.Rule}: override of {over.ValidFrom:yyyy-MM-dd}{(over.State is { } of ? $" for {of}" : "")}";
        if (set.Rules.FirstOrDefault(r => r.Id == over.Rule) is not { } rule)
        {
            yield return $"{place}: there is no such rule";
            yield break;
        }
        if (string.IsNullOrWhiteSpace(over.Author) || string.IsNullOrWhiteSpace(over.Reason))
            yield return $"{place}: it needs an author and a reason";
        // Only as it is written in a dossier: an override that is meant for nobody would be lost in silence.
        if (over.State is { } state && !(Country.TryParse(state, out var its) && its.Code == state))
            yield return $"{place}: state: give the State as its two-letter code in capitals, as QM, or leave it out: then it counts for all";
        if (OneLaw.Restates.ContainsKey(rule.Id) && (over.Severity is not null || over.Enabled == false))
            yield return $"{place}: a finding of law is neither graded nor switched off";
        foreach (var severity in (over.Severity ?? new Dictionary<Severity, Severity>()).Keys.Except(rule.Severity))
            yield return $"{place}: severity.{Name(severity)}: the rule does not give it";
        foreach (var unknown in (over.Parameters?.Values.Keys ?? []).Except(rule.Parameters.Values.Keys))
            yield return $"{place}: parameters.{unknown}: the rule has no such parameter";
        if (over.Parameters is { } changed && written.TryGetValue(rule.Id, out var code))
            foreach (var mistake in InParameters(place, changed, code))
                yield return mistake;
    }

    private static IEnumerable<string> InParameters(string place, Parameters given, Rule code)
    {
        foreach (var (name, value) in given.Values)
            if (code.Parameters.FirstOrDefault(p => p.Name == name) is not { } parameter)
                yield return $"{place}: parameters.{name}: the rule has no such parameter";
            else if (parameter.Mistake(value) is { } mistake)
                yield return $"{place}: parameters.{name} {mistake}";
    }

    private static readonly HashSet<string> Roles =
    [
        .. Enum.GetNames<Role>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName),
    ];

    private static string Name(Severity severity) => JsonNamingPolicy.SnakeCaseLower.ConvertName(severity.ToString());
}
