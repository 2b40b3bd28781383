using Licensing.Casework.Checking;
using Licensing.Casework.Publishing;
using Licensing.Casework.Steps;
using Licensing.Domain.Policies;
using Licensing.Workflow;

namespace Licensing.Casework.Tests.Checking;

public sealed class The_shipped_procedures(ITestOutputHelper output)
{
    // The whole is for the command line as it is released: it takes a few times as long as this.
    [Fact]
    public void Hold_what_must_hold_in_every_state_of_the_smaller_universes()
    {
        using var said = new StringWriter();
        var holds = CheckProcedures.Run(WorkflowFolder.Read(ADatabase.Workflows), said, [.. Universes.Values]);
        output.WriteLine(said.ToString());
        Assert.True(holds, said.ToString());
        // Under the protocol silence is never consent; the two profiles of the European Union explore when it is.
        Assert.Equal(Universes.Count - 1 + 2, said.ToString().Split("all hold.").Length - 1);
    }

    public static TheoryData<string> Small => new(Universes.Keys);

    private static readonly Dictionary<string, Universe> Universes = new()
    {
        ["transit"] = CheckProcedures.TwoTransitStates with { TransitStates = [Universe.FirstTransit], Shipments = [] },
        ["restated"] = CheckProcedures.RestatedAuthorisation with { TransitStates = [], Shipments = [] },
        ["narrow"] = CheckProcedures.NoticeForTooLittle with { Shipments = [] },
        ["cases"] = CheckProcedures.TwoCases with { Statements = [new Statement(3, 2, 60)] },
        ["papers"] = CheckProcedures.Papers with { Few = true },
        ["appeals"] = CheckProcedures.Persons,
        ["silence"] = CheckProcedures.TransitStateIsSilent,
        ["mirrored"] = CheckProcedures.TwoTransitStates with { Few = true },
        ["import"] = CheckProcedures.Import with { Amendments = [new Statement(1, 1, 365)] },
        ["importers"] = CheckProcedures.ImportPersons,
        ["customs"] = CheckProcedures.Customs with { AtOnce = 1, Statements = [new Statement(3, 2, 60)] },
    };

    [Theory]
    [MemberData(nameof(Small))]
    public void Go_on_alike_from_worlds_that_are_taken_to_be_alike(string universe)
    {
        var explorer = new Explorer(
            Universes[universe],
            Procedure("export-authorisation"),
            Universes[universe].WithImport ? Procedure("import-authorisation") : null,
            Profile(Universes[universe].Silence ? "eu-258-2012" : "protocol"),
            new Rules(),
            keepAll: true
        );
        var found = explorer.Run();
        output.WriteLine($"{found.States} states, {found.Transitions} transitions");
        Assert.Empty(found.Violations);
        var story = explorer.ToldTooLittle();
        Assert.True(story is null, string.Join("\n", story ?? []));
    }

    private static PolicyProfile Profile(string id) =>
        Wire.Read<PolicyProfile>(File.ReadAllText(Path.Combine(ADatabase.Workflows, "policies", $"{id}.json")));

    private static ProcedureDefinition Procedure(string id) =>
        ProcedureReader
            .Read(File.ReadAllText(Path.Combine(ADatabase.Workflows, $"{id}.json")), Catalogue.Types)
            .Definition!;
}
