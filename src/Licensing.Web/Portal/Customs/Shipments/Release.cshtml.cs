using System.Globalization;
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
    /// <summary>Which of the conditions, from 0: the licence has them word for word.</summary>
    [BindProperty]
    public List<int> Seen { get; set; } = [];

    [BindProperty]
    public string? Post { get; set; }

    public IEnumerable<Choice> Conditions =>
        Shipment.ConditionsToSee.Select((text, i) => new Choice(i.ToString(CultureInfo.InvariantCulture), text));

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
        string[] met = [.. Shipment.ConditionsToSee.Where((_, i) => Seen.Contains(i))];
        return await AttemptHere(
            () => post.Release(Acting, Id, new ReleaseGiven(met, Post), Cancel),
            $"Shipment {Shipment.Number} is released. Record what leaves when it leaves.",
            OnGetAsync
        );
    }
}
