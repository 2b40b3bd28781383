using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The goods lines.</summary>
public sealed class Goods(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    /// <summary>In kilograms.</summary>
    [BindProperty]
    public decimal? DeclaredNetKg { get; set; }

    [BindProperty]
    public bool TakenApart { get; set; }

    public Task<IActionResult> OnPostCopyAsync(int number, CancellationToken cancel) =>
        Arrange(
            draft =>
                number < 1 || number > draft.Lines.Count
                    ? draft
                    : draft with
                    {
                        // A serial number belongs to one firearm, so the copy begins without any.
                        Lines = [.. draft.Lines, draft.Lines[number - 1] with { Serials = [] }],
                    },
            $"Line {number} has been copied to the end of the list, without its serial numbers.",
            cancel
        );

    protected override bool Fill(ApplicationDraft draft)
    {
        DeclaredNetKg = draft.DeclaredNetKg;
        TakenApart = draft.DeclaredAs == DeclaredAs.FirearmsTakenApart;
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            DeclaredNetKg = DeclaredNetKg,
            DeclaredAs = TakenApart ? DeclaredAs.FirearmsTakenApart : null,
        };

    protected override string? FieldOf(string path) =>
        path switch
        {
            "lines" => "",
            "declaredNetKg" => nameof(DeclaredNetKg),
            _ => null,
        };
}
