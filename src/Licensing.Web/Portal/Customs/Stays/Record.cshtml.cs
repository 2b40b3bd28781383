using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Acts;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Licences;
using Licensing.Web.Frontend;
using Licensing.Web.Portal.Officer;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Customs.Stays;

/// <summary>What comes back of goods that went for a while; what comes in, and what leaves again of it.</summary>
public sealed class Record(ActingFor actingFor, DirectoryOfStates directory, StaysForCustoms stays, RecordReturn record)
    : OfficerPage(actingFor, directory)
{
    public const string NotNow = "Nothing is outstanding, or the licence does not let it in today.";

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>"entry" or "return".</summary>
    [FromRoute(Name = "what")]
    public string What { get; set; } = "";

    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Post { get; set; }

    public StayForCustoms Stay { get; private set; } = null!;

    public bool IsPost => HttpMethods.IsPost(Request.Method);

    private bool IsEntry => What == "entry";

    public bool IsPossible => IsEntry ? Stay.MayRecordEntry : Stay.MayRecordReturn;

    public string Heading =>
        IsEntry ? "Record what comes in"
        : Stay.Kind == LicenceKind.Import ? "Record what leaves again"
        : "Record what comes back";

    public string Lead =>
        IsEntry
            ? Stay.Stay is null
                ? "Record only what is before you, with the serial number of each firearm that bears one. Its importer then has each marked with the country and year of import."
                : "Record only what is before you, with the serial number of each firearm. It need not bear the import marking: the record says why."
            : "Record only what is before you. Each serial number is compared with those that went; one that never went, or came back before, is refused.";

    /// <summary>Where the licence's page is.</summary>
    public string Home =>
        $"/customs/{(Stay.Kind == LicenceKind.Import ? "authorisations" : "licences")}?number={Uri.EscapeDataString(Stay.Number)}";

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Stay = await stays.Of(Acting, Id, Cancel);
        Under($"{Heading} – {Stay.Number}", new PortalLink("Shipments", "/customs"), new(Stay.Number, Home));
        if (!IsPost)
        {
            On = Acting.Today;
            Lines =
            [
                .. Stay.Lines.Where(l => IsEntry || l.Outstanding > 0).Select(l => new CountedLine { Line = l.Line }),
            ];
        }
        foreach (var line in Lines)
            Name(line);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Stay = await stays.Of(Acting, Id, Cancel);
        return await Attempt(
            async () =>
            {
                var given = new GoodsSeenGiven(CountedLine.Given(Lines), On, Post);
                await CountedLine.AtTheirFields(
                    Lines,
                    async () =>
                    {
                        await (
                            IsEntry ? record.CameIn(Acting, Id, given, Cancel) : record.Back(Acting, Id, given, Cancel)
                        );
                    }
                );
            },
            IsEntry ? "What came in is recorded." : "It is recorded.",
            $"{Home}#stay",
            OnGetAsync
        );
    }

    private void Name(CountedLine line)
    {
        var goods = Stay.Goods.FirstOrDefault(g => g.Number == line.Line);
        var its = Stay.Lines.FirstOrDefault(l => l.Line == line.Line);
        if (goods is null || its is null)
            return;
        line.Goods = $"Line {line.Line}: {InWords.Goods(goods)}";
        line.Hint = IsEntry
            ? $"Authorised: {InWords.Amount(goods.Quantity.Amount, goods)}, came in so far: {Wording.Amount(its.Went)}."
            : $"Outstanding: {InWords.Amount(its.Outstanding, goods)}. Leave it empty if nothing of this line is here.";
    }
}
