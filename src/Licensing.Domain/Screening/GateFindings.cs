using Licensing.Domain.Article10;

namespace Licensing.Domain.Screening;

/// <summary>What the gate of Article 10 finds in a dossier, asked once. Rules that restate the article report this and work out nothing of
/// their own (interpretation point 7).</summary>
/// <param name="Export">Findings of the export gate, as things stand.</param>
/// <param name="ExportAlone">The same as if no other export licence drew on the import authorisation.</param>
/// <param name="Release">Findings of the release gate; empty while there is no export licence.</param>
/// <param name="Missing">What the gate would have to know; then it says nothing.</param>
public sealed record GateFindings(
    IReadOnlyList<Finding> Export,
    IReadOnlyList<Finding> ExportAlone,
    IReadOnlyList<Finding> Release,
    IReadOnlyList<string> Missing
)
{
    internal static GateFindings Of(Facts facts)
    {
        var gate = new GateDossier(facts);
        if (gate.AsExport(others: true) is not { } export)
            return new GateFindings([], [], [], gate.Missing);
        // Goods that have left are judged by the day on which they did.
        var day = facts.Stage is Stage.InTransit or Stage.PostShipment ? LeftOn(facts) : facts.AsOf;
        return new GateFindings(
            ExportRequirements.Verify(export, day),
            ExportRequirements.Verify(gate.AsExport(others: false)!, day),
            gate.AsRelease() is { } release ? ReleaseRequirements.Verify(release, day) : [],
            []
        );
    }

    private static DateOnly LeftOn(Facts facts) =>
        (facts.Case.ExitDate ?? facts.Case.PlannedShipDate) is { } left && left < facts.AsOf ? left : facts.AsOf;
}
