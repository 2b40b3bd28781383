using System.Security.Cryptography;
using System.Text;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;

namespace Licensing.Casework.Acts;

/// <summary>Who acts, as what, for which State, when. Built at the edge and passed into every act and query.</summary>
/// <param name="CompanyId">The company, when the role is a company's.</param>
/// <param name="Today">The legal day of <paramref name="Now"/> in that State.</param>
/// <param name="CompanyName">Its name, for the history.</param>
/// <param name="IdempotencyKey">Chosen by the caller: the same act under the same key is done once.</param>
public sealed record Acting(
    Guid PersonId,
    string PersonName,
    Role Role,
    Country State,
    string StateName,
    Guid? CompanyId,
    DateTimeOffset Now,
    DateOnly Today,
    string? IdempotencyKey = null,
    string? CompanyName = null
)
{
    private readonly Guid _anew = Guid.CreateVersion7();

    /// <summary>Of the act: what it sets off in the procedures bears it. The same act under the same key has the same.</summary>
    public Guid ActId => SetOffBy ?? (IdempotencyKey is { } key ? Derived(PersonId, key) : _anew);

    /// <summary>The act that is carried on; null for an act of its own.</summary>
    internal Guid? SetOffBy { get; init; }

    private static Guid Derived(Guid person, string key) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{person} {key}")).AsSpan(0, 16));

    /// <exception cref="NotAllowedException">The act is not for this role.</exception>
    public void Require(params ReadOnlySpan<Role> roles)
    {
        if (!roles.Contains(Role))
            throw new NotAllowedException($"This is not for {Words.A(Role)}.");
    }

    /// <summary>What somebody in this capacity applies for.</summary>
    /// <exception cref="NotAllowedException">In this capacity nobody applies for anything.</exception>
    public LicenceKind AppliesFor =>
        Role switch
        {
            Role.Exporter => LicenceKind.Export,
            Role.Importer => LicenceKind.Import,
            _ => throw new NotAllowedException($"This is not for {Words.A(Role)}."),
        };

    /// <summary>What the procedure does of itself, whoever set it off: that is not another State's to know.</summary>
    internal Acting AsTheProcedure() =>
        this with
        {
            PersonId = Guid.Empty,
            PersonName = "The procedure",
            Role = Role.Timetable,
            CompanyId = null,
            CompanyName = null,
        };

    internal SetOff SetOff => new(ActId, PersonId, PersonName, Role, State, StateName, CompanyId, CompanyName);

    /// <summary>Whoever set the case off, at a later moment: what is done then is done by the law of that day.</summary>
    /// <param name="state">The State for which that person acted.</param>
    internal static Acting Of(SetOff it, StateRecord state, DateTimeOffset now) =>
        new(
            it.PersonId,
            it.PersonName,
            it.Role,
            it.State,
            it.StateName,
            it.CompanyId,
            now,
            LegalDay.Of(now, state.TimeZone),
            CompanyName: it.CompanyName
        )
        {
            SetOffBy = it.ActId,
        };

    /// <summary>What comes of itself, because a day has come or a list has changed.</summary>
    internal static Acting OfTheTimetable(StateRecord state, DateTimeOffset now) =>
        new(
            Guid.Empty,
            "The timetable",
            Role.Timetable,
            state.Code,
            state.Name,
            null,
            now,
            LegalDay.Of(now, state.TimeZone)
        );

    public bool IsOfficer => Role is Role.LicensingOfficer or Role.SeniorOfficer;
}
