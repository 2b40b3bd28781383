using Licensing.Casework;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal;

/// <summary>The portal's pages and who may open them: a folder an audience.</summary>
public static class PortalSetup
{
    private static readonly Dictionary<string, Role[]> Audiences = new(StringComparer.Ordinal)
    {
        ["/Exporter"] = [Role.Exporter, Role.Importer],
        ["/Company"] = [Role.Exporter, Role.Importer, Role.Trader],
        ["/Officer"] = [Role.LicensingOfficer, Role.SeniorOfficer],
        ["/Correspondent"] = [Role.StateCorrespondent],
        ["/Customs"] = [Role.CustomsOfficer],
        ["/Auditor"] = [Role.Auditor],
        ["/Administrator"] = [Role.Administrator],
    };

    public static void AddPortal(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var (folder, roles) in Audiences)
            authorization.AddPolicy(folder, policy => policy.RequireRole(roles.Select(Roles.Of)));
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Portal";
                foreach (var folder in Audiences.Keys)
                    options.Conventions.AuthorizeFolder(folder, folder);
            })
            .AddApplicationPart(typeof(PortalSetup).Assembly)
            .AddMvcOptions(options => options.Filters.Add<NavigationFor>());
        services.AddSingleton<Correspondent.Answering>();
        services.AddRouting(options => options.LowercaseUrls = true);
    }

    /// <summary>Where somebody in that role begins.</summary>
    public static string Home(Role role) =>
        role switch
        {
            Role.Exporter or Role.Importer => "/exporter",
            Role.Trader => "/company/report",
            Role.LicensingOfficer or Role.SeniorOfficer => "/officer",
            Role.StateCorrespondent => "/correspondent",
            Role.CustomsOfficer => "/customs",
            Role.Auditor => "/auditor",
            Role.Administrator => "/administrator",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody signs in as it."),
        };
}
