namespace Licensing.Web.Frontend;

/// <summary>A link in the navigation, the breadcrumbs or the footer.</summary>
public sealed record PortalLink(string Text, string Href);

/// <param name="ActingFor">For whom this person acts: a State, a company. Null when only for themselves.</param>
/// <param name="SignOutPath">Where the sign-out form is posted, with an antiforgery token.</param>
/// <param name="Switch">Where a person who may act for several chooses another; null when there is no choice.</param>
public sealed record SignedInPerson(string Name, string? ActingFor, string SignOutPath, PortalLink? Switch = null);

/// <summary>What stands around every page: where one can go, and who is signed in.</summary>
/// <param name="Person">Null when nobody is signed in.</param>
public sealed record PortalFrame(
    IReadOnlyList<PortalLink> Navigation,
    SignedInPerson? Person,
    IReadOnlyList<PortalLink> Footer
)
{
    public static PortalFrame Empty { get; } = new([], null, []);

    /// <summary>The navigation link whose address is the longest beginning of the path; null when none is.</summary>
    public PortalLink? Current(PathString path) =>
        Navigation
            .Where(link => path == link.Href || (link.Href != "/" && path.StartsWithSegments(link.Href)))
            .MaxBy(link => link.Href.Length);
}

/// <summary>How the host tells the layout what to put around a page. Called once for each page shown.</summary>
public sealed class PortalOptions
{
    public string ProductName { get; set; } = "Arms Transfer Licensing";

    /// <summary>The last line of the footer: whose deployment this is.</summary>
    public string? Owner { get; set; }

    public Func<HttpContext, PortalFrame> Frame { get; set; } = _ => PortalFrame.Empty;
}
