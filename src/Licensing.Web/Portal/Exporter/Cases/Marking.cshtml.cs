using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>The importer reports which firearms bear the import marking.</summary>
public sealed class Marking(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    ImportMarking marking
) : CasePage(actingFor, cases, directory)
{
    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    [BindProperty]
    [Display(Name = "The year")]
    public int? Year { get; set; }

    [BindProperty]
    public string? NoYearBecause { get; set; }

    [BindProperty]
    [Display(Name = "The day")]
    public DateOnly? On { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var page = await Named(cancel);
        Lines = CountedLine.Unmarked(Case.Marking);
        foreach (var line in Lines)
            line.Name(Case.Marking, Case.Consignment.Lines);
        (Year, On) = (Acting.Today.Year, Acting.Today);
        return page;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                await CountedLine.AtTheirFields(
                    Lines,
                    async () =>
                    {
                        var given = new MarkingGiven(CountedLine.Given(Lines), Year, NoYearBecause, On);
                        await marking.Record(Acting, Id, given, cancel);
                    }
                );
                Done = "The marked firearms have been reported.";
                return Redirect($"/exporter/cases/{Id}#marking");
            },
            () => Named(cancel)
        );

    private async Task<IActionResult> Named(CancellationToken cancel)
    {
        var page = await Show(cancel);
        foreach (var line in Lines)
            line.Name(Case.Marking, Case.Consignment.Lines);
        return page;
    }
}
