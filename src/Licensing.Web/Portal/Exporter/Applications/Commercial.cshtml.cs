using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>How the goods were ordered and are paid for.</summary>
public sealed class Commercial(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    [BindProperty]
    public ApplicationDraft Draft { get; set; } = new();

    protected override bool Fill(ApplicationDraft draft)
    {
        Draft = draft;
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            OrderChannel = Draft.OrderChannel,
            OrderReference = Draft.OrderReference,
            OrderDate = Draft.OrderDate,
            PaymentMethod = Draft.PaymentMethod,
            PayerState = Draft.PayerState,
            Currency = Draft.Currency?.Trim().ToUpperInvariant(),
            FreightCost = Draft.FreightCost,
        };

    protected override string? FieldOf(string path) =>
        path
            is "orderChannel"
                or "orderReference"
                or "orderDate"
                or "paymentMethod"
                or "payerState"
                or "currency"
                or "freightCost"
            ? At(nameof(Draft), path)
            : null;
}
