using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

public sealed record ArrangementView(
    Guid Id,
    LandlockedArrangement Arrangement,
    string RecordedBy,
    bool RecordedByMe,
    string? ConfirmedBy
);

/// <summary>The landlocked arrangements that a State relies on.</summary>
public sealed class ArrangementsOnFile(Database database)
{
    public async Task<Page<ArrangementView>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
        await using var db = database.Open();
        var names = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var rows = await db
            .Arrangements.AsNoTracking()
            .Where(a => a.KeptBy == acting.State)
            .OrderByDescending(a => a.RecordedAt)
            .Take(page, cancel);
        return rows.Select(a => new ArrangementView(
            a.Id,
            a.Arrangement,
            names.GetValueOrDefault(a.RecordedBy, ""),
            a.RecordedBy == acting.PersonId,
            a.ConfirmedBy is { } second ? names.GetValueOrDefault(second, "") : null
        ));
    }
}
