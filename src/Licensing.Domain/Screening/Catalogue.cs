using Licensing.Domain.Screening.Rules;

namespace Licensing.Domain.Screening;

/// <summary>Every rule that is written, family by family.</summary>
public static class Catalogue
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        .. PartsAndKits.Rules,
        .. EndUser.Rules,
        .. AdverseParties.Rules,
        .. EndUse.Rules,
        .. RouteAndTransit.Rules,
        .. Landlocked.Rules,
        .. Embargoes.Rules,
        .. StatesOfConcern.Rules,
        .. Movement.Rules,
        .. Conveyances.Rules,
        .. Documents.Rules,
        .. SharedAuthorisation.Rules,
        .. Chronology.Rules,
        .. Papers.Rules,
        .. Forgery.Rules,
        .. Transaction.Rules,
        .. Prices.Rules,
        .. Orders.Rules,
        .. OrdersOverTime.Rules,
        .. PostShipment.Rules,
        .. Deliveries.Rules,
        .. DataQuality.Rules,
    ];
}
