using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.StateDirectory;

/// <param name="TimeZone">IANA time zone in which its legal days begin and end.</param>
public sealed record StateView(Country Code, string Name, bool Landlocked, bool Resident, string TimeZone);

public sealed record StateWithAuthorities(StateView State, IReadOnlyList<AuthorityView> Authorities);

/// <param name="From">First day of the entry, included.</param>
/// <param name="To">Last day of the entry, included; null while it holds.</param>
public sealed record AuthorityView(Guid Id, AuthorityKind Kind, string Name, string Email, DateOnly From, DateOnly? To);

/// <summary>The directory of States and of their competent authorities (P13).</summary>
public sealed class DirectoryOfStates(Database database)
{
    /// <summary>All of them, by name: for choosing one, and for naming them.</summary>
    public async Task<IReadOnlyList<StateView>> States(CancellationToken cancel)
    {
        await using var db = database.Open();
        return await Views(db).ToListAsync(cancel);
    }

    public async Task<Page<StateView>> States(PageWanted page, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await Views(db).Take(page, cancel);
    }

    private static IQueryable<StateView> Views(LicensingDb db) =>
        db
            .States.AsNoTracking()
            .OrderBy(s => s.Name)
            .ThenBy(s => s.Code)
            .Select(s => new StateView(s.Code, s.Name, s.IsLandlocked, s.IsResident, s.TimeZone));

    /// <summary>Every State with its entries, also those that no longer hold.</summary>
    public async Task<IReadOnlyList<StateWithAuthorities>> Everything(CancellationToken cancel)
    {
        var states = await States(cancel);
        await using var db = database.Open();
        var authorities = await db
            .Authorities.AsNoTracking()
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.From)
            .ToListAsync(cancel);
        var byState = authorities.ToLookup(
            a => a.State,
            a => new AuthorityView(a.Id, a.Kind, a.Name, a.Email, a.From, a.To)
        );
        return [.. states.Select(s => new StateWithAuthorities(s, [.. byState[s.Code]]))];
    }

    /// <exception cref="NotFoundException">There is no such State.</exception>
    public async Task<Page<AuthorityView>> Authorities(string code, PageWanted page, CancellationToken cancel)
    {
        await using var db = database.Open();
        if (!Country.TryParse(code, out var state) || !await db.States.AnyAsync(s => s.Code == state, cancel))
            throw new NotFoundException("State");
        return await db
            .Authorities.AsNoTracking()
            .Where(a => a.State == state)
            .OrderBy(a => a.Kind)
            .ThenBy(a => a.From)
            .ThenBy(a => a.Id)
            .Select(a => new AuthorityView(a.Id, a.Kind, a.Name, a.Email, a.From, a.To))
            .Take(page, cancel);
    }
}
