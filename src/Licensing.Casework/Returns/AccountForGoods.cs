using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Returns;

/// <summary>Goods that will not come back, as an officer accounts for them.</summary>
/// <param name="DocumentId">The document of the case that bears it out; needed where it is a lawful end.</param>
/// <param name="Licence">The licence under which goods stay that were sold.</param>
public sealed record AccountGiven(
    IReadOnlyList<ShippedLineGiven>? Lines,
    NotReturned? Outcome,
    string? Reason,
    Guid? DocumentId,
    string? Licence
);

/// <summary>An officer accounts for goods that do not come back: a lawful end with its evidence, or, by a senior officer, what has become of
/// goods that should have.</summary>
public sealed class AccountForGoods(ActRunner acts, IProcedures procedures)
{
    /// <exception cref="NotPermittedException">The goods are not outstanding. Nothing was done.</exception>
    /// <exception cref="RefusedException">The licence under which they were sold is not one of this State for this company.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, AccountGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "account for goods",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                Stay.Require(file);
                if (given.Outcome?.IsRegular() == false)
                    acting.Require(Role.SeniorOfficer);
                var (lines, outcome, reason) = await Read(act, file, given);
                file.RequirePermitted(CaseActs.AccountForGoods);
                var licence = outcome == NotReturned.SoldUnderLicence ? await SoldUnder(act, file, given) : null;
                Stay.Account(file).WithAccountedFor(lines);
                var entry = Stay.Add(
                    act,
                    file,
                    new ReturnEntry
                    {
                        Id = Guid.CreateVersion7(act.Now),
                        CaseId = file.Case.Id,
                        Sequence = file.Returns.Count + 1,
                        Kind = ReturnEntryKind.AccountedFor,
                        Lines = lines,
                        On = acting.Today,
                        Outcome = outcome,
                        Because = reason,
                        Licence = licence,
                        DocumentId = given.DocumentId,
                        RecordedBy = acting.PersonId,
                        RecordedAt = act.Now,
                    }
                );
                act.Audit(
                    new GoodsWereAccountedFor(file.Licence!.Number, outcome, Departures.InWords(lines), licence, reason)
                );
                await Stay.Look(act, file, procedures);
                await Tell.Applicant(act, file.Case, "Goods that do not come back are accounted for");
                return CaseReceipt.Of(file, entry.Id);
            },
            cancel
        );

    private static async Task<(IReadOnlyList<ShippedLine>, NotReturned, string)> Read(
        Act act,
        CaseFile file,
        AccountGiven given
    )
    {
        var problems = new Problems();
        var lines = ShippedLineGiven.Read(given.Lines ?? [], file.Consignment.Lines, problems);
        var outcome = problems.Required("outcome", given.Outcome, "what has become of the goods");
        var reason = problems.Text("reason", given.Reason, "how it is known", 1000);
        if (given.Outcome?.IsRegular() == true && given.DocumentId is null)
            problems.Add("documentId", "Attach the document that bears it out to the case, and give it here.");
        if (
            given.DocumentId is { } id
            && !await act.Db.Documents.AnyAsync(
                d => d.Id == id && (d.CaseId == file.Case.Id || d.ApplicationId == file.Case.ApplicationId),
                act.Cancel
            )
        )
            problems.Add("documentId", "There is no such document in this case: attach it first.");
        if (given.Outcome == NotReturned.SoldUnderLicence && string.IsNullOrWhiteSpace(given.Licence))
            problems.Add("licence", "Give the number of the licence under which the goods stay.");
        if (given.Outcome != NotReturned.SoldUnderLicence && !string.IsNullOrWhiteSpace(given.Licence))
            problems.Add("licence", "Only goods that were sold stay under a licence: leave this out.");
        problems.ThrowIfAny();
        return (lines, outcome, reason);
    }

    // Goods that went for a while and stay need what any goods need that go for good: a licence, and not one for a while.
    private static async Task<string> SoldUnder(Act act, CaseFile file, AccountGiven given)
    {
        var key = AuthorisationNumber.Key(given.Licence!);
        var found = await act
            .Db.Licences.AsNoTracking()
            .SingleOrDefaultAsync(
                l =>
                    l.State == file.Case.State
                    && l.Kind == file.Case.Kind
                    && l.Key == key
                    && l.CompanyId == file.Case.CompanyId
                    && l.ReturnBy == null,
                act.Cancel
            );
        return found?.Number
            ?? throw new RefusedException(
                "no-licence-for-good",
                $"There is no licence {given.Licence!.Trim()} of {file.Company.Name} for goods that go for good.",
                "The goods come back, or the company obtains a licence for them first."
            );
    }
}
