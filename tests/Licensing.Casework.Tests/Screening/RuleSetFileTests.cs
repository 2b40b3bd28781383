using System.Text.Json.Nodes;
using Licensing.Casework.Screening;

namespace Licensing.Casework.Tests.Screening;

public sealed class RuleSetFileTests
{
    private static IReadOnlyList<string> MistakesIn(Action<JsonObject> spoil)
    {
        var file = JsonNode.Parse(Shipped.RuleSetText)!.AsObject();
        spoil(file);
        return Assert
            .Throws<UnreadableException>(() => ReadRuleSet.RuleSetIn(file.ToJsonString(), "rules.json"))
            .Mistakes;
    }

    private static JsonObject Rule(JsonObject file, string id) =>
        file["rules"]!.AsArray().Select(r => r!.AsObject()).Single(r => (string)r["id"]! == id);

    private static JsonObject Override(string rule) =>
        new()
        {
            ["rule"] = rule,
            ["author"] = "A. Officer",
            ["reason"] = "national law",
            ["valid_from"] = "2026-05-01",
        };

    [Fact]
    public void What_is_shipped_holds_every_rule_of_the_catalogue()
    {
        Assert.Equal(81, Shipped.RuleSet.Rules.Count);
        Assert.Equal("DR-2026.1", Shipped.RuleSet.Id);
    }

    [Fact]
    public void An_unknown_parameter_is_refused() =>
        Assert.Equal(
            ["DR-P01: parameters.min_set: the rule has no such parameter"],
            MistakesIn(f => Rule(f, "DR-P01")["parameters"]!["min_set"] = 1)
        );

    [Fact]
    public void A_parameter_must_be_there_and_of_its_kind() =>
        Assert.Equal(
            [
                "DR-P01: parameters.min_sets is missing",
                "DR-P01: parameters.count_semi_finished must be true or false",
                "DR-T05: parameters.low must be a number of 0 or more",
            ],
            MistakesIn(f =>
            {
                Rule(f, "DR-P01")["parameters"]!.AsObject().Remove("min_sets");
                Rule(f, "DR-P01")["parameters"]!["count_semi_finished"] = "yes";
                Rule(f, "DR-T05")["parameters"]!["low"] = -0.4;
            })
        );

    [Fact]
    public void A_rule_that_is_written_may_not_be_left_out() =>
        Assert.Equal(["DR-Q02: the rule is missing"], MistakesIn(f => f["rules"]!.AsArray().Remove(Rule(f, "DR-Q02"))));

    [Fact]
    public void A_finding_of_law_is_cured_and_never_cleared() =>
        Assert.Equal(
            ["DR-R02: may_be_cleared_by: a finding of law is cured, never cleared"],
            MistakesIn(f => Rule(f, "DR-R02")["may_be_cleared_by"] = "senior_officer")
        );

    [Fact]
    public void Nobody_unknown_clears_a_flag() =>
        Assert.Equal(
            ["DR-P01: may_be_cleared_by: there is no role postmaster"],
            MistakesIn(f => Rule(f, "DR-P01")["may_be_cleared_by"] = "postmaster")
        );

    [Fact]
    public void A_State_may_not_switch_a_finding_of_law_off() =>
        Assert.Equal(
            ["DR-D04: override of 2026-05-01: a finding of law is neither graded nor switched off"],
            MistakesIn(f =>
            {
                var off = Override("DR-D04");
                off["enabled"] = false;
                f["overrides"]!.AsArray().Add(off);
            })
        );

    [Fact]
    public void An_override_names_a_rule_a_parameter_and_a_severity_that_there_are() =>
        Assert.Equal(
            [
                "DR-P99: override of 2026-05-01: there is no such rule",
                "DR-P01: override of 2026-05-01: severity.elevated: the rule does not give it",
                "DR-P01: override of 2026-05-01: parameters.sets: the rule has no such parameter",
            ],
            MistakesIn(f =>
                {
                    var wrong = Override("DR-P01");
                    wrong["severity"] = new JsonObject { ["elevated"] = "info" };
                    wrong["parameters"] = new JsonObject { ["sets"] = 2 };
                    f["overrides"]!.AsArray().Add(Override("DR-P99"));
                    f["overrides"]!.AsArray().Add(wrong);
                })
                .Distinct()
        );

    [Theory]
    [InlineData("qm")]
    [InlineData("QM1")]
    [InlineData("")]
    public void An_override_is_of_a_State_by_its_code_or_of_all(string state) =>
        Assert.Equal(
            [
                $"DR-P01: override of 2026-05-01 for {state}: state: give the State as its two-letter code in capitals, as QM, or leave it out: then it counts for all",
            ],
            MistakesIn(f =>
            {
                var over = Override("DR-P01");
                over["state"] = state;
                f["overrides"]!.AsArray().Add(over);
            })
        );

    [Fact]
    public void A_misspelt_field_is_named() =>
        Assert.Contains(
            "staiges",
            Assert.Single(MistakesIn(f => Rule(f, "DR-P01")["staiges"] = 1)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Bands_begin_at_zero_and_weights_are_complete() =>
        Assert.Equal(
            ["weights.high must be a number of 0 or more", "bands: min must begin at 0 and rise"],
            MistakesIn(f =>
            {
                f["weights"]!.AsObject().Remove("high");
                f["bands"]![0]!["min"] = 1;
            })
        );
}
