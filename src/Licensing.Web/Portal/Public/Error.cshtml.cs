using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal.Public;

/// <summary>What happened, in words, and what to do now. It takes the place of an answer without content, also of a form that was
/// refused, so it must not ask for the form's token itself.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class Error : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public int Status { get; set; }

    public bool SignedIn => User.Identity is { IsAuthenticated: true };

    /// <summary>By which the fault is found in the log.</summary>
    public string Reference => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public (string Title, string What, string WhatToDo) Words =>
        Status switch
        {
            400 => (
                "This form is no longer good",
                "The page was open too long, or was opened before you signed in. Nothing was done.",
                "Go back, load the page again, and send the form once more."
            ),
            401 => ("Sign in first", "Your session has ended. Nothing was done.", "Sign in and open the page again."),
            403 => (
                "This is not for you",
                "The page exists, but not for the capacity in which you act.",
                "If you may act in several capacities, choose another. If you should have access, ask the administrator."
            ),
            404 => (
                "There is no such page, or it is not yours",
                "A case can only be opened by those who take part in it; for all others it does not exist.",
                "Check the address. If you followed a link in a letter, sign in as the person it was sent to."
            ),
            >= 500 => (
                "Something went wrong on our side",
                "What you were doing was either done completely or not at all; nothing is half done.",
                "Look at the case to see where it stands, then try again. If it happens again, give the administrator the reference below."
            ),
            _ => ("This cannot be done", "The request was refused. Nothing was done.", "Go back and try again."),
        };
}
