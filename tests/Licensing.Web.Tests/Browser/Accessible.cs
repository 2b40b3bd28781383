using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Browser;

/// <summary>WCAG 2.2 level A and AA, as far as a machine can judge it.</summary>
public static class Accessible
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task Check(IPage page)
    {
        var result = await page.RunAxe(Wcag);
        Assert.NotEmpty(result.Passes);
        var offences =
            from violation in result.Violations
            from node in violation.Nodes
            select $"{violation.Id}: {violation.Help}\n  at {node.Target}\n  {node.Html}\n  {string.Join("; ", node.Any.Concat(node.All).Select(check => check.Message))}";
        Assert.True(result.Violations.Length == 0, $"{page.Url} is not accessible:\n{string.Join("\n", offences)}");
    }
}
