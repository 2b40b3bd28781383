using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Cases;

/// <summary>Where a case stands, for people: who has it, since when, what comes next and by when.</summary>
/// <param name="By">The next last day, included; null when nothing has one.</param>
public sealed record Progress(
    CaseStatus Status,
    string Step,
    string HeldBy,
    DateTimeOffset Since,
    string Next,
    DateOnly? By,
    LegalClock Clock
)
{
    /// <param name="licence">Nobody may read of a suspended licence that the goods may be shipped.</param>
    /// <param name="forApplicant">Whether another agency has been asked, and whether a State has said no while it still had time, is not the
    /// applicant's to know.</param>
    public static Progress Of(CaseFile file, DateOnly today, LicenceStatus? licence, bool forApplicant = false)
    {
        var c = file.Case;
        var hidden = forApplicant && c.IsShownAsWaitingOn(today);
        var (heldBy, next) = Holder(file, licence, hidden ? c.ShownActs! : c.PermittedActs, today);
        var by = file
            .DueTimes.Where(d => d.SettledAt is null && !(forApplicant && d.Kind == DueKind.Advice))
            .Select(d => (DateOnly?)d.LastDay)
            .Append(hidden ? c.ShownUntil : null)
            .Min();
        return new Progress(c.Status, c.StepShown(hidden), heldBy, c.SinceShown(hidden), next, by, file.ClockOn(today));
    }

    /// <summary>Who has it, for the applicant's list: told from the case alone, so without the names of the transit States.</summary>
    /// <param name="asked">A question to the applicant is open.</param>
    public static string HolderInShort(Case c, bool asked, DateOnly today) =>
        Permits(c.PermittedActs, CaseActs.DeclareShipment) ? "The applicant"
        : Permits(c.PermittedActs, CaseActs.ReinstateLicence) ? "The licensing authority"
        : c is { Kind: LicenceKind.Import, Status: CaseStatus.Granted }
            ? Permits(c.PermittedActs, CaseActs.SurrenderLicence)
                || Permits(c.PermittedActs, CaseActs.RecordReturn)
                || Permits(c.PermittedActs, CaseActs.RecordMarking)
                    ? "The applicant"
                : "Nobody"
        : Permits(c.PermittedActs, CaseActs.AnswerReceipt) ? "The importing State"
        : Permits(c.PermittedActs, CaseActs.RecordReturn) ? "The applicant"
        : Permits(c.PermittedActs, CaseActs.Appeal) ? "The applicant"
        : c.Status != CaseStatus.Open ? "Nobody"
        : asked ? "The applicant"
        : Permits(c.ActsShown(today), CaseActs.Decide) || Permits(c.ActsShown(today), CaseActs.Recommend)
            ? "The licensing authority"
        : Permits(c.ActsShown(today), CaseActs.AnswerTransit) ? "The transit States"
        : "The importing State";

    private static bool Permits(string acts, string act) => acts.Split(' ').Contains(act);

    /// <param name="acts">Those that are permitted where the case stands, or is shown to stand.</param>
    private static (string HeldBy, string Next) Holder(
        CaseFile file,
        LicenceStatus? licence,
        string acts,
        DateOnly today
    )
    {
        var c = file.Case;
        if (c.Kind == LicenceKind.Transit)
            return OfATransit(file, acts);
        if (c.Status == CaseStatus.Granted)
            return AfterIssue(file, licence, acts);
        if (Permits(acts, CaseActs.Appeal))
            return (file.Company.Name, "The applicant may appeal against the refusal.");
        if (c.Status != CaseStatus.Open)
            return ("Nobody", "The case is closed.");
        if (file.InformationRequests.Any(r => r.IsOpen))
            return ("The applicant", "The applicant answers the request for information.");
        if (Permits(acts, CaseActs.Decide))
            return ($"A senior officer of {file.State.Name}", "A second officer decides.");
        if (Permits(acts, CaseActs.Recommend))
            return ($"The licensing authority of {file.State.Name}", "An officer recommends a decision.");
        if (Permits(acts, CaseActs.AnswerTransit))
            return (
                Words.And(Uncleared(file, today).Select(s => $"the authority of {s}")),
                file.Profile.TransitSilence is null
                    ? "Each transit State gives notice in writing."
                    : "Each transit State gives notice in writing, or its silence counts once its time has passed."
            );
        return ($"the authority of {c.ImportingState}", "The importing State confirms its import authorisation.");
    }

    private static (string HeldBy, string Next) OfATransit(CaseFile file, string acts)
    {
        var authority = $"The licensing authority of {file.State.Name}";
        return Permits(acts, CaseActs.DecideNotice)
                ? ($"A senior officer of {file.State.Name}", "A second officer gives the answer that was recommended.")
            : Permits(acts, CaseActs.RecommendNotice)
                ? (authority, "An officer recommends notice of no objection, or an objection.")
            : Permits(acts, CaseActs.WithdrawNotice)
                ? ("Nobody", "The goods may pass on the notice until its last day; it can be withdrawn.")
            : Permits(acts, CaseActs.Reopen)
                ? ("Nobody", "The exporting State may ask again, and a senior officer may reopen the case.")
            : ("Nobody", "The case is closed.");
    }

    private static (string HeldBy, string Next) AfterIssue(CaseFile file, LicenceStatus? licence, string acts)
    {
        var authority = $"The licensing authority of {file.State.Name}";
        if (licence == LicenceStatus.Suspended)
            return file.Case.Kind == LicenceKind.Import
                ? (authority, "No goods may come on the authorisation while it is suspended.")
                : (authority, "The goods may not be shipped while the licence is suspended.");
        if (file.Case.Kind == LicenceKind.Import)
            return Returns.Markings.IsOpen(file)
                    ? (file.Company.Name, "The importer has the firearms marked that came in, and reports it.")
                : Permits(acts, CaseActs.SurrenderLicence)
                    ? (
                        file.Company.Name,
                        "The exporter applies for an export licence on it; goods may come until its last day."
                    )
                : Permits(acts, CaseActs.RecordReturn)
                    ? (
                        file.Company.Name,
                        $"The goods leave the State again by {file.Licence!.ReturnBy:yyyy-MM-dd}; customs records it."
                    )
                : ("Nobody", "The case is closed.");
        if (file.Holds.Any(h => h is { LiftedAt: null, IsSeizure: false }))
            return (authority, "The authority answers the hold by customs.");
        if (Permits(acts, CaseActs.DeclareShipment))
            return file.Shipments.Any(s => s.Status is ShipmentStatus.Declared or ShipmentStatus.Released)
                ? ($"customs of {file.State.Name}", "Customs releases what has been declared and records what leaves.")
                : (file.Company.Name, "The exporter declares what is to leave under the licence.");
        return file.Shipments.Any(file.IsUnderway)
                ? ($"the authority of {file.Case.ImportingState}", "The importing State confirms what it has received.")
            : Permits(acts, CaseActs.RecordReturn)
                ? (
                    file.Company.Name,
                    $"The goods are brought back by {file.Licence!.ReturnBy:yyyy-MM-dd}; customs records what comes back."
                )
            : ("Nobody", "The case is closed.");
    }

    // Whichever has not cleared the transit, silent or not: the applicant reads this, and a State's "no" is its own to release.
    private static IEnumerable<string> Uncleared(CaseFile file, DateOnly today) =>
        Gate.TransitStates(file)
            .Select(state => Gate.Clearance(file, state, today))
            .Where(t => t.Standing is not (TransitStanding.NoObjection or TransitStanding.Deemed))
            .Select(t => t.State.Code);
}
