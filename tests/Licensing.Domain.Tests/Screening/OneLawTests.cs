using Licensing.Domain.Article10;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>A dossier of screening reaches the gate of Article 10 with what it says, and the rules that restate the article find there what
/// they report.</summary>
public sealed class OneLawTests
{
    /// <summary>The subjects of the unmet findings that a rule restates, as the rule gets them.</summary>
    private static IReadOnlyList<string> Unmet(
        string rule,
        ScreeningDossier dossier,
        Func<GateFindings, IEnumerable<Finding>>? gate = null,
        ScreeningProfile? profile = null,
        ReferenceData? reference = null
    )
    {
        IReadOnlyList<string>? subjects = null;
        ScreeningRun.Of(
            dossier,
            reference ?? Reference.Data,
            AtEveryStage,
            profile ?? Screened.Strict,
            [
                new Rule(
                    rule,
                    (facts, _) =>
                    {
                        Assert.Empty(facts.Gate.Missing);
                        var findings = gate is null ? facts.Gate.Export : gate(facts.Gate);
                        subjects = [.. OneLaw.Unmet(rule, findings, facts).Select(f => f.Subject)];
                        return [];
                    }
                ),
            ]
        );
        return subjects ?? throw new InvalidOperationException($"{rule} was not asked.");
    }

    private static readonly RuleSet AtEveryStage = Screened.Shipped with
    {
        Rules = [.. Screened.Shipped.Rules.Select(r => r with { Stages = Enum.GetValues<Stage>() })],
    };

    private static ScreeningDossier Through(string state, TransitConsent consent) =>
        ADossier
            .Lawful()
            .WithCase(c =>
                c with
                {
                    DeclaredTransit = [state],
                    Route = new CaseRoute(
                        900,
                        [
                            new CaseLeg(state, "road", 450, CaseStop.LandCrossing),
                            new CaseLeg(c.CountryImport, "road", 500, CaseStop.Destination),
                        ]
                    ),
                    TransitConsents = [consent],
                }
            );

    private static readonly TransitConsent Silent = new("QR", "silent", new DateOnly(2026, 2, 10));
    private static readonly TransitConsent Given = new(
        "QR",
        "no_objection",
        new DateOnly(2026, 2, 10),
        new DateOnly(2026, 2, 10)
    );

    [Fact]
    public void A_lawful_dossier_has_no_unmet_finding_that_a_rule_restates() =>
        Assert.All(OneLaw.Restates.Keys, rule => Assert.Empty(Unmet(rule, ADossier.Lawful())));

    [Fact]
    public void Each_restated_finding_is_one_of_the_gate()
    {
        // A name that the gate does not use would make its rule clear for ever.
        var source = Directory
            .EnumerateFiles(Path.Combine(Reference.Root, "src", "Licensing.Domain", "Article10"), "*.cs")
            .Select(File.ReadAllText)
            .Aggregate("", string.Concat);
        Assert.All(
            OneLaw.Restates.Values.SelectMany(v => v),
            name =>
                Assert.Contains(
                    $"\"{name.Replace("particulars-", "", StringComparison.Ordinal)}\"",
                    source,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Without_an_import_authorisation_no_line_draws_on_one() =>
        Assert.Equal(
            ["line 1"],
            Unmet("DR-D02", ADossier.Lawful().WithCase(c => c with { ImportAuthorisation = null }))
        );

    [Fact]
    public void An_authorisation_that_ends_before_arrival() =>
        Assert.Equal(
            ["IA-1001"],
            Unmet(
                "DR-D03",
                ADossier
                    .Lawful()
                    .WithCase(c =>
                        c with
                        {
                            ImportAuthorisation = c.ImportAuthorisation! with { ValidTo = new DateOnly(2026, 4, 27) },
                        }
                    )
            )
        );

    [Fact]
    public void Goods_of_another_kind_than_those_authorised() =>
        Assert.Equal(
            ["line 1, IA-1001"],
            Unmet(
                "DR-D05",
                ADossier.Lawful().WithCase(c => c with { Lines = [ADossier.Part(Parts.Barrel, "BH308", 4)] })
            )
        );

    [Fact]
    public void A_jig_is_not_covered_by_an_authorisation_for_sights() =>
        Assert.Equal(
            ["line 1, IA-1001"],
            Unmet(
                "DR-D05",
                ADossier
                    .OfLines(ADossier.Part("JIG", "AX9", 1))
                    .WithCase(c =>
                        c with
                        {
                            ImportAuthorisation = ADossier.Authorisation([
                                new ImportPaperLine("PART", "SIGHT", null, 5),
                            ]),
                        }
                    )
            )
        );

    [Theory]
    [InlineData("issued", 10, false)]
    [InlineData("issued", 11, true)]
    [InlineData("cancelled", 11, false)]
    public void What_other_licences_hold_is_gone(string status, int quantity, bool isShort)
    {
        var dossier = ADossier.OfLines(ADossier.Rifles(30)) with
        {
            ImportAuthUsage =
            [
                new AuthorisationUse("IA-1001", "EX-1", "EXP-BRIGG", Parts.CompleteFirearm, "BH308", quantity, status),
            ],
        };
        Assert.Equal(isShort ? ["line 1, IA-1001"] : [], Unmet("DR-D07", dossier));
        Assert.Empty(Unmet("DR-D04", dossier, g => g.ExportAlone));
    }

    [Fact]
    public void A_closed_licence_holds_what_was_shipped() =>
        Assert.Empty(
            Unmet(
                "DR-D07",
                ADossier.OfLines(ADossier.Rifles(30)) with
                {
                    ImportAuthUsage =
                    [
                        new AuthorisationUse("IA-1001", "EX-1", null, Parts.CompleteFirearm, "BH308", 40, "closed", 10),
                    ],
                }
            )
        );

    [Fact]
    public void Silence_is_neither_notice_nor_information_sent()
    {
        Assert.Equal(["QR"], Unmet("DR-R03", Through("QR", Silent)));
        Assert.Equal(["QR"], Unmet("DR-R14", Through("QR", Silent)));
        Assert.Empty(Unmet("DR-R03", Through("QR", Given)));
        Assert.Empty(Unmet("DR-R14", Through("QR", Given)));
    }

    [Fact]
    public void A_notice_that_has_ended_or_is_for_another_mode_or_fewer_pieces()
    {
        Assert.Empty(Unmet("DR-R04", Through("QR", Given)));
        Assert.Equal(["QR"], Unmet("DR-R04", Through("QR", Given with { ValidTo = new DateOnly(2026, 4, 27) })));
        Assert.Equal(["QR"], Unmet("DR-R04", Through("QR", Given with { Mode = "air" })));
        Assert.Equal(["QR, line 1"], Unmet("DR-R04", Through("QR", Given with { MaxQty = 39 })));
        Assert.Empty(Unmet("DR-R04", Through("QR", Given with { MaxQty = 40 })));
    }

    [Theory]
    [InlineData("2026-03-03", "2026-03-10", true)] // the objection was withdrawn in writing
    [InlineData("2026-03-10", "2026-03-03", false)]
    [InlineData("2026-03-03", "2026-03-03", false)]
    [InlineData(null, "2026-03-10", false)]
    public void The_last_word_of_a_State_counts(string? objected, string agreed, bool isMet)
    {
        var objection = Given with
        {
            Status = "objection",
            GivenOn = objected is null ? null : DateOnly.Parse(objected, null),
        };
        var notice = Given with { GivenOn = DateOnly.Parse(agreed, null) };
        foreach (var consents in new[] { [Silent, objection, notice], new[] { notice, objection } })
        {
            var dossier = Through("QR", Silent).WithCase(c => c with { TransitConsents = consents });
            Assert.Equal(isMet ? [] : ["QR"], Unmet("DR-R02", dossier));
        }
    }

    [Fact]
    public void An_arrangement_that_the_case_relies_on_stands_in_the_place_of_a_notice()
    {
        var landlocked = Through("QR", Silent).WithCase(c => c with { CountryImport = "QQ" });
        landlocked = landlocked.WithCase(c =>
            c with
            {
                Route = new CaseRoute(900, [c.Route!.Legs![0], c.Route.Legs[1] with { ToState = "QQ" }]),
                ImportAuthorisation = c.ImportAuthorisation! with { IssuingState = "QQ" },
            }
        );
        var relying = landlocked.WithCase(c => c with { LandlockedArrangement = "LLA-QQ-QR-2021" });
        Assert.Equal(["QR"], Unmet("DR-R03", landlocked));
        Assert.Empty(Unmet("DR-R03", relying));
        // The information of Art. 10(3) is lifted only where the profile says so.
        Assert.Equal(["QR"], Unmet("DR-R14", relying));
        Assert.Empty(
            Unmet("DR-R14", relying, profile: Screened.Strict with { ArrangementLifts = [OneLaw.InformationSent] })
        );
    }

    [Fact]
    public void Only_a_profile_dispenses_with_papers_for_a_hunter_who_comes_back()
    {
        var hunter = Through("QR", Silent)
            .WithCase(c =>
                c with
                {
                    ImportAuthorisation = null,
                    SimplifiedProcedure = new SimplifiedProcedure("hunting", new DateOnly(2026, 5, 10)),
                    Lines = [ADossier.Rifles(2) with { Temporary = true }],
                }
            );
        foreach (var rule in new[] { "DR-D02", "DR-R03", "DR-R14" })
        {
            Assert.NotEmpty(Unmet(rule, hunter));
            Assert.Empty(Unmet(rule, hunter, profile: Screened.Simplified));
        }
        var toStay = hunter.WithCase(c => c with { Lines = [c.Lines![0] with { Temporary = false }] });
        Assert.NotEmpty(Unmet("DR-D02", toStay, profile: Screened.Simplified));
    }

    private static ScreeningDossier Licensed(DateOnly validTo, params IReadOnlyList<DrawDownMessage> drawn) =>
        ADossier
            .OfLines(ADossier.Rifles(30))
            .WithCase(c =>
                c with
                {
                    ExportLicence = new ExportPaper(
                        "EX-1",
                        null,
                        new DateOnly(2026, 3, 5),
                        new DateOnly(2026, 3, 5),
                        validTo,
                        [new GoodsCount(Parts.CompleteFirearm, "BH308", 40)]
                    ),
                }
            ) with
        {
            Stage = Stage.PreShipment,
            Drawdown = drawn,
        };

    [Theory]
    [InlineData(10, false)]
    [InlineData(9, true)]
    public void Goods_leave_on_the_last_day_of_the_licence_and_not_after(int april, bool isUnmet) =>
        Assert.Equal(isUnmet ? ["EX-1"] : [], Unmet("DR-D09", Licensed(new DateOnly(2026, 4, april)), g => g.Release));

    [Fact]
    public void A_message_that_comes_twice_is_one()
    {
        var message = new DrawDownMessage("M-1", "EX-1", Parts.CompleteFirearm, "BH308", 10, new DateOnly(2026, 3, 10));
        var end = new DateOnly(2026, 9, 5);
        Assert.Empty(Unmet("DR-S08", Licensed(end, message, message), g => g.Release));
        Assert.Equal(
            ["line 1"],
            Unmet("DR-S08", Licensed(end, message, message with { MessageId = "M-2" }), g => g.Release)
        );
    }
}
