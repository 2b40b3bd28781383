using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;

namespace Licensing.Domain.Applications;

/// <summary>A complete application: what <see cref="DraftReading"/> makes of a draft that lacks nothing.</summary>
public sealed record Consignment(
    Country ExportingState,
    Country ImportingState,
    IReadOnlyList<GoodsLine> Lines,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<Leg> Route,
    DateOnly PlannedShipmentOn,
    DateOnly ExpectedArrivalOn,
    EndUse EndUse,
    string EndUseStatement
)
{
    public Party FinalRecipient => Parties.First(p => p.Role == PartyRole.FinalRecipient);

    public Party Exporter => Parties.First(p => p.Role == PartyRole.Exporter);

    /// <summary>Number of every import authorisation that a line draws on, each once.</summary>
    public IReadOnlyList<string> AuthorisationNumbers =>
        [.. Lines.SelectMany(line => line.Draws).Select(draw => draw.Authorisation).Distinct(StringComparer.Ordinal)];

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
