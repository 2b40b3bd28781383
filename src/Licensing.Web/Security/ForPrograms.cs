namespace Licensing.Web.Security;

/// <summary>Which paths are for programs: they are answered with problem details, and a cookie counts for nothing there.</summary>
internal static class ForPrograms
{
    // Our own interface, that of an engine beside it, e.g. /elsa/api, and what says whether the process is well.
    private static readonly string[] Interfaces = ["api"];

    public static bool HasInterface(PathString path) =>
        path.HasValue
        && path.Value.Split('/', 4).Skip(1).Take(2).Intersect(Interfaces, StringComparer.OrdinalIgnoreCase).Any();

    public static bool Is(PathString path) =>
        HasInterface(path) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
