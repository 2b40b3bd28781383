namespace Licensing.Web.Tests;

/// <summary>Files of this repository, for tests that look at them.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Licensing.sln")))
            at = at.Parent;
        return at.FullName;
    }
}
