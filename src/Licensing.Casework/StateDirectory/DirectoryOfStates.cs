using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.StateDirectory;

/// <param name="TimeZone">IANA name; its legal days begin and end there.</param>
public sealed record StateView(Country Code, string Name, bool Landlocked, bool Resident, string TimeZone);

/// <param name="From">First day of the entry, included.</param>
/// <param name="To">Last day of the entry, included; null while it holds.</param>
public sealed record AuthorityView(Guid Id, AuthorityKind Kind, string Name, string Email, DateOnly From, DateOnly? To);

/// <summary>The directory of States and of their competent authorities (P13).</summary>
public sealed class DirectoryOfStates(Database database)
{
    public async Task<IReadOnlyList<StateView>> States(CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db
            .States.AsNoTracking()
            .OrderBy(s => s.Name)
            .Select(s => new StateView(s.Code, s.Name, s.IsLandlocked, s.IsResident, s.TimeZone))
            .ToListAsync(cancel);
    }

    /// <exception cref="NotFoundException">There is no such State.</exception>
    public async Task<IReadOnlyList<AuthorityView>> Authorities(string code, CancellationToken cancel)
    {
        await using var db = database.Open();
        if (!Country.TryParse(code, out var state) || !await db.States.AnyAsync(s => s.Code == state, cancel))
            throw new NotFoundException("State");
        return await db
            .Authorities.AsNoTracking()
            .Where(a => a.State == state)
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.From)
            .Select(a => new AuthorityView(a.Id, a.Kind, a.Name, a.Email, a.From, a.To))
            .ToListAsync(cancel);
    }
}
