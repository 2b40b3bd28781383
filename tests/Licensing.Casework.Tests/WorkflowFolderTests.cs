using Licensing.Casework.Procedures;
using Licensing.Casework.Publishing;
using Licensing.Casework.Steps;
using Licensing.Cli;
using Licensing.Workflow;

namespace Licensing.Casework.Tests;

public sealed class WorkflowFolderTests
{
    [Fact]
    public void What_is_shipped_has_no_mistakes()
    {
        var read = WorkflowFolder.Read(ADatabase.Workflows);
        Assert.Empty(read.Mistakes);
        Assert.Equal(
            [
                "export-authorisation 4",
                "import-authorisation 3",
                "transit-notice 1",
                "eu-2025-41 1",
                "eu-258-2012 1",
                "protocol 4",
                "DR-2026.1 2",
            ],
            read.Files.Select(f => $"{f.Id} {f.Version}")
        );
        var demo = WorkflowFolder.Read(ADatabase.DemoWorkflows);
        Assert.Empty(demo.Mistakes);
        Assert.Equal(["meridia 4", "meridia 1", "yarrowmark 1"], demo.Files.Select(f => $"{f.Id} {f.Version}"));
    }

    [Fact]
    public void A_deadline_that_no_policy_profile_knows_is_named_with_its_activity()
    {
        using var spoilt = new SpoiltWorkflows();
        spoilt.Copy(content => content.Replace("\"transit-notice\"", "\"next-tuesday\"", StringComparison.Ordinal));
        Assert.Equal(
            "export-authorisation.json: await-transit-notices: There is no period \"next-tuesday\": write one of "
                + "import-confirmation, transit-notice, information, advice and appeal.",
            Assert.Single(WorkflowFolder.Read(spoilt.Folder).Mistakes).ToString()
        );
    }

    [Fact]
    public void An_id_or_name_that_would_not_fit_into_a_case_is_a_mistake()
    {
        var (id, name) = (new string('x', 61), new string('y', 201));
        using var spoilt = new SpoiltWorkflows();
        spoilt.Copy(content =>
            content
                .Replace("\"await-decision\"", $"\"{id}\"", StringComparison.Ordinal)
                .Replace("\"With a licensing officer\"", $"\"{name}\"", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                $"export-authorisation.json: {id}: The id is longer than 60 characters.",
                "export-authorisation.json: await-recommendation: The name is longer than 200 characters.",
            ],
            WorkflowFolder.Read(spoilt.Folder).Mistakes.Select(m => m.ToString())
        );
    }

    [Theory]
    [InlineData(
        "calendars",
        """{"version":1,"title":"t","weekEnd":[],"knownFrom":"2026-01-01","knownTo":"2026-12-31","holidays":[]}""",
        "id is missing"
    )]
    [InlineData(
        "calendars",
        """{"id":"x","version":1,"title":"t","knownFrom":"2026-01-01","knownTo":"2026-12-31"}""",
        "weekEnd and holidays must be given; an empty list is written as []"
    )]
    [InlineData(
        "calendars",
        """{"id":"x","version":1,"title":"t","weekEnd":[],"knownFrom":"2026-01-01","knownTo":"2026-12-31","holidays":[null]}""",
        "weekEnd and holidays must be given; an empty list is written as []"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":2147483647,"retentionYears":10,"periods":{"importConfirmation":"3 days","transitNotice":"3 days","information":"3 days","advice":"3 days"}}""",
        "licenceValidityDays must be 1 to 36525"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":365,"retentionYears":10,"periods":{"importConfirmation":"3 days","information":"3 days","advice":"3 days"}}""",
        "periods must give importConfirmation, transitNotice, information and advice"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":365,"retentionYears":10}""",
        "periods is missing"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":365,"retentionYears":10,"transitSilence":{"unconfirmed":true},"periods":{"importConfirmation":"3 days","transitNotice":"3 days","information":"3 days","advice":"3 days"}}""",
        "transitSilence.instrument is missing"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":365,"retentionYears":10,"exemptTransit":{"ground":{"instrument":"i"}},"periods":{"importConfirmation":"3 days","transitNotice":"3 days","information":"3 days","advice":"3 days"}}""",
        "exemptTransit.modes must name a mode of transport"
    )]
    [InlineData(
        "policies",
        """{"id":"x","version":1,"title":"t","instrument":"i","appliesFrom":"2020-01-01","licenceValidityDays":365,"retentionYears":10,"undatedAuthorisation":{"mostDays":10},"periods":{"importConfirmation":"3 days","transitNotice":"3 days","information":"3 days","advice":"3 days"}}""",
        "undatedAuthorisation.ground is missing"
    )]
    public void What_a_file_leaves_out_or_exaggerates_is_told(string folder, string content, string mistake)
    {
        using var spoilt = new SpoiltWorkflows();
        Directory.CreateDirectory(Path.Combine(spoilt.Folder, folder));
        File.WriteAllText(Path.Combine(spoilt.Folder, folder, "x.json"), content);
        Assert.Equal(
            $"{folder}/x.json: {mistake}",
            Assert.Single(WorkflowFolder.Read(spoilt.Folder).Mistakes).ToString()
        );
    }

    [Fact]
    public void The_command_line_lists_every_mistake_and_fails()
    {
        using var spoilt = new SpoiltWorkflows();
        spoilt.Copy(content =>
            content
                .Replace("\"Licensing.CloseRefused\"", "\"Licensing.CloseSomehow\"", StringComparison.Ordinal)
                .Replace("\"port\": \"Returned\"", "\"port\": \"Back\"", StringComparison.Ordinal)
        );
        using var output = new StringWriter();
        var exit = LicensingCommand
            .Make()
            .Parse(["check-workflows", spoilt.Folder])
            .Invoke(new System.CommandLine.InvocationConfiguration { Output = output });
        Assert.Equal(1, exit);
        Assert.Contains("close-refused", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("await-decision", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_procedure_that_leads_from_a_refusal_to_a_licence_is_not_published()
    {
        using var spoilt = new SpoiltWorkflows();
        spoilt.Copy(content =>
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
            WorkflowFolder.Read(spoilt.Folder).Mistakes.Select(m => m.ToString())
        );
    }

    [Fact]
    public void No_drawing_leads_to_a_notice_but_from_the_decision_that_gives_it()
    {
        using var spoilt = new SpoiltWorkflows();
        spoilt.Copy(
            content =>
                content
                    .Replace(Port("Refused"), Port("X"), StringComparison.Ordinal)
                    .Replace(Port("Given"), Port("Refused"), StringComparison.Ordinal)
                    .Replace(Port("X"), Port("Given"), StringComparison.Ordinal),
            "transit-notice.json"
        );
        Assert.Contains(
            "transit-notice.json: await-notice-decision: The outcome \"Refused\" leads to await-notice-end: a notice stands only upon "
                + "the outcome \"Given\" of Licensing.AwaitNoticeDecision.",
            WorkflowFolder.Read(spoilt.Folder).Mistakes.Select(m => m.ToString())
        );

        static string Port(string outcome) =>
            $"\"activity\": \"await-notice-decision\",\n          \"port\": \"{outcome}\"";
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
        var inForce = procedure.Connections.Where(c => c.To == "await-shipments").ToList();
        Assert.Equal(
            [
                new Connection("issue-licence", "Issued", "await-shipments"),
                // Asked from there, and back again.
                new Connection("ask-importing-state-again", "Requested", "await-shipments"),
                new Connection("ask-importing-state-again", "AlreadyConfirmed", "await-shipments"),
                new Connection("ask-transit-states-again", "Requested", "await-shipments"),
                new Connection("ask-transit-states-again", "NoTransit", "await-shipments"),
                new Connection("await-reinstatement", "Reinstated", "await-shipments"),
            ],
            inForce
        );
        Assert.All(
            procedure.Connections.Where(c => c.To is "ask-importing-state-again" or "ask-transit-states-again"),
            c => Assert.Equal("await-shipments", c.From)
        );
        Assert.Equal("await-recommendation", procedure.Next("issue-licence", "NotPermitted"));
    }
}

/// <summary>A folder of workflows that begins as the shipped one and has been spoilt.</summary>
internal sealed class SpoiltWorkflows : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("workflows").FullName;

    public void Copy(Func<string, string> spoil, string file = "export-authorisation.json")
    {
        var shipped = File.ReadAllText(Path.Combine(ADatabase.Workflows, file));
        var spoilt = spoil(shipped);
        Assert.NotEqual(shipped, spoilt);
        File.WriteAllText(Path.Combine(Folder, file), spoilt);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
