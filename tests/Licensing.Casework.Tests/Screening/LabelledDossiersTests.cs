using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Tests.Screening;

/// <summary>The worked dossiers of <c>samples/screening</c> raise what their labels say.</summary>
public sealed class LabelledDossiersTests
{
    /// <summary>What a label says that the dossier must raise.</summary>
    private sealed record Label(
        IReadOnlyList<(string Rule, string Severity)> Flags,
        int Score,
        string Band,
        bool Blocked,
        string Disposition
    );

    public static TheoryData<string> Ids() => [.. Scenarios().Select(s => s.GetProperty("id").GetString()!)];

    [Fact]
    public void Every_rule_of_the_catalogue_is_written() =>
        // DR-Q01 is what every rule says that cannot tell, and has no code of its own.
        Assert.Equal(["DR-Q01"], Shipped.RuleSet.Rules.Select(r => r.Id).Except(Catalogue.Rules.Select(r => r.Id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_dossier_raises_what_its_label_says(string id)
    {
        var scenario = Scenarios().Single(s => s.GetProperty("id").GetString() == id);
        var dossier = Shipped.Dossiers.Single(d => d.Id == id);
        var report = ScreeningRun.Of(dossier, Shipped.Reference, Shipped.RuleSet, Shipped.Profile);
        var label = Read(scenario.GetProperty("expected"));
        Assert.Equal(
            label.Flags.Order(),
            report
                .Flags.Where(f => f.Severity > Severity.Info)
                .Select(f => (f.Rule, f.Severity.ToString().ToLowerInvariant()))
                .Order()
        );
        Assert.Equal(
            (label.Score, label.Band, label.Blocked, label.Disposition),
            (report.Score.Points, report.Score.Band, report.Score.IsBlocked, report.Score.Disposition)
        );
        foreach (var rule in scenario.GetProperty("expected").GetProperty("must_not_flag").EnumerateArray())
            Assert.DoesNotContain(report.Flags, f => f.Rule == rule.GetString() && f.Severity > Severity.Info);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_label_adds_up_by_the_rule_set(string id)
    {
        var label = Read(Scenarios().Single(s => s.GetProperty("id").GetString() == id).GetProperty("expected"));
        var (points, band, blocked) = AddUp(label.Flags);
        Assert.Equal(
            (label.Score, label.Band, label.Blocked, label.Disposition),
            (points, band, blocked, blocked ? "blocked" : band)
        );
    }

    // By hand, and by the numbers of the rule set: no dossier has points of States.
    private static (int Points, string Band, bool Blocked) AddUp(IEnumerable<(string Rule, string Severity)> flags)
    {
        var points = flags
            .GroupBy(f => Shipped.RuleSet.Rules.Single(r => r.Id == f.Rule).Family)
            .Sum(family =>
                Math.Min(
                    Shipped.RuleSet.FamilyCap,
                    family.Sum(f => Shipped.RuleSet.Weights[Enum.Parse<Severity>(f.Severity, ignoreCase: true)])
                )
            );
        return (
            points,
            Shipped.RuleSet.Bands.Last(b => b.Min <= points).Name,
            flags.Any(f => f.Severity == "blocking")
        );
    }

    private static Label Read(JsonElement expected) =>
        new(
            [
                .. expected
                    .GetProperty("flags")
                    .EnumerateArray()
                    .Select(f => (f.GetProperty("rule").GetString()!, f.GetProperty("severity").GetString()!)),
            ],
            expected.GetProperty("score").GetInt32(),
            expected.GetProperty("band").GetString()!,
            expected.GetProperty("blocked").GetBoolean(),
            expected.GetProperty("disposition").GetString()!
        );

    private static IReadOnlyList<JsonElement> Scenarios() =>
        [
            .. JsonDocument
                .Parse(File.ReadAllText(Shipped.Labelled))
                .RootElement.GetProperty("scenarios")
                .EnumerateArray(),
        ];
}
