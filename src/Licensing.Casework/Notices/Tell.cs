using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Notices;

/// <summary>Writes notices with the act that causes them. A notice says that there is something and where; it holds no
/// particulars, because mail is read by others.</summary>
public static class Tell
{
    /// <summary>Everybody who acts for the company of the case.</summary>
    public static async Task Applicant(Act act, Case about, string subject)
    {
        var today = act.Acting.Today;
        var role = about.Kind == LicenceKind.Import ? Role.Importer : Role.Exporter;
        var addresses = await Holding(act, today)
            .Where(x => x.Appointment.CompanyId == about.CompanyId && x.Appointment.Role == role)
            .Select(x => x.Person.Email)
            .ToListAsync(act.Cancel);
        Write(act, about, subject, $"exporter/cases/{about.Id}", addresses);
    }

    /// <summary>Every officer of the State whose case it is.</summary>
    public static async Task Officers(Act act, Case about, string subject)
    {
        var pages = about.Kind == LicenceKind.Transit ? "transit" : "cases";
        Write(act, about, subject, $"officer/{pages}/{about.Id}", await AddressesOfOfficers(act, about.State));
    }

    /// <summary>Every officer of a State, of something that is about no case.</summary>
    public static async Task OfficersOf(Act act, Country state, string subject, string path) =>
        Write(act, null, subject, path, await AddressesOfOfficers(act, state));

    private static Task<List<string>> AddressesOfOfficers(Act act, Country state) =>
        Holding(act, act.Acting.Today)
            .Where(x =>
                x.Appointment.State == state
                && (x.Appointment.Role == Role.LicensingOfficer || x.Appointment.Role == Role.SeniorOfficer)
            )
            .Select(x => x.Person.Email)
            .ToListAsync(act.Cancel);

    /// <summary>The authority of another State, at its addresses in the directory (P13), and its correspondents here.</summary>
    /// <param name="takes">The exchange document that it takes to that State; null when it only tells of something.</param>
    public static async Task State(Act act, Case about, Country state, string subject, Guid? takes = null)
    {
        var today = act.Acting.Today;
        var addresses = await act
            .Db.Authorities.Where(a =>
                a.State == state
                && a.Kind != AuthorityKind.Customs
                && a.From <= today
                && (a.To == null || a.To >= today)
            )
            .Select(a => a.Email)
            .Concat(
                Holding(act, today)
                    .Where(x => x.Appointment.State == state && x.Appointment.Role == Role.StateCorrespondent)
                    .Select(x => x.Person.Email)
            )
            .ToListAsync(act.Cancel);
        Write(act, about, subject, "correspondent", addresses, takes);
    }

    /// <summary>Customs of a State: at its addresses in the directory, and its officers here.</summary>
    public static async Task Customs(Act act, Case about, Country state, string subject)
    {
        var today = act.Acting.Today;
        var addresses = await act
            .Db.Authorities.Where(a =>
                a.State == state
                && a.Kind == AuthorityKind.Customs
                && a.From <= today
                && (a.To == null || a.To >= today)
            )
            .Select(a => a.Email)
            .Concat(
                Holding(act, today)
                    .Where(x => x.Appointment.State == state && x.Appointment.Role == Role.CustomsOfficer)
                    .Select(x => x.Person.Email)
            )
            .ToListAsync(act.Cancel);
        Write(act, about, subject, "customs", addresses);
    }

    /// <summary>Every State that has been asked something in this case.</summary>
    internal static async Task StatesAsked(Act act, CaseFile file, string subject)
    {
        foreach (var state in file.Exchange.Where(d => d.From == file.Case.State).Select(d => d.To).Distinct())
            await State(act, file.Case, state, subject);
    }

    private static IQueryable<Held> Holding(Act act, DateOnly today) =>
        from appointment in act.Db.Appointments
        join person in act.Db.People on appointment.PersonId equals person.Id
        where appointment.From <= today && (appointment.To == null || appointment.To >= today)
        select new Held { Appointment = appointment, Person = person };

    private sealed class Held
    {
        public required Appointment Appointment { get; init; }
        public required Person Person { get; init; }
    }

    private static void Write(
        Act act,
        Case? about,
        string subject,
        string path,
        IEnumerable<string> addresses,
        Guid? takes = null
    )
    {
        foreach (var to in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
            act.Db.Notices.Add(
                new Notice
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = about?.Id,
                    ExchangeId = takes,
                    To = to,
                    Subject = about is null ? subject : $"{subject}: {about.Number}",
                    Body = path,
                    CreatedAt = act.Now,
                    NextAttemptAt = act.Now,
                }
            );
    }
}
