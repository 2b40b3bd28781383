using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Web.Frontend;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Officer;

/// <summary>A senior officer tries a candidate rule set of the screening out on past decisions.</summary>
public sealed class BackTest(ActingFor actingFor, DirectoryOfStates directory, Casework.Screening.BackTest test)
    : OfficerPage(actingFor, directory)
{
    private const int Shown = 20;

    [BindProperty]
    public IFormFile? Rules { get; set; }

    public BackTestReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Acting.Require(Role.SeniorOfficer);
        await Speak();
        Under("Try a rule set out", new PortalLink("Cases", "/officer"));
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        Try(
            async () =>
            {
                Report = await test.Run(Acting, await Text(), Cancel);
                return await OnGetAsync();
            },
            OnGetAsync
        );

    /// <summary>How many, and the first of them.</summary>
    public static string Cases(IReadOnlyList<string> cases) =>
        cases.Count == 0
            ? "None"
            : $"{cases.Count}: {string.Join(", ", cases.Take(Shown))}{(cases.Count > Shown ? " …" : "")}";

    private async Task<string?> Text()
    {
        if (Rules is null)
            return null;
        using var reader = new StreamReader(Rules.OpenReadStream());
        return await reader.ReadToEndAsync(Cancel);
    }
}
