using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Applications;

/// <summary>A complete application: what <see cref="DraftReading"/> makes of a draft that lacks nothing.</summary>
/// <param name="Route">Empty where an import is applied for: by which way the goods come is not known then.</param>
/// <param name="WantedUntil">The last day that the applicant would have on the import authorisation; null where none was named.</param>
/// <param name="Temporary">For what and until when, where the goods are to come back; null where they go for good.</param>
/// <param name="Use">Of the authorisation that is applied for. Null for an export where the applicant has not said so: then it is for as many
/// shipments as its quantities allow.</param>
public sealed record Consignment(
    Country ExportingState,
    Country ImportingState,
    IReadOnlyList<GoodsLine> Lines,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<Leg> Route,
    DateOnly PlannedShipmentOn,
    DateOnly ExpectedArrivalOn,
    EndUse EndUse,
    string EndUseStatement,
    AuthorisationUse? Use = null,
    DateOnly? WantedUntil = null,
    TemporaryMovement? Temporary = null
)
{
    public Party FinalRecipient => The(PartyRole.FinalRecipient);

    public Party Exporter => The(PartyRole.Exporter);

    /// <summary>The party in a role that has exactly one: exporter, importer, consignee, final recipient.</summary>
    public Party The(PartyRole role) => Parties.First(p => p.Role == role);

    /// <summary>Number of every import authorisation that a line draws on, each once.</summary>
    public IReadOnlyList<string> AuthorisationNumbers =>
        [.. Lines.SelectMany(line => line.Draws).Select(draw => draw.Authorisation).Distinct(StringComparer.Ordinal)];

    /// <summary>The first day on which the goods may be in the importing State: that of arrival, unless an earlier leg ends there already,
    /// then the day of that leg, or, when it bears none, the last day known before it.</summary>
    public DateOnly EntersImportingStateOn
    {
        get
        {
            var day = PlannedShipmentOn;
            foreach (var leg in Route.SkipLast(1))
            {
                day = leg.ArrivesOn ?? day;
                if (leg.To == ImportingState)
                    return day;
            }
            return ExpectedArrivalOn;
        }
    }

    /// <summary>The same goods, to be back by that day, included; null leaves them as they are.</summary>
    public Consignment ToReturnBy(DateOnly? day) =>
        day is { } last && Temporary is { } movement
            ? this with
            {
                Temporary = movement with { ReturnBy = last },
            }
            : this;

    /// <summary>The same goods, leaving on that day at the earliest. Where that is later than planned, the days of the route are not known
    /// any more: the goods may be anywhere on the way on any of them.</summary>
    public Consignment NotBefore(DateOnly day) =>
        day <= PlannedShipmentOn
            ? this
            : this with
            {
                Route = [.. Route.Select(leg => leg with { ArrivesOn = null })],
                PlannedShipmentOn = day,
                ExpectedArrivalOn = ExpectedArrivalOn > day ? ExpectedArrivalOn : day,
            };

    public IReadOnlyList<Passage> Passages(bool portCallIsTransit) =>
        Routes.Route.Passages(
            Route,
            ExportingState,
            ImportingState,
            PlannedShipmentOn,
            ExpectedArrivalOn,
            portCallIsTransit
        );
}
