using System.Text.Json.Nodes;
using Licensing.Cli;

namespace Licensing.Casework.Tests.Screening;

public sealed class ScreenCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string One(int index, Action<JsonObject>? spoil = null)
    {
        var one = JsonNode.Parse(File.ReadAllText(Shipped.Labelled))!["scenarios"]![index]!.DeepClone().AsObject();
        spoil?.Invoke(one);
        var file = Path.Combine(_folder, "dossier.json");
        File.WriteAllText(file, one.ToJsonString());
        return file;
    }

    [Fact]
    public void One_dossier_gives_one_report_of_just_this_shape()
    {
        var (exit, said, _) = Run(One(1), "--format", "json");
        var report = JsonNode.Parse(said)!.AsObject();
        Assert.Equal(0, exit);
        Assert.Equal(["flags", "notAssessed", "score", "band", "blocked", "disposition"], report.Select(p => p.Key));
        var flag = report["flags"]!.AsArray().Single(f => (string)f!["rule"]! == "DR-P01")!.AsObject();
        Assert.Equal(["rule", "severity", "stage", "text", "evidence"], flag.Select(p => p.Key));
        Assert.Equal(
            ("high", "application", 25),
            ((string)flag["severity"]!, (string)flag["stage"]!, (int)flag["evidence"]!["computed"]!["sets"]!)
        );
        Assert.Equal(["rule", "missing"], report["notAssessed"]![0]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void A_flag_says_rule_severity_stage_and_text_and_the_report_what_follows()
    {
        var report = JsonNode.Parse(Run(One(6), "--format", "json").Said)!.AsObject();
        var flag = report["flags"]!.AsArray().Single(f => (string)f!["rule"]! == "DR-D07")!.AsObject();
        flag.Remove("evidence");
        Assert.Equal(
            """{"rule":"DR-D07","severity":"blocking","stage":"application","text":"Art. 10(2)(a): Line 1 draws 30 on IA-1024, on which 10 is left for it, as known here today. 2 other export licences cite import authorisation IA-1024."}""",
            flag.ToJsonString(Licensing.Casework.Screening.ScreeningJson.Options)
        );
        report.Remove("flags");
        report.Remove("notAssessed");
        Assert.Equal("""{"score":0,"band":"routine","blocked":true,"disposition":"blocked"}""", report.ToJsonString());
    }

    [Fact]
    public void What_is_for_information_only_is_among_the_flags_and_what_is_missing_is_not()
    {
        var report = JsonNode.Parse(Run(One(3), "--format", "json").Said)!;
        Assert.Contains(
            report["flags"]!.AsArray(),
            f => (string)f!["rule"]! == "DR-Q03" && (string)f["severity"]! == "info"
        );
        Assert.DoesNotContain(report["flags"]!.AsArray(), f => (string)f!["rule"]! == "DR-Q01");
        Assert.All(report["notAssessed"]!.AsArray(), n => Assert.NotEmpty(n!["missing"]!.AsArray()));
    }

    [Fact]
    public void Several_may_be_one()
    {
        var file = Path.Combine(_folder, "several.json");
        File.WriteAllText(file, $$"""{"scenarios":[{{File.ReadAllText(One(0))}}]}""");
        var reports = JsonNode.Parse(Run(file, "--format", "json").Said)!.AsArray();
        Assert.Equal(
            ["id", "flags", "notAssessed", "score", "band", "blocked", "disposition"],
            Assert.Single(reports)!.AsObject().Select(p => p.Key)
        );
    }

    [Fact]
    public void A_file_with_several_gives_a_list_with_their_ids()
    {
        var (exit, said, _) = Run(Shipped.Labelled, "--format", "json");
        Assert.Equal(0, exit);
        Assert.Equal(
            ["EX-01", "EX-02", "EX-03", "EX-04", "EX-05", "EX-06", "EX-07", "EX-08"],
            JsonNode.Parse(said)!.AsArray().Select(r => (string)r!["id"]!)
        );
    }

    [Fact]
    public void In_words_it_says_what_to_do()
    {
        var (exit, said, _) = Run(One(1), "--format", "text");
        Assert.Equal(0, exit);
        Assert.StartsWith("senior (score 25, band senior)\n", said, StringComparison.Ordinal);
        Assert.Contains(
            "high: The parts of this consignment make 25 AX9 firearms. [DR-P01]",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("what to do: License them as that many complete firearms", said, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_dossier_is_told_by_its_field()
    {
        var (exit, said, error) = Run(One(1, d => d["case"]!["lines"]![0]!["qty"] = "many"));
        Assert.Equal((2, ""), (exit, said));
        Assert.Contains("case.lines[0].qty", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var (exit, _, error) = Run(Path.Combine(_folder, "none.json"));
        Assert.Equal(2, exit);
        Assert.Contains("none.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_cannot_be_used_are_told_by_rule_and_field()
    {
        var rules = Path.Combine(_folder, "rules.json");
        File.WriteAllText(rules, Shipped.RuleSetText.Replace("\"min_sets\"", "\"min_set\"", StringComparison.Ordinal));
        var (exit, _, error) = Run(One(1), "--rules", rules);
        Assert.Equal(2, exit);
        Assert.Contains("DR-P01: parameters.min_sets is missing", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QM", "elevated")]
    [InlineData("QN", "high")]
    public void What_a_State_sets_otherwise_counts_where_its_authority_judges(string authority, string severity)
    {
        var (exit, said, _) = Run(
            One(1, d => d["authority"] = authority),
            "--rules",
            RulesOf("QM"),
            "--format",
            "json"
        );
        Assert.Equal(0, exit);
        var flag = JsonNode.Parse(said)!["flags"]!.AsArray().Single(f => (string)f!["rule"]! == "DR-P01")!;
        Assert.Equal(severity, (string)flag["severity"]!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("qm")]
    public void Whose_overrides_count_is_not_guessed(string? authority)
    {
        var (exit, said, error) = Run(One(1, d => d["authority"] = authority), "--rules", RulesOf("QM"));
        Assert.Equal((2, ""), (exit, said));
        Assert.Contains(
            "dossier.json: authority: must be the two-letter code of the State that judges, as QM: the rule set has overrides of QM",
            error,
            StringComparison.Ordinal
        );
    }

    private string RulesOf(string state)
    {
        var rules = JsonNode.Parse(Shipped.RuleSetText)!;
        rules["overrides"] = new JsonArray(
            new JsonObject
            {
                ["rule"] = "DR-P01",
                ["state"] = state,
                ["author"] = "A. Officer",
                ["reason"] = "national law",
                ["valid_from"] = "2026-01-01",
                ["severity"] = new JsonObject { ["high"] = "elevated" },
            }
        );
        var file = Path.Combine(_folder, "rules.json");
        File.WriteAllText(file, rules.ToJsonString());
        return file;
    }

    [Fact]
    public void Reference_data_that_cannot_be_used_are_told_by_their_field()
    {
        var reference = Path.Combine(_folder, "reference.json");
        File.WriteAllText(reference, """{"reference_data":{"part_kg":{"BARREL":-1}}}""");
        var (exit, said, error) = RunWith(reference, One(1));
        Assert.Equal((2, ""), (exit, said));
        Assert.Contains(
            "reference.json: reference_data.part_kg.BARREL must be a number from 0 to 1000000000",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_profile_that_cannot_be_used_is_told_by_its_field()
    {
        var profile = Path.Combine(_folder, "profile.json");
        File.WriteAllText(profile, """{"policy":5,"simplifications":[],"arrangement_lifts":[]}""");
        var (exit, _, error) = Run(One(1), "--profile", profile);
        Assert.Equal(2, exit);
        Assert.Contains("profile.json: policy: must be an object", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_name_is_none()
    {
        var (exit, _, error) = Run("");
        Assert.Equal(2, exit);
        Assert.Contains("dossier: no file is named", error, StringComparison.Ordinal);
    }

    private static (int Exit, string Said, string Error) Run(string dossier, params string[] options) =>
        RunWith(Shipped.Labelled, dossier, options);

    private static (int Exit, string Said, string Error) RunWith(
        string reference,
        string dossier,
        params string[] options
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = LicensingCommand
            .Make()
            .Parse(["screen", dossier, "--reference", reference, .. options])
            .Invoke(new() { Output = output, Error = error });
        return (exit, output.ToString(), error.ToString());
    }
}
