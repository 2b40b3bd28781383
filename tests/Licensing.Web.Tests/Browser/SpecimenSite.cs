using Licensing.Web.Frontend;
using Licensing.Web.Security;
using Licensing.Web.Tests.Browser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(SpecimenSite))]

namespace Licensing.Web.Tests.Browser;

/// <summary>The portal's layout and components with pages of specimens in them, and nothing of the application behind.</summary>
public sealed class SpecimenSite : IAsyncLifetime
{
    private WebApplication? site;

    public string Form => $"{site!.Urls.Single()}/Specimen";

    public string Case => $"{site!.Urls.Single()}/SpecimenCase?q=rifles&p=4";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPortalFrontend(portal =>
        {
            portal.Owner = "Ministry of Foreign Trade, Arlandia";
            portal.Frame = _ => Frame;
        });
        builder
            .Services.AddRazorPages(options => options.RootDirectory = "/Browser")
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                foreach (var assembly in new[] { typeof(SpecimenSite).Assembly, typeof(Assets).Assembly })
                {
                    parts.ApplicationParts.Add(new AssemblyPart(assembly));
                    parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
                }
            });
        site = builder.Build();
        site.UseSecurityHeaders();
        site.UsePortalAssets();
        site.MapRazorPages();
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
    }

    private static PortalFrame Frame =>
        new(
            [
                new("Applications", "/SpecimenCase"),
                new("Requests from other States", "/requests"),
                new("Licences", "/licences"),
                new("New application", "/Specimen"),
            ],
            new("Ingrid Sandvik", "the Ministry of Foreign Trade of Arlandia", "/sign-out", new("Change", "/acting")),
            [new("Check a licence", "/check"), new("API reference", "/api"), new("Coverage of Article 10", "/coverage")]
        );
}
