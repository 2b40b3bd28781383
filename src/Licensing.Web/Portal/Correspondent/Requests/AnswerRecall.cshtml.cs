using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>A State says where goods are that were called back.</summary>
public sealed class AnswerRecall(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    [BindProperty]
    public RecallForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.Of(ExchangeKind.RecallReply);

    protected override StateAnswerGiven Answer() =>
        new() { Kind = ExchangeKind.RecallReply, RecallReply = Form.Given() };

    protected override void Begin() { }
}
