namespace Licensing.Web.Security;

/// <summary>Which paths are for programs: they are answered with problem details, and a cookie counts for nothing there.</summary>
internal static class ForPrograms
{
    /// <summary>Our own interface, /api, or that of an engine beside it, e.g. /elsa/api.</summary>
    public static bool HasInterface(PathString path) =>
        path.HasValue && path.Value.Split('/', 4).Skip(1).Take(2).Contains("api", StringComparer.OrdinalIgnoreCase);

    public static bool Is(PathString path) =>
        HasInterface(path) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
