using Licensing.Casework.Procedures;
using Licensing.Casework.Publishing;
using Licensing.Casework.Steps;
using Licensing.Cli;
using Licensing.Workflow;

namespace Licensing.Casework.Tests;

public sealed class PublishingTests : IAsyncLifetime
{
    private readonly ADatabase _database = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows").FullName;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        await _database.DisposeAsync();
    }

    [Fact]
    public void What_is_shipped_has_no_mistakes()
    {
        var read = WorkflowFolder.Read(ADatabase.Workflows);
        Assert.Empty(read.Mistakes);
        Assert.Equal(["export-authorisation 1", "protocol 1"], read.Files.Select(f => $"{f.Id} {f.Version}"));
    }

    [Fact]
    public async Task A_version_is_published_once()
    {
        Assert.Equal(2, await _database.Publish());
        Assert.Equal(0, await _database.Publish());
    }

    [Fact]
    public async Task The_same_version_with_another_content_is_refused_by_the_name_of_its_file()
    {
        await _database.Publish();
        CopyShipped(content =>
            content.Replace("\"With a licensing officer\"", "\"Somewhere\"", StringComparison.Ordinal)
        );
        var refusal = await Assert.ThrowsAsync<CannotPublishException>(() => _database.Publish(_folder));
        Assert.Equal(
            "export-authorisation.json: export-authorisation version 1 was published on 2026-03-20 with another content: "
                + "give the change a new version.",
            Assert.Single(refusal.Mistakes).ToString()
        );
    }

    [Fact]
    public void A_deadline_that_no_policy_profile_knows_is_named_with_its_activity()
    {
        CopyShipped(content => content.Replace("\"transit-notice\"", "\"next-tuesday\"", StringComparison.Ordinal));
        Assert.Equal(
            "export-authorisation.json: await-transit-notices: There is no period \"next-tuesday\": write one of "
                + "import-confirmation, transit-notice, information and advice.",
            Assert.Single(WorkflowFolder.Read(_folder).Mistakes).ToString()
        );
    }

    [Fact]
    public void The_command_line_lists_every_mistake_and_fails()
    {
        CopyShipped(content =>
            content
                .Replace("\"Licensing.CloseRefused\"", "\"Licensing.CloseSomehow\"", StringComparison.Ordinal)
                .Replace("\"port\": \"Returned\"", "\"port\": \"Back\"", StringComparison.Ordinal)
        );
        using var output = new StringWriter();
        var exit = LicensingCommand
            .Make()
            .Parse(["check-workflows", _folder])
            .Invoke(new System.CommandLine.InvocationConfiguration { Output = output });
        Assert.Equal(1, exit);
        Assert.Contains("close-refused", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("await-decision", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_procedure_that_leads_from_a_refusal_to_a_licence_is_not_published()
    {
        CopyShipped(content =>
            content
                .Replace("\"port\": \"Refused\"", "\"port\": \"X\"", StringComparison.Ordinal)
                .Replace("\"port\": \"Granted\"", "\"port\": \"Refused\"", StringComparison.Ordinal)
                .Replace("\"port\": \"X\"", "\"port\": \"Granted\"", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "export-authorisation.json: await-decision: The outcome \"Refused\" leads to issue-licence: a licence is issued only "
                    + "upon the outcome \"Granted\" of Licensing.AwaitDecision.",
            ],
            WorkflowFolder.Read(_folder).Mistakes.Select(m => m.ToString())
        );
    }

    [Fact]
    public void The_command_line_draws_the_procedure_with_the_position_of_a_case()
    {
        using var output = new StringWriter();
        var exit = LicensingCommand
            .Make()
            .Parse([
                "draw-workflow",
                Path.Combine(ADatabase.Workflows, "export-authorisation.json"),
                "--at",
                "await-decision",
            ])
            .Invoke(new System.CommandLine.InvocationConfiguration { Output = output });
        Assert.Equal(0, exit);
        Assert.StartsWith("flowchart TD", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Waiting for the decision", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_act_that_a_step_permits_is_an_act_and_every_act_is_permitted_somewhere()
    {
        var acts = typeof(CaseActs).GetFields().Select(f => (string)f.GetValue(null)!).Order();
        Assert.Equal(acts, Catalogue.Steps.SelectMany(s => s.Type.Permits).Distinct().Order());
    }

    [Fact]
    public void No_licence_is_issued_but_by_the_step_that_asks_the_law()
    {
        var procedure = ProcedureReader
            .Read(File.ReadAllText(Path.Combine(ADatabase.Workflows, "export-authorisation.json")), Catalogue.Types)
            .Definition!;
        var granted = procedure.Connections.Where(c => c.To == "granted").ToList();
        Assert.Equal([new Connection("issue-licence", "Issued", "granted")], granted);
        Assert.Equal("await-recommendation", procedure.Next("issue-licence", "NotPermitted"));
    }

    private void CopyShipped(Func<string, string> spoil)
    {
        var shipped = File.ReadAllText(Path.Combine(ADatabase.Workflows, "export-authorisation.json"));
        var spoilt = spoil(shipped);
        Assert.NotEqual(shipped, spoilt);
        File.WriteAllText(Path.Combine(_folder, "export-authorisation.json"), spoilt);
    }
}
