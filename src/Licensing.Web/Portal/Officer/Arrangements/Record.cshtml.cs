using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Goods;
using Licensing.Domain.Transit;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Arrangements;

/// <summary>Records a landlocked arrangement. It counts once a second officer has confirmed it.</summary>
public sealed class Record(
    ActingFor actingFor,
    DirectoryOfStates directory,
    Casework.Clearances.Arrangements arrangements
) : OfficerPage(actingFor, directory)
{
    public static readonly IReadOnlyList<Choice> Classes =
    [
        new(nameof(GoodsClass.Firearm), "Firearms"),
        new(nameof(GoodsClass.PartOrComponent), "Parts and components"),
        new(nameof(GoodsClass.Ammunition), "Ammunition"),
    ];

    public static readonly IReadOnlyList<Choice> Ways =
    [
        new(nameof(TransitDirection.Inbound), "Goods on their way into the landlocked State"),
        new(nameof(TransitDirection.Outbound), "Goods on their way out of the landlocked State"),
    ];

    [BindProperty]
    public string? LandlockedState { get; set; }

    [BindProperty]
    public string? Gateway { get; set; }

    [BindProperty]
    public string? Instrument { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public List<GoodsClass> Goods { get; set; } = [];

    [BindProperty]
    public List<TransitDirection> Directions { get; set; } = [];

    /// <summary>Included.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>Included; open when left empty.</summary>
    [BindProperty]
    public DateOnly? To { get; set; }

    public IEnumerable<Choice> Landlocked =>
        Say.States.Where(s => s.Landlocked).Select(s => new Choice(s.Code.Code, $"{s.Name} ({s.Code})"));

    public IEnumerable<Choice> Gateways => Say.States.Select(s => new Choice(s.Code.Code, $"{s.Name} ({s.Code})"));

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Under(
            "Record a landlocked arrangement",
            new("Cases", "/officer"),
            new("Landlocked arrangements", "/officer/arrangements")
        );
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => arrangements.Record(Acting, Given, Cancel),
            "The arrangement is recorded. It counts once a second officer has confirmed it.",
            "/officer/arrangements",
            OnGetAsync
        );

    private ArrangementGiven Given =>
        new()
        {
            LandlockedState = LandlockedState,
            Gateway = Gateway,
            Instrument = Instrument,
            Clause = Clause,
            Goods = Goods,
            Directions = Directions,
            From = From,
            To = To,
        };
}
