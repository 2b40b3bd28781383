using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>The whole case on one page: what can be done, what the law says, and everything on file.</summary>
public sealed class Index(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    TransitCasesForOfficer transits,
    RefutedLinks refuted
) : CasePage(actingFor, directory, cases)
{
    public IReadOnlyList<Possible> Possible { get; private set; } = [];

    /// <summary>The sections of the page, in order: anchor and heading.</summary>
    public IReadOnlyList<(string Anchor, string Heading)> Sections { get; private set; } = [];

    /// <summary>Who is linked to whom around the case; null where nobody is, or the case has not been screened.</summary>
    public LinksOfCase? Links { get; private set; }

    public string StayHeading => IsImport ? "Goods that leave again" : "Goods that come back";

    public bool IsImport => Case.Kind == LicenceKind.Import;

    public IEnumerable<RecordedAnswerView> Pending =>
        Case.RecordedAnswers.Where(a => a.Status == RecordingStatus.Pending);

    public IEnumerable<RecordedAnswerView> Rejected =>
        Case.RecordedAnswers.Where(a => a.Status == RecordingStatus.Rejected);

    /// <summary>What transit States have asked, each with the answer; null while there is none.</summary>
    public IEnumerable<(ExchangeView Question, ExchangeView? Answer)> TransitQuestions =>
        Case
            .Exchange.Where(d => d.Kind == ExchangeKind.TransitQuestion)
            .Select(d => (d, Case.Exchange.FirstOrDefault(a => a.InReplyTo == d.Id)));

    public DocumentSummary? Paper(Guid? id) => Case.Documents.FirstOrDefault(d => d.Id == id);

    public DraftAuthorisation? Claimed(string number) =>
        Case.Application.ImportAuthorisations.FirstOrDefault(a => a.Number?.Trim() == number);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await transits.Has(Acting, Id, Cancel))
            return Redirect($"/officer/transit/{Id}");
        var page = await Load("Case");
        ViewData["Breadcrumbs"] = new Frontend.PortalLink[] { new("Cases", "/officer") };
        ViewData["Title"] = $"Case {Case.Number}";
        Possible = Cases.Possible.On(Case, Acting);
        if (
            Case.Screening is not null
            && await refuted.OfCase(Acting, Id, Cancel) is { Picture.Links.Count: > 0 } links
        )
            Links = links;
        Sections =
        [
            .. new (bool Shown, string Anchor, string Heading)[]
            {
                (Pending.Any(), "to-confirm", "Answers to confirm"),
                (Case.Reopening is not null, "reopening", Case.Reopening?.OnAppeal == true ? "Appeal" : "Reopened"),
                (Case.Replacement is not null, "replacement", "What would change"),
                (Case.Authorisation is not null, "authorisation", "Import authorisation"),
                (Case.Licence is not null, "licence", "Licence"),
                (Case.Licence is not null, "shipments", "Shipments"),
                (Case.Consignment.Temporary is not null, "stay", StayHeading),
                (Case.Marking is not null, "marking", "Import marking"),
                (
                    Case.EarlierStays.Count > 0,
                    "earlier-stays",
                    "Goods of this applicant that did not come back in time"
                ),
                (true, "findings", IsImport ? "The law" : "Article 10"),
                (Case.Screening is not null, "screening", "Diversion risk"),
                (Case.Recommendations.Count > 0, "decision", "Recommendation and decision"),
                (true, "goods", "Goods"),
                (true, "parties", "Parties"),
                (true, "route", IsImport ? "Origin and end use" : "Route and end use"),
                (!IsImport, "import", "Import authorisations"),
                (!IsImport, "transit", "Transit States"),
                (!IsImport, "exchange", "Exchange with other States"),
                (TransitQuestions.Any(), "transit-questions", "Questions of transit States"),
                (true, "information", "Questions to the applicant"),
                (true, "referrals", "Referrals and advice"),
                (true, "documents", "Documents"),
            }
                .Where(s => s.Shown)
                .Select(s => (s.Anchor, s.Heading)),
        ];
        return page;
    }
}
