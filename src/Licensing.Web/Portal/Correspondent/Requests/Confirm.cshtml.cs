using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>The importing State confirms its authorisation with the particulars that stand in its own register.</summary>
public sealed class Confirm(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    [BindProperty]
    public AuthorisationForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.Of(ExchangeKind.ImportConfirmation);

    protected override StateAnswerGiven Answer() =>
        new()
        {
            Kind = ExchangeKind.ImportConfirmation,
            Confirmation = Asked.InRegister is null ? Form.Given() : new ImportConfirmationGiven(),
        };

    // What the applicant claims saves typing; whether the authorisation names an exporter and a consignee is for the State to say.
    protected override void Begin()
    {
        var asked = Asked.ImportConfirmation!;
        Form.IssuedOn = asked.ClaimedIssuedOn;
        Form.ExpiresOn = asked.ClaimedExpiresOn;
        Form.Importer = AuthorisationForm.PartyForm.Of(asked.Importer);
        Form.FinalRecipient = AuthorisationForm.PartyForm.Of(asked.FinalRecipient);
        Form.Goods = AuthorisationForm.GoodsOf(asked);
    }

    protected override void Show() => (Form.Asked, Form.States) = (Asked.ImportConfirmation, Names.Choices);

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        Form.AddRow();
        return Unfinished();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int row, CancellationToken cancel)
    {
        await Load(id, cancel);
        Form.RemoveRow(row, ModelState);
        return Unfinished();
    }
}
