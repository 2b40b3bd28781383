using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Licensing.Workflow;

namespace Licensing.Web.Portal.Administrator;

/// <summary>One published version: a procedure as a list of its steps, anything else as it was written.</summary>
public sealed class PublishedFile(ActingFor actingFor, PublishedFiles files) : PortalPage(actingFor)
{
    public PublishedContent Published { get; private set; } = null!;

    public async Task OnGetAsync(PublishedKind kind, string id, int version, CancellationToken cancel) =>
        Published = await files.File(Acting, kind, id, version, cancel);

    /// <summary>The steps in the order in which a case that meets no obstacle comes to them, then the others.</summary>
    public static IReadOnlyList<Activity> InOrder(ProcedureDefinition procedure)
    {
        var seen = new List<string> { procedure.Start };
        for (var i = 0; i < seen.Count; i++)
            seen.AddRange(
                procedure
                    .Activity(seen[i])
                    .Type.Outcomes.Select(outcome => procedure.Next(seen[i], outcome))
                    .Distinct()
                    .Except(seen)
            );
        return seen.ConvertAll(procedure.Activity);
    }
}
