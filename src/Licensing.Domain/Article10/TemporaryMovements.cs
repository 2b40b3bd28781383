using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Policies;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Article10;

/// <summary>Art. 10(6): what a temporary movement has to meet besides everything else, and what a simplified procedure dispenses with.
/// The Protocol permits simplified procedures and makes none: the profile's word makes one, with its instrument.</summary>
public static class TemporaryMovements
{
    /// <summary>The findings with those that the profile's simplified procedure dispenses with shown as met, each with its instrument.</summary>
    internal static IReadOnlyList<Finding> Simplified(
        this IEnumerable<Finding> findings,
        TemporaryMovement? movement,
        PolicyProfile profile
    ) => [.. findings.Select(finding => Simplified(finding, movement, profile))];

    /// <summary>Whether nobody has to wait for what that rule asks for: the profile dispenses with it for this purpose.</summary>
    public static bool Dispensed(string rule, TemporaryMovement? movement, PolicyProfile profile) =>
        profile.SimplificationOf(rule, movement) is not null;

    internal static IEnumerable<Finding> Verify(Consignment consignment)
    {
        if (consignment.Temporary is not { } movement)
            yield break;
        var evidence = movement.Evidence;
        yield return Finding.Met(
            Law.Temporary,
            "purpose-verifiable",
            movement.InWords,
            $"The goods go for {movement.InWords}, as {evidence.Number} of {evidence.Issuer}, dated {evidence.IssuedOn:yyyy-MM-dd}, "
                + "bears out."
        );
        yield return Finding.When(
            consignment.ExpectedArrivalOn < movement.ReturnBy,
            Law.Temporary,
            ReturnAfterArrival,
            "return",
            $"The goods arrive on {consignment.ExpectedArrivalOn:yyyy-MM-dd} and are to be back by {movement.ReturnBy:yyyy-MM-dd}.",
            $"The goods would arrive on {consignment.ExpectedArrivalOn:yyyy-MM-dd}; they are to be back by "
                + $"{movement.ReturnBy:yyyy-MM-dd}.",
            "Ship so that they arrive before that day, or have it extended."
        );
    }

    /// <summary>P8b: the import marking is waived for temporary imports for verifiable lawful purposes. Null where there is no firearm, or
    /// the import is for good: the duty is then the importer's after the import.</summary>
    internal static Finding? MarkingWaived(Consignment consignment) =>
        consignment.Temporary is { } movement && consignment.Lines.Any(l => l.Class == GoodsClass.Firearm)
            ? Finding.Met(
                Law.ImportMarking,
                "import-marking-waived",
                "firearms",
                $"The import marking is waived: a temporary import for {movement.InWords}, which {movement.Evidence.Number} of "
                    + $"{movement.Evidence.Issuer} bears out, to leave again by {movement.ReturnBy:yyyy-MM-dd}."
            )
            : null;

    /// <summary>About the days of one shipment: asked again when it is released.</summary>
    internal const string ReturnAfterArrival = "return-after-arrival";

    // A simplified procedure does without another State's word. It does not overrule a State that has spoken.
    private static Finding Simplified(Finding finding, TemporaryMovement? movement, PolicyProfile profile)
    {
        if (
            finding.IsMet
            || finding.IsRefusal
            || profile.SimplificationOf(finding.Rule, movement) is not { } simplified
        )
            return finding;
        var text = $"Not asked for where goods go for {movement!.InWords} ({simplified.Instrument}).";
        return finding with
        {
            IsMet = true,
            SimplifiedUnder = simplified.Instrument,
            Text = $"{text} {finding.Text}",
            ForApplicant = text,
            WhatToDo = "",
            ApplicantMay = "",
        };
    }
}
