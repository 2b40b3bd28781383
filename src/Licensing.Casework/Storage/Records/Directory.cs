using Licensing.Domain.Licences;
using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>A State in the directory.</summary>
public sealed class StateRecord : IVersioned
{
    public required Country Code { get; init; }
    public required string Name { get; set; }
    public bool IsLandlocked { get; set; }

    /// <summary>Whether its authority works in this deployment.</summary>
    public bool IsResident { get; set; }

    /// <summary>IANA time zone in which its legal days begin and end.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Id of the policy profile that its authority works under.</summary>
    public required string Profile { get; set; }

    /// <summary>Id of the calendar of its working days.</summary>
    public required string Calendar { get; set; }

    /// <summary>Where its authority issues licences, Art. 10(3).</summary>
    public required string PlaceOfIssue { get; set; }
    public Guid Version { get; set; }
}

public enum AuthorityKind
{
    /// <summary>P13: the national body or single point of contact.</summary>
    PointOfContact,
    Licensing,
    Customs,
}

/// <summary>An entry in the directory of competent authorities (P13). Both days are included.</summary>
public sealed class Authority
{
    public required Guid Id { get; init; }
    public required Country State { get; init; }
    public required AuthorityKind Kind { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
}

/// <summary>A party in the register of its own State (P12.1).</summary>
public sealed class Company : IVersioned
{
    public required Guid Id { get; init; }
    public required Country State { get; init; }
    public required string Name { get; set; }
    public required string Address { get; set; }
    public required string RegistrationNumber { get; init; }
    public Guid Version { get; set; }
}

/// <summary>That a company stands in the register. Both days are included.</summary>
public sealed class CompanyRegistration
{
    public required Guid Id { get; init; }
    public required Guid CompanyId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required DateTimeOffset KnownAt { get; init; }
}

/// <summary>What a company may export, or import, by category of its State's law. Both days are included.</summary>
public sealed class CompanyAuthority
{
    public required Guid Id { get; init; }
    public required Guid CompanyId { get; init; }
    public required string Category { get; init; }
    public LicenceKind For { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public required DateTimeOffset KnownAt { get; init; }
}

/// <summary>Somebody who can sign in: known by the issuer of the token and the subject in it.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
}

/// <summary>What a person may act as, for one State, and for one company of it where the role is a company's. Both days are
/// included.</summary>
public sealed class Appointment
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Role Role { get; init; }
    public required Country State { get; init; }
    public Guid? CompanyId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }

    public bool IsHeldOn(DateOnly day) => From <= day && !(To < day);
}
