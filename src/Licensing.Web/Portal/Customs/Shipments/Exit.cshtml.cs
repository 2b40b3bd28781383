using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Shipments;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>What leaves now of a released shipment, with its serial numbers.</summary>
public sealed class Exit(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ShipmentsForCustoms shipments,
    AtThePost post
) : ShipmentPage(actingFor, directory, shipments)
{
    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public bool Last { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Record what leaves");
        if (!IsPost)
            Begin();
        Name(
            Lines,
            line =>
                $"Still to leave: {Amount(Shipment.StillToLeave.AmountOf(line), line)}. Leave it empty if nothing of this line leaves."
        );
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptWith(
            Lines,
            lines => post.RecordExit(Acting, Id, new ExitGiven(lines, Post, Last), Cancel),
            "What leaves is recorded.",
            OnGetAsync
        );

    // The serial numbers save typing. The quantity is counted at the post, so it is left empty.
    private void Begin()
    {
        Post = Shipment.Declaration.ExitPost;
        Lines =
        [
            .. Shipment.StillToLeave.Select(l => new CountedLine
            {
                Line = l.Line,
                Serials = string.Join('\n', l.Serials),
            }),
        ];
    }
}
