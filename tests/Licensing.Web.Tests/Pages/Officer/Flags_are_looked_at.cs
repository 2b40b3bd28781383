using System.Text.Json.Nodes;
using Licensing.Journey;
using Licensing.Web.Tests.Browser;
using Licensing.Web.Tests.Pages.Public;
using Microsoft.Playwright;

namespace Licensing.Web.Tests.Pages.Officer;

/// <summary>What the screening for diversion risk has found is read, explained and agreed to by people.</summary>
public sealed class Flags_are_looked_at(ChromiumFixture chromium, StartedDemo demo) : IClassFixture<StartedDemo>
{
    [Fact]
    public async Task An_officer_reads_why_records_what_was_found_and_a_senior_one_agrees()
    {
        using var door = new FrontDoor(demo.Address);
        var tables = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "screening", "reference.json"),
                TestContext.Current.CancellationToken
            )
        )!;
        // A hub of transshipment on the route, and a country of concern at its end.
        tables["lists"]!["high_risk"] = new JsonArray(
            new JsonObject
            {
                ["id"] = "HR-QN",
                ["state"] = "QN",
                ["level"] = "high",
                ["valid_from"] = "2020-01-01",
            }
        );
        var administrator = await door.SignIn("administrator@qm.example");
        Assert.True((await administrator.LoadReference(tables, DateOnly.FromDateTime(DateTime.UtcNow))).IsDone);
        var found = await demo.Bring("12-");
        var seen = (await (await door.SignIn("officer@qm.example")).Case(found.Id))["screening"];
        var flag = seen.GetProperty("flags")
            .EnumerateArray()
            .First(f => f.GetProperty("isOutstanding").GetBoolean() && f.GetProperty("severity").GetString() == "high")
            .GetProperty("rule")
            .GetString()!;

        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", $"/officer/cases/{found.Id}");
        await officer.Look("flags-case");
        await officer.Page.ClickAsync($"section[aria-labelledby=screening] a:text-is('{flag}')");
        await officer.Press("Record it");
        Assert.Equal(
            ["Give what the flag is.", "Give the reason: what was looked at and what was found."],
            await officer.Errors()
        );
        await officer.Page.GetByLabel("Explained").CheckAsync();
        await officer.Page.FillAsync("[name=Reason]", "The dealer was visited, and the stock agrees.");
        await officer.Look("flags-flag");
        await officer.Press("Record it");
        Assert.Contains("a second officer has to agree", await officer.Words(), StringComparison.Ordinal);

        await using var senior = await demo.SignedIn(
            chromium,
            "senior@qm.example",
            $"/officer/cases/{found.Id}/flags/{flag}"
        );
        await senior.Look("flags-agree");
        await senior.Press("Agree");
        Assert.DoesNotContain("a second officer has to agree", await senior.Words(), StringComparison.Ordinal);

        await using var auditor = await demo.SignedIn(chromium, "auditor@qm.example", $"/auditor/cases/{found.Id}");
        Assert.Contains("Screening for diversion risk", await auditor.Words(), StringComparison.Ordinal);
        Assert.Contains(flag, await auditor.Words(), StringComparison.Ordinal);
        await auditor.Look("flags-audited");

        await using var applicant = await demo.SignedIn(chromium, "brevik@qm.example", $"/exporter/cases/{found.Id}");
        Assert.DoesNotContain(flag, await applicant.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("iversion", await applicant.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_senior_officer_tries_a_rule_set_out_on_past_decisions()
    {
        await demo.Bring("04-");
        await using var senior = await demo.SignedIn(chromium, "senior@qm.example", "/officer/backtest");
        await senior.Press("Replay it");
        Assert.Equal(["Give the rule set that is to be tried out."], await senior.Errors());
        await senior.Look("backtest-error");
        var candidate = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "workflows", "screening", "dr-2026.1.json"),
            TestContext.Current.CancellationToken
        );
        var without = JsonNode.Parse(candidate)!;
        without["version"] = 3;
        without["rules"]!.AsArray().Single(r => (string)r!["id"]! == "DR-P01")!["enabled"] = false;
        await Replay("{");
        Assert.Contains("it is not JSON", Assert.Single(await senior.Errors()), StringComparison.Ordinal);

        await Replay(without.ToJsonString());

        Assert.Contains("version 3", await senior.Words(), StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* decisions", await senior.Words());
        await senior.Look("backtest");
        await using var officer = await demo.SignedIn(chromium, "officer@qm.example", "/officer/backtest");
        Assert.DoesNotContain("Replay it", await officer.Words(), StringComparison.Ordinal);

        async Task Replay(string json)
        {
            await senior.Page.SetInputFilesAsync(
                "input[type=file]",
                new FilePayload
                {
                    Name = "candidate.json",
                    MimeType = "application/json",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(json),
                }
            );
            await senior.Press("Replay it");
        }
    }
}
