using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>A transit State gives notice in writing that it has no objection.</summary>
public sealed class GiveNotice(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    [BindProperty]
    public NoticeForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.Of(ExchangeKind.NoObjection);

    /// <summary>The goods line of the request that a row is about.</summary>
    public RequestedGoods? Goods(NoticeForm.LineRow row) =>
        Asked.Transit!.Goods.FirstOrDefault(g => g.Line == row.Line);

    protected override StateAnswerGiven Answer() =>
        new() { Kind = ExchangeKind.NoObjection, NoObjection = Form.Given() };

    protected override void Begin() => Form = NoticeForm.From(Asked.Transit!);
}
