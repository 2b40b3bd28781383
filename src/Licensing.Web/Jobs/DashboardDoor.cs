using Hangfire.Dashboard;
using Licensing.Casework;
using Licensing.Web.SignIn;

namespace Licensing.Web.Jobs;

/// <summary>The dashboard of jobs is for administrators only: by the token's role and by our own register of appointments.</summary>
public sealed class DashboardDoor : IDashboardAsyncAuthorizationFilter
{
    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var capacities = await http
            .RequestServices.GetRequiredService<ActingFor>()
            .Capacities(http, http.RequestAborted);
        return capacities.Any(capacity => capacity.Role == Role.Administrator);
    }
}
