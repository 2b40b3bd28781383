using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Routes;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>Art. 10(2)(b) and 10(3): asks every transit State, with the information in the import licences as the importing State
/// itself has stated it. Hence after its confirmation, and not on the applicant's word.</summary>
public sealed class RequestTransitNotices()
    : DoingStep(
        nameof(RequestTransitNotices),
        ["Requested", "NoTransit"],
        "Asks each transit State for written notice of no objection, with the import licence's information, Art. 10(2)(b), 10(3)."
    )
{
    public override async Task<string> Do(Act act, CaseFile file)
    {
        var passages = file.Case.Consignment.Passages(file.Profile.PortCallIsTransit);
        var licences = Gate.Authorisations(file)
            // One that has not been confirmed for this case may be another company's, and is nobody's to pass on.
            .Where(a => a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true })
            .Select(a => a.Particulars)
            .OfType<ImportAuthorisation>()
            .ToList();
        foreach (var passage in passages)
        {
            var clearance = Gate.Clearance(file, passage.State);
            if (clearance is { Standing: TransitStanding.NoObjection, ImportInformationSentOn: not null })
                continue;
            var consignment = file.Case.Consignment;
            var content = new TransitRequestContent(
                consignment.ExportingState,
                consignment.ImportingState,
                consignment.Parties,
                [.. consignment.Lines.Select(RequestedGoods.Of)],
                consignment.Route,
                passage,
                consignment.PlannedShipmentOn,
                consignment.ExpectedArrivalOn,
                consignment.EndUse,
                licences
            );
            await Exchange.AskTransitState(act, file, passage.State, content);
        }
        // Nobody will answer where nobody has to: the case would wait for the last day in vain.
        return passages.All(passage => NothingMoreIsNeeded(file, passage)) ? "NoTransit" : "Requested";
    }

    /// <summary>Whether a State need not be waited for: it has given notice with the import licence's information at hand, or an
    /// arrangement stands in the place of its notice and it has not spoken all the same.</summary>
    internal static bool NothingMoreIsNeeded(CaseFile file, Passage passage)
    {
        var clearance = Gate.Clearance(file, passage.State);
        return clearance is { Standing: TransitStanding.NoObjection, ImportInformationSentOn: not null }
            || LandlockedArrangement.InPlaceOfNotice(file.Arrangements, passage, file.Case.Consignment, clearance)
                is not null;
    }
}

/// <summary>Waits for every transit State. Silence is not notice in writing: when the last day has passed, the officer sees it.</summary>
public sealed class AwaitTransitNotices()
    : WaitingStep(
        nameof(AwaitTransitNotices),
        ["Answered", "Lapsed", "ImportLost", "Withdrawn"],
        [
            CaseActs.AnswerImport,
            CaseActs.AnswerTransit,
            CaseActs.AskInformation,
            CaseActs.AnswerInformation,
            CaseActs.Refer,
            CaseActs.RecordAdvice,
            CaseActs.ExtendDecision,
            CaseActs.Withdraw,
        ],
        [Deadline],
        "Waits until every transit State has answered, or the last day has passed."
    )
{
    public override void Arrive(Act act, CaseFile file, Activity activity, int visit) =>
        Deadlines.Set(act, file, DueKind.TransitNotices, activity, visit);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            DeadlineReached d when d.Kind == DueKind.TransitNotices && d.Visit == visit => "Lapsed",
            StateAnswered when Gate.Authorisations(file).Any(a => a.Standing != AuthorisationStanding.Confirmed) =>
                "ImportLost",
            StateAnswered when Passages(file).All(passage => HasAnswered(file, passage)) => "Answered",
            _ => null,
        };

    private static IReadOnlyList<Passage> Passages(CaseFile file) =>
        file.Case.Consignment.Passages(file.Profile.PortCallIsTransit);

    private static bool HasAnswered(CaseFile file, Passage passage)
    {
        var request = file.LatestRequest(ExchangeKind.TransitRequest, passage.State);
        return file.Exchange.Any(d =>
                d.From == passage.State
                && d.InReplyTo == request?.Id
                && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
            ) || RequestTransitNotices.NothingMoreIsNeeded(file, passage);
    }
}
