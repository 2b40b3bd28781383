using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.SignIn;

/// <summary>One thing that the signed-in person may act as.</summary>
/// <param name="For">The State, and the company where it is a company's role.</param>
public sealed record Capacity(
    Guid Id,
    Role Role,
    string State,
    string StateName,
    Guid? CompanyId,
    string? CompanyName,
    string For
);

/// <summary>Turns the signed-in person into <see cref="Acting"/>: the token says who and with which roles, the register of
/// appointments says for which State or company. Both are needed, so that neither the directory's administrator nor ours can alone
/// make somebody an officer.</summary>
public sealed class ActingFor(Database database, TimeProvider clock)
{
    /// <summary>Header (API) and cookie (portal) with the id of the capacity, for people who have several.</summary>
    public const string Header = "Acting-As";
    public const string Cookie = "acting-as";
    private const string IdempotencyHeader = "Idempotency-Key";

    public async Task<IReadOnlyList<Capacity>> Capacities(HttpContext http, CancellationToken cancel)
    {
        if (Identity.From(http.User) is not { } identity)
            return [];
        await using var db = database.Open();
        var now = clock.GetUtcNow();
        var held = await (
            from person in db.People.AsNoTracking()
            where person.Issuer == identity.Issuer && person.Subject == identity.Subject
            join appointment in db.Appointments.AsNoTracking() on person.Id equals appointment.PersonId
            join state in db.States.AsNoTracking() on appointment.State equals state.Code
            select new
            {
                appointment,
                state,
                Company = db.Companies.Where(c => c.Id == appointment.CompanyId).Select(c => c.Name).FirstOrDefault(),
            }
        ).ToListAsync(cancel);
        return
        [
            .. held.Where(h => identity.Roles.Contains(Roles.Of(h.appointment.Role)))
                .Where(h => Holds(h.appointment, LegalDay.Of(now, h.state.TimeZone)))
                .OrderBy(h => h.state.Name, StringComparer.Ordinal)
                .ThenBy(h => h.appointment.Role)
                .Select(h => new Capacity(
                    h.appointment.Id,
                    h.appointment.Role,
                    h.state.Code.Code,
                    h.state.Name,
                    h.appointment.CompanyId,
                    h.Company,
                    h.Company is null ? h.state.Name : $"{h.Company}, {h.state.Name}"
                )),
        ];
    }

    private static bool Holds(Appointment held, DateOnly today) =>
        held.From <= today && (held.To is null || today <= held.To);

    /// <summary>The capacity in which the request is made: the chosen one, or the only one.</summary>
    public async Task<Capacity?> Chosen(HttpContext http, CancellationToken cancel)
    {
        var capacities = await Capacities(http, cancel);
        if (http.Request.Headers[Header].FirstOrDefault() is { } named)
            return Of(named);
        // The cookie may be left over from somebody else at the same desk: then it chooses nothing.
        return Of(http.Request.Cookies[Cookie]) ?? (capacities.Count == 1 ? capacities[0] : null);

        Capacity? Of(string? wanted) =>
            Guid.TryParse(wanted, out var id) ? capacities.FirstOrDefault(c => c.Id == id) : null;
    }

    /// <exception cref="NotAllowedException">The person is not appointed here, or has not chosen one of several capacities.</exception>
    /// <param name="only">For where only one role acts: that one is chosen. Null where the person chooses.</param>
    public async Task<Acting> Acting(HttpContext http, CancellationToken cancel, Role? only = null)
    {
        var chosen =
            (
                only is null
                    ? await Chosen(http, cancel)
                    : (await Capacities(http, cancel)).FirstOrDefault(c => c.Role == only)
            )
            ?? throw new NotAllowedException(
                (await Capacities(http, cancel)).Count == 0
                    ? "You are signed in, but not appointed here, or not with a role that your directory grants. Ask the administrator."
                    : $"You may act in several capacities: name one in the {Header} header. GET /api/me lists them."
            );
        var identity = Identity.From(http.User)!;
        await using var db = database.Open();
        var person = await db
            .People.AsNoTracking()
            .SingleAsync(p => p.Issuer == identity.Issuer && p.Subject == identity.Subject, cancel);
        var state = await db
            .States.AsNoTracking()
            .SingleAsync(s => s.Code == Domain.States.Country.Parse(chosen.State), cancel);
        var now = clock.GetUtcNow();
        return new Acting(
            person.Id,
            person.Name,
            chosen.Role,
            state.Code,
            state.Name,
            chosen.CompanyId,
            now,
            LegalDay.Of(now, state.TimeZone),
            Key(http),
            chosen.CompanyName
        );
    }

    private static string? Key(HttpContext http)
    {
        var key = http.Request.Headers[IdempotencyHeader].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(key))
            return null;
        return key.Length <= 100
            ? key
            : throw new MalformedException(IdempotencyHeader, "An idempotency key has at most 100 characters.");
    }
}

/// <summary>Who is asking, as a parameter of an endpoint.</summary>
public sealed record Caller(Acting Acting)
{
    public static async ValueTask<Caller> BindAsync(HttpContext http) =>
        new(await http.RequestServices.GetRequiredService<ActingFor>().Acting(http, http.RequestAborted));
}
