using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Transit;

/// <summary>One officer writes the State's answer as it is to be given; a second one will give it.</summary>
public sealed class Recommend(
    ActingFor actingFor,
    DirectoryOfStates directory,
    TransitCasesForOfficer cases,
    RecommendNotice recommend
) : TransitPage(actingFor, directory, cases)
{
    /// <summary>The answer as a form.</summary>
    public sealed class AnswerForm
    {
        public NoticeForm NoObjection { get; set; } = new();
        public string? Reason { get; set; }
    }

    [FromRoute(Name = "answer")]
    public string Path { get; set; } = "";

    [BindProperty]
    public AnswerForm Answer { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public bool IsObjection => Path == "objection";

    public string Title => IsObjection ? "Recommend an objection" : "Recommend no objection";

    public RequestedGoods? Goods(NoticeForm.LineRow row) => Case.Request.Goods.FirstOrDefault(g => g.Line == row.Line);

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load(Title);
        if (!HttpMethods.IsPost(Request.Method))
            Answer.NoObjection = NoticeForm.From(Case.Request);
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => recommend.Run(Acting, Id, new NoticeRecommendationGiven(Seen, Given, Note), Cancel),
            "Your recommendation is with the senior officers. One of them gives the answer.",
            Home + "#decision",
            OnGetAsync
        );

    private StateAnswerGiven Given =>
        IsObjection
            ? new() { Kind = ExchangeKind.Objection, Reason = Answer.Reason }
            : new() { Kind = ExchangeKind.NoObjection, NoObjection = Answer.NoObjection.Given() };
}
