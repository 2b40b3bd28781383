using Licensing.Casework.StateDirectory;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal.Public;

/// <summary>P13: whom to turn to in each State today. Anybody may read it.</summary>
[AllowAnonymous]
public sealed class Directory(DirectoryOfStates directory, TimeProvider clock) : PageModel
{
    public IReadOnlyList<StateWithAuthorities> States { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        States =
        [
            .. (await directory.Everything(cancel)).Select(s =>
                s with
                {
                    Authorities = [.. s.Authorities.Where(a => a.From <= today && (a.To is null || today <= a.To))],
                }
            ),
        ];
    }
}
