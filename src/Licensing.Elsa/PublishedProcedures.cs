using Elsa.Workflows;
using Elsa.Workflows.Management.Mappers;
using Elsa.Workflows.Management.Materializers;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Runtime;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Elsa;

/// <summary>Gives Elsa the procedures as they have been published, each version.</summary>
internal sealed class PublishedProcedures(
    Database database,
    IActivitySerializer serializer,
    WorkflowDefinitionMapper mapper
) : IWorkflowsProvider
{
    public string Name => "Licensing";

    public async ValueTask<IEnumerable<MaterializedWorkflow>> GetWorkflowsAsync(
        CancellationToken cancellationToken = default
    )
    {
        await using var db = database.Open();
        var published = await db
            .PublishedFiles.AsNoTracking()
            .Where(f => f.Kind == PublishedKind.Procedure)
            .OrderBy(f => f.Id)
            .ThenBy(f => f.Version)
            .ToListAsync(cancellationToken);
        return
        [
            .. published.Select(file => new MaterializedWorkflow(
                mapper.Map(serializer.Deserialize<WorkflowDefinitionModel>(file.Content)),
                Name,
                // Without its source: a draft that is made of it in the designer would be read as that source, whatever was changed.
                JsonWorkflowMaterializer.MaterializerName
            )),
        ];
    }
}
