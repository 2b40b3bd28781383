using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Routes;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Policies;

/// <summary>One legal reading of Article 10, dated. An authority works under one; a case keeps the version it was opened
/// under. Read from <c>workflows/policies</c>.</summary>
/// <param name="AppliesFrom">First day, included.</param>
/// <param name="AppliesTo">Last day, included; null while it is open. A case that was opened by then keeps it.</param>
/// <param name="PortCallIsTransit">Interpretation point 6: whether a call where the cargo stays on board is transit.</param>
/// <param name="LicenceValidityDays">The longest an export licence may run, in days after its day of issue; 36525 where the law sets no limit of
/// its own. It never runs beyond an import authorisation that it rests on.</param>
/// <param name="PartsMustBeMarked">Interpretation point 5: whether unmarked parts and components may not leave.</param>
/// <param name="ImportValidityDays">The longest an import authorisation may run; as an export licence where it does not say.</param>
/// <param name="MultipleImportValidityDays">The same for one that is for several export licences.</param>
/// <param name="Screened">Whether consignments are screened for diversion risk (resolution 8/3, paragraph 10) and what is found has to be
/// looked at before a licence is issued.</param>
/// <param name="Simplifications">Its simplified procedures for temporary movements; none where it does not say, as under the strict
/// reading.</param>
/// <param name="RetentionYears">P7: how long records are kept after the last event of a case. The Protocol's least is ten.</param>
/// <param name="MultipleLicenceValidityDays">The longest an export licence for several shipments may run; as one for a single shipment where it
/// does not say.</param>
/// <param name="UndatedAuthorisation">How long an export licence may run that rests on an import authorisation without a last day; null where
/// such an authorisation does not do, as under Art. 10(3).</param>
/// <param name="TransitSilence">Under what law the silence of a transit State during the whole period <c>transitNotice</c> counts as no
/// objection (interpretation point 1); null where silence is no consent.</param>
/// <param name="ExemptTransit">Which transit States need not give notice, because of how the goods pass; null where all must.</param>
/// <param name="SucceededBy">Id of the profile that applies from the day after <paramref name="AppliesTo"/>; null where none is known.</param>
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
    bool Screened = false,
    IReadOnlyList<Simplification>? Simplifications = null,
    int? MultipleLicenceValidityDays = null,
    UndatedAuthorisation? UndatedAuthorisation = null,
    LegalGround? TransitSilence = null,
    TransitExemption? ExemptTransit = null,
    string? SucceededBy = null
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

    /// <summary>The longest an export licence may run, in days after its day of issue, whatever it rests on.</summary>
    public int LicenceValidity(AuthorisationUse use) =>
        (use == AuthorisationUse.MultipleUse ? MultipleLicenceValidityDays : null) ?? LicenceValidityDays;

    /// <summary>What has to be checked before the profile is used in earnest: each rule of it whose instrument was not confirmed.</summary>
    public IReadOnlyList<string> Unconfirmed =>
        [
            .. new[]
            {
                ("silence of a transit State as no objection", TransitSilence),
                ("transit without notice by mode", ExemptTransit?.Ground),
                ("import authorisations without a last day", UndatedAuthorisation?.Ground),
            }
                .Where(rule => rule.Item2 is { Unconfirmed: true })
                .Select(rule => $"{rule.Item1}: {rule.Item2!.Instrument}"),
        ];

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
                MultipleLicenceValidityDays is < 1 or > 36525 ? "multipleLicenceValidityDays must be 1 to 36525" : null,
                UndatedAuthorisation?.MostDays is < 1 or > 36525
                    ? "undatedAuthorisation.mostDays must be 1 to 36525"
                    : null,
                UndatedAuthorisation?.LeastDays < 1 ? "undatedAuthorisation.leastDays must be 1 or more" : null,
                UndatedAuthorisation?.LeastDays > (UndatedAuthorisation?.MostDays ?? LicenceValidityDays)
                    ? "undatedAuthorisation.leastDays is more than a licence may run"
                    : null,
                UndatedAuthorisation is not null
                    ? UndatedAuthorisation.Ground.Mistake("undatedAuthorisation.ground")
                    : null,
                TransitSilence is not null ? TransitSilence.Mistake("transitSilence") : null,
                ExemptTransit is not null ? ExemptTransit.Ground.Mistake("exemptTransit.ground") : null,
                ExemptTransit is { Modes: null or [] } ? "exemptTransit.modes must name a mode of transport" : null,
                SucceededBy is not null && string.IsNullOrWhiteSpace(SucceededBy)
                    ? "succeededBy must be the id of a profile"
                    : null,
                SucceededBy is not null && SucceededBy == Id ? "succeededBy is the profile itself" : null,
                SucceededBy is not null && AppliesTo is null ? "succeededBy needs appliesTo" : null,
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

/// <summary>Where in the law a rule of a profile stands.</summary>
/// <param name="Unconfirmed">The rule was not confirmed in the text of the instrument: it has to be checked before legal use.</param>
public sealed record LegalGround(string Instrument, bool Unconfirmed = false)
{
    public override string ToString() =>
        Unconfirmed ? $"{Instrument} (not confirmed: to be checked before legal use)" : Instrument;
}

/// <summary>How long an export licence may run where the import authorisation bears no last day, in days after its issue.</summary>
/// <param name="MostDays">Null where the law sets no limit but the one of every licence.</param>
/// <param name="LeastDays">Null where it may be as short as the authority wants it.</param>
public sealed record UndatedAuthorisation(LegalGround Ground, int? MostDays = null, int? LeastDays = null);

/// <summary>Transit by which no notice is needed: by these modes, through ports or airports where the goods stay on board of the same means
/// of transport. The information of Art. 10(3) is sent all the same, and a State that objects is heard.</summary>
public sealed record TransitExemption(IReadOnlyList<TransportMode> Modes, LegalGround Ground)
{
    public bool Covers(Passage passage) => passage.StaysOnBoard && passage.Modes.All(Modes.Contains);
}

internal static class LegalGrounds
{
    // What a file leaves out is null here.
    public static string? Mistake(this LegalGround? ground, string field) =>
        ground is null ? $"{field} is missing"
        : string.IsNullOrWhiteSpace(ground.Instrument) ? $"{field}.instrument is missing"
        : null;
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
/// <param name="ImportMarking">From the entry of firearms that come for good to their import marking (P8b); 30 days where the profile does not
/// say.</param>
/// <param name="DecisionOnExportsOnly">The law sets the period for the decision on exports, and none for that on imports.</param>
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
    Period? Appeal = null,
    bool DecisionOnExportsOnly = false,
    Period? ImportMarking = null
)
{
    /// <summary>The period for the decision on an application; null where the law sets none.</summary>
    public Period? DecisionOn(LicenceKind kind) => Sets(kind) ? Decision : null;

    /// <summary>Its whole length once extended; null where it cannot be.</summary>
    public Period? ExtendedDecisionOn(LicenceKind kind) => Sets(kind) ? ExtendedDecision : null;

    private bool Sets(LicenceKind kind) => kind == LicenceKind.Export || !DecisionOnExportsOnly;

    public Period ReceiptOrUsual => Receipt ?? Period.Parse("45 days");
    public Period ImportMarkingOrUsual => ImportMarking ?? Period.Parse("30 days");
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
