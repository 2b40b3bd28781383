using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Applications;

/// <summary>The exporter would have a licence changed: another route, other days, more or less of the goods, a longer term. A licence is never
/// altered: what is begun here is an application for one that takes its place for what has not left yet.</summary>
public sealed class ChangeLicence(ActRunner acts)
{
    /// <summary>Begins a draft with everything of the application for the licence, less what has left since; with its documents.</summary>
    /// <exception cref="RefusedException">The licence has ended, or another change of it is under way.</exception>
    public Task<DraftReceipt> Begin(Acting acting, Guid caseId, CancellationToken cancel) =>
        acts.Run(
            acting,
            "begin the change of a licence",
            new { caseId },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                await RequirePossible(act.Db, file, cancel);
                var before = await act.Db.Applications.SingleAsync(a => a.Id == file.Case.ApplicationId, cancel);
                var application = new Application
                {
                    Id = Guid.CreateVersion7(act.Now),
                    Kind = LicenceKind.Export,
                    State = file.Case.State,
                    CompanyId = file.Company.Id,
                    ReplacesCaseId = caseId,
                    ReplacedExits = file.Exits.Count,
                    Draft = StillToLeave(before.Draft, file),
                    CreatedBy = acting.PersonId,
                    CreatedAt = act.Now,
                    ChangedAt = act.Now,
                    Version = Guid.CreateVersion7(),
                };
                act.Db.Applications.Add(application);
                act.Audit(new ChangeBegun(file.Licence!.Number));
                act.About(application);
                act.Audit(new ApplicationDrafted(Drafts.NameOf(application.Draft)));
                await CopyDocuments(act, before, application);
                return await Drafts.Receipt(act, application);
            },
            cancel
        );

    /// <summary>Why a change cannot be applied for; null when it can.</summary>
    internal static async Task<RefusedException?> Obstacle(LicensingDb db, CaseFile file, CancellationToken cancel)
    {
        if (file.Licence is not { Kind: LicenceKind.Export, IsOpen: true })
            return new RefusedException(
                "no-open-licence",
                "There is no licence here that could be changed: it has ended, or was never issued.",
                "Make a new application."
            );
        var other = await db
            .Cases.Where(c => c.ReplacesCaseId == file.Case.Id && c.Status == CaseStatus.Open)
            .Select(c => c.Number)
            .FirstOrDefaultAsync(cancel);
        return other is null
            ? null
            : new RefusedException(
                "already-changing",
                $"Case {other} is about a change of this licence already.",
                "Wait for its decision, or withdraw it first."
            );
    }

    internal static async Task RequirePossible(LicensingDb db, CaseFile file, CancellationToken cancel)
    {
        if (await Obstacle(db, file, cancel) is { } obstacle)
            throw obstacle;
    }

    // A line of which nothing is left is not applied for any more.
    private static ApplicationDraft StillToLeave(ApplicationDraft draft, CaseFile file)
    {
        var left = Shipments.ReleaseGate.Gone(file);
        var remaining = Replacement.Less(file.Consignment, file.Consignment, left);
        return draft with
        {
            // What everything weighed is not what is left of it.
            DeclaredNetKg = left.Count > 0 ? null : draft.DeclaredNetKg,
            // With the day that the licence has now, which may have been put off.
            Temporary = draft.Temporary is { } stay ? stay with { ReturnBy = file.Licence!.ReturnBy } : null,
            Lines =
            [
                .. remaining.Lines.Select(line =>
                    draft.Lines[line.Number - 1] with
                    {
                        Quantity = line.Quantity.Amount,
                        Serials = line.Serials,
                        Draws =
                        [
                            .. line.Draws.Select(d => new DraftDraw
                            {
                                Authorisation = d.Authorisation,
                                Amount = d.Amount,
                            }),
                        ],
                    }
                ),
            ],
        };
    }

    private static async Task CopyDocuments(Act act, Application before, Application application)
    {
        var documents = await act
            .Db.Documents.AsNoTracking()
            .Where(d => d.ApplicationId == before.Id)
            .OrderBy(d => d.UploadedAt)
            .ToListAsync(act.Cancel);
        foreach (var document in documents)
        {
            var content = await act
                .Db.DocumentContents.AsNoTracking()
                .SingleAsync(c => c.Id == document.Id, act.Cancel);
            Documents.AttachDocument.Keep(
                act,
                new Documents.Upload(
                    document.Kind,
                    document.FileName,
                    content.Bytes,
                    Documents.PaperStates.Of(document)
                ),
                application.State,
                application.CompanyId,
                application.Id,
                null
            );
        }
    }
}
