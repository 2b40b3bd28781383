using Licensing.Casework;
using Licensing.Casework.Registers;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What every company of the register can do, whether or not it applies for anything: P15.</summary>
public static class CompanyApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("company", "Company", Role.Exporter, Role.Importer, Role.Trader);
        api.MapPost(
                "/reports",
                (Caller who, ReportGiven body, ReportIncident report, CancellationToken cancel) =>
                    report.Run(who.Acting, body, cancel)
            )
            .WithSummary("Reports a loss, a theft or a suspicion to the licensing authority.")
            .IsAct();
    }
}
