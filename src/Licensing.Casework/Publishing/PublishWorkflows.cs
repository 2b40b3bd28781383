using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Publishing;

/// <summary>What is in the folder cannot be published. The system does not start with it.</summary>
public sealed class CannotPublishException(IReadOnlyList<FileMistake> mistakes)
    : Exception("These files cannot be used:" + string.Concat(mistakes.Select(m => $"\n  {m}")))
{
    public IReadOnlyList<FileMistake> Mistakes { get; } = mistakes;
}

/// <summary>Takes each version of a file into the database once, as an immutable, dated, hashed row. The running system reads
/// rows only; cases that run keep the version they began under.</summary>
public sealed class PublishWorkflows(Database database)
{
    /// <returns>How many versions are new.</returns>
    /// <exception cref="CannotPublishException">A file has mistakes, or a version that is already published has another content.</exception>
    public async Task<int> Run(string folder, DateTimeOffset now, CancellationToken cancel)
    {
        var read = WorkflowFolder.Read(folder);
        if (read.Mistakes.Count > 0)
            throw new CannotPublishException(read.Mistakes);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = database.Open();
            var added = await Add(db, read.Files, now, cancel);
            try
            {
                await db.SaveChangesAsync(cancel);
                return added;
            }
            catch (DbUpdateException) when (attempt < 5)
            {
                // Another node published the same version at the same moment: look again.
            }
        }
    }

    private static async Task<int> Add(
        LicensingDb db,
        IReadOnlyList<ReadFile> files,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var there = await db.PublishedFiles.AsNoTracking().ToListAsync(cancel);
        var mistakes = new List<FileMistake>();
        var added = 0;
        foreach (var file in files)
        {
            var hash = Wire.Hash(file.Content);
            var same = there.Find(f => f.Kind == file.Kind && f.Id == file.Id && f.Version == file.Version);
            // What was drawn and published here keeps its number, whatever a release brings under it.
            if (same is { FileName: PublishProcedure.Designer })
                continue;
            if (same is not null && same.Sha256 != hash)
                mistakes.Add(
                    new FileMistake(
                        file.FileName,
                        null,
                        $"{file.Id} version {file.Version} was published on {same.PublishedAt:yyyy-MM-dd} with another content: "
                            + "give the change a new version."
                    )
                );
            if (same is not null)
                continue;
            added++;
            db.PublishedFiles.Add(
                new PublishedFile
                {
                    Kind = file.Kind,
                    Id = file.Id,
                    Version = file.Version,
                    FileName = file.FileName,
                    Content = file.Content,
                    Sha256 = hash,
                    PublishedAt = now,
                }
            );
        }
        return mistakes.Count == 0 ? added : throw new CannotPublishException(mistakes);
    }
}
