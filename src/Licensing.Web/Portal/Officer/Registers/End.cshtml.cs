using Licensing.Casework.Registers;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Registers;

/// <summary>Proposes to end an entry, or rejects one that nobody has confirmed.</summary>
public sealed class End(
    ActingFor actingFor,
    DirectoryOfStates directory,
    RegistersOnFile onFile,
    KeepRegisters registers
) : OfficerPage(actingFor, directory)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public EntryView Found { get; private set; } = null!;

    public string Heading =>
        Found.Standing == EntryStanding.ToBeConfirmed ? "Reject the entry" : "Propose to end the entry";

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        Found = await onFile.Find(Acting, Id, Cancel);
        Under(
            Heading,
            new("Cases", "/officer"),
            new("Registers", "/officer/registers"),
            new(RegisterForm.Named(Found.Register).Title, $"/officer/registers/{Found.Register}")
        );
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Attempt(
            () => registers.ProposeEnd(Acting, Id, Reason, Cancel),
            "It is on record.",
            "/officer/registers",
            OnGetAsync
        );
}
