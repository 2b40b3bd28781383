using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Documents;

public sealed record StoredFile(string FileName, string MediaType, byte[] Bytes);

/// <summary>Gives a document to those whose it is: its company, and the officers and auditors of its State once it has been
/// submitted. What the authority attached itself is not the applicant's to read.</summary>
public sealed class ReadDocument(Database database)
{
    /// <exception cref="NotFoundException">There is none, or it is not this person's.</exception>
    public async Task<StoredFile> Run(Acting acting, Guid id, CancellationToken cancel)
    {
        await using var db = database.Open();
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (document is null || !await MayRead(db, acting, document, cancel))
            throw new NotFoundException("document");
        var content = await db.DocumentContents.AsNoTracking().SingleAsync(c => c.Id == id, cancel);
        return new StoredFile(document.FileName, document.MediaType, content.Bytes);
    }

    private static async Task<bool> MayRead(
        LicensingDb db,
        Acting acting,
        Document document,
        CancellationToken cancel
    ) =>
        acting.Role switch
        {
            Role.Exporter or Role.Importer => document.CompanyId is { } company
                && company == acting.CompanyId
                && await db.Applications.AnyAsync(
                    a => a.Id == document.ApplicationId && a.Kind == acting.AppliesFor,
                    cancel
                ),
            Role.LicensingOfficer or Role.SeniorOfficer or Role.Auditor => document.State == acting.State
                && (
                    document.CaseId is not null
                    || await db.Applications.AnyAsync(a => a.Id == document.ApplicationId && a.CaseId != null, cancel)
                ),
            _ => false,
        };
}
