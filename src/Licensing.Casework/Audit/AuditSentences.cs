using Licensing.Casework.Storage;

namespace Licensing.Casework.Audit;

/// <summary>Every line an auditor can read. Past tense; the subject is whoever acted.</summary>
public static class AuditSentences
{
    /// <summary>What the person did, without the person: "asked the applicant: …".</summary>
    public static string Of(AuditEvent happened) =>
        happened switch
        {
            ChangeBegun e => $"began an application to change licence {e.Licence}.",
            ChangeAppliedFor e => $"applied for a licence in the place of {e.Licence}.",
            ApplicationDrafted e => $"began an application ({e.Reference}).",
            DraftChanged e => $"changed the draft ({e.Reference}).",
            DraftDiscarded e => $"discarded the draft ({e.Reference}).",
            DocumentAttached e => $"attached {e.FileName} ({e.Kind}; SHA-256 {e.Sha256}).",
            DocumentRemoved e => $"removed {e.FileName} from the draft (SHA-256 {e.Sha256}).",
            ApplicationSubmitted e => $"submitted the application ({e.Reference}); it became case {e.CaseNumber}.",
            ApplicationWithdrawn e => $"withdrew the application: {e.Reason}",
            ProcedureMoved e => $"moved the case to: {e.To}.",
            ImportConfirmationRequested e =>
                $"asked {e.State} to confirm import authorisation {e.Authorisation} (document {e.Document}, Art. 10(2)(a)).",
            TransitNoticeRequested e =>
                $"asked {e.State} for notice that it has no objection to the transit, with the information in "
                    + $"{Words.And(e.ImportLicences)} (document {e.Document}, Art. 10(2)(b) and 10(3))"
                    + $"{(e.Silence is null ? "" : $", and told it that its silence counts as no objection {e.Silence}")}.",
            NoObjectionDeemed e =>
                $"took {e.State}, which has given no notice in writing, to have no objection: deemed on {e.On:yyyy-MM-dd} under "
                    + $"{e.Instrument}.",
            AnswerGiven e =>
                $"{Answer(e.Kind, e.Authorisation)} for {e.State} (document {e.Document}){Under(e.Conditions)}.",
            AnswerRecorded e =>
                $"recorded from the document {e.Original} that {e.State} {Answer(e.Kind, e.Authorisation)}; a second "
                    + "officer has to confirm it.",
            RecordedAnswerConfirmed e =>
                $"confirmed, as second officer, the record that {e.State} {Answer(e.Kind, e.Authorisation)} (document {e.Document})"
                    + $"{Under(e.Conditions)}.",
            RecordedAnswerRejected e => $"rejected the recorded answer of {e.State} ({Words.Of(e.Kind)}): {e.Because}",
            InformationAsked e => $"asked the applicant, to be answered by {e.LastDay:yyyy-MM-dd}: {e.Question}",
            InformationAnswered e => $"answered: {e.Answer}",
            Referred e => $"referred the case to {e.Agency}, for advice by {e.LastDay:yyyy-MM-dd}: {e.Question}",
            AdviceRecorded e => $"recorded the advice of {e.Agency}: {Words.Of(e.Advice)}.",
            DeadlinePassed e =>
                $"noted that the last day for {Due(e.Kind)} ({e.Of}), {e.LastDay:yyyy-MM-dd}, has passed without it.",
            Reminded e => $"reminded {e.Of} that {e.LastDay:yyyy-MM-dd} is the last day for {Due(e.Kind)}.",
            DecisionExtended e => $"extended the period for the decision to {e.To}: {e.Because}",
            AskedAgain e => $"asked {e.Whom} again: {e.Because}",
            CaseScreened e =>
                $"screened the case for diversion risk with {e.RuleSet} version {e.Version}: {e.Disposition}, flags: {e.Flags}."
                    + (e.New.Count == 0 ? "" : $" New or changed: {Words.And(e.New)}.")
                    + (e.Gone.Count == 0 ? "" : $" No longer so: {Words.And(e.Gone)}."),
            FlagDisposed e => $"recorded what was made of flag {e.Rule} ({Words.Of(e.Kind)}): {e.Because}",
            FlagCleared e => $"agreed, as second officer, to what was made of flag {e.Rule}.",
            LinkRefuted e =>
                $"refuted the link between {e.PartyA} and {e.PartyB} ({e.Attribute} {e.Value}) until {e.LastDay:yyyy-MM-dd}; "
                    + $"a second officer has to confirm it: {e.Because}",
            LinkRefutationConfirmed e =>
                $"confirmed, as second officer, that the link between {e.PartyA} and {e.PartyB} ({e.Attribute} {e.Value}) is "
                    + $"refuted until {e.LastDay:yyyy-MM-dd}.",
            LinkRefutationEnded e =>
                $"{(e.WasConfirmed ? "took back" : "rejected")} the refutation of the link between {e.PartyA} and {e.PartyB} "
                    + $"({e.Attribute} {e.Value}): {e.Because}",
            ProcedurePublished e => $"published version {e.Version} of the procedure {e.Id} (SHA-256 {e.Sha256}).",
            ReferenceLoaded e => $"loaded reference data from {e.Source}: {Words.And(e.Names)}.",
            RegisterEntryRecorded e => $"recorded {e.Subject} in {e.Register}, from {e.Source}.",
            RegisterEntryConfirmed e => $"confirmed, as second officer, the entry of {e.Subject} in {e.Register}.",
            RegisterEndProposed e => $"proposed to end the entry of {e.Subject} in {e.Register}: {e.Because}",
            RegisterEntryEnded e => $"ended the entry of {e.Subject} in {e.Register}: {e.Because}",
            RegisterEntryKept e => $"kept the entry of {e.Subject} in {e.Register}, whose end was proposed.",
            RegistersLoaded e => $"loaded registers from {e.Source}: {Words.And(e.Entries)}.",
            IncidentReported e => $"reported a {e.What}, about {e.About}.",
            Recommended e => $"recommended to {Verdict(e.Verdict, e.Reasons)}: {e.Note}",
            RegisterStated e =>
                $"learned from the register of {e.State} that it has {Answer(e.Kind, e.Authorisation)} (document {e.Document}).",
            AppealLodged e => $"appealed against the refusal: {e.Grounds}",
            CaseReopened e => $"reopened the refused case: {e.Because}",
            RecommendationReturned e => $"returned the recommendation: {e.Because}",
            Decided e =>
                $"decided to {Verdict(e.Verdict, e.Reasons)}{Under(e.Conditions)}. To the applicant: {e.TextForApplicant}",
            AuthorisationIssued e =>
                $"issued import authorisation {e.Number}, which expires on {e.ExpiresOn:yyyy-MM-dd} (SHA-256 {e.Sha256}).",
            LicenceIssued e =>
                $"issued export licence {e.Number}, which expires on {e.ExpiresOn:yyyy-MM-dd}, with all {e.FindingsMet} "
                    + $"findings of Article 10 met (SHA-256 {e.Sha256})"
                    + (
                        e.Simplified.Count == 0
                            ? "."
                            : $", of them by a simplified procedure: {string.Join("; ", e.Simplified)}."
                    ),
            LicenceNotPermitted e =>
                $"did not issue the licence, since the law does not permit it: {string.Join(" ", e.Findings)}",
            LicenceSuspended e => $"suspended licence {e.Number}: {e.Because}",
            LicenceStopped e => $"suspended licence {e.Number}: {e.Because}",
            ReinstatementProposed e => $"proposed to reinstate licence {e.Number}: {e.Because}",
            LicenceReinstated e =>
                $"reinstated licence {e.Number}, as second officer{(e.ExpiresOn is { } last ? $"; it now ends with {last:yyyy-MM-dd}" : "")}.",
            AmendmentProposed e =>
                $"proposed to amend import authorisation {e.Number} ({string.Join("; ", e.Changes)}): {e.Because}",
            AuthorisationAmended e =>
                $"amended import authorisation {e.Number}, as second officer ({string.Join("; ", e.Changes)}): {e.Because}",
            HeldAfterTheEnd e =>
                $"left shipment {e.Shipment}, which customs holds, as it is: the hold outlives the licence.",
            LicenceEnded e =>
                $"noted that licence {e.Number} is {Words.Of(e.How)}{(e.Because is null ? "." : $": {e.Because}")}",
            ShipmentDeclared e =>
                $"declared shipment {e.Number}, to leave on {e.ShipsOn:yyyy-MM-dd} through {e.ExitPost} ({e.Conveyance}).",
            ShipmentReleased e =>
                $"released shipment {e.Number} at {e.Post}, with every finding met{SeenToBeMet(e.ConditionsMet)}.",
            GoodsLeft e => $"recorded that of shipment {e.Shipment} left at {e.Post}: {string.Join("; ", e.Lines)}.",
            ShipmentEnded e =>
                $"{(e.HasLeft ? "ended shipment" : "cancelled shipment")} {e.Number}{(e.HasLeft ? ", of which nothing more leaves" : "")}: "
                    + e.Because,
            ShipmentHeld e =>
                $"held shipment {e.Number} at {e.Post}, for the authority's answer by {e.LastDay:yyyy-MM-dd}: {e.Because}",
            ShipmentSeized e => $"seized what had not left of shipment {e.Number} at {e.Post}: {e.Because}",
            HoldLifted e => $"lifted the hold of shipment {e.Shipment}: {e.Because}",
            ReceiptRequested e =>
                $"asked {e.State} to confirm the receipt of shipment {e.Shipment} (document {e.Document}, Art. 10(4)).",
            ReceiptDiffers e =>
                $"found that what arrived of shipment {e.Shipment} is not what left: {string.Join(" ", e.Differences)}",
            GoodsCameBack e =>
                $"recorded that under {e.Licence} {(e.LeftAgain ? "left again" : "came back")} at {e.Post} on {e.On:yyyy-MM-dd}: "
                    + $"{string.Join("; ", e.Lines)}{(e.Late ? "; after the last day." : ".")}",
            GoodsCameIn e =>
                $"recorded that under {e.Authorisation} came in{(e.ForGood ? "" : " for a while")} at {e.Post} on {e.On:yyyy-MM-dd}: "
                    + $"{string.Join("; ", e.Lines)}.{(e.MarkingWaived is null ? "" : $" {e.MarkingWaived}")}",
            ImportsMarked e =>
                $"reported that firearms under {e.Authorisation} were marked “{e.Marking}” on {e.On:yyyy-MM-dd}: {string.Join("; ", e.Lines)}"
                    + (e.NoYearBecause is null ? "." : $"; without the year: {e.NoYearBecause}"),
            ImportMarkingWaived e =>
                $"waived the import marking of firearms under {e.Authorisation}: {string.Join("; ", e.Lines)}: {e.Because}",
            GoodsWereAccountedFor e =>
                $"accounted for goods under {e.Licence} that do not come back ({Words.Of(e.Outcome)}"
                    + $"{(e.SoldUnder is null ? "" : $" {e.SoldUnder}")}): {string.Join("; ", e.Lines)}: {e.Because}",
            ReturnExtended e =>
                $"extended the time for the return of goods under {e.Licence} from {e.From:yyyy-MM-dd} to {e.To:yyyy-MM-dd}: {e.Because}",
            ShipmentSettled { Outcome: ShipmentOutcome.ReceivedInFull } e =>
                $"settled shipment {e.Number} as received in full.",
            ShipmentSettled e => $"settled shipment {e.Number} ({Words.Of(e.Outcome)}): {e.Because}",
            ShipmentRecalled e =>
                $"called shipment {e.Number} back, which is on its way, and asked {Words.And(e.States)} to stop it.",
            RecallLiftProposed e => $"proposed to let shipment {e.Shipment} go on, which was called back: {e.Because}",
            RecallWasLifted e => $"told {Words.And(e.States)} that shipment {e.Number} need not be stopped any more.",
            MovementReported e =>
                $"reported for {e.State}: {Words.Of(e.What)} of shipment {e.Shipment} at {e.Post} on {e.On:yyyy-MM-dd} (document "
                    + $"{e.Document}).",
            TransitRequested e =>
                $"received the request of {e.State} for notice of no objection to a transit (document {e.Document}, Art. 10(2)(b)).",
            TransitQuestionAsked e => $"asked {e.To} for {e.From} (document {e.Document}): {e.Question}",
            TransitQuestionAnswered e => $"answered the question of {e.State} (document {e.Document}): {e.Answer}",
            TransitAnswerReceived e => $"received the answer of {e.State} (document {e.Document}): {e.Answer}",
            TransitAnswerRecorded e =>
                $"learned that {e.State} has recorded from a document that this State {Answer(e.Kind, null)} (document {e.Document}).",
            NoticeRecommended { Objects: true } e => $"recommended to object to the transit: {e.Note}",
            NoticeRecommended e =>
                $"recommended to give notice of no objection until {e.LastDay:yyyy-MM-dd}{Under(e.Conditions)}: {e.Note}",
            ArrangementRecorded e =>
                $"recorded a landlocked arrangement in favour of {e.LandlockedState} through {e.Gateway} "
                    + $"({e.Instrument}); a second officer has to confirm it.",
            ArrangementConfirmed e =>
                $"confirmed, as second officer, the landlocked arrangement in favour of {e.LandlockedState} through "
                    + $"{e.Gateway} ({e.Instrument}).",
            ArrangementEnded e =>
                $"ended the landlocked arrangement in favour of {e.LandlockedState} through {e.Gateway} ({e.Instrument}), which "
                    + $"applies until {e.LastDay:yyyy-MM-dd}: {e.Because}",
            ArrangementRejected e =>
                $"rejected the record of a landlocked arrangement in favour of {e.LandlockedState} through {e.Gateway} "
                    + $"({e.Instrument}): {e.Because}",
            ActRefused e => $"tried to {e.Act}, which was refused: {string.Join(" ", e.Because)}",
            _ => throw new NotSupportedException($"{happened.GetType().Name} has no sentence."),
        };

    private static string Answer(ExchangeKind kind, string? authorisation) =>
        kind switch
        {
            ExchangeKind.ImportConfirmation => $"confirmed import authorisation {authorisation}",
            ExchangeKind.ImportDenial => $"denied import authorisation {authorisation}",
            ExchangeKind.ImportRevocation => $"revoked import authorisation {authorisation}",
            ExchangeKind.TransitAcknowledgement => "acknowledged the request",
            ExchangeKind.NoObjection => "gave notice of no objection",
            ExchangeKind.Objection => "objected to the transit",
            ExchangeKind.NoticeWithdrawal => "withdrew the notice of no objection",
            ExchangeKind.ReceiptConfirmation => "confirmed the receipt of a shipment",
            ExchangeKind.NonReceipt => "answered that a shipment has not been received",
            ExchangeKind.RecallReply => "answered the recall of a shipment",
            _ => $"sent {Words.Of(kind)}",
        };

    private static string SeenToBeMet(IReadOnlyList<string> conditions) =>
        conditions.Count == 0
            ? ""
            : $" and the conditions seen to be met: {string.Join(" ", conditions.Select(c => $"“{c}”"))}";

    private static string Under(IReadOnlyList<string> conditions) =>
        conditions.Count == 0 ? "" : $", with the conditions: {string.Join(" ", conditions.Select(c => $"“{c}”"))}";

    private static string Due(DueKind kind) =>
        kind switch
        {
            DueKind.ImportConfirmation => "the importing State's confirmation",
            DueKind.TransitNotices => "the transit States' notices",
            DueKind.Information => "the applicant's answer",
            DueKind.Decision => "the decision",
            DueKind.Appeal => "an appeal",
            DueKind.LicenceExpiry => "shipping under the licence",
            DueKind.Receipt => "the proof of receipt",
            DueKind.CustomsHold => "the authority's answer to a hold",
            DueKind.Return => "the return of the goods",
            DueKind.NoticeExpiry => "passing on the notice of no objection",
            DueKind.ImportMarking => "the marking of imported firearms",
            _ => "the advice",
        };

    private static string Verdict(Verdict verdict, IReadOnlyList<Domain.Licences.RefusalReason> reasons) =>
        reasons.Count == 0 ? Words.Of(verdict) : $"{Words.Of(verdict)} ({Words.And(reasons.Select(r => Words.Of(r)))})";
}
