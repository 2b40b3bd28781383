using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>A page on which a part of a draft is written and saved, complete or not. What is wrong is shown at its field whenever
/// the page is opened; what is merely missing only to those who come from the list of everything that is missing.</summary>
public abstract class SectionPage(
    ActingFor actingFor,
    CasesForApplicant cases,
    Drafts drafts,
    DirectoryOfStates directory
) : DraftPage(actingFor, cases, directory)
{
    /// <summary>Show what is missing, too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>One more empty row is wanted.</summary>
    [BindProperty(SupportsGet = true)]
    public bool More { get; set; }

    /// <summary>Puts what is on file into the form; false when there is nothing of that number.</summary>
    protected abstract bool Fill(ApplicationDraft draft);

    /// <summary>The draft with what the form says.</summary>
    protected abstract ApplicationDraft Written(ApplicationDraft draft);

    /// <summary>Where on this page the field of the draft is; empty for the page as a whole, null when it is elsewhere.</summary>
    protected abstract string? FieldOf(string path);

    /// <summary>Where this page returns to.</summary>
    protected virtual string Onward => Home;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
            return elsewhere;
        if (!Fill(OnFile))
            return NotFound();
        foreach (var problem in Application.Problems.Where(p => All || !p.IsMissing))
            if (FieldOf(problem.Field) is { } field)
                ModelState.AddModelError(field, States.InSentence(problem.Text));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
            return elsewhere;
        if (!ModelState.IsValid)
            return Page();
        return await Change(Written, Onward, cancel);
    }

    /// <summary>Saves a change that a button in a list stands for, and shows the list again.</summary>
    protected async Task<IActionResult> Arrange(
        Func<ApplicationDraft, ApplicationDraft> change,
        string done,
        CancellationToken cancel
    )
    {
        if (await Load(cancel) is { } elsewhere)
            return elsewhere;
        // What the rest of the page asks is not part of the button's form.
        ModelState.Clear();
        Fill(OnFile);
        return await Change(
            draft =>
            {
                Done = done;
                return change(draft);
            },
            Request.Path,
            cancel
        );
    }

    /// <summary>Saves a change of the version that the person saw, or says that it is no longer the last one.</summary>
    protected Task<IActionResult> Change(
        Func<ApplicationDraft, ApplicationDraft> change,
        string onward,
        CancellationToken cancel
    ) =>
        Try(
            async () =>
            {
                try
                {
                    // The act itself refuses another version than the one seen; then nothing may be read into the present one.
                    var draft = Application.Version == Seen ? change(OnFile) : OnFile;
                    var saved = await drafts.Change(Acting, Id, Seen, draft, cancel);
                    return Saved(saved, onward);
                }
                catch (ChangedException)
                {
                    LostRace = true;
                    throw;
                }
            },
            () => Task.FromResult<IActionResult>(Page())
        );

    private RedirectResult Saved(DraftReceipt saved, string onward)
    {
        var wrong = saved.Problems.Any(p => !p.IsMissing && FieldOf(p.Field) is not null);
        if (More)
            return Redirect(Request.Path + "?more=true");
        if (wrong)
            Done = "Saved. Correct what is marked before you submit.";
        return Redirect(wrong ? Request.Path : onward);
    }

    /// <summary>"endUserCertificate.signedOn" on a page bound to <c>Draft</c>: "Draft.EndUserCertificate.SignedOn".</summary>
    /// <param name="property">Empty for what is bound to the page itself.</param>
    protected static string At(string property, string path) =>
        string.Join(
            '.',
            path.Split('.').Prepend(property).Where(p => p.Length > 0).Select(p => char.ToUpperInvariant(p[0]) + p[1..])
        );
}
