using Licensing.Casework;
using Licensing.Web.Frontend;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Licensing.Web.Portal;

/// <summary>What stands around a page for whoever has opened it: where that role can go, for whom the person acts, the way out.
/// It is found out before the page runs, because the layout cannot wait for the register of appointments.</summary>
public sealed class NavigationFor(ActingFor actingFor) : IAsyncPageFilter
{
    private static readonly PortalLink[] Footer =
    [
        new("Directory of competent authorities", "/public/directory"),
        new("API reference", "/scalar"),
    ];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        if (Identity.From(http.User) is { } identity)
        {
            var capacities = await actingFor.Capacities(http, http.RequestAborted);
            var chosen = await actingFor.Chosen(http, http.RequestAborted);
            http.Items[typeof(PortalFrame)] = Frame(identity.Name, chosen, capacities.Count);
        }
        await next();
    }

    /// <summary>For the layout: the frame of this request, which for nobody in particular is the footer alone.</summary>
    public static PortalFrame Of(HttpContext http) =>
        http.Items[typeof(PortalFrame)] as PortalFrame ?? new PortalFrame([], null, Footer);

    private static PortalFrame Frame(string name, Capacity? chosen, int capacities) =>
        new(
            chosen is null ? [] : Links(chosen.Role),
            new SignedInPerson(
                name,
                chosen is null ? null : $"{chosen.For} ({Written.Role(chosen.Role)})",
                "/sign-out",
                capacities > 1 ? new PortalLink("Act in another capacity", "/public/acting-as") : null
            ),
            Footer
        );

    private static PortalLink[] Links(Role role) =>
        role switch
        {
            Role.Exporter or Role.Importer => [new("Your cases", "/exporter"), new("Report", "/company/report")],
            Role.Trader => [new("Report", "/company/report")],
            Role.LicensingOfficer =>
            [
                new("Cases", "/officer"),
                new("Landlocked arrangements", "/officer/arrangements"),
                new("Registers", "/officer/registers"),
                new("Refuted links", "/officer/links"),
            ],
            Role.SeniorOfficer =>
            [
                new("Cases", "/officer"),
                new("Landlocked arrangements", "/officer/arrangements"),
                new("Registers", "/officer/registers"),
                new("Refuted links", "/officer/links"),
                new("Try a rule set out", "/officer/backtest"),
            ],
            Role.StateCorrespondent => [new("Requests", "/correspondent")],
            Role.CustomsOfficer => [new("Shipments", "/customs"), new("Look up a licence", "/customs/licences")],
            Role.Auditor =>
            [
                new("Cases", "/auditor"),
                new("History", "/auditor/history"),
                new("Landlocked arrangements", "/auditor/arrangements"),
                new("Registers", "/auditor/registers"),
                new("Refuted links", "/auditor/links"),
            ],
            Role.Administrator =>
            [
                new("Start", "/administrator"),
                new("Directory", "/administrator/directory"),
                new("Published files", "/administrator/published"),
                new("Lists", "/administrator/reference"),
                new("Registers", "/administrator/registers"),
            ],
            _ => [],
        };
}
