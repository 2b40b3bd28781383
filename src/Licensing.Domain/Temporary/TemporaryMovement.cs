namespace Licensing.Domain.Temporary;

/// <summary>Goods that go to another State for a while and come back, Art. 10(6): for what, on what evidence, and until when.</summary>
/// <param name="OtherPurpose">In words, where the purpose is another one; null otherwise.</param>
/// <param name="ReturnBy">Last day, included, on which all of the goods are back in the State from which they went.</param>
/// <param name="Evidence">Art. 10(6) is for purposes that can be verified: what verifies this one.</param>
public sealed record TemporaryMovement(
    TemporaryPurpose Purpose,
    string? OtherPurpose,
    DateOnly ReturnBy,
    PurposeEvidence Evidence
)
{
    /// <summary>As a sentence part: "sport shooting", or the applicant's own words.</summary>
    public string InWords =>
        Purpose switch
        {
            TemporaryPurpose.SportShooting => "sport shooting",
            TemporaryPurpose.Other => OtherPurpose ?? "another purpose",
            _ => Purpose.ToString().ToLowerInvariant(),
        };
}

/// <summary>Lawful purposes "such as" these, Art. 10(6): the list is open.</summary>
public enum TemporaryPurpose
{
    Hunting,
    SportShooting,
    Evaluation,
    Exhibition,
    Repair,

    /// <summary>Another one, in words. No profile simplifies what it cannot name.</summary>
    Other,
}

/// <summary>The document that bears a purpose out: an invitation to a hunt, the entry to a match, a repair order.</summary>
/// <param name="Issuer">Who issued it.</param>
public sealed record PurposeEvidence(string Number, string Issuer, DateOnly IssuedOn);
