using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Applications;

/// <summary>Reads a stored draft as the application it would be today, with its attachments, the directory of States and the register's
/// entry of the applicant.</summary>
internal static class DraftOnFile
{
    public static async Task<DraftReading> Read(
        LicensingDb db,
        Application application,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var known = await db.States.Select(s => s.Code).ToListAsync(cancel);
        var attached = await db
            .Documents.Where(d => d.ApplicationId == application.Id)
            .Select(d => d.Kind)
            .ToListAsync(cancel);
        var company = (await db.Companies.FindAsync([application.CompanyId], cancel))!;
        return DraftReading.Of(
            WithNumber(application.Draft, application.Kind, company),
            application.State,
            today,
            attached,
            known.ToHashSet(),
            new NamedParty(company.Name, company.State, company.RegistrationNumber),
            application.Kind
        );
    }

    // The licence names the applicant by its number in the register, also where the applicant left that out.
    private static ApplicationDraft WithNumber(ApplicationDraft draft, LicenceKind kind, Company company) =>
        draft with
        {
            Parties =
            [
                .. draft.Parties.Select(p =>
                    p.Role == (kind == LicenceKind.Export ? PartyRole.Exporter : PartyRole.Importer)
                    && string.IsNullOrWhiteSpace(p.RegistrationNumber)
                        ? p with
                        {
                            RegistrationNumber = company.RegistrationNumber,
                        }
                        : p
                ),
            ],
        };
}
