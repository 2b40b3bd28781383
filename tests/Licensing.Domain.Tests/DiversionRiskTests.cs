using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests;

/// <summary>Resolution 8/3, paragraph 10: what the screening has found is looked at before a licence is issued.</summary>
public sealed class DiversionRiskTests
{
    private const string NotLookedAt = "R10 diversion-flag-looked-at DR-P01";

    [Fact]
    public void Where_the_profile_asks_for_no_screening_nothing_is_said_of_it() =>
        Assert.DoesNotContain(Findings(A.LawfulDossier() with { Screening = Raised(Severity.Blocking) }), IsOfIt);

    [Fact]
    public void What_has_not_been_screened_is_not_licensed() =>
        AssertUnmet(Screened(null), "R10 screened-for-diversion the consignment");

    [Fact]
    public void What_raises_no_flag_or_one_for_information_is_licensed()
    {
        AssertUnmet(Screened(new ScreeningOutcome([])));
        AssertUnmet(Screened(Raised(Severity.Info)));
    }

    [Theory]
    [InlineData(Severity.Elevated)]
    [InlineData(Severity.High)]
    [InlineData(Severity.Blocking)]
    public void A_flag_that_nobody_has_looked_at_keeps_the_licence_back(Severity severity) =>
        AssertUnmet(Screened(Raised(severity)), NotLookedAt);

    [Theory]
    [InlineData(DispositionKind.Explained)]
    [InlineData(DispositionKind.Mitigated)]
    [InlineData(DispositionKind.Confirmed)]
    [InlineData(DispositionKind.FalsePositive)]
    public void One_officer_looks_at_an_elevated_flag_and_two_at_a_high_one(DispositionKind kind)
    {
        AssertUnmet(Screened(Raised(Severity.Elevated, new FlagDisposition(kind, IsCleared: false))));
        AssertUnmet(Screened(Raised(Severity.High, new FlagDisposition(kind, IsCleared: false))), NotLookedAt);
        AssertUnmet(Screened(Raised(Severity.High, new FlagDisposition(kind, IsCleared: true))));
    }

    [Fact]
    public void A_score_that_asks_for_advice_keeps_the_licence_back_until_every_agency_that_it_names_has_given_it()
    {
        const string Missing = "R10 diversion-risk-referred the consignment";
        AssertUnmet(Screened(new ScreeningOutcome([], ReferTo: [])), Missing);
        AssertUnmet(Screened(new ScreeningOutcome([], ReferTo: [], Advised: ["Police"])));
        AssertUnmet(Screened(new ScreeningOutcome([], ReferTo: ["Police", "Customs"], Advised: ["police "])), Missing);
        AssertUnmet(Screened(new ScreeningOutcome([], ReferTo: ["Police"], Advised: ["Foreign office", " POLICE"])));
        AssertUnmet(Screened(new ScreeningOutcome([], Advised: [])));
    }

    [Fact]
    public void A_score_with_a_checklist_is_recommended_once_every_item_has_been_looked_into()
    {
        var asked = new ScreeningOutcome([], Checklist: ["The end use.", "The route."]);
        Assert.Equal(
            "The score of the screening asks for more to be looked into: The route.",
            asked.LeftOf(["The end use.", "Something else."])!.Text
        );
        Assert.True(asked.LeftOf([])!.IsWithheld);
        Assert.Null(asked.LeftOf(["The route.", "The end use."]));
        Assert.Null(new ScreeningOutcome([]).LeftOf([]));
        // It is asked of whoever recommends; the gate of the licence itself knows nothing of it.
        AssertUnmet(Screened(asked));
    }

    [Fact]
    public void A_blocking_flag_is_cleared_by_two_unless_they_find_that_it_is_right()
    {
        AssertUnmet(
            Screened(Raised(Severity.Blocking, new FlagDisposition(DispositionKind.Explained, IsCleared: false))),
            NotLookedAt
        );
        AssertUnmet(
            Screened(Raised(Severity.Blocking, new FlagDisposition(DispositionKind.Explained, IsCleared: true)))
        );
        AssertUnmet(
            Screened(Raised(Severity.Blocking, new FlagDisposition(DispositionKind.Confirmed, IsCleared: true))),
            NotLookedAt
        );
    }

    [Theory]
    [InlineData(Severity.Elevated)]
    [InlineData(Severity.High)]
    public void What_was_passed_on_is_not_looked_at_yet(Severity severity) =>
        AssertUnmet(
            Screened(Raised(severity, new FlagDisposition(DispositionKind.Escalated, IsCleared: true))),
            NotLookedAt
        );

    [Fact]
    public void A_finding_of_law_is_cured_in_the_law_and_not_cleared_here() =>
        AssertUnmet(Screened(new ScreeningOutcome([Flag(Severity.Blocking, null) with { MayBeClearedBy = null }])));

    [Fact]
    public void The_applicant_is_not_told_of_what_keeps_it_back()
    {
        var findings = new[] { Screened(null), Screened(Raised(Severity.High)) }
            .SelectMany(Findings)
            .Where(f => !f.IsMet)
            .ToList();
        Assert.Equal(2, findings.Count);
        Assert.All(findings, f => Assert.True(f.IsWithheld));
        Assert.All(
            findings,
            f => Assert.DoesNotContain("A kit", f.ForApplicant + f.ApplicantMay, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(Findings(A.LawfulDossier()), f => f.IsWithheld);
    }

    private static ExportDossier Screened(ScreeningOutcome? outcome) =>
        A.LawfulDossier() with
        {
            Profile = A.Protocol() with { Screened = true },
            Screening = outcome,
        };

    private static ScreeningOutcome Raised(Severity severity, FlagDisposition? disposition = null) =>
        new([Flag(severity, disposition)]);

    private static RaisedFlag Flag(Severity severity, FlagDisposition? disposition) =>
        new("DR-P01", severity, "A kit of ten pistols.", "Ask for the contract.", "senior_officer", disposition);

    private static IReadOnlyList<Finding> Findings(ExportDossier dossier) =>
        ExportRequirements.Verify(dossier, A.Today);

    private static bool IsOfIt(Finding finding) => finding.Row == "R10";

    private static void AssertUnmet(ExportDossier dossier, params string[] expected) =>
        Assert.Equal(expected, Findings(dossier).Where(f => !f.IsMet).Select(f => $"{f.Row} {f.Rule} {f.Subject}"));
}
