using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Licensing.Casework.Screening;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Tests.Screening;

public sealed class DossierFileTests
{
    // Text is read by a converter of our own, of which the exporter of schemas knows nothing.
    private static JsonSerializerOptions WithPlainText()
    {
        var options = new JsonSerializerOptions(ScreeningJson.Options);
        options.Converters.Remove(options.Converters.Single(c => c.CanConvert(typeof(string))));
        return options;
    }

    private static readonly JsonSchemaExporterOptions WithoutDefaults = new()
    {
        TransformSchemaNode = (_, node) =>
        {
            // That what may be left out is null goes without saying.
            (node as JsonObject)?.Remove("default");
            return node;
        },
    };

    private static string MistakeIn(Action<JsonObject> spoil)
    {
        var one = JsonNode.Parse(File.ReadAllText(Shipped.Labelled))!["scenarios"]![0]!.DeepClone().AsObject();
        spoil(one);
        return Assert
            .Throws<UnreadableException>(() => ReadScreening.DossiersIn(one.ToJsonString(), "dossier.json"))
            .Message;
    }

    [Fact]
    public void A_misspelt_field_is_named() =>
        Assert.StartsWith(
            "dossier.json: case.planned_ship_day: ",
            MistakeIn(d => d["case"]!["planned_ship_day"] = "2026-04-10"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_day_that_is_none_is_named() =>
        Assert.StartsWith(
            "dossier.json: case.eta: ",
            MistakeIn(d => d["case"]!["eta"] = "2026-02-30"),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_quantity_below_zero_is_named() =>
        Assert.Equal(
            "dossier.json: case.lines[0].qty must be a number from 0 to 1000000000",
            MistakeIn(d => d["case"]!["lines"]![0]!["qty"] = -1)
        );

    [Fact]
    public void Half_a_piece_is_named() =>
        Assert.Equal(
            "dossier.json: case.lines[0].qty must be a whole number",
            MistakeIn(d => d["case"]!["lines"]![0]!["qty"] = 1.5)
        );

    [Fact]
    public void A_day_out_of_the_question_is_named() =>
        Assert.Equal(
            "dossier.json: case.eta lies outside the years 1900 to 2200",
            MistakeIn(d => d["case"]!["eta"] = "0001-01-01")
        );

    [Fact]
    public void Whatever_is_left_out_of_a_dossier_it_is_screened_or_refused_by_name()
    {
        var (screened, refused) = (0, new SortedSet<string>());
        foreach (var scenario in JsonNode.Parse(File.ReadAllText(Shipped.Labelled))!["scenarios"]!.AsArray())
        foreach (var path in PathsIn(scenario!, "").Where(p => !p.StartsWith("expected", StringComparison.Ordinal)))
        {
            var spoilt = scenario!.DeepClone();
            Remove(spoilt, path.Split('/'));
            try
            {
                var dossier = ReadScreening.DossiersIn(spoilt.ToJsonString(), "dossier.json").All.Single();
                ScreeningRun.Of(dossier, Shipped.Reference, Shipped.RuleSet, Shipped.Profile);
                screened++;
            }
            catch (UnreadableException)
            {
                refused.Add(string.Concat(path.Where(c => !char.IsDigit(c))));
            }
        }
        Assert.True(screened > 300);
        Assert.Equal(
            ["as_of", "case", "history//date", "history//ref", "parties//authorisations//kind", "parties//id", "stage"],
            refused
        );
    }

    private static IEnumerable<string> PathsIn(JsonNode node, string place) =>
        node switch
        {
            JsonObject many => many.SelectMany(p =>
                new[] { place + p.Key }.Concat(p.Value is null ? [] : PathsIn(p.Value, $"{place}{p.Key}/"))
            ),
            JsonArray list => list.SelectMany((item, i) => item is null ? [] : PathsIn(item, $"{place}{i}/")),
            _ => [],
        };

    private static void Remove(JsonNode node, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
            node.AsObject().Remove(path[0]);
        else
            Remove(node is JsonArray list ? list[int.Parse(path[0], null)]! : node[path[0]]!, path[1..]);
    }

    [Fact]
    public void A_stage_that_there_is_not_is_named() =>
        Assert.StartsWith("dossier.json: stage: ", MistakeIn(d => d["stage"] = "later"), StringComparison.Ordinal);

    [Fact]
    public void A_dossier_without_a_day_cannot_be_screened() =>
        Assert.Contains("as_of", MistakeIn(d => d.Remove("as_of")), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_JSON_is_said_to_be_none() =>
        Assert.StartsWith(
            "dossier.json: it is not JSON: ",
            Assert.Throws<UnreadableException>(() => ReadScreening.DossiersIn("{", "dossier.json")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Each_dossier_of_a_file_is_named_by_its_place() =>
        Assert.StartsWith(
            "all.json: scenarios[0].case: ",
            Assert
                .Throws<UnreadableException>(() =>
                    ReadScreening.DossiersIn(
                        """{"scenarios":[{"as_of":"2026-03-20","stage":"issue","case":5}]}""",
                        "all.json"
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_pattern_of_serial_numbers_that_is_none_is_named() =>
        Assert.StartsWith(
            "reference.json: maker_patterns.Halden: ",
            Assert
                .Throws<UnreadableException>(() =>
                    ReadScreening.ReferenceIn("""{"maker_patterns":{"Halden":"("}}""", "reference.json")
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Lists_are_known_by_their_hash()
    {
        Assert.Equal(64, Shipped.Reference.Hashes!["embargo"].Length);
        Assert.NotEqual(Shipped.Reference.Hashes["embargo"], Shipped.Reference.Hashes["hubs"]);
    }

    [Theory]
    [InlineData("dossier.schema.json", typeof(ScreeningDossier), "Consignment dossier for diversion-risk screening")]
    [InlineData("reference.schema.json", typeof(ReferenceData), "Reference data for diversion-risk screening")]
    public void The_published_schema_is_what_is_read(string file, Type type, string title)
    {
        var read = WithPlainText().GetJsonSchemaAsNode(type, WithoutDefaults).AsObject();
        // What a label expects is passed over; hashes are worked out from what was read.
        if (type == typeof(ScreeningDossier))
            read["properties"]!["expected"] = true;
        else
            read["properties"]!.AsObject().Remove("hashes");
        read["type"] = "object";
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = title,
            ["description"] = "What is left out is not known, and never read as clear.",
        };
        foreach (var (name, value) in read.ToList())
            schema[name] = value?.DeepClone();
        var published = Path.Combine(Shipped.Samples, file);
        var actual = schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        var written = Path.Combine(AppContext.BaseDirectory, file);
        File.WriteAllText(written, actual);
        Assert.True(
            File.Exists(published) && File.ReadAllText(published) == actual,
            $"{file} is not what is read: {written} is."
        );
    }
}
