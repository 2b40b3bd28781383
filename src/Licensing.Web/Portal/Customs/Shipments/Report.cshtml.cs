using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Shipments;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>Customs of a transit State or of the importing State tells the exporting State what it sees.</summary>
public sealed class Report(
    ActingFor actingFor,
    DirectoryOfStates directory,
    ShipmentsForCustoms shipments,
    ReportMovement report
) : ShipmentPage(actingFor, directory, shipments)
{
    [BindProperty]
    public Movement? What { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>What was counted; nothing where nothing was.</summary>
    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    /// <summary>What can happen to the goods here.</summary>
    public IEnumerable<Choice> Choices =>
        [
            .. Licence.Content.Consignment.ImportingState == Acting.State
                ? new Choice[] { new(nameof(Movement.ImportEntry), "The goods have entered for import") }
                :
                [
                    new(nameof(Movement.TransitEntry), "The goods have entered for transit"),
                    new(nameof(Movement.TransitExit), "The goods have left on the way on"),
                ],
            new(nameof(Movement.Held), "We hold the goods"),
            new(nameof(Movement.Seized), "We have seized the goods"),
            new(nameof(Movement.RouteChanged), "The goods go on by another route than declared"),
        ];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Report what you see");
        var left = Shipment.Exits.SelectMany(e => e.Lines).ToList();
        if (!IsPost)
        {
            On = Acting.Today;
            Lines = [.. left.Select(l => l.Line).Distinct().Order().Select(line => new CountedLine { Line = line })];
        }
        Name(Lines, line => $"{Amount(left.AmountOf(line), line)} left. Leave it empty if you have not counted.");
        return page;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var to = Say.State(Licence.Content.Consignment.ExportingState);
        return await AttemptWith(
            Lines,
            lines => report.Run(Acting, Id, new MovementGiven(What, On, Post, lines, Remark), Cancel),
            $"Your report is with the authorities of {to}.",
            OnGetAsync
        );
    }
}
