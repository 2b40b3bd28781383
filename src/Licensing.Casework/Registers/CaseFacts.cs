using Licensing.Domain.Screening;

namespace Licensing.Casework.Registers;

/// <summary>What officers have found out about a case that nobody applied with. What is null, nobody has found out.</summary>
/// <param name="CaseId">Number of the case.</param>
/// <param name="IdentityVerified">Whether the buyer was seen to be who it says it is.</param>
/// <param name="EucVerification">verified, pending, failed: whether the body that issued the end-user certificate has confirmed it.</param>
/// <param name="EucChannel">By which way it was asked, e.g. the address in the directory of authorities.</param>
/// <param name="ImportPaperChannel">The same of the import authorisation, where it was confirmed outside this system.</param>
/// <param name="ImportPaperSignatory">Who has signed the import authorisation.</param>
/// <param name="ImportPaperIssuer">The body that it names as its issuer.</param>
/// <param name="EmbargoExemptions">Ids of entries on the embargo list from which an exemption was approved.</param>
/// <param name="FlagChangedOn">The day on which the conveyance last changed its flag.</param>
/// <param name="IdentityChangedOn">The day on which it last changed its name or number.</param>
/// <param name="TrackingGaps">When the conveyance could not be tracked; empty where it always could.</param>
/// <param name="UnscheduledStops">Stops that were not planned, each with its day and place; empty where there was none.</param>
public sealed record CaseFacts(
    string CaseId,
    bool? IdentityVerified = null,
    string? EucVerification = null,
    DateOnly? EucVerifiedOn = null,
    string? EucChannel = null,
    string? ImportPaperChannel = null,
    string? ImportPaperSignatory = null,
    string? ImportPaperIssuer = null,
    IReadOnlyList<string>? EmbargoExemptions = null,
    DateOnly? FlagChangedOn = null,
    DateOnly? IdentityChangedOn = null,
    IReadOnlyList<TrackingGap>? TrackingGaps = null,
    IReadOnlyList<UnscheduledStop>? UnscheduledStops = null,
    string? Remark = null
);

/// <summary>A stop of the conveyance that was not planned.</summary>
public sealed record UnscheduledStop(DateOnly? Date = null, string? Place = null);
