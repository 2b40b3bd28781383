using Licensing.Casework.Acts;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Frontend;
using Licensing.Web.Portal.Officer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Shipments;

/// <summary>A page about one shipment. It always shows the shipment as it is now.</summary>
public abstract class ShipmentPage(ActingFor actingFor, DirectoryOfStates directory, ShipmentsForCustoms shipments)
    : OfficerPage(actingFor, directory)
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public LicenceForCustoms Licence { get; private set; } = null!;

    public ShipmentForCustoms Shipment { get; private set; } = null!;

    public IReadOnlyList<Possible> Possible { get; private set; } = [];

    /// <summary>Where the shipment's page is.</summary>
    public string Home => $"/customs/shipments/{Id}";

    public string LicenceHome => $"/customs/licences?number={Uri.EscapeDataString(Licence.Number)}";

    protected bool IsPost => HttpMethods.IsPost(Request.Method);

    /// <param name="title">Of the act; none on the shipment's own page.</param>
    protected async Task<IActionResult> Load(string? title = null)
    {
        await Speak();
        Licence = await shipments.Shipment(Acting, Id, Cancel);
        Shipment = Licence.Shipments.FirstOrDefault() ?? throw new NotFoundException("shipment");
        Possible = Shipments.Possible.On(Licence, Shipment);
        PortalLink[] trail = [new("Shipments", "/customs"), new($"Licence {Licence.Number}", LicenceHome)];
        if (title is null)
            Under($"Shipment {Shipment.Number}", trail);
        else
            Under($"{title} – {Shipment.Number}", [.. trail, new(Shipment.Number, Home)]);
        return Page();
    }

    /// <summary>Why the act of this page cannot be done now; null when it can.</summary>
    public string? NotNow(string path) =>
        Possible.FirstOrDefault(p => p.Path == path) is { } possible
            ? possible.Because
            : $"The shipment {InWords.Now(Shipment.Status)}.";

    /// <summary>Whether the form is shown. What somebody has already written is shown again even when it can no longer be done, so that
    /// it is not lost.</summary>
    public bool Offers(string path) => NotNow(path) is null || IsPost;

    /// <summary>Does the act and goes back to the shipment.</summary>
    protected Task<IActionResult> AttemptHere(Func<Task> act, string done, Func<Task<IActionResult>> again) =>
        Attempt(act, done, Home, again);

    /// <summary>The same, with what was counted.</summary>
    protected Task<IActionResult> AttemptWith(
        IReadOnlyList<CountedLine> lines,
        Func<IReadOnlyList<ShippedLineGiven>, Task> act,
        string done,
        Func<Task<IActionResult>> again
    ) =>
        AttemptHere(
            async () =>
            {
                await CountedLine.AtTheirFields(
                    lines,
                    async () =>
                    {
                        await act(CountedLine.Given(lines));
                    }
                );
            },
            done,
            again
        );

    /// <summary>Names the lines of a form, which sends their numbers alone.</summary>
    /// <param name="hint">How much of the line there can be.</param>
    protected void Name(IEnumerable<CountedLine> lines, Func<int, string> hint)
    {
        foreach (var line in lines)
        {
            var number = line.Line ?? 0;
            var goods = Licence.Content.Consignment.Lines.FirstOrDefault(l => l.Number == number);
            line.Goods = $"Line {number}" + (goods is null ? "" : $": {InWords.Goods(goods)}");
            line.Hint = hint(number);
        }
    }

    /// <summary>With its unit.</summary>
    protected string Amount(decimal amount, int line) =>
        Licence.Content.Consignment.Lines.FirstOrDefault(l => l.Number == line) is { } goods
            ? InWords.Amount(amount, goods)
            : Wording.Amount(amount);
}
