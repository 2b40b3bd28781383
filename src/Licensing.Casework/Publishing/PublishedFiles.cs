using Licensing.Casework.Acts;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Policies;
using Licensing.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Publishing;

/// <param name="Sha256">Of the content, in lower-case hexadecimal.</param>
public sealed record PublishedVersion(
    PublishedKind Kind,
    string Id,
    int Version,
    string FileName,
    string Sha256,
    DateTimeOffset PublishedAt
);

/// <param name="Content">The file, exactly as it was published.</param>
/// <param name="Procedure">Read from it, when it is a procedure.</param>
/// <param name="Policy">Read from it, when it is a policy profile.</param>
public sealed record PublishedContent(
    PublishedVersion Version,
    string Content,
    ProcedureDefinition? Procedure,
    PolicyProfile? Policy
);

/// <summary>What administrators see of the procedures and policies: every version that was ever published.</summary>
public sealed class PublishedFiles(Database database)
{
    /// <summary>The latest version of each first.</summary>
    public async Task<Page<PublishedVersion>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.Administrator);
        await using var db = database.Open();
        return await db
            .PublishedFiles.AsNoTracking()
            .OrderBy(f => f.Kind)
            .ThenBy(f => f.Id)
            .ThenByDescending(f => f.Version)
            .Select(f => new PublishedVersion(f.Kind, f.Id, f.Version, f.FileName, f.Sha256, f.PublishedAt))
            .Take(page, cancel);
    }

    /// <exception cref="NotFoundException">That version was never published.</exception>
    public async Task<PublishedContent> File(
        Acting acting,
        PublishedKind kind,
        string id,
        int version,
        CancellationToken cancel
    )
    {
        acting.Require(Role.Administrator);
        await using var db = database.Open();
        var file =
            await db
                .PublishedFiles.AsNoTracking()
                .SingleOrDefaultAsync(f => f.Kind == kind && f.Id == id && f.Version == version, cancel)
            ?? throw new NotFoundException("published file");
        return new PublishedContent(
            new PublishedVersion(file.Kind, file.Id, file.Version, file.FileName, file.Sha256, file.PublishedAt),
            file.Content,
            kind == PublishedKind.Procedure ? ProcedureReader.Read(file.Content, Catalogue.Types).Definition : null,
            kind == PublishedKind.Policy ? Published.Policy(file.Content) : null
        );
    }
}
