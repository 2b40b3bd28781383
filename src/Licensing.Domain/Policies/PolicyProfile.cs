using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Policies;

/// <summary>One legal reading of Article 10, dated. An authority works under one; a case keeps the version it was opened
/// under. Read from <c>workflows/policies</c>.</summary>
/// <param name="AppliesFrom">First day, included.</param>
/// <param name="AppliesTo">Last day, included; null while it is open.</param>
/// <param name="PortCallIsTransit">Interpretation point 6: whether a call where the cargo stays on board is transit.</param>
/// <param name="LicenceValidityDays">The longest an export licence may run, in days after its day of issue.</param>
/// <param name="PartsMustBeMarked">Interpretation point 5: whether unmarked parts and components may not leave.</param>
/// <param name="ImportValidityDays">The longest an import authorisation may run; as an export licence where it does not say.</param>
/// <param name="MultipleImportValidityDays">The same for one that is for several export licences.</param>
/// <param name="Simplifications">Its simplified procedures for temporary movements; none where it does not say, as under the strict
/// reading.</param>
/// <param name="RetentionYears">P7: how long records are kept after the last event of a case. The Protocol's least is ten.</param>
public sealed record PolicyProfile(
    string Id,
    int Version,
    string Title,
    string Instrument,
    DateOnly AppliesFrom,
    DateOnly? AppliesTo,
    bool PortCallIsTransit,
    int LicenceValidityDays,
    int RetentionYears,
    AnswerPeriods Periods,
    bool PartsMustBeMarked = false,
    int? ImportValidityDays = null,
    int? MultipleImportValidityDays = null,
    IReadOnlyList<Simplification>? Simplifications = null
)
{
    /// <summary>The longest an import authorisation may run, in days after its day of issue.</summary>
    public int ImportValidity(AuthorisationUse use) =>
        (use == AuthorisationUse.MultipleUse ? MultipleImportValidityDays : null)
        ?? ImportValidityDays
        ?? LicenceValidityDays;

    /// <summary>The simplified procedure that dispenses with a rule's finding for goods that go for a while; null where none does.</summary>
    public Simplification? SimplificationOf(string rule, TemporaryMovement? movement) =>
        movement is null
            ? null
            : (Simplifications ?? []).FirstOrDefault(s => s.AppliesTo(movement) && s.Findings.Contains(rule));

    public bool IsInForceOn(DateOnly day) => AppliesFrom <= day && !(AppliesTo < day);

    /// <summary>Every mistake in it; empty when it may be used.</summary>
    public IReadOnlyList<string> Mistakes() =>
        [
            .. new[]
            {
                string.IsNullOrWhiteSpace(Id) ? "id is missing" : null,
                Version < 1 ? "version must be 1 or more" : null,
                AppliesTo < AppliesFrom ? "appliesTo is before appliesFrom" : null,
                LicenceValidityDays is < 1 or > 36525 ? "licenceValidityDays must be 1 to 36525" : null,
                ImportValidityDays is < 1 or > 36525 ? "importValidityDays must be 1 to 36525" : null,
                MultipleImportValidityDays is < 1 or > 36525 ? "multipleImportValidityDays must be 1 to 36525" : null,
                RetentionYears < 10 ? "retentionYears must be 10 or more (Art. 7)" : null,
                Periods is null ? "periods is missing" : null,
                Periods is not null
                && (
                    Periods.ImportConfirmation is null
                    || Periods.TransitNotice is null
                    || Periods.Information is null
                    || Periods.Advice is null
                )
                    ? "periods must give importConfirmation, transitNotice, information and advice"
                    : null,
                Periods?.ReminderBefore is < 1 or > 365 ? "periods.reminderBefore must be 1 to 365" : null,
                Periods?.Decision is null && Periods?.ExtendedDecision is not null
                    ? "periods.extendedDecision needs periods.decision"
                    : null,
                Periods is { Decision: { } usual, ExtendedDecision: { } longer }
                && (usual.Kind != longer.Kind || longer.Days <= usual.Days)
                    ? "periods.extendedDecision must be longer than periods.decision, in days of the same kind"
                    : null,
            }.OfType<string>(),
            .. (Simplifications ?? []).SelectMany((s, i) => s.Mistakes().Select(m => $"simplifications[{i}].{m}")),
        ];
}

/// <summary>How long each answer may take, after the day of asking. The last day counts.</summary>
/// <param name="Decision">From the complete application to the decision; null where the law sets no limit.</param>
/// <param name="ExtendedDecision">The whole length where the authority has extended it, once, for a reason on record; null where it
/// may not.</param>
/// <param name="Receipt">From the expected arrival of a shipment to the proof of its receipt, and from one step of asking for it to the
/// next; 45 days where the profile does not say.</param>
/// <param name="CustomsHold">From a hold by customs to the authority's answer; 10 working days where the profile does not say. Silence
/// releases nothing.</param>
/// <param name="Appeal">From a refusal to the applicant's appeal, once; null where there is none, and a refusal is final.</param>
/// <param name="ReminderBefore">How many calendar days before a last day whoever owes the answer is reminded; null: not at all.</param>
public sealed record AnswerPeriods(
    Period ImportConfirmation,
    Period TransitNotice,
    Period Information,
    Period Advice,
    Period? Decision = null,
    Period? ExtendedDecision = null,
    int? ReminderBefore = null,
    Period? Receipt = null,
    Period? CustomsHold = null,
    Period? Appeal = null
)
{
    public Period ReceiptOrUsual => Receipt ?? Period.Parse("45 days");
    public Period CustomsHoldOrUsual => CustomsHold ?? Period.Parse("10 working days");

    /// <summary>The names by which procedures call the periods.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "import-confirmation",
        "transit-notice",
        "information",
        "advice",
        "appeal",
    ];

    /// <exception cref="ArgumentException">No period has that name.</exception>
    public Period Named(string name) =>
        name switch
        {
            "import-confirmation" => ImportConfirmation,
            "transit-notice" => TransitNotice,
            "information" => Information,
            "advice" => Advice,
            "appeal" => Appeal ?? throw new ArgumentException("This profile knows no appeal.", nameof(name)),
            _ => throw new ArgumentException($"There is no period {name}.", nameof(name)),
        };
}
