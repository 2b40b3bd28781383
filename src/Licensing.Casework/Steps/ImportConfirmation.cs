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
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Steps;

/// <summary>Art. 10(2)(a): asks the importing State about every import authorisation that the application draws on.</summary>
public sealed class RequestImportConfirmation()
    : DoingStep(
        nameof(RequestImportConfirmation),
        ["Requested", "AlreadyConfirmed"],
        "Asks the importing State to confirm each import authorisation, Art. 10(2)(a)."
    )
{
    public override async Task<string> Do(Act act, CaseFile file)
    {
        var application = (await act.Db.Applications.FindAsync([file.Case.ApplicationId], act.Cancel))!;
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        // What is still to leave, where the licence has been issued already.
        var consignment = file.Consignment.NotBefore(today);
        var dossier = Gate.Dossier(file, Gate.UsualTerms(file, today)) with { Consignment = consignment };
        var asked = false;
        foreach (var number in file.Consignment.AuthorisationNumbers)
        {
            if (ExportRequirements.SufficesFor(dossier, number, today))
                continue;
            var claimed = application.Draft.ImportAuthorisations.FirstOrDefault(a =>
                a.Number is { } n && AuthorisationNumber.Canonical(n) == number
            );
            var content = new ImportConfirmationRequestContent(
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
            await Exchange.AskImportingState(act, file, content);
            asked = true;
        }
        // Nobody will answer where nobody was asked, or nobody has to: the case would wait for the last day in vain.
        return
            asked && !TemporaryMovements.Dispensed("importing-state-has-licensed", consignment.Temporary, file.Profile)
            ? "Requested"
            : "AlreadyConfirmed";
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
    public override void Arrive(Act act, CaseFile file, Activity activity, int visit) =>
        Deadlines.Set(act, file, DueKind.ImportConfirmation, activity, visit);

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
