using Licensing.Casework;
using Licensing.Casework.Registers;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Administrator;

/// <summary>A form that loads entries of other agencies into the registers.</summary>
public sealed class Registers(ActingFor actingFor, KeepRegisters registers) : PortalPage(actingFor)
{
    [BindProperty]
    public IFormFile? Data { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Try(
            async () =>
            {
                var given = new EntriesGiven(await JsonUpload.Read(Data, cancel), Source);
                var receipt = await registers.Load(Acting, given, cancel);
                Done =
                    (
                        receipt.Loaded.Count == 0
                            ? "Nothing in the file is new."
                            : $"Loaded: {Words.And(receipt.Loaded.Select(l => $"{l.Value} in {l.Key}"))}."
                    ) + (receipt.Unchanged > 0 ? $" There already, exactly so: {receipt.Unchanged}." : "");
                return Redirect("/administrator/registers");
            },
            () => Task.FromResult<IActionResult>(Page())
        );
}
