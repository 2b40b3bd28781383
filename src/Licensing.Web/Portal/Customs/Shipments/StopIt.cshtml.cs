using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>Holds or seizes what has not left.</summary>
public sealed class StopIt(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ShipmentsForCustoms shipments,
    AtThePost post
) : ShipmentPage(actingFor, directory, shipments)
{
    [FromRoute(Name = "what")]
    public string Path { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    public bool IsSeizure => Path == "seize";

    public string Heading => IsSeizure ? "Seize the goods" : "Hold the shipment";

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load(IsSeizure ? "Seize" : "Hold");
        if (!IsPost)
            Post = Shipment.Declaration.ExitPost;
        return page;
    }

    public Task<IActionResult> OnPostAsync()
    {
        var given = new HoldGiven(Reason, Post);
        return AttemptHere(
            () => IsSeizure ? post.Seize(Acting, Id, given, Cancel) : post.Hold(Acting, Id, given, Cancel),
            $"The {(IsSeizure ? "goods are seized" : "shipment is held")}. The licensing authority has been told.",
            OnGetAsync
        );
    }
}
