using Licensing.Casework;
using Licensing.Casework.Registers;
using Licensing.Casework.StateDirectory;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer.Registers;

/// <summary>The registers of the State that the screening reads, and what a second officer has to confirm in them.</summary>
public sealed class Index(
    ActingFor actingFor,
    DirectoryOfStates directory,
    RegistersOnFile onFile,
    KeepRegisters registers
) : OfficerPage(actingFor, directory)
{
    [FromRoute(Name = "register")]
    public string? Its { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    /// <summary>Null for all registers.</summary>
    public RegisterForm? Form => Its is null ? null : RegisterForm.Named(Its);

    public Page<EntryView> List { get; private set; } = null!;

    private string Here => Its is null ? "/officer/registers" : $"/officer/registers/{Its}";

    public async Task<IActionResult> OnGetAsync()
    {
        await Speak();
        if (Form is { } form)
            Under(form.Title, new("Cases", "/officer"), new("Registers", "/officer/registers"));
        else
            Under("Registers");
        List = await WithinRange(Number, wanted => onFile.List(Acting, Its, About, wanted, Cancel));
        return Page();
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid entry) =>
        Attempt(() => registers.Confirm(Acting, entry, Cancel), "It is confirmed.", Here, OnGetAsync);

    public Task<IActionResult> OnPostKeepAsync(Guid entry) =>
        Attempt(() => registers.KeepOn(Acting, entry, Cancel), "The entry goes on.", Here, OnGetAsync);
}
