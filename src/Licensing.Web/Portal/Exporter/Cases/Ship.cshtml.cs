using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>A shipment as it is being declared.</summary>
public sealed class ShipmentForm
{
    public List<CountedLine> Lines { get; set; } = [];
    public DateOnly? ShipsOn { get; set; }
    public DateOnly? ArrivesOn { get; set; }
    public string? Carrier { get; set; }
    public string? Conveyance { get; set; }
    public string? ExitPost { get; set; }
    public decimal? NetKg { get; set; }
}

/// <summary>The exporter declares what is to leave under the licence.</summary>
public sealed class Ship(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    DeclareShipment declare
) : CasePage(actingFor, cases, directory)
{
    [BindProperty]
    public ShipmentForm Form { get; set; } = new();

    public GoodsLine Goods(CountedLine row) => Case.Consignment.Lines.First(l => l.Number == row.Line);

    public LineBalance Balance(CountedLine row) => Case.Balances.First(b => b.Line == row.Line);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var page = await Show(cancel);
        var consignment = Case.Consignment;
        Form = new ShipmentForm
        {
            Lines =
            [
                .. Case
                    .Balances.Where(b => b.Remaining > 0)
                    .Select(b => new CountedLine { Line = b.Line, Amount = b.Remaining }),
            ],
            ShipsOn = consignment.PlannedShipmentOn,
            ArrivesOn = consignment.ExpectedArrivalOn,
            Carrier = consignment.Parties.FirstOrDefault(p => p.Role == PartyRole.Carrier)?.Name,
        };
        return page;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await CountedLine.AtTheirFields(
                    Form.Lines,
                    async () =>
                    {
                        await declare.Declare(Acting, Id, Given(), cancel);
                    }
                );
                Done = "The shipment has been declared. Customs releases it.";
                return Redirect($"/exporter/cases/{Id}#shipments");
            },
            () => Show(cancel),
            nameof(Form)
        );

    private ShipmentGiven Given() =>
        new()
        {
            Lines = CountedLine.Given(Form.Lines),
            ShipsOn = Form.ShipsOn,
            ArrivesOn = Form.ArrivesOn,
            Carrier = Form.Carrier,
            Conveyance = Form.Conveyance,
            ExitPost = Form.ExitPost,
            NetKg = Form.NetKg,
        };
}
