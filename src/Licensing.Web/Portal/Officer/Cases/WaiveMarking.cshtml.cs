using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Returns;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Cases;

/// <summary>Finds that firearms which came in for good need not bear the import marking.</summary>
public sealed class WaiveMarking(
    ActingFor actingFor,
    DirectoryOfStates directory,
    CasesForOfficer cases,
    ImportMarking marking
) : CasePage(actingFor, directory, cases)
{
    [BindProperty]
    public List<CountedLine> Lines { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await Load("Waive the import marking");
        if (!HttpMethods.IsPost(Request.Method))
            Lines = CountedLine.Unmarked(Case.Marking);
        foreach (var line in Lines)
            line.Name(Case.Marking, Case.Consignment.Lines);
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
                        await marking.Waive(
                            Acting,
                            Id,
                            new MarkingWaiverGiven(CountedLine.Given(Lines), Reason),
                            Cancel
                        );
                    }
                );
            },
            "The import marking is waived.",
            OnGetAsync,
            "#marking"
        );
}
