using Licensing.Casework.Screening;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Tests.Screening;

/// <summary>What the repository ships for screening.</summary>
internal static class Shipped
{
    public static string Samples { get; } =
        Path.Combine(Path.GetDirectoryName(ADatabase.Workflows)!, "samples", "screening");
    public static string Labelled { get; } = Path.Combine(Samples, "labelled-dossiers.json");
    public static string RuleSetFile { get; } = Path.Combine(ADatabase.Workflows, "screening", "dr-2026.1.json");
    public static string RuleSetText { get; } = File.ReadAllText(RuleSetFile);

    public static RuleSet RuleSet { get; } = ReadRuleSet.RuleSetIn(RuleSetText, "dr-2026.1.json");

    public static ScreeningProfile Profile { get; } =
        ReadRuleSet.ProfileIn(
            File.ReadAllText(Path.Combine(ADatabase.Workflows, "screening", "profiles", "simplified-temporary.json")),
            "simplified-temporary.json"
        );

    public static IReadOnlyList<ScreeningDossier> Dossiers { get; } =
        ReadScreening.DossiersIn(File.ReadAllText(Labelled), "labelled-dossiers.json").All;

    public static ReferenceData Reference { get; } =
        ReadScreening.ReferenceIn(File.ReadAllText(Labelled), "labelled-dossiers.json");
}
