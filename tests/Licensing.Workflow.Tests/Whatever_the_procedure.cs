using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Licensing.Workflow.Tests;

/// <summary>Holds for every procedure, not only for the one of the other tests.</summary>
public sealed class Whatever_the_procedure
{
    /// <summary>
    /// A procedure that is sound by construction. Of the activities 0 … n-1 the last is an ending and each other one
    /// leads to the next by its first outcome; the second outcome of a waiting step leads anywhere, that of a doing
    /// step only onwards.
    /// </summary>
    private static readonly Gen<JsonObject> Sound =
        from waits in Gen.Bool.Array[1, 12]
        from seconds in Gen.Int[0, 1000].Array[waits.Length]
        select Build(waits, seconds);

    /// <summary>The same, with connections led astray: sound or not.</summary>
    private static readonly Gen<JsonObject> Astray =
        from procedure in Sound
        from changes in Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[1, 4]
        select LeadAstray(procedure, changes);

    private static JsonObject Build(bool[] waits, int[] seconds)
    {
        var last = waits.Length;
        var procedure = A.Procedure();
        procedure.Activities().Clear();
        procedure.Connections().Clear();
        procedure.AddStep("start", "Elsa.Start").Connect("start", "Done", "0");
        for (var i = 0; i < last; i++)
        {
            procedure.AddStep($"{i}", waits[i] ? "Orders.AwaitAnswer" : "Orders.Check");
            if (waits[i])
                procedure.Activity($"{i}")["deadline"] = A.Literal("x");
            var second = waits[i] ? seconds[i] % (last + 1) : i + 1 + seconds[i] % (last - i);
            procedure.Connect($"{i}", waits[i] ? "Answered" : "Complete", $"{i + 1}");
            procedure.Connect($"{i}", waits[i] ? "Lapsed" : "Incomplete", $"{second}");
        }
        return procedure.AddStep($"{last}", "Elsa.End");
    }

    private static JsonObject LeadAstray(JsonObject procedure, (int Connection, int Target)[] changes)
    {
        var ids = procedure.Activities().Select(activity => activity!["id"]!.GetValue<string>()).ToList();
        foreach (var (connection, target) in changes)
        {
            var connections = procedure.Connections();
            connections[connection % connections.Count]!["target"]!["activity"] = ids[target % ids.Count];
        }
        return procedure;
    }

    [Fact]
    public void a_sound_one_is_read_without_a_mistake() =>
        Sound.Sample(procedure => Assert.Empty(A.Read(procedure).Mistakes));

    [Fact]
    public void a_walk_by_any_outcomes_stays_inside_it_and_counts_its_steps() =>
        Gen.Select(Astray, Gen.Int[0, 1000].Array[30])
            .Where((procedure, _) => A.Read(procedure).Definition is not null)
            .Sample(
                (procedure, choices) =>
                {
                    var definition = A.Read(procedure).Definition!;
                    var reachable = Reachable(procedure);
                    var move = Runner.Start(definition);
                    for (var i = 0; i < choices.Length && move.Instance.Status != InstanceStatus.Ended; i++)
                    {
                        Assert.Contains(move.Instance.Position, reachable);
                        Assert.Equal(i + 1, move.Instance.Visit);
                        var left = definition.Activity(move.Instance.Position);
                        var outcome = left.Type.Outcomes[choices[i] % left.Type.Outcomes.Count];
                        move = Runner.Complete(definition, move.Instance, outcome);
                        Assert.Equal([new Entered(definition.Next(left.Id, outcome), left.Id, outcome)], move.Happened);
                    }
                }
            );

    [Fact]
    public void a_read_one_reaches_all_its_steps_can_end_from_each_and_always_comes_to_wait_or_end() =>
        Astray.Sample(procedure =>
        {
            var ids = procedure.Activities().Select(activity => activity!["id"]!.GetValue<string>()).ToHashSet();
            var waiting = ids.Where(id => TypeOf(procedure, id) == "Orders.AwaitAnswer").ToHashSet();
            var last = $"{ids.Count - 2}";
            var sound =
                !Edges(procedure).Any(edge => edge.To == "start")
                && ids.SetEquals(Reachable(procedure).Append("start"))
                && ids.All(id => id == last || After(procedure, id, []).Contains(last))
                && !ids.Any(id => !waiting.Contains(id) && After(procedure, id, waiting).Contains(id));
            Assert.Equal(sound, A.Read(procedure).Definition is not null);
        });

    [Fact]
    public void reading_never_throws_on_mutilated_text()
    {
        var json = A.Procedure().ToJsonString();
        var cut = Gen.Select(Gen.Int[0, json.Length - 1], Gen.Int[0, 40], Gen.String[0, 6]);
        cut.Array[1, 4]
            .Sample(cuts =>
            {
                var text = new StringBuilder(json);
                foreach (var (at, length, instead) in cuts)
                {
                    var from = Math.Min(at, text.Length);
                    text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, instead);
                }
                AssertSoundOrMistaken(text.ToString());
            });
    }

    [Fact]
    public void reading_never_throws_on_any_value_in_any_place()
    {
        string[] values =
        [
            "null",
            "7",
            "-1",
            "1e400",
            "true",
            "\"\"",
            "\"check\"",
            "\"\\udfff\"",
            "[]",
            "[null,[]]",
            "{}",
            "{\"id\":{}}",
        ];
        var json = A.Procedure().ToJsonString();
        var places = Places(A.Procedure()).Count;
        Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, values.Length - 1])
            .Array[1, 3]
            .Sample(changes =>
            {
                var procedure = JsonNode.Parse(json)!;
                var text = json;
                foreach (var (place, value) in changes)
                {
                    var all = Places(procedure);
                    var node = all[place % all.Count];
                    node.ReplaceWith($"\u0001{value}");
                    text = procedure.ToJsonString();
                }
                foreach (var value in values)
                    text = text.Replace(
                        JsonValue.Create($"\u0001{value}")!.ToJsonString(),
                        value,
                        StringComparison.Ordinal
                    );
                AssertSoundOrMistaken(text);
            });
    }

    private static void AssertSoundOrMistaken(string json)
    {
        var reading = ProcedureReader.Read(json, A.Catalogue);
        Assert.Equal(reading.Mistakes.Count == 0, reading.Definition is not null);
        Assert.DoesNotContain(reading.Mistakes, mistake => string.IsNullOrWhiteSpace(mistake.Text));
    }

    private static List<JsonNode> Places(JsonNode node) =>
        node switch
        {
            JsonObject map => [.. map.Select(member => member.Value).OfType<JsonNode>().SelectMany(Inside)],
            JsonArray list => [.. list.OfType<JsonNode>().SelectMany(Inside)],
            _ => [],
        };

    private static IEnumerable<JsonNode> Inside(JsonNode node) => Places(node).Prepend(node);

    private static string TypeOf(JsonObject procedure, string id) => procedure.Activity(id)["type"]!.GetValue<string>();

    private static List<(string From, string To)> Edges(JsonObject procedure) =>
        [
            .. procedure
                .Connections()
                .Select(edge =>
                    (edge!["source"]!["activity"]!.GetValue<string>(), edge["target"]!["activity"]!.GetValue<string>())
                ),
        ];

    private static HashSet<string> Reachable(JsonObject procedure) => After(procedure, "start", []);

    /// <summary>What comes after an activity, found the slow way: add until nothing is new.</summary>
    private static HashSet<string> After(JsonObject procedure, string id, HashSet<string> without)
    {
        var found = new HashSet<string>();
        var edges = Edges(procedure).Where(edge => !without.Contains(edge.To)).ToList();
        while (edges.Any(edge => (edge.From == id || found.Contains(edge.From)) && found.Add(edge.To))) { }
        return found;
    }
}
