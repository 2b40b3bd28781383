using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <summary>A case whose licence takes the place of another, or whose licence another is to replace.</summary>
public sealed record RelatedCase(
    Guid CaseId,
    string Number,
    CaseStatus Status,
    string? Licence,
    LicenceStatus? Standing
);

/// <summary>One thing that would be otherwise under the licence that is applied for.</summary>
public sealed record LicenceChange(string What, string Before, string Now);

/// <summary>What a transit State's notice for the replaced licence is worth here.</summary>
/// <param name="GoesOn">It counts for this licence too.</param>
/// <param name="News">What the State has not been told: it is asked anew. Empty where its notice goes on, and where it gave none.</param>
public sealed record NoticeBefore(Country State, bool GoesOn, IReadOnlyList<string> News);

/// <summary>What would change, and whose consent it needs.</summary>
/// <param name="LeftSince">What has left since the application and is not licensed again, line by line of the application.</param>
public sealed record ReplacementView(
    RelatedCase Replaced,
    IReadOnlyList<LicenceChange> Changes,
    IReadOnlyList<NoticeBefore> Notices,
    IReadOnlyList<string> LeftSince
)
{
    internal static ReplacementView? Of(CaseFile file)
    {
        if (file.Replaced is not { } before)
            return null;
        return new ReplacementView(
            Related(before.Case, before.Licence),
            [.. Between(before.Consignment, file.Case.Consignment)],
            [.. Gate.TransitStates(file).Select(state => Notice(file, before, state))],
            [
                .. file
                    .Case.Consignment.Lines.Select(l => (Applied: l, StillOpen: StillOpen(file, l)))
                    .Where(l => l.StillOpen != l.Applied.Quantity.Amount)
                    .Select(l =>
                        $"Line {l.Applied.Number}: {l.Applied.Quantity} applied for, {new Quantity(l.StillOpen, l.Applied.Quantity.Unit)} still to be licensed."
                    ),
            ]
        );
    }

    /// <summary>The case that is to change this one's licence, or has: the latest.</summary>
    internal static async Task<RelatedCase?> By(LicensingDb db, Guid caseId, CancellationToken cancel)
    {
        var found = await db
            .Cases.AsNoTracking()
            .Where(c => c.ReplacesCaseId == caseId)
            .OrderByDescending(c => c.SubmittedAt)
            .FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : Related(found, await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == found.Id, cancel));
    }

    internal static RelatedCase Related(Case found, LicenceRecord? licence) =>
        new(found.Id, found.Number, found.Status, licence?.Number, licence?.Status);

    private static decimal StillOpen(CaseFile file, GoodsLine line) =>
        file.Consignment.Lines.FirstOrDefault(l => l.Number == line.Number)?.Quantity.Amount ?? 0;

    private static NoticeBefore Notice(CaseFile file, CaseFile before, Country state)
    {
        var wasGiven = Gate.Clearance(before, state).Standing == TransitStanding.NoObjection;
        return new NoticeBefore(
            state,
            Gate.Clearance(file, state).GivenFor is not null,
            wasGiven ? Replacement.NewTo(state, before.AsTold, file.AsTold) : []
        );
    }

    private static IEnumerable<LicenceChange> Between(Consignment before, Consignment now)
    {
        foreach (var (what, of) in Particulars)
            if (of(before) is var was && of(now) is var becomes && was != becomes)
                yield return new LicenceChange(what, was, becomes);
        foreach (var line in now.Lines)
        {
            var same = before.Lines.Where(l => Replacement.IsSame(l, line)).ToList();
            var was = same.Count == 0 ? "not licensed" : string.Join(", ", same.Select(l => l.Quantity.ToString()));
            if (was != line.Quantity.ToString())
                yield return new LicenceChange(
                    $"{line.Make} {line.Model}, {line.Description}",
                    was,
                    $"{line.Quantity} still to leave"
                );
        }
        foreach (var gone in before.Lines.Where(l => !now.Lines.Any(n => Replacement.IsSame(n, l))))
            yield return new LicenceChange(
                $"{gone.Make} {gone.Model}, {gone.Description}",
                gone.Quantity.ToString(),
                "nothing more"
            );
    }

    private static readonly (string What, Func<Consignment, string> Of)[] Particulars =
    [
        ("Day of shipment", c => $"{c.PlannedShipmentOn:yyyy-MM-dd}"),
        ("Day of arrival", c => $"{c.ExpectedArrivalOn:yyyy-MM-dd}"),
        (
            "Route",
            c =>
                string.Join(
                    ", ",
                    c.Route.Select(l => $"{Words.Of(l.Mode)} to {(l.Place is { } place ? $"{place}, " : "")}{l.To}")
                )
        ),
        .. Enum.GetValues<PartyRole>()
            .Select(role =>
                (
                    $"{char.ToUpperInvariant(Words.Of(role)[0])}{Words.Of(role)[1..]}",
                    (Func<Consignment, string>)(
                        c =>
                            string.Join(
                                "; ",
                                c.Parties.Where(p => p.Role == role)
                                    .Select(p => $"{p.Name}, {p.Address}, {p.State}".TrimEnd())
                            )
                    )
                )
            ),
        ("End use", c => $"{Words.Of(c.EndUse)}: {c.EndUseStatement}"),
        (
            "Purpose and day of return",
            c => c.Temporary is { } stay ? $"{stay.InWords}, back by {stay.ReturnBy:yyyy-MM-dd}" : "goes for good"
        ),
        ("Import authorisations", c => string.Join(", ", c.AuthorisationNumbers)),
    ];
}
