using Licensing.Domain.Article10;
using Licensing.Domain.Policies;

namespace Licensing.Domain.Screening;

/// <summary>Which finding of the gate a rule of the catalogue restates. The profile decides what is lawful; the rule set only chooses the
/// stages at which it is shown.</summary>
public static class OneLaw
{
    public const string ImportLicensed = "importing-state-has-licensed";
    public const string LineDraws = "line-draws-on-authorisations";
    public const string InForceOnArrival = "authorisation-in-force-on-arrival";
    public const string InForceToday = "authorisation-in-force-today";
    public const string QuantityLeft = "authorisation-quantity-left";
    public const string CoversGoods = "authorisation-covers-goods";
    public const string BalanceKnown = "authorisation-balance-known";
    public const string NotObjected = "transit-state-has-not-objected";
    public const string NoticeInForce = "notice-in-force-during-transit";
    public const string NoticeBeforehand = "notice-prior-to-shipment";
    public const string NoticeCoversMode = "notice-covers-mode";
    public const string NoticeCoversQuantity = "notice-covers-quantity";
    public const string InformationSent = "import-information-sent-in-advance";
    public const string LicenceInForce = "licence-in-force";
    public const string WithinLicence = "quantity-within-licence";
    public const string GoodsLicensed = "goods-are-licensed";
    public const string PlaceOfIssue = "particulars-place-of-issue";
    public const string Countries = "particulars-countries";
    public const string DescriptionAndQuantity = "particulars-description-and-quantity";
    public const string TransitCountries = "particulars-transit-countries";

    /// <summary>By rule of the catalogue, the names of the gate's rules. Where two rules share a finding, each takes the subjects that are its
    /// own: R02 an objection and R03 silence, D04 the case alone and D07 what others have drawn.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Restates = new Dictionary<
        string,
        IReadOnlyList<string>
    >
    {
        // That a day of expiration is not a lawful one is no missing content: D03 and D09 say which paper ends too early.
        ["DR-D01"] = [PlaceOfIssue, Countries, DescriptionAndQuantity, TransitCountries],
        ["DR-D02"] = [LineDraws, ImportLicensed],
        ["DR-D03"] = [InForceOnArrival, InForceToday],
        ["DR-D04"] = [QuantityLeft],
        ["DR-D05"] = [CoversGoods],
        ["DR-D07"] = [QuantityLeft, BalanceKnown],
        ["DR-D09"] = [LicenceInForce],
        ["DR-R02"] = [NotObjected],
        ["DR-R03"] = [NotObjected],
        ["DR-R04"] = [NoticeInForce, NoticeBeforehand, NoticeCoversMode, NoticeCoversQuantity],
        ["DR-R12"] = [NotObjected],
        ["DR-R14"] = [InformationSent],
        ["DR-S08"] = [WithinLicence, GoodsLicensed],
    };

    /// <summary>The unmet findings that a rule restates. What the profile dispenses with, the gate itself has found met.</summary>
    /// <param name="findings">Of one of the gates in <see cref="Facts.Gate"/>.</param>
    public static IReadOnlyList<Finding> Unmet(string rule, IEnumerable<Finding> findings, Facts facts)
    {
        var names = Restates[rule];
        return [.. findings.Where(f => !f.IsMet && names.Contains(f.Rule) && !IsLiftedByArrangement(f, facts))];
    }

    /// <summary>What the profile simplifies for this case, for DR-Q03 to record.</summary>
    public static IReadOnlyList<Simplification> Waived(Facts facts) =>
        GateDossier.TemporaryOf(facts) is { } movement
            ? [.. (facts.Profile.Policy.Simplifications ?? []).Where(s => s.AppliesTo(movement))]
            : [];

    /// <summary>The gate leaves the State's notice to an arrangement in favour of a landlocked State.</summary>
    public static bool IsUnderArrangement(string state, Facts facts) =>
        facts.Gate.Export.Any(f =>
            f.Rule == NotObjected && f.Subject == state && f is { IsMet: true, SimplifiedUnder: null }
        ) && facts.Case.TransitConsents?.Any(c => c.State == state && c.IsNotice) is not true;

    /// <summary>The findings as signs of one severity, each with its article and its cure.</summary>
    public static IEnumerable<Result> AsSigns(
        IEnumerable<Finding> findings,
        Severity severity,
        params string[] places
    ) =>
        findings.Select(finding =>
            Result.Found(
                severity,
                $"{finding.Article}: {finding.Text}",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["article"] = finding.Article,
                        ["finding"] = finding.Rule,
                        ["subject"] = finding.Subject,
                        ["what_to_do"] = finding.WhatToDo,
                    },
                    [.. places.Select(place => new Input(place, finding.Subject))]
                )
                {
                    Subjects = [finding.Subject],
                }
            )
        );

    private static bool IsLiftedByArrangement(Finding finding, Facts facts) =>
        facts.Profile.ArrangementLifts.Contains(finding.Rule) && IsUnderArrangement(finding.Subject, facts);
}
