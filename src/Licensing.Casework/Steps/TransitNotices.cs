using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
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
    // Nobody will answer where nobody has to: the case would wait for the last day in vain.
    public override string Outcome(CaseFile file, DateOnly today) =>
        Requests(file, today).Any(r => !NeedNotAnswer(file, r.Passage)) ? "Requested" : "NoTransit";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        foreach (var content in Requests(file, LegalDay.Of(act.Now, file.State.TimeZone)))
            await Exchange.AskTransitState(act, file, content.Passage.State, content);
    }

    /// <summary>What the transit States are asked on that day: those whose notice does not suffice.</summary>
    internal static IReadOnlyList<TransitRequestContent> Requests(CaseFile file, DateOnly today)
    {
        // What is still to leave, where the licence has been issued already.
        var consignment = file.Consignment.NotBefore(today);
        var dossier = Gate.Dossier(file, Gate.UsualTerms(file, today)) with { Consignment = consignment };
        var licences = Gate.Authorisations(file)
            // One that has not been confirmed for this case may be another company's, and is nobody's to pass on.
            .Where(a => a is { Standing: AuthorisationStanding.Confirmed, AnsweredFor: true })
            .Select(a => a.Particulars)
            .OfType<ImportAuthorisation>()
            .ToList();
        var told = SilenceTold.In(file.Profile, file.Calendar, today, dossier.Terms.ExpiresOn);
        return
        [
            .. consignment
                .Passages(file.Profile.PortCallIsTransit)
                .Where(passage => !ExportRequirements.SufficesFor(dossier, passage.State, today))
                .Select(passage => new TransitRequestContent(
                    consignment.ExportingState,
                    consignment.ImportingState,
                    consignment.Parties,
                    [.. consignment.Lines.Select(RequestedGoods.Of)],
                    consignment.Route,
                    passage,
                    consignment.PlannedShipmentOn,
                    consignment.ExpectedArrivalOn,
                    consignment.EndUse,
                    licences,
                    consignment.Temporary,
                    told
                )),
        ];
    }

    /// <summary>Something stands in the place of the State's notice, and it has not spoken all the same; or the profile's simplified procedure
    /// does without it.</summary>
    internal static bool NeedNotAnswer(CaseFile file, Passage passage) =>
        TemporaryMovements.Dispensed("transit-state-has-not-objected", file.Consignment.Temporary, file.Profile)
        || NoticeNotNeeded.Because(
            file.Arrangements,
            file.Profile,
            file.Consignment,
            passage,
            Gate.Clearance(file, passage.State)
        )
            is not null;
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
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) =>
        Named(DueKind.TransitNotices, file, activity, today);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            DeadlineReached d when d.Kind == DueKind.TransitNotices && d.Visit == visit => "Lapsed",
            StateAnswered when Gate.Authorisations(file).Any(a => a.Standing != AuthorisationStanding.Confirmed) =>
                "ImportLost",
            StateAnswered answered when Passages(file).All(passage => HasAnswered(file, passage, answered.On)) =>
                "Answered",
            _ => null,
        };

    private static IReadOnlyList<Passage> Passages(CaseFile file) =>
        file.Consignment.Passages(file.Profile.PortCallIsTransit);

    // A State that is deemed to have no objection by then has not been asked again, and owes no answer.
    private static bool HasAnswered(CaseFile file, Passage passage, DateOnly on)
    {
        var request = file.LatestRequest(ExchangeKind.TransitRequest, passage.State);
        return file.Exchange.Any(d =>
                d.From == passage.State
                && d.InReplyTo == request?.Id
                && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
            )
            // Given for the licence whose place this one takes, and nothing is new to it.
            || Gate.Clearance(file, passage.State).GivenFor is not null
            || Gate.Clearance(file, passage.State, on).Standing == TransitStanding.Deemed
            || RequestTransitNotices.NeedNotAnswer(file, passage);
    }
}
