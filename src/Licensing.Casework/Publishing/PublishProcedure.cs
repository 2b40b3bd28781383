using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Publishing;

/// <summary>A procedure that was drawn in a designer becomes the next version: an administrator has saved it, another one publishes it as it was
/// saved. Cases that run keep the version under which they were opened.</summary>
public sealed class PublishProcedure(ActRunner acts, Database database)
{
    /// <summary>In the place of the name of a file.</summary>
    internal const string Designer = "drawn in a designer";

    /// <summary>Why it could not be published; empty when it can, or is. Nothing is changed.</summary>
    /// <param name="savedBy">Who saved it exactly so; null when nobody has.</param>
    public async Task<IReadOnlyList<FileMistake>> Obstacles(
        Acting acting,
        string content,
        Guid? savedBy,
        CancellationToken cancel
    )
    {
        acting.Require(Role.Administrator);
        var (file, mistakes) = WorkflowFolder.ReadProcedure(Designer, content);
        if (file is null)
            return mistakes;
        await using var db = database.Open();
        if (await IsPublished(db, file, cancel))
            return [];
        if (await TooOld(db, file, cancel) is { } old)
            return [old];
        if (savedBy is null)
            return
            [
                About(
                    $"Nobody has saved {file.Id} exactly so: save it first, and have another administrator publish it."
                ),
            ];
        return savedBy == acting.PersonId
            ? [About($"You saved {file.Id} yourself: another administrator publishes it, as it was saved.")]
            : [];
    }

    /// <summary>What has been published exactly so stays as it is.</summary>
    /// <exception cref="FourEyesException">The same person saved it.</exception>
    /// <exception cref="CannotPublishException">It has mistakes, or a version of that number or a higher one is published.</exception>
    public Task<ReadFile> Run(Acting acting, string content, Guid savedBy, CancellationToken cancel) =>
        acts.Run(
            acting,
            "publish a procedure",
            new { content, savedBy },
            async act =>
            {
                acting.Require(Role.Administrator);
                FourEyes.Require(savedBy, acting.PersonId, "publish", "saved");
                var (file, mistakes) = WorkflowFolder.ReadProcedure(Designer, content);
                if (file is null)
                    throw new CannotPublishException(mistakes);
                if (await IsPublished(act.Db, file, cancel))
                    return file;
                if (await TooOld(act.Db, file, cancel) is { } old)
                    throw new CannotPublishException([old]);
                act.Db.PublishedFiles.Add(
                    new PublishedFile
                    {
                        Kind = file.Kind,
                        Id = file.Id,
                        Version = file.Version,
                        FileName = file.FileName,
                        Content = content,
                        Sha256 = Wire.Hash(content),
                        PublishedAt = act.Now,
                    }
                );
                act.Audit(new ProcedurePublished(file.Id, file.Version, Wire.Hash(content)));
                return file;
            },
            cancel
        );

    private static Task<bool> IsPublished(LicensingDb db, ReadFile file, CancellationToken cancel)
    {
        var hash = Wire.Hash(file.Content);
        return db.PublishedFiles.AnyAsync(
            f => f.Kind == file.Kind && f.Id == file.Id && f.Version == file.Version && f.Sha256 == hash,
            cancel
        );
    }

    private static async Task<FileMistake?> TooOld(LicensingDb db, ReadFile file, CancellationToken cancel)
    {
        var newest =
            await db
                .PublishedFiles.Where(f => f.Kind == file.Kind && f.Id == file.Id)
                .MaxAsync(f => (int?)f.Version, cancel)
            ?? 0;
        return file.Version > newest
            ? null
            : About(
                $"Version {newest} of {file.Id} is published: version {file.Version} comes too late. Save it anew."
            );
    }

    private static FileMistake About(string text) => new(Designer, null, text);
}
