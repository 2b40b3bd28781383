using Hangfire.Dashboard;
using Licensing.Web.SignIn;

namespace Licensing.Web.Jobs;

/// <summary>The dashboard of jobs is for administrators only.</summary>
public sealed class DashboardDoor : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(Roles.Administrator);
}
