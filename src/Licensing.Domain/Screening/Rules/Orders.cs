namespace Licensing.Domain.Screening.Rules;

/// <summary>How the goods were ordered and sent, and what was ordered before (catalogue, 4.5).</summary>
public static class Orders
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-T03", OrderedWhereNobodyIsChecked),
        new(
            "DR-T04",
            ControlledPartsByParcel,
            new Parameter("window_days", ParameterKind.Whole),
            new Parameter("n_high", ParameterKind.Whole)
        ),
    ];

    /// <summary>DR-T03: the order came by a marketplace, social media or a message, where nobody checks who orders.</summary>
    private static IEnumerable<Result> OrderedWhereNobodyIsChecked(Facts facts, Parameters _)
    {
        if (facts.Case.OrderChannel is not { } channel)
        {
            yield return Result.Missing("case.order_channel");
            yield break;
        }
        if (channel is not ("online_marketplace" or "social_media" or "messaging"))
            yield break;
        var isVerified = facts.Case.IdentityVerified;
        var (includesPart, partMissing) = IncludesEssentialPartOrSuppressor(facts);
        var (isDealer, dealerMissing) = IsLicensedDealer(facts);
        if (isVerified is null)
            yield return Result.Missing("case.identity_verified");
        if (isVerified is not true && partMissing.Count > 0)
            yield return Result.Missing(partMissing);
        if (isVerified is not false && isDealer is null)
            yield return Result.Missing(dealerMissing);
        var severity =
            isVerified is true && isDealer is true ? Severity.Info
            : isVerified is false && includesPart ? Severity.High
            : Severity.Elevated;
        yield return Result.Found(
            severity,
            $"The order came by {channel.Replace('_', ' ')}"
                + severity switch
                {
                    Severity.Info => ", from a licensed dealer whose identity was verified.",
                    Severity.High =>
                        "; the identity of who ordered was not verified, and the goods include an essential part or a suppressor.",
                    _ => isVerified switch
                    {
                        true => "; the identity of who ordered was verified.",
                        false => "; the identity of who ordered was not verified.",
                        null => "; whether the identity of who ordered was verified is not on record.",
                    },
                },
            new Evidence(
                new Dictionary<string, object>
                {
                    ["channel"] = channel,
                    ["identity_verified"] = isVerified is { } known ? known : "not known",
                    ["licensed_dealer"] = isDealer is { } dealer ? dealer : "not known",
                    ["essential_part_or_suppressor"] = includesPart,
                },
                [new Input("case.order_channel", channel)]
            )
        );
    }

    private static (bool Includes, IReadOnlyList<string> Missing) IncludesEssentialPartOrSuppressor(Facts facts) =>
        facts.Lines.Any(l =>
            Parts.IsEssential(l.Line.PartType)
            || Parts.IsAssembly(l.Line.PartType)
            || l.Line.PartType == Parts.Suppressor
            || l.Line.ExplodesTo?.Keys.Any(Parts.IsEssential) is true
        )
            ? (true, [])
            : (
                false,
                facts.Case.Lines is null
                    ? ["case.lines"]
                    : [.. facts.Lines.Where(l => l.Line.PartType is null).Select(l => $"{l.Place}.part_type")]
            );

    private static (bool? Is, IReadOnlyList<string> Missing) IsLicensedDealer(Facts facts) =>
        facts.FinalRecipient switch
        {
            null => (null, [facts.PlaceOfRecipient]),
            { Type: null } it => (null, [$"parties[{it.Id}].type"]),
            { Type: not PartyTypes.Dealer } => (false, []),
            { Authorisations: null } it => (null, [$"parties[{it.Id}].authorisations"]),
            { } it => (it.IsLicensedDealer(facts.AsOf), []),
        };

    /// <summary>DR-T04: controlled parts, or firearms, in a small parcel; several to the same cluster are a pattern. One reference is one
    /// parcel.</summary>
    private static IEnumerable<Result> ControlledPartsByParcel(Facts facts, Parameters its)
    {
        if (facts.Case.TransportMode is null)
            yield return Result.Missing("case.transport_mode");
        if (!IsParcel(facts.Case.TransportMode))
            yield break;
        var controlled = facts.Lines.Where(l => IsControlled(l.Line)).ToList();
        if (controlled.Count == 0)
        {
            if (facts.Case.Lines is null)
                yield return Result.Missing("case.lines");
            var open = facts.Lines.Where(l => l.Line.PartType is null).Select(l => $"{l.Place}.part_type").ToList();
            if (open.Count > 0)
                yield return Result.Missing(open);
            yield break;
        }
        var window = its.Whole("window_days");
        var cluster = facts.RecipientCluster();
        var sent = (facts.HistoryOf(cluster, window) ?? []).GroupBy(h => h.Ref).ToList();
        var earlier = sent.Where(s => s.Any(h => IsParcel(h.Mode))).ToList();
        var parcels = earlier.Count + 1;
        var isPattern = parcels >= its.Whole("n_high");
        if (!isPattern)
        {
            var open = sent.Except(earlier)
                .Where(s => s.Any(h => h.Mode is null))
                .Select(s => $"{s.Key}.mode")
                .ToList();
            if (facts.Dossier.History is null)
                yield return Result.Missing("history");
            if (parcels + open.Count >= its.Whole("n_high"))
                yield return Result.Missing(open);
            if (cluster.IsCutShort)
                yield return Result.Missing(cluster.LinksBeyond(facts.Recipients));
        }
        yield return Result.Found(
            isPattern ? Severity.High : Severity.Elevated,
            $"Controlled goods go by {facts.Case.TransportMode}"
                + $"{(earlier.Count > 0 ? $"; this is parcel {parcels} to the same or linked recipients within {window} days" : "")}.",
            new Evidence(
                new Dictionary<string, object> { ["mode"] = facts.Case.TransportMode!, ["parcels"] = parcels },
                [
                    .. controlled.Select(l => new Input(l.Place, $"{l.Line.PartType} x{l.Line.Qty:0.###}")),
                    .. earlier.Select(s => new Input(s.Key, $"{s.First().Mode} of {s.First().Date:yyyy-MM-dd}")),
                ]
            )
            {
                LinkPath = facts.PathToAnother(cluster, earlier.SelectMany(s => s)),
            }
        );
    }

    private static bool IsParcel(string? mode) => mode is "post" or "express";

    private static bool IsControlled(CaseLine line) =>
        Parts.IsControlled(line.PartType, line.Category) || line.ExplodesTo?.Keys.Any(Parts.IsEssential) is true;
}
