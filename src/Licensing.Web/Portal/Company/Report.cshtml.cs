using Licensing.Casework.Registers;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Company;

/// <summary>A company of the register reports a loss, a theft or a suspicion (R11, P15).</summary>
public sealed class Report(ActingFor actingFor, ReportIncident report) : PortalPage(actingFor)
{
    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(nameof(ReportedIncident.Loss), "A loss", "Goods are missing and nobody knows why"),
        new(nameof(ReportedIncident.Theft), "A theft"),
        new(
            nameof(ReportedIncident.Suspicion),
            "A suspicion",
            "An order, a customer or a route that is not as it should be"
        ),
    ];

    [BindProperty]
    public ReportedIncident? What { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Case { get; set; }

    [BindProperty]
    public string? Party { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ModelState.IsValid
            ? await Try(
                async () =>
                {
                    var receipt = await report.Run(Acting, new ReportGiven(What, Case, Party, On, Text), cancel);
                    Done = $"Your report {receipt.Number} has reached the authority.";
                    return Redirect("/company/report");
                },
                () => Task.FromResult<IActionResult>(Page())
            )
            : Page();
}
