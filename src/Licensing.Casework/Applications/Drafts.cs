using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Applications;

/// <param name="Version">To be sent back with the next change.</param>
/// <param name="Problems">What still keeps it from being submitted; it has been saved all the same.</param>
public sealed record DraftReceipt(Guid ApplicationId, Guid Version, IReadOnlyList<DraftProblem> Problems);

/// <summary>An applicant's own drafts: begun, changed, discarded. Nothing of them binds anybody.</summary>
public sealed class Drafts(ActRunner acts)
{
    /// <summary>Begins an application, from nothing or from a file.</summary>
    public Task<DraftReceipt> Begin(Acting acting, ApplicationDraft draft, CancellationToken cancel) =>
        acts.Run(
            acting,
            "begin an application",
            draft,
            async act =>
            {
                var kind = acting.AppliesFor;
                RequireReasonableSize(draft);
                var application = new Application
                {
                    Id = Guid.CreateVersion7(act.Now),
                    Kind = kind,
                    State = acting.State,
                    CompanyId = acting.CompanyId ?? throw new NotAllowedException("An applicant acts for a company."),
                    Draft = await WithTheApplicant(act, kind, draft),
                    CreatedBy = acting.PersonId,
                    CreatedAt = act.Now,
                    ChangedAt = act.Now,
                    Version = Guid.CreateVersion7(),
                };
                act.Db.Applications.Add(application);
                act.About(application);
                act.Audit(new ApplicationDrafted(NameOf(draft)));
                return await Receipt(act, application);
            },
            cancel
        );

    /// <summary>Replaces the draft by another state of it.</summary>
    /// <param name="seen">Version that the author changed; when another has been saved since, nothing is overwritten.</param>
    public Task<DraftReceipt> Change(
        Acting acting,
        Guid id,
        Guid seen,
        ApplicationDraft draft,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "change the draft",
            new { id, draft },
            async act =>
            {
                var application = await Own(act, id);
                if (application.Version != seen)
                    throw new ChangedException(
                        "Somebody has saved another version of this draft since you opened it. Open it again; nothing was overwritten."
                    );
                RequireReasonableSize(draft);
                application.Draft = draft;
                application.ChangedAt = act.Now;
                Act.Touch(application);
                act.Audit(new DraftChanged(NameOf(draft)));
                return await Receipt(act, application);
            },
            cancel
        );

    /// <summary>Puts a draft away for good. Its history stays.</summary>
    public Task<DraftReceipt> Discard(Acting acting, Guid id, CancellationToken cancel) =>
        acts.Run(
            acting,
            "discard the draft",
            new { id },
            async act =>
            {
                var application = await Own(act, id);
                act.Audit(new DraftDiscarded(NameOf(application.Draft)));
                var documents = await act.Db.Documents.Where(d => d.ApplicationId == id).ToListAsync(act.Cancel);
                act.Db.RemoveRange(documents.Select(d => DocumentContent.Stub(d.Id)));
                act.Db.RemoveRange(documents);
                act.Db.Remove(application);
                return new DraftReceipt(id, Guid.Empty, []);
            },
            cancel
        );

    /// <exception cref="NotFoundException">It is not this applicant's, or there is none.</exception>
    /// <exception cref="ChangedException">It has been submitted.</exception>
    internal static async Task<Application> Own(Act act, Guid id)
    {
        var kind = act.Acting.AppliesFor;
        var application = await act.Db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.CompanyId == act.Acting.CompanyId && a.Kind == kind,
            act.Cancel
        );
        if (application is null)
            throw new NotFoundException("application");
        act.About(application);
        return application.CaseId is null
            ? application
            : throw new ChangedException("This application has been submitted and can no longer be changed.");
    }

    // The register knows who applies: nobody need type it.
    private static async Task<ApplicationDraft> WithTheApplicant(Act act, LicenceKind kind, ApplicationDraft draft)
    {
        var role = kind == LicenceKind.Export ? PartyRole.Exporter : PartyRole.Importer;
        if (draft.Parties.Any(p => p.Role == role))
            return draft;
        var company = await act.Db.Companies.AsNoTracking().SingleAsync(c => c.Id == act.Acting.CompanyId, act.Cancel);
        return draft with
        {
            Parties =
            [
                new DraftParty
                {
                    Role = role,
                    Name = company.Name,
                    Address = company.Address,
                    State = company.State.Code,
                    RegistrationNumber = company.RegistrationNumber,
                },
                .. draft.Parties,
            ],
        };
    }

    // What is kept of a draft is shown in lists and mails: it has an end, however unfinished it is.
    private static void RequireReasonableSize(ApplicationDraft draft)
    {
        if (draft.Reference?.Length > 200)
            throw new MalformedException("reference", "This is longer than 200 characters: shorten it.");
        if (Wire.Write(draft).Length > 1_000_000)
            throw new MalformedException("draft", "The application is larger than 1 MB: split it.");
    }

    internal static async Task<DraftReceipt> Receipt(Act act, Application application)
    {
        var reading = await DraftOnFile.Read(act.Db, application, act.Acting.Today, act.Cancel);
        return new DraftReceipt(application.Id, application.Version, reading.Problems);
    }

    internal static string NameOf(ApplicationDraft draft) =>
        string.IsNullOrWhiteSpace(draft.Reference) ? "no reference" : draft.Reference.Trim();
}
