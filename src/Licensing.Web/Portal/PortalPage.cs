using Licensing.Casework.Acts;
using Licensing.Casework.Procedures;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal;

/// <summary>A page for somebody who is signed in and appointed. It knows who acts, and turns a refusal into what the person
/// reads: at the field, or at the top of the page.</summary>
public abstract class PortalPage(ActingFor actingFor) : PageModel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Who acts, for which State. Under the form's key, so that a form sent twice is done once.</summary>
    public Acting Acting { get; private set; } = null!;

    /// <summary>Made with each form and sent back with it.</summary>
    [BindProperty]
    public string? FormKey { get; set; }

    /// <summary>Unmet findings of a refused act, for the page to show.</summary>
    public IReadOnlyList<Finding> Refusal { get; private set; } = [];

    /// <summary>Said once on the next page.</summary>
    [TempData(Key = "Success")]
    public string? Done { get; set; }

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        try
        {
            var acting = await actingFor.Acting(HttpContext, HttpContext.RequestAborted);
            var key = FormKey is { Length: > 0 and <= 100 } && HttpMethods.IsPost(Request.Method) ? FormKey : null;
            Acting = acting with { IdempotencyKey = key };
        }
        catch (NotAllowedException)
        {
            var capacities = await actingFor.Capacities(HttpContext, HttpContext.RequestAborted);
            context.Result = capacities.Count > 1 ? RedirectToPage("/Public/ActingAs") : StatusCode(403);
            return;
        }
        if (!HttpMethods.IsPost(Request.Method))
            FormKey = Guid.CreateVersion7().ToString("N");
        var executed = await next();
        // The next page shows the case where it comes to rest; where that takes longer, it says so.
        var procedures = HttpContext.RequestServices.GetRequiredService<IProcedures>();
        if (!procedures.MoveAtOnce && HttpMethods.IsPost(Request.Method) && executed.Exception is null)
            await Rest();
        // A reading page whose case is somebody else's: the same as one that does not exist.
        if (executed.Exception is NotFoundException)
            (executed.ExceptionHandled, executed.Result) = (true, NotFound());
        else if (executed.Exception is NotAllowedException)
            (executed.ExceptionHandled, executed.Result) = (true, StatusCode(403));
    }

    private async Task Rest()
    {
        var services = HttpContext.RequestServices;
        try
        {
            await services.GetRequiredService<MovingCases>().Rest(Acting.ActId, Patience, HttpContext.RequestAborted);
        }
        catch (Exception failure) when (services.GetRequiredService<Reach>().IsLost(failure))
        {
            // The act is done; the next page says whether the database is there.
        }
    }

    /// <summary>Does the act and goes on; a refusal is put where the person sees it, and the page is shown again.</summary>
    /// <param name="again">Loads what the page shows and returns it.</param>
    /// <param name="prefix">Name of the bound property, so that an error lands at its field.</param>
    protected async Task<IActionResult> Try(
        Func<Task<IActionResult>> act,
        Func<Task<IActionResult>> again,
        string prefix = ""
    )
    {
        try
        {
            return await act();
        }
        catch (MalformedException refusal)
        {
            foreach (var problem in refusal.Problems)
                ModelState.AddModelError(Pascal(prefix, problem.Field), problem.Text);
        }
        catch (NotPermittedException refusal)
        {
            Refusal = refusal.Findings;
            ModelState.AddModelError(
                "",
                "The law does not permit this now. The findings below say what is missing and what to do."
            );
        }
        catch (RefusedException refusal)
        {
            ModelState.AddModelError("", $"{refusal.Message} {refusal.WhatToDo}");
        }
        catch (Exception refusal) when (refusal is ChangedException or FourEyesException)
        {
            ModelState.AddModelError("", refusal.Message);
        }
        // What was refused was not done: the next attempt is a new one.
        FormKey = Guid.CreateVersion7().ToString("N");
        ModelState.Remove(nameof(FormKey));
        return await again();
    }

    // "lines[0].unitValue" as the field of a bound property "Draft": "Draft.Lines[0].UnitValue".
    private static string Pascal(string prefix, string field)
    {
        var path = string.Join('.', field.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        return prefix.Length == 0 ? path : $"{prefix}.{path}";
    }
}
