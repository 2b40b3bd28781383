using Licensing.Casework.Cases;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Endurance;

/// <summary>What must hold in a database whatever happened to it.</summary>
internal static class Invariants
{
    /// <returns>A line for everything that does not hold.</returns>
    public static async Task<IReadOnlyList<string>> Broken(IServiceProvider casework, CancellationToken cancel)
    {
        await using var db = casework.GetRequiredService<Database>().Open();
        return
        [
            .. await Histories(db, cancel),
            .. await Moves(casework, cancel),
            .. await Licences(db, cancel),
            .. await Balances(db, cancel),
            .. await Registers(db, cancel),
            .. await Transits(db, cancel),
        ];
    }

    // From 1 without a gap, and as many as the case says.
    private static async Task<List<string>> Histories(LicensingDb db, CancellationToken cancel)
    {
        var counts = await db
            .AuditTrail.AsNoTracking()
            .Where(e => e.CaseId != null)
            .GroupBy(e => e.CaseId)
            .Select(g => new
            {
                Case = g.Key,
                Count = g.Count(),
                Last = g.Max(e => e.Sequence),
                Distinct = g.Select(e => e.Sequence).Distinct().Count(),
            })
            .ToDictionaryAsync(g => g.Case!.Value, cancel);
        var cases = await db
            .Cases.AsNoTracking()
            .Select(c => new
            {
                c.Id,
                c.Number,
                c.AuditCount,
            })
            .ToListAsync(cancel);
        return
        [
            .. cases
                .Where(c =>
                    !counts.TryGetValue(c.Id, out var h)
                    || h.Count != c.AuditCount
                    || h.Last != c.AuditCount
                    || h.Distinct != c.AuditCount
                )
                .Select(c => $"the history of {c.Number} has a gap or a double"),
        ];
    }

    private static async Task<List<string>> Moves(IServiceProvider casework, CancellationToken cancel)
    {
        var found = await casework.GetRequiredService<Checkup>().Run(cancel);
        return [.. found.Where(d => d is { IsWell: false, What: "cases" or "schema" }).Select(d => d.Finding)];
    }

    // A licence is one of a granted case, rests on a grant, and while it is in force every finding of Article 10 is met still.
    private static async Task<List<string>> Licences(LicensingDb db, CancellationToken cancel)
    {
        var broken = new List<string>();
        var granted = await db
            .Cases.AsNoTracking()
            .Where(c => c.Status == CaseStatus.Granted && c.Kind != LicenceKind.Transit)
            .Where(c => db.Licences.Count(l => l.CaseId == c.Id) != 1)
            .Select(c => c.Number)
            .ToListAsync(cancel);
        broken.AddRange(granted.Select(number => $"{number} is granted and has not exactly one licence"));
        foreach (var licence in await db.Licences.AsNoTracking().ToListAsync(cancel))
        {
            var file = (await CaseFile.Find(db, licence.CaseId, cancel))!;
            db.ChangeTracker.Clear();
            if (file.Case.Status != CaseStatus.Granted || file.Decision is not { Verdict: not Verdict.Refuse })
                broken.Add($"{licence.Number} rests on no grant");
            if (licence.Status != LicenceStatus.InForce)
                continue;
            var terms = new LicenceTerms(file.State.PlaceOfIssue, licence.ExpiresOn, []);
            var unmet = Gate.Findings(file, terms, licence.IssuedOn).Where(f => !f.IsMet);
            broken.AddRange(unmet.Select(f => $"{licence.Number} is in force, and {f.Text}"));
        }
        return broken;
    }

    // A transit State's own case stands where its State's last word to the exporting State stands, and ends with the case that asks.
    private static async Task<List<string>> Transits(LicensingDb db, CancellationToken cancel)
    {
        var broken = new List<string>();
        foreach (var transit in await db.Cases.AsNoTracking().Where(c => c.AskedInCaseId != null).ToListAsync(cancel))
        {
            var asking = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == transit.AskedInCaseId, cancel);
            var said = await db
                .ExchangeDocuments.AsNoTracking()
                .Where(d =>
                    d.CaseId == asking.Id
                    && d.From == transit.State
                    && (
                        d.Kind == ExchangeKind.NoObjection
                        || d.Kind == ExchangeKind.Objection
                        || d.Kind == ExchangeKind.NoticeWithdrawal
                    )
                )
                .OrderByDescending(d => d.Sequence)
                .FirstOrDefaultAsync(cancel);
            var runs = transit.PermittedActs.Length > 0;
            if (
                runs
                && asking.PermittedActs.Length == 0
                && !await db.Cases.AnyAsync(c => c.ReplacesCaseId == asking.Id, cancel)
            )
                broken.Add($"{transit.Number} goes on, and {asking.Number} has ended");
            var says = said?.Kind == ExchangeKind.NoObjection ? CaseStatus.Granted : CaseStatus.Refused;
            // Asked anew, it is open whatever it has said before.
            if (runs && transit.Status != CaseStatus.Open && transit.Status != says)
                broken.Add(
                    $"{transit.Number} is {transit.Status}, and the last word of {transit.State} is {said?.Kind}"
                );
        }
        return broken;
    }

    // What a State's own register says is what it has said last.
    private static async Task<List<string>> Registers(LicensingDb db, CancellationToken cancel)
    {
        var broken = new List<string>();
        var authorisations = await db
            .Licences.AsNoTracking()
            .Where(l =>
                l.Kind == LicenceKind.Import && l.Status != LicenceStatus.InForce && l.Status != LicenceStatus.Expired
            )
            .ToListAsync(cancel);
        foreach (var one in authorisations)
        {
            var said = await db
                .ExchangeDocuments.AsNoTracking()
                .Where(d => d.From == one.State && d.Authorisation == one.Number && d.Statement != null)
                .ToListAsync(cancel);
            broken.AddRange(
                said.GroupBy(d => d.To)
                    .Where(g => g.MaxBy(d => d.Statement)!.Kind == ExchangeKind.ImportConfirmation)
                    .Select(g => $"{one.Number} is {one.Status}, and {g.Key} was told last that it holds")
            );
        }
        return broken;
    }

    private static async Task<List<string>> Balances(LicensingDb db, CancellationToken cancel)
    {
        var broken = new List<string>();
        var reserved = await db.Reservations.AsNoTracking().ToListAsync(cancel);
        var shipped = await db.DrawDowns.AsNoTracking().ToListAsync(cancel);
        var ended = (await db.Licences.Where(l => l.EndedAt != null).Select(l => l.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var one in reserved.GroupBy(r => (r.KeptBy, r.IssuedBy, r.Authorisation)))
        {
            var stated = await db
                .ExchangeDocuments.AsNoTracking()
                .Where(d =>
                    d.Kind == ExchangeKind.ImportConfirmation
                    && d.Authorisation == one.Key.Authorisation
                    && d.From == one.Key.IssuedBy
                    && d.To == one.Key.KeptBy
                )
                .OrderByDescending(d => d.Statement)
                .FirstAsync(cancel);
            var goods = Casework.Wire.Read<Domain.Authorisations.ImportAuthorisation>(stated.Content).Goods;
            var (most, taken) = (goods.Sum(g => g.Quantity.Amount), one.Sum(Held));
            if (taken > most)
                broken.Add($"{taken} are held on {one.Key.Authorisation}, which authorises {most}");
            broken.AddRange(
                one.Where(r => Shipped(r) > r.Amount)
                    .Select(r => $"{Shipped(r)} of {r.Amount} reserved have left on {r.Id}")
            );
        }
        return broken;

        decimal Shipped(ReservationRecord r) => shipped.Where(d => d.ReservationId == r.Id).Sum(d => d.Amount);

        // What has not left when a licence ends is given back.
        decimal Held(ReservationRecord r) => ended.Contains(r.LicenceId) ? Shipped(r) : r.Amount;
    }
}
