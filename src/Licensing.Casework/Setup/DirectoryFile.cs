using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;

namespace Licensing.Casework.Setup;

/// <summary>States, authorities, companies and people as one file: how a deployment is first filled, by hand or by a demo.</summary>
public sealed record DirectoryFile
{
    public IReadOnlyList<StateEntry> States { get; init; } = [];
    public IReadOnlyList<AuthorityEntry> Authorities { get; init; } = [];
    public IReadOnlyList<CompanyEntry> Companies { get; init; } = [];
    public IReadOnlyList<PersonEntry> People { get; init; } = [];
}

/// <param name="TimeZone">IANA name, e.g. Europe/Vienna.</param>
/// <param name="Profile">Id of a policy profile.</param>
/// <param name="Calendar">Id of a calendar of working days.</param>
public sealed record StateEntry(
    Country Code,
    string Name,
    bool Landlocked,
    bool Resident,
    string TimeZone,
    string Profile,
    string Calendar,
    string PlaceOfIssue
);

public sealed record AuthorityEntry(
    Country State,
    AuthorityKind Kind,
    string Name,
    string Email,
    DateOnly From,
    DateOnly? To = null
);

/// <param name="Authorities">What it may export or import, by category.</param>
public sealed record CompanyEntry(
    Country State,
    string RegistrationNumber,
    string Name,
    string Address,
    DateOnly RegisteredFrom,
    DateOnly? RegisteredTo,
    IReadOnlyList<CategoryEntry> Authorities
);

public sealed record CategoryEntry(
    string Category,
    DateOnly From,
    DateOnly? To = null,
    LicenceKind For = LicenceKind.Export
);

/// <param name="Issuer">The <c>iss</c> claim of the person's tokens.</param>
/// <param name="Subject">The <c>oid</c> claim of Entra ID, or the <c>sub</c> claim.</param>
public sealed record PersonEntry(
    string Issuer,
    string Subject,
    string Name,
    string Email,
    IReadOnlyList<AppointmentEntry> Appointments
);

/// <param name="Company">Registration number in that State, for a role that a company holds.</param>
public sealed record AppointmentEntry(
    Role Role,
    Country State,
    DateOnly From,
    DateOnly? To = null,
    string? Company = null
);
