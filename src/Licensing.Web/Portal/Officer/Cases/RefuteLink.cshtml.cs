using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Screening;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Records that a link between two parties, as the screening of the case shows it, means nothing.</summary>
public sealed class RefuteLink(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    RefutedLinks links,
    Casework.Screening.RefuteLink refute
) : CasePage(actingFor, directory, cases)
{
    [FromQuery(Name = "a")]
    public string? PartyA { get; set; }

    [FromQuery(Name = "b")]
    public string? PartyB { get; set; }

    [FromQuery]
    public LinkKind? Attribute { get; set; }

    [FromQuery]
    public string? Value { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Included.</summary>
    [BindProperty]
    public DateOnly? LastDay { get; set; }

    public (PicturedParty A, PicturedParty B, Link Link) Between { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Refute a link");
        var picture = (await links.OfCase(Acting, Id, Cancel))?.Picture ?? throw new NotFoundException("link");
        var link =
            picture
                .Links.Select(l => l.Link)
                .FirstOrDefault(l => (l.From, l.To, l.Value) == (PartyA, PartyB, Value) && l.Attribute == Attribute)
            ?? throw new NotFoundException("link");
        Between = (Party(link.From), Party(link.To), link);
        return page;

        PicturedParty Party(string id) => picture.Parties.First(p => p.Id == id);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptOnCase(
            () =>
                refute.Refute(
                    Acting,
                    Id,
                    new RefutationGiven(PartyA, PartyB, Attribute, Value, Reason, LastDay),
                    Cancel
                ),
            "The link is refuted. It counts once a second, senior officer has confirmed it.",
            OnGetAsync,
            "#screening"
        );
}
