using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Setup;

/// <summary>Adds what a directory file has and the database lacks. What is there already stays as it is, so that the same file
/// can be read again.</summary>
public sealed class FillDirectory(Database database)
{
    /// <returns>How many rows were added.</returns>
    /// <exception cref="InvalidDataException">The file contradicts itself; it lists every mistake.</exception>
    public async Task<int> Run(DirectoryFile file, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open();
        var states = await db.States.ToDictionaryAsync(s => s.Code, cancel);
        var companies = await db.Companies.ToDictionaryAsync(c => (c.State, c.RegistrationNumber), cancel);
        var people = await db.People.ToDictionaryAsync(p => (p.Issuer, p.Subject), cancel);
        var authorities = (await db.Authorities.ToListAsync(cancel)).ToHashSet(ByNameAndDay.Instance);
        RequireSound(file, states.Keys.ToHashSet(), companies.Keys.ToHashSet());

        foreach (var entry in file.States.Where(s => !states.ContainsKey(s.Code)))
            db.States.Add(
                new StateRecord
                {
                    Code = entry.Code,
                    Name = entry.Name,
                    IsLandlocked = entry.Landlocked,
                    IsResident = entry.Resident,
                    TimeZone = entry.TimeZone,
                    Profile = entry.Profile,
                    Calendar = entry.Calendar,
                    PlaceOfIssue = entry.PlaceOfIssue,
                    Version = Guid.CreateVersion7(),
                }
            );
        foreach (var entry in file.Authorities.Select(AuthorityOf).Where(a => !authorities.Contains(a)))
            db.Authorities.Add(entry);
        foreach (var entry in file.Companies.Where(c => !companies.ContainsKey((c.State, c.RegistrationNumber))))
            companies[(entry.State, entry.RegistrationNumber)] = Add(db, entry, now);
        foreach (var entry in file.People.Where(p => !people.ContainsKey((p.Issuer, p.Subject))))
            Add(db, entry, companies);
        return await db.SaveChangesAsync(cancel);
    }

    private static Authority AuthorityOf(AuthorityEntry entry) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            State = entry.State,
            Kind = entry.Kind,
            Name = entry.Name,
            Email = entry.Email,
            From = entry.From,
            To = entry.To,
        };

    private static Company Add(LicensingDb db, CompanyEntry entry, DateTimeOffset now)
    {
        var company = new Company
        {
            Id = Guid.CreateVersion7(),
            State = entry.State,
            Name = entry.Name,
            Address = entry.Address,
            RegistrationNumber = entry.RegistrationNumber,
            Version = Guid.CreateVersion7(),
        };
        db.Companies.Add(company);
        db.CompanyRegistrations.Add(
            new CompanyRegistration
            {
                Id = Guid.CreateVersion7(),
                CompanyId = company.Id,
                From = entry.RegisteredFrom,
                To = entry.RegisteredTo,
                KnownAt = now,
            }
        );
        foreach (var authority in entry.Authorities)
            db.CompanyAuthorities.Add(
                new CompanyAuthority
                {
                    Id = Guid.CreateVersion7(),
                    CompanyId = company.Id,
                    Category = authority.Category,
                    For = authority.For,
                    From = authority.From,
                    To = authority.To,
                    KnownAt = now,
                }
            );
        return company;
    }

    private static void Add(
        LicensingDb db,
        PersonEntry entry,
        Dictionary<(Domain.States.Country, string), Company> companies
    )
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Issuer = entry.Issuer,
            Subject = entry.Subject,
            Name = entry.Name,
            Email = entry.Email,
        };
        db.People.Add(person);
        foreach (var held in entry.Appointments)
            db.Appointments.Add(
                new Appointment
                {
                    Id = Guid.CreateVersion7(),
                    PersonId = person.Id,
                    Role = held.Role,
                    State = held.State,
                    CompanyId = held.Company is null ? null : companies[(held.State, held.Company)].Id,
                    From = held.From,
                    To = held.To,
                }
            );
    }

    private static void RequireSound(
        DirectoryFile file,
        HashSet<Domain.States.Country> states,
        HashSet<(Domain.States.Country, string)> companies
    )
    {
        states.UnionWith(file.States.Select(s => s.Code));
        companies.UnionWith(file.Companies.Select(c => (c.State, c.RegistrationNumber)));
        var mistakes = new List<string>();
        foreach (var state in file.States.Where(s => !TimeZoneInfo.TryFindSystemTimeZoneById(s.TimeZone, out _)))
            mistakes.Add($"State {state.Code}: there is no time zone {state.TimeZone}.");
        foreach (var state in file.States)
        {
            if (string.IsNullOrWhiteSpace(state.Profile))
                mistakes.Add($"State {state.Code}: profile is missing, the id of a policy profile.");
            if (string.IsNullOrWhiteSpace(state.Calendar))
                mistakes.Add($"State {state.Code}: calendar is missing, the id of a calendar of working days.");
        }
        foreach (var code in file.Authorities.Select(a => a.State).Concat(file.Companies.Select(c => c.State)))
            if (!states.Contains(code))
                mistakes.Add($"State {code} is used but not among the States.");
        foreach (var (person, held) in file.People.SelectMany(p => p.Appointments.Select(a => (p, a))))
        {
            if (held.Role == Role.Timetable)
                mistakes.Add($"{person.Name}: nobody can be appointed as the timetable.");
            if (!states.Contains(held.State))
                mistakes.Add($"{person.Name}: State {held.State} is not among the States.");
            var isOfACompany = held.Role is Role.Exporter or Role.Importer or Role.Trader;
            if (isOfACompany && held.Company is null)
                mistakes.Add($"{person.Name}: an exporter, importer or trader is appointed for a company.");
            if (!isOfACompany && held.Company is not null)
                mistakes.Add($"{person.Name}: only an exporter, importer or trader is appointed for a company.");
            if (held.Company is not null && !companies.Contains((held.State, held.Company)))
                mistakes.Add($"{person.Name}: there is no company {held.Company} in {held.State}.");
        }
        if (mistakes.Count > 0)
            throw new InvalidDataException(string.Join("\n", mistakes.Distinct()));
    }

    private sealed class ByNameAndDay : IEqualityComparer<Authority>
    {
        public static readonly ByNameAndDay Instance = new();

        public bool Equals(Authority? a, Authority? b) => Key(a) == Key(b);

        public int GetHashCode(Authority authority) => Key(authority).GetHashCode();

        private static (Domain.States.Country?, AuthorityKind?, string?, DateOnly?) Key(Authority? a) =>
            (a?.State, a?.Kind, a?.Name, a?.From);
    }
}
