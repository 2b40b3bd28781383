using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Parties;
using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>Art. 10(2)(a): asks the importing State about every import authorisation that the application draws on.</summary>
public sealed class RequestImportConfirmation()
    : DoingStep(
        nameof(RequestImportConfirmation),
        ["Requested", "AlreadyConfirmed"],
        "Asks the importing State to confirm each import authorisation, Art. 10(2)(a)."
    )
{
    // Nobody will answer where nobody was asked, or nobody has to: the case would wait for the last day in vain.
    public override string Outcome(CaseFile file, DateOnly today) =>
        ToAsk(file, today).Any()
        && !TemporaryMovements.Dispensed("importing-state-has-licensed", Asked(file, today).Temporary, file.Profile)
            ? "Requested"
            : "AlreadyConfirmed";

    public override async Task Do(Act act, CaseFile file, string outcome)
    {
        var application = (await act.Db.Applications.FindAsync([file.Case.ApplicationId], act.Cancel))!;
        foreach (var content in Requests(file, LegalDay.Of(act.Now, file.State.TimeZone), application.Draft))
            await Exchange.AskImportingState(act, file, content);
    }

    // What is still to leave, where the licence has been issued already.
    private static Consignment Asked(CaseFile file, DateOnly today) => file.Consignment.NotBefore(today);

    private static IEnumerable<string> ToAsk(CaseFile file, DateOnly today)
    {
        var dossier = Gate.Dossier(file, Gate.UsualTerms(file, today)) with { Consignment = Asked(file, today) };
        return file.Consignment.AuthorisationNumbers.Where(number =>
            !ExportRequirements.SufficesFor(dossier, number, today)
        );
    }

    /// <summary>What the importing State is asked on that day: one request for each authorisation that does not suffice.</summary>
    internal static IReadOnlyList<ImportConfirmationRequestContent> Requests(
        CaseFile file,
        DateOnly today,
        ApplicationDraft draft
    )
    {
        var consignment = Asked(file, today);
        return [.. ToAsk(file, today).Select(Request)];

        ImportConfirmationRequestContent Request(string number)
        {
            var claimed = draft.ImportAuthorisations.FirstOrDefault(a =>
                a.Number is { } n && AuthorisationNumber.Canonical(n) == number
            );
            return new ImportConfirmationRequestContent(
                number,
                Named(consignment, PartyRole.Exporter),
                Named(consignment, PartyRole.Importer),
                Named(consignment, PartyRole.Consignee),
                Named(consignment, PartyRole.FinalRecipient),
                consignment.PlannedShipmentOn,
                consignment.ExpectedArrivalOn,
                [
                    .. consignment
                        .Lines.Where(l => l.Draws.Any(d => d.Authorisation == number))
                        .Select(RequestedGoods.Of),
                ],
                claimed?.IssuedOn,
                claimed?.ExpiresOn,
                consignment.Temporary
            );
        }
    }

    private static NamedParty Named(Consignment consignment, PartyRole role)
    {
        var party = consignment.The(role);
        return new NamedParty(party.Name, party.State, party.RegistrationNumber);
    }
}

/// <summary>Waits for the importing State. Silence is not a confirmation: when the last day has passed, the officer sees it.</summary>
public sealed class AwaitImportConfirmation()
    : WaitingStep(
        nameof(AwaitImportConfirmation),
        ["Confirmed", "Denied", "Lapsed", "Withdrawn"],
        [
            CaseActs.AnswerImport,
            CaseActs.AskInformation,
            CaseActs.AnswerInformation,
            CaseActs.Refer,
            CaseActs.RecordAdvice,
            CaseActs.ExtendDecision,
            CaseActs.Withdraw,
        ],
        [Deadline],
        "Waits until the importing State has answered about every authorisation, or the last day has passed."
    )
{
    public override Wait? Until(CaseFile file, Activity activity, DateOnly today) =>
        Named(DueKind.ImportConfirmation, file, activity, today);

    public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
        stimulus switch
        {
            WithdrawalDeclared => "Withdrawn",
            DeadlineReached d when d.Kind == DueKind.ImportConfirmation && d.Visit == visit => "Lapsed",
            StateAnswered => Answered(file),
            _ => null,
        };

    private static string? Answered(CaseFile file)
    {
        var known = Gate.Authorisations(file);
        return known.Any(a => !a.AnsweredFor) ? null
            : known.All(a => a.Standing == AuthorisationStanding.Confirmed) ? "Confirmed"
            : "Denied";
    }
}
