using System.Security.Claims;
using System.Text.Json.Nodes;
using Elsa.KeyValues.Contracts;
using Elsa.KeyValues.Entities;
using Elsa.KeyValues.Models;
using Elsa.Mediator.Contracts;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Management.Notifications;
using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Publishing;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using ElsaWorkflow = Elsa.Workflows.Activities.Workflow;

namespace Licensing.Elsa;

/// <summary>What an administrator may do with Elsa's own interface: look at everything, save and publish procedures. Nobody starts, cancels or
/// deletes anything there.</summary>
internal sealed class StudioPermissions : IClaimsTransformation
{
    // As Elsa's endpoints name them.
    private const string Claim = "permissions";
    private static readonly string[] Given =
    [
        "read:*",
        "read:activity-descriptors",
        "read:activity-descriptors-options",
        "read:activity-execution",
        "read:commit-strategies",
        "read:expression-descriptors",
        "read:incident-strategies",
        "read:installed-features",
        "read:log-persistence-strategies",
        "read:output-converters",
        "read:storage-drivers",
        "read:variable-descriptors",
        "read:workflow-activation-strategies",
        "read:workflow-definitions",
        "read:workflow-instances",
        "write:workflow-definitions",
        "publish:workflow-definitions",
    ];

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        // What a token says of itself about Elsa counts for nothing.
        foreach (var identity in principal.Identities)
        foreach (var claim in identity.FindAll(Claim).ToList())
            identity.TryRemoveClaim(claim);
        if (principal.IsInRole(Roles.Administrator))
            principal.AddIdentity(new ClaimsIdentity(Given.Select(permission => new Claim(Claim, permission))));
        return Task.FromResult(principal);
    }
}

/// <summary>Holds what is saved and published in Elsa Studio to what holds for the files in <c>workflows/</c>, and to four eyes.</summary>
internal sealed class StudioPublishing(
    IHttpContextAccessor http,
    ActingFor actingFor,
    PublishProcedure publish,
    IWorkflowDefinitionService definitions,
    IWorkflowSerializer serializer,
    IKeyValueStore drafts
)
    : INotificationHandler<WorkflowDefinitionDraftSaving>,
        INotificationHandler<WorkflowDefinitionDraftSaved>,
        INotificationHandler<WorkflowDefinitionValidating>,
        INotificationHandler<WorkflowDefinitionPublishing>
{
    /// <summary>A draft stays one that can be saved again, whatever an imported file says of it.</summary>
    public Task HandleAsync(WorkflowDefinitionDraftSaving notification, CancellationToken cancellationToken)
    {
        notification.WorkflowDefinition.IsReadonly = false;
        return Task.CompletedTask;
    }

    /// <summary>Notes who has saved what, for the one who publishes it.</summary>
    public async Task HandleAsync(WorkflowDefinitionDraftSaved notification, CancellationToken cancellationToken)
    {
        if (await Acting(cancellationToken) is not { } acting)
            return;
        var graph = await definitions.MaterializeWorkflowAsync(notification.WorkflowDefinition, cancellationToken);
        var saved = new Draft(acting.PersonId, HashOf(graph.Workflow));
        await drafts.SaveAsync(
            new SerializedKeyValuePair
            {
                Id = KeyOf(notification.WorkflowDefinition.DefinitionId),
                SerializedValue = Wire.Write(saved),
            },
            cancellationToken
        );
    }

    /// <summary>Says every reason for which it cannot be published.</summary>
    public async Task HandleAsync(WorkflowDefinitionValidating notification, CancellationToken cancellationToken)
    {
        var (workflow, errors) = (notification.Workflow, notification.ValidationErrors);
        var content = ContentOf(workflow);
        if (await Acting(cancellationToken) is not { } acting)
        {
            foreach (var mistake in WorkflowFolder.ReadProcedure(workflow.Identity.DefinitionId, content).Mistakes)
                errors.Add(new WorkflowValidationError(mistake.Text, mistake.Activity));
            return;
        }
        var by = await SavedBy(workflow, cancellationToken);
        foreach (var mistake in await publish.Obstacles(acting, content, by, cancellationToken))
            errors.Add(
                new WorkflowValidationError(
                    mistake.Activity is null ? mistake.Text : $"{mistake.Activity}: {mistake.Text}",
                    mistake.Activity
                )
            );
    }

    /// <summary>Puts it into force, before Elsa calls it published.</summary>
    public async Task HandleAsync(WorkflowDefinitionPublishing notification, CancellationToken cancellationToken)
    {
        if (await Acting(cancellationToken) is not { } acting)
            throw new InvalidOperationException("A procedure is published by a person.");
        var graph = await definitions.MaterializeWorkflowAsync(notification.WorkflowDefinition, cancellationToken);
        var by =
            await SavedBy(graph.Workflow, cancellationToken)
            ?? throw new InvalidOperationException("Nobody has saved the procedure exactly so.");
        await publish.Run(acting, ContentOf(graph.Workflow), by, cancellationToken);
    }

    private async Task<Acting?> Acting(CancellationToken cancel) =>
        http.HttpContext is { } context ? await actingFor.Acting(context, cancel, Role.Administrator) : null;

    private async Task<Guid?> SavedBy(ElsaWorkflow workflow, CancellationToken cancel)
    {
        var found = await drafts.FindAsync(new KeyValueFilter { Key = KeyOf(workflow.Identity.DefinitionId) }, cancel);
        var draft = found is null ? null : Wire.Read<Draft>(found.SerializedValue);
        return draft?.Sha256 == HashOf(workflow) ? draft.By : null;
    }

    // All of it but the number under which it will be published.
    private string HashOf(ElsaWorkflow workflow)
    {
        var json = JsonNode.Parse(ContentOf(workflow))!.AsObject();
        foreach (var member in new[] { "id", "version", "createdAt" })
            json.Remove(member);
        return Wire.Hash(json.ToJsonString(Wire.Options));
    }

    // As in a file of workflows/: what is the same for every version, and nothing of when it was saved.
    private string ContentOf(ElsaWorkflow workflow)
    {
        var json = JsonNode.Parse(serializer.Serialize(workflow))!.AsObject();
        json["id"] = $"{workflow.Identity.DefinitionId}-{workflow.Identity.Version}";
        (json["isLatest"], json["isPublished"], json["isReadonly"]) = (true, true, false);
        json.Remove("links");
        return json.ToJsonString(Wire.Options);
    }

    private static string KeyOf(string definitionId) => $"licensing-draft:{definitionId}";

    private sealed record Draft(Guid By, string Sha256);
}
