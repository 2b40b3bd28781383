using Licensing.Casework;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>The officer says which conditions are met, and the goods may leave.</summary>
public sealed class Release(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ShipmentsForCustoms shipments,
    AtThePost post
) : ShipmentPage(actingFor, directory, shipments)
{
    /// <summary>The conditions that were ticked, by the hash of their words: by their place, another condition that came in meanwhile could
    /// pass for one that the officer has seen, and a browser may write line ends otherwise.</summary>
    [BindProperty]
    public List<string> Seen { get; set; } = [];

    [BindProperty]
    public string? Post { get; set; }

    public IEnumerable<Choice> Conditions => Shipment.ConditionsToSee.Select(text => new Choice(Wire.Hash(text), text));

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Release");
        if (!IsPost)
            Post = Shipment.Declaration.ExitPost;
        return page;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        string[] met = [.. Shipment.ConditionsToSee.Where(text => Seen.Contains(Wire.Hash(text)))];
        return await AttemptHere(
            () => post.Release(Acting, Id, new ReleaseGiven(met, Post), Cancel),
            $"Shipment {Shipment.Number} is released. Record what leaves when it leaves.",
            OnGetAsync
        );
    }
}
