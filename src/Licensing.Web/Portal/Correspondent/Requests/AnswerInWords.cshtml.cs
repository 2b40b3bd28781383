using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

public sealed class WordsForm
{
    public string? Reason { get; set; }
}

/// <summary>The answers that consist of words: an acknowledgement, and all that say no or take back.</summary>
public sealed class AnswerInWords(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    [BindProperty(SupportsGet = true, Name = "answer")]
    public string Path { get; set; } = "";

    [BindProperty]
    public WordsForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.At(Path)!;

    public bool IsAcknowledgement => Wording.Kind == ExchangeKind.TransitAcknowledgement;

    protected override StateAnswerGiven Answer() => new() { Kind = Wording.Kind, Reason = Form.Reason };

    protected override void Begin() { }
}
