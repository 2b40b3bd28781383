using System.Globalization;
using System.Text.RegularExpressions;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>On which page a problem can be put right.</summary>
public static partial class Places
{
    /// <summary>The page's address under the application's: "lines[1].quantity" is put right on goods/2.</summary>
    public static string Of(LicenceKind kind, DraftProblem problem)
    {
        var page = Chapters.Of(kind, problem.Section).Page;
        var item = Item().Match(problem.Field);
        return item.Success ? $"{page}/{int.Parse(item.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1}" : page;
    }

    [GeneratedRegex(@"^(?:lines|parties|route)\[(\d+)\]")]
    private static partial Regex Item();
}
