using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Temporary;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Accounts for goods that went for a while and do not come back.</summary>
public sealed class Account(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    AccountForGoods account
) : CasePage(actingFor, directory, cases)
{
    public static readonly IReadOnlyList<Choice> Outcomes =
    [
        .. Enum.GetValues<NotReturned>().Select(o => new Choice(o.ToString(), Wording.Of(o))),
    ];

    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    [BindProperty]
    [Display(Name = "What has become of the goods")]
    public NotReturned? Outcome { get; set; }

    [BindProperty]
    public Guid? DocumentId { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IEnumerable<Choice> Papers =>
        Case.Documents.Select(d => new Choice(d.Id.ToString(), $"{Wording.Of(d.Kind)}: {d.FileName}"));

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Account for goods");
        if (!HttpMethods.IsPost(Request.Method))
            Lines =
            [
                .. (Case.Stay?.Lines ?? [])
                    .Where(l => l.Outstanding > 0)
                    .Select(l => new CountedLine { Line = l.Line }),
            ];
        foreach (var line in Lines)
        {
            var its = Case.Stay?.Lines.FirstOrDefault(l => l.Line == line.Line);
            var goods = Case.Consignment.Lines.FirstOrDefault(l => l.Number == line.Line);
            line.Goods = $"Line {line.Line}" + (goods is null ? "" : $": {Customs.InWords.Goods(goods)}");
            line.Hint =
                $"Outstanding: {Wording.Amount(its?.Outstanding ?? 0)}"
                + (its?.Serials.Count > 0 ? $" ({string.Join(", ", its.Serials)})" : "")
                + ". Leave it empty if nothing of this line is meant.";
        }
        return page;
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            async () =>
            {
                await CountedLine.AtTheirFields(
                    Lines,
                    async () =>
                    {
                        await account.Run(
                            Acting,
                            Id,
                            new AccountGiven(CountedLine.Given(Lines), Outcome, Reason, DocumentId, Licence),
                            Cancel
                        );
                    }
                );
            },
            "The goods are accounted for.",
            OnGetAsync,
            "#stay"
        );
}
