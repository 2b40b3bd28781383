using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
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
    CaseClock Clock
)
{
    /// <param name="forApplicant">Whether another agency has been asked is not the applicant's to know: no last day tells it.</param>
    /// <param name="licence">Nobody may read of a suspended licence that the goods may be shipped.</param>
    public static Progress Of(CaseFile file, DateOnly today, LicenceStatus? licence, bool forApplicant = false)
    {
        var c = file.Case;
        var (heldBy, next) = Holder(file, licence);
        var zone = file.ExportingState.TimeZone;
        var clock = CaseClock.On(
            today,
            LegalDay.Of(c.SubmittedAt, zone),
            c.Status == CaseStatus.Open ? null : LegalDay.Of(c.PositionSince, zone),
            file.InformationRequests.Select(r => new Pause(
                LegalDay.Of(r.AskedAt, zone),
                (r.AnsweredAt ?? r.LapsedAt) is { } end ? LegalDay.Of(end, zone) : null
            ))
        );
        var by = file
            .DueTimes.Where(d => d.SettledAt is null && !(forApplicant && d.Kind == DueKind.Advice))
            .Select(d => (DateOnly?)d.LastDay)
            .OrderBy(d => d)
            .FirstOrDefault();
        if (forApplicant && c.IsShownAsWaitingOn(today) && !file.InformationRequests.Any(r => r.IsOpen))
            return new Progress(
                c.Status,
                c.ShownStep!,
                Waited(file),
                c.ShownSince!.Value,
                StillToAnswer,
                c.ShownUntil,
                clock
            );
        return new Progress(c.Status, c.PositionName, heldBy, c.PositionSince, next, by, clock);
    }

    private const string StillToAnswer = "The other States answer in writing.";

    // In the words that stand there while a State is silent.
    private static string Waited(CaseFile file) =>
        Gate.Authorisations(file).Any(a => a is not { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true })
            ? $"the authority of {file.Case.ImportingState}"
            : Words.And(Uncleared(file).Select(s => $"the authority of {s}"));

    /// <summary>Who has it, for the applicant's list: told from the case alone, so without the names of the transit States.</summary>
    /// <param name="asked">A question to the applicant is open.</param>
    public static string HolderInShort(Case c, bool asked, DateOnly today) =>
        c.Status != CaseStatus.Open ? "Nobody"
        : asked ? "The applicant"
        : c.IsShownAsWaitingOn(today) ? "Other States"
        : c.Permits(CaseActs.Decide) || c.Permits(CaseActs.Recommend) ? "The licensing authority"
        : c.Permits(CaseActs.AnswerTransit) ? "The transit States"
        : "The importing State";

    private static (string HeldBy, string Next) Holder(CaseFile file, LicenceStatus? licence)
    {
        var c = file.Case;
        if (c.Status != CaseStatus.Open)
            return (
                "Nobody",
                licence == LicenceStatus.Suspended
                    ? "The goods may not be shipped while the licence is suspended."
                : c.Status == CaseStatus.Granted ? "The licence has been issued; it says what may be shipped."
                : "The case is closed."
            );
        if (file.InformationRequests.Any(r => r.IsOpen))
            return ("The applicant", "The applicant answers the request for information.");
        if (c.Permits(CaseActs.Decide))
            return ($"A senior officer of {file.ExportingState.Name}", "A second officer decides.");
        if (c.Permits(CaseActs.Recommend))
            return ($"The licensing authority of {file.ExportingState.Name}", "An officer recommends a decision.");
        if (c.Permits(CaseActs.AnswerTransit))
            return (
                Words.And(Uncleared(file).Select(s => $"the authority of {s}")),
                "Each transit State gives notice in writing."
            );
        return ($"the authority of {c.ImportingState}", "The importing State confirms its import authorisation.");
    }

    // Whichever has not cleared the transit, silent or not: the applicant reads this, and a State's "no" is its own to release.
    private static IEnumerable<string> Uncleared(CaseFile file) =>
        Gate.TransitStates(file)
            .Select(state => Gate.Clearance(file, state))
            .Where(t => t.Standing != TransitStanding.NoObjection)
            .Select(t => t.State.Code);
}
