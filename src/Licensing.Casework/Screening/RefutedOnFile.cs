using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>The refuted links of a State as its screenings read them.</summary>
internal static class RefutedOnFile
{
    /// <summary>As a dossier has them. Whoever takes one back while the act is being done makes it look again: what was screened must still
    /// hold when it commits.</summary>
    public static async Task<IReadOnlyList<RefutedLink>> Between(
        LicensingDb db,
        Country state,
        IReadOnlyList<string> parties,
        DateOnly day,
        CancellationToken cancel
    )
    {
        // Confirmed or not is asked of the rows as the act has them, which the database does not know yet.
        var rows = (
            await db
                .LinkRefutations.Where(r =>
                    r.KeptBy == state
                    && r.EndedAt == null
                    && r.LastDay >= day
                    && parties.Contains(r.PartyA)
                    && parties.Contains(r.PartyB)
                )
                .OrderBy(r => r.RefutedAt)
                .ToListAsync(cancel)
        )
            .Where(r => r.CountsOn(day))
            .ToList();
        foreach (var row in rows)
            db.MustStillBe(row);
        var names =
            rows.Count == 0
                ? []
                : await NamesOf.People(db, rows.SelectMany(r => new[] { r.RefutedBy, r.ConfirmedBy }), cancel);
        return
        [
            .. rows.Select(r =>
                InDossierOf(
                    r,
                    $"{names.GetValueOrDefault(r.RefutedBy)}, confirmed by {names.GetValueOrDefault(r.ConfirmedBy!.Value)}"
                )
            ),
        ];
    }

    private static RefutedLink InDossierOf(LinkRefutation it, string author) =>
        new(
            it.PartyA,
            it.PartyB,
            InDossier.Snake(it.Attribute),
            it.Reason,
            author,
            it.LastDay,
            it.ConfirmedOn,
            it.Value
        );

    /// <summary>Each in words that tell it from others, in an order that does not depend on when they were refuted.</summary>
    public static IReadOnlyList<string> InWords(IEnumerable<RefutedLink> links) =>
        [
            .. links
                .Select(l => $"{l.PartyA} {l.Attribute} {l.Value} {l.PartyB} {l.ValidTo:yyyy-MM-dd}")
                .Order(StringComparer.Ordinal),
        ];
}
