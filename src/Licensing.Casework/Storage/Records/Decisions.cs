using Licensing.Domain.Licences;
using Licensing.Domain.States;

namespace Licensing.Casework.Storage;

/// <summary>A question to the applicant. The clock of the case stands still while it is open.</summary>
public sealed class InformationRequest
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string Question { get; init; }
    public required Guid AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Last day for the answer, included.</summary>
    public required DateOnly LastDay { get; init; }
    public Guid? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? Answer { get; set; }
    public DateTimeOffset? LapsedAt { get; set; }

    /// <summary>Asked, not answered, and the last day not over.</summary>
    public bool IsOpen => AnsweredAt is null && LapsedAt is null;
}

public enum AdviceOutcome
{
    NoObjection,
    NoObjectionWithConditions,
    Objection,
    NoView,
}

/// <summary>A referral to another agency of the exporting State. It is the officers' own: the applicant's answers do not hold it.</summary>
public sealed class Referral
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string Agency { get; init; }
    public required string Question { get; init; }
    public required Guid ReferredBy { get; init; }
    public required DateTimeOffset ReferredAt { get; init; }

    /// <summary>Last day for the advice, included.</summary>
    public required DateOnly LastDay { get; init; }
    public AdviceOutcome? Advice { get; set; }
    public string? AdviceText { get; set; }
    public Guid? RecordedBy { get; set; }
    public DateTimeOffset? AdvisedAt { get; set; }
    public DateTimeOffset? LapsedAt { get; set; }

    public bool IsOpen => AdvisedAt is null && LapsedAt is null;
}

/// <summary>What an officer recommends, or a second one decides.</summary>
public enum Verdict
{
    Grant,
    GrantWithConditions,
    Refuse,
}

/// <summary>What one officer recommends to the next. For officers' eyes.</summary>
public sealed class Recommendation
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Verdict Verdict { get; init; }
    public required IReadOnlyList<string> Conditions { get; init; }
    public required IReadOnlyList<RefusalReason> Reasons { get; init; }
    public required string Note { get; init; }
    public required DateOnly? ExpiresOn { get; init; }

    /// <summary>Items of the checklist of the screening that the officer has looked into, word for word.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>For a transit: the content of the answer to the exporting State, as it is to be given. Null for all others.</summary>
    public string? Answer { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Set when the case left the decision without one: returned, or withdrawn by the applicant.</summary>
    public string? ReturnedBecause { get; set; }
}

/// <summary>The authority's decision.</summary>
public sealed class Decision
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid RecommendationId { get; init; }
    public required Verdict Verdict { get; init; }
    public required IReadOnlyList<string> Conditions { get; init; }
    public required IReadOnlyList<RefusalReason> Reasons { get; init; }

    /// <summary>What the applicant is told.</summary>
    public required string TextForApplicant { get; init; }

    /// <summary>For officers' eyes.</summary>
    public required string Note { get; init; }
    public required DateOnly? ExpiresOn { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A change of an import authorisation that two officers have made.</summary>
public sealed class LicenceAmendment
{
    public required Guid Id { get; init; }
    public required Guid LicenceId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The whole authorisation as amended, and its SHA-256.</summary>
    public required string Content { get; init; }
    public required string Sha256 { get; init; }
    public required string Because { get; init; }
    public required Guid ProposedBy { get; init; }
    public required Guid ConfirmedBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>An issued licence as stored; made from <see cref="ExportLicence"/> or <see cref="ImportLicence"/> and nothing else.</summary>
public sealed class LicenceRecord
{
    public required Guid Id { get; init; }
    public required string Number
    {
        get;
        init
        {
            field = value;
            Key = Domain.Authorisations.AuthorisationNumber.Key(value);
        }
    }
    public required LicenceKind Kind { get; init; }

    /// <summary>The number's letters and digits, to find it however it is spelt.</summary>
    public string Key { get; private set; } = "";
    public required Guid CaseId { get; init; }
    public required Guid CompanyId { get; init; }
    public required Country State { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The day of expiry still counts. It is the one that was issued, unless the licence was reinstated for a shorter time.</summary>
    public required DateOnly ExpiresOn { get; set; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The whole licence as JSON, and its SHA-256.</summary>
    public required string Content { get; init; }
    public required string Sha256 { get; init; }
    public LicenceStatus Status { get; set; }

    /// <summary>Why it is suspended; null when it is not.</summary>
    public string? SuspendedBecause { get; set; }

    /// <summary>Who would lift the suspension, and why: a second, senior officer decides.</summary>
    public Guid? ReinstatementBy { get; set; }
    public string? ReinstatementBecause { get; set; }

    /// <summary>As it was last amended; null when it was not.</summary>
    public string? AmendedContent { get; set; }

    /// <summary>The amendment that an officer has proposed: a second, senior officer confirms it.</summary>
    public Guid? AmendmentBy { get; set; }
    public string? AmendmentBecause { get; set; }
    public string? AmendmentContent { get; set; }

    /// <summary>Last day, included, on which goods that went for a while are back, or that came in for a while have left again; null where
    /// they go for good.</summary>
    public DateOnly? ReturnBy { get; set; }

    /// <summary>When, by whom and why that day was put off; null where it was not.</summary>
    public DateOnly? ReturnExtendedOn { get; set; }
    public Guid? ReturnExtendedBy { get; set; }
    public string? ReturnExtendedBecause { get; set; }

    /// <summary>Since when everything that went so far is back or accounted for; null while something is outstanding.</summary>
    public DateTimeOffset? ReturnSettledAt { get; set; }

    /// <summary>Why it has ended before all had left; null while it is open.</summary>
    public string? EndedBecause { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    private object? _read;

    /// <summary>The licence as it was issued. It never changes, so it is read once.</summary>
    public T Read<T>()
        where T : class => (T)(_read is T ? _read : _read = Wire.Read<T>(Content));

    /// <summary>Goods can still leave under it, now or once it is reinstated.</summary>
    public bool IsOpen => Status is LicenceStatus.InForce or LicenceStatus.Suspended;
}
