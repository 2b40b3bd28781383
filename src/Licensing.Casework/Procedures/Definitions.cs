using System.Collections.Concurrent;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Workflow;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>The published procedures, read once: a published version never changes.</summary>
public sealed class Definitions
{
    private readonly ConcurrentDictionary<(string Id, int Version), ProcedureDefinition> _read = [];

    /// <summary>The procedure for what a new case is about, in its newest version.</summary>
    /// <exception cref="InvalidOperationException">None has been published.</exception>
    public async Task<ProcedureDefinition> Newest(LicensingDb db, LicenceKind kind, CancellationToken cancel)
    {
        var id = kind switch
        {
            LicenceKind.Import => "import-authorisation",
            LicenceKind.Transit => "transit-notice",
            _ => "export-authorisation",
        };
        var version =
            await db
                .PublishedFiles.Where(f => f.Kind == PublishedKind.Procedure && f.Id == id)
                .MaxAsync(f => (int?)f.Version, cancel)
            ?? throw new InvalidOperationException($"Procedure {id} has not been published to this database.");
        return await Of(db, id, version, cancel);
    }

    /// <exception cref="InvalidOperationException">That version has not been published, or can no longer be read.</exception>
    public async Task<ProcedureDefinition> Of(LicensingDb db, string id, int version, CancellationToken cancel)
    {
        if (_read.TryGetValue((id, version), out var known))
            return known;
        var file = await db
            .PublishedFiles.AsNoTracking()
            .SingleAsync(f => f.Kind == PublishedKind.Procedure && f.Id == id && f.Version == version, cancel);
        return _read[(id, version)] =
            ProcedureReader.Read(file.Content, Catalogue.Types).Definition
            ?? throw new InvalidOperationException($"Procedure {id} version {version} can no longer be read.");
    }
}
