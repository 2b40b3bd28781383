using System.Text.Json;
using Licensing.Domain.Clocks;
using Licensing.Domain.Policies;
using Licensing.Domain.Screening;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Tests.Screening;

/// <summary>The shipped rule set and fictional reference data, and what one rule says under them.</summary>
internal static class Screened
{
    /// <summary>A profile without simplifications, under which a port call is no transit.</summary>
    public static readonly ScreeningProfile Strict = new(
        new PolicyProfile(
            "strict",
            1,
            "Strict",
            "The Protocol",
            new DateOnly(2005, 7, 3),
            null,
            PortCallIsTransit: false,
            365,
            10,
            new AnswerPeriods(
                Period.Parse("30 days"),
                Period.Parse("30 days"),
                Period.Parse("30 days"),
                Period.Parse("30 days")
            )
        ),
        []
    );

    /// <summary>One that dispenses with import authorisation and transit notice for hunters.</summary>
    public static readonly ScreeningProfile Simplified = Strict with
    {
        Policy = Strict.Policy with
        {
            Simplifications =
            [
                new Simplification(
                    [TemporaryPurpose.Hunting],
                    "Art. 10(6)",
                    [OneLaw.ImportLicensed, OneLaw.LineDraws, OneLaw.NotObjected, OneLaw.InformationSent]
                ),
            ],
        },
    };

    /// <summary>Rules by id with the parameters that are shipped.</summary>
    public static RuleSet Shipped { get; } = Read();

    public static ScreeningReport By(
        ScreeningDossier dossier,
        ReferenceData? reference = null,
        ScreeningProfile? profile = null,
        RuleSet? rules = null
    ) => ScreeningRun.Of(dossier, reference ?? Reference.Data, rules ?? Shipped, profile ?? Strict);

    /// <summary>The rule raises this severity, and the worked-out values are these.</summary>
    public static Flag AssertFlag(
        string rule,
        Severity severity,
        ScreeningDossier dossier,
        ReferenceData? reference = null,
        ScreeningProfile? profile = null,
        RuleSet? rules = null,
        params IEnumerable<(string Name, object Value)> computed
    )
    {
        var flag = Assert.Single(By(dossier, reference, profile, rules).Flags, f => f.Rule == rule);
        Assert.Equal(severity, flag.Severity);
        foreach (var (name, value) in computed)
            Assert.Equal(value, flag.Evidence.Computed[name]);
        return flag;
    }

    /// <summary>The rule could tell, and found nothing.</summary>
    public static void AssertClear(
        string rule,
        ScreeningDossier dossier,
        ReferenceData? reference = null,
        ScreeningProfile? profile = null,
        RuleSet? rules = null
    )
    {
        var report = By(dossier, reference, profile, rules);
        Assert.DoesNotContain(report.Flags, f => f.Rule == rule);
        Assert.DoesNotContain(report.NotAssessed, n => n.Rule == rule);
    }

    /// <summary>The rule could not tell, for want of just these.</summary>
    public static void AssertNotAssessable(
        string rule,
        ScreeningDossier dossier,
        IReadOnlyList<string> missing,
        ReferenceData? reference = null
    ) => Assert.Equal(missing, Assert.Single(By(dossier, reference).NotAssessed, n => n.Rule == rule).Missing);

    /// <summary>The rule set with one parameter as the test wants it.</summary>
    public static RuleSet With(string rule, string parameter, string json) =>
        Shipped with
        {
            Overrides =
            [
                new NationalOverride(
                    rule,
                    "A. Officer",
                    "national law",
                    new DateOnly(2026, 1, 1),
                    new Parameters(
                        new Dictionary<string, JsonElement>
                        {
                            [parameter] = JsonSerializer.Deserialize<JsonElement>(json),
                        }
                    )
                ),
            ],
        };

    private static RuleSet Read()
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Reference.Root, "workflows", "screening", "dr-2026.1.json"))
        );
        var root = json.RootElement;
        return new RuleSet(
            root.GetProperty("id").GetString()!,
            1,
            "",
            "",
            new DateOnly(2026, 1, 1),
            new Dictionary<string, string>(),
            root.GetProperty("weights")
                .EnumerateObject()
                .ToDictionary(w => Word<Severity>(w.Name), w => w.Value.GetInt32()),
            root.GetProperty("family_cap").GetInt32(),
            root.GetProperty("country_cap").GetInt32(),
            [
                .. root.GetProperty("bands")
                    .EnumerateArray()
                    .Select(b => new Band(b.GetProperty("min").GetInt32(), b.GetProperty("name").GetString()!)),
            ],
            [.. root.GetProperty("rules").EnumerateArray().Select(Rule)],
            []
        );
    }

    private static RuleDefinition Rule(JsonElement rule) =>
        new(
            rule.GetProperty("id").GetString()!,
            rule.GetProperty("version").GetString()!,
            rule.GetProperty("name").GetString()!,
            rule.GetProperty("family").GetString()!,
            "",
            [.. rule.GetProperty("sources").EnumerateArray().Select(s => s.GetString()!)],
            [.. rule.GetProperty("stages").EnumerateArray().Select(s => Word<Stage>(s.GetString()!))],
            [.. rule.GetProperty("severity").EnumerateArray().Select(s => Word<Severity>(s.GetString()!))],
            new Parameters(
                rule.GetProperty("parameters").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone())
            ),
            rule.GetProperty("enabled").GetBoolean(),
            rule.GetProperty("country_derived").GetBoolean(),
            "",
            "",
            rule.GetProperty("may_be_cleared_by").GetString()
        );

    private static T Word<T>(string word)
        where T : struct => Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
