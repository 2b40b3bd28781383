using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>The importing State says what it has received, Art. 10(4).</summary>
public sealed class ConfirmReceipt(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    [BindProperty]
    public ReceiptForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.Of(ExchangeKind.ReceiptConfirmation);

    protected override StateAnswerGiven Answer() =>
        new() { Kind = ExchangeKind.ReceiptConfirmation, Receipt = Form.Given() };

    protected override void Begin() => Form = ReceiptForm.From(Asked.Receipt!);

    protected override void Show() => Form.Asked = Asked.Receipt;
}
