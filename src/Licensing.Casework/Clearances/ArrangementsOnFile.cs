using Licensing.Casework.Acts;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <param name="EndsOn">Last day on which it applies after it was ended, included.</param>
/// <param name="EndedBy">Who ended it, or rejected it before it was confirmed.</param>
public sealed record ArrangementView(
    Guid Id,
    LandlockedArrangement Arrangement,
    string RecordedBy,
    bool RecordedByMe,
    string? ConfirmedBy,
    DateOnly? EndsOn,
    string? EndedBy,
    string? EndedBecause
);

/// <summary>The landlocked arrangements that a State relies on.</summary>
public sealed class ArrangementsOnFile(Database database)
{
    public async Task<Page<ArrangementView>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var rows = await Of(db, acting).OrderByDescending(a => a.RecordedAt).Take(page, cancel);
        return rows.Select(await Views(db, acting, rows.Items, cancel));
    }

    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<ArrangementView> Find(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var row =
            await Of(db, acting).SingleOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw new NotFoundException("arrangement");
        return (await Views(db, acting, [row], cancel))(row);
    }

    /// <summary>Numbers of the licences that would be suspended if it ended with that day. Nothing is changed.</summary>
    public async Task<IReadOnlyList<string>> RestingOn(
        Acting acting,
        Guid id,
        DateOnly lastDay,
        CancellationToken cancel
    )
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
        await using var db = database.Open();
        var record =
            await db.Arrangements.SingleOrDefaultAsync(a => a.Id == id && a.KeptBy == acting.State, cancel)
            ?? throw new NotFoundException("arrangement");
        record.EndsOn = lastDay;
        var resting = await GroundLost.RestingOn(db, record, acting.Now, cancel);
        return [.. resting.Where(r => r.Licence).Select(r => r.File.Licence!.Number)];
    }

    private static IQueryable<ArrangementRecord> Of(LicensingDb db, Acting acting) =>
        db.Arrangements.AsNoTracking().Where(a => a.KeptBy == acting.State);

    private static async Task<Func<ArrangementRecord, ArrangementView>> Views(
        LicensingDb db,
        Acting acting,
        IEnumerable<ArrangementRecord> rows,
        CancellationToken cancel
    )
    {
        var names = await NamesOf.People(
            db,
            rows.SelectMany(a => new[] { a.RecordedBy, a.ConfirmedBy, a.EndedBy }),
            cancel
        );
        return a => new ArrangementView(
            a.Id,
            a.Arrangement,
            Name(a.RecordedBy)!,
            a.RecordedBy == acting.PersonId,
            Name(a.ConfirmedBy),
            a.EndsOn,
            Name(a.EndedBy),
            a.EndedBecause
        );

        string? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : null;
    }
}
