using System.Text.Json.Nodes;
using Licensing.Casework.Screening;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Tests.Screening;

/// <summary>Whatever stands in the place of a field, the file is used or refused by the name of that field.</summary>
public sealed class SpoiltFileTests
{
    private static readonly string[] Wrong =
    [
        "null",
        "\"x\"",
        "\"\"",
        "\"2026-13-01\"",
        "\"0001-01-01\"",
        "\"\\u202e\"",
        "\"\\ud800\"",
        "-1",
        "1.5",
        "1e40",
        "true",
        "[]",
        "[null]",
        "[[]]",
        "{}",
        "{\"x\":null}",
    ];

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_dossier(int index)
    {
        var dossier = JsonNode.Parse(File.ReadAllText(Shipped.Labelled))!["scenarios"]![index]!.DeepClone().AsObject();
        dossier.Remove("expected");
        AssertNamed(
            dossier,
            json =>
                ScreeningRun.Of(
                    ReadScreening.DossiersIn(json, "file.json").All.Single(),
                    Shipped.Reference,
                    Shipped.RuleSet,
                    Shipped.Profile
                )
        );
    }

    [Fact]
    public void Reference_data()
    {
        var reference = JsonNode.Parse(File.ReadAllText(Shipped.Labelled))!["reference_data"]!.DeepClone();
        reference["price_samples"] = JsonNode.Parse("""{"FRAME|AX9":[118,121]}""");
        reference["maker_patterns"] = JsonNode.Parse("""{"Halden":"[A-Z]+-[0-9]+"}""");
        reference["signatories"] = JsonNode.Parse("""["M. Solberg"]""");
        reference["competent_authorities"] = JsonNode.Parse("""[{"state":"QN","name":"Arms Office"}]""");
        reference["list_meta"] = JsonNode.Parse("""{"embargo":{"retrieved_on":"2026-03-19"}}""");
        AssertNamed(
            reference,
            json =>
            {
                var read = ReadScreening.ReferenceIn(json, "file.json");
                foreach (var dossier in Shipped.Dossiers)
                    ScreeningRun.Of(dossier, read, Shipped.RuleSet, Shipped.Profile);
            }
        );
    }

    [Fact]
    public void A_rule_set()
    {
        var rules = JsonNode.Parse(Shipped.RuleSetText)!;
        rules["overrides"] = JsonNode.Parse(
            """
            [{"rule":"DR-P01","state":"QM","author":"A. Officer","reason":"national law","valid_from":"2026-01-01","enabled":true,
              "severity":{"high":"elevated"},"parameters":{"min_sets":2}}]
            """
        );
        // One rule stands for all.
        var first = rules["rules"]!.AsArray().Single(r => (string)r!["id"]! == "DR-P01")!.DeepClone();
        rules["rules"] = new JsonArray(first);
        AssertNamed(
            rules,
            json =>
                ScreeningRun.Of(
                    Shipped.Dossiers[1],
                    Shipped.Reference,
                    ReadRuleSet.RuleSetIn(json, "file.json", [Catalogue.Rules.Single(r => r.Id == "DR-P01")]),
                    Shipped.Profile
                )
        );
    }

    [Fact]
    public void A_profile() =>
        AssertNamed(
            JsonNode.Parse(
                File.ReadAllText(
                    Path.Combine(ADatabase.Workflows, "screening", "profiles", "simplified-temporary.json")
                )
            )!,
            json =>
                ScreeningRun.Of(
                    Shipped.Dossiers[3],
                    Shipped.Reference,
                    Shipped.RuleSet,
                    ReadRuleSet.ProfileIn(json, "file.json")
                )
        );

    [Fact]
    public void A_field_that_stands_there_twice()
    {
        var mistake = Assert.Throws<UnreadableException>(() =>
            ReadScreening.DossiersIn("""{"as_of":"2026-03-20","as_of":"2026-03-21"}""", "file.json")
        );
        Assert.Contains("'as_of'", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":{\"\\ud800\":1,\"\\ud801\":2}}")]
    public void What_holds_nothing_of_the_kind(string json)
    {
        Assert.Throws<UnreadableException>(() => ReadScreening.DossiersIn(json, "file.json"));
        Assert.Throws<UnreadableException>(() => ReadScreening.ReferenceIn(json, "file.json"));
        Assert.Throws<UnreadableException>(() => ReadRuleSet.RuleSetIn(json, "file.json"));
        Assert.Throws<UnreadableException>(() => ReadRuleSet.ProfileIn(json, "file.json"));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_in_words()
    {
        var mistakes = Assert
            .Throws<UnreadableException>(() =>
                ReadScreening.DossiersIn(
                    """
                    {"stage":"later","case":{"eta":"tomorrow","lines":[null,{"qty":"many","finish_state":"raw"}],"planned":1},
                     "parties":[{"id":null,"business_arms":"yes","quota":5}]}
                    """,
                    "file.json"
                )
            )
            .Mistakes;
        Assert.Equal(
            [
                "as_of: is missing",
                "stage: must be one of application, issue, pre_shipment, in_transit, post_shipment",
                "case.eta: must be a day, as 2026-04-28",
                "case.lines[0]: is null: leave it out, or give it",
                "case.lines[1].qty: must be a number",
                "case.lines[1].finish_state: must be one of finished, semi_finished",
                "case.planned: there is no such field",
                "parties[0].id: is null: give it",
                "parties[0].business_arms: must be true or false",
                "parties[0].quota: must be an object",
            ],
            mistakes
        );
    }

    private static void AssertNamed(JsonNode file, Action<string> use)
    {
        var text = file.ToJsonString();
        var places = PlacesIn(file, "").Count();
        for (var i = 0; i < places; i++)
            foreach (var wrong in Wrong)
            {
                var copy = JsonNode.Parse(text)!;
                var (place, put) = PlacesIn(copy, "").ElementAt(i);
                put("@");
                try
                {
                    use(copy.ToJsonString().Replace("\"@\"", wrong, StringComparison.Ordinal));
                }
                catch (UnreadableException mistake)
                {
                    var field = place.Split('.')[^1].Split('[')[0];
                    Assert.True(
                        mistake.Message.Contains(field, StringComparison.Ordinal)
                            // A rule or an override that is no longer itself is told by the name that it had, or now has.
                            || mistake.Message.Contains("DR-P01: the rule is missing", StringComparison.Ordinal)
                            || mistake.Message.Contains("there is no such rule", StringComparison.Ordinal),
                        $"{place} = {wrong}: {mistake.Message}"
                    );
                }
                catch (Exception mistake)
                {
                    Assert.Fail($"{place} = {wrong}: {mistake}");
                }
            }
    }

    private static IEnumerable<(string Place, Action<string> Put)> PlacesIn(JsonNode node, string place)
    {
        var members = node switch
        {
            JsonObject many => many.Select(p =>
                (
                    Place: place.Length == 0 ? p.Key : $"{place}.{p.Key}",
                    p.Value,
                    Put: (Action<string>)(v => many[p.Key] = v)
                )
            ),
            JsonArray list => list.Select(
                (item, i) => (Place: $"{place}[{i}]", Value: item, Put: (Action<string>)(v => list[i] = v))
            ),
            _ => [],
        };
        foreach (var (there, value, put) in members.ToList())
        {
            yield return (there, put);
            if (value is not null)
                foreach (var inside in PlacesIn(value, there))
                    yield return inside;
        }
    }
}
