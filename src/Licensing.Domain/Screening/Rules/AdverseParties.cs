namespace Licensing.Domain.Screening.Rules;

/// <summary>What is on record against the recipient and those around it (catalogue, 4.2).</summary>
public static class AdverseParties
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-E06", LinkedToAnAdverseParty, new Parameter(LinkGraph.DegreeParameter, ParameterKind.Whole)),
        new("DR-E07", DeniedBefore, new Parameter("years", ParameterKind.Whole)),
        new("DR-E08", DivertedBefore),
        new("DR-E09", OnASanctionsList, new Parameter("fuzzy_min", ParameterKind.Number)),
    ];

    /// <summary>DR-E06: a party of the case shares an address, phone, owner … with one that was denied, is sanctioned or diverted. Its own
    /// record is DR-E07's to E09's.</summary>
    private static IEnumerable<Result> LinkedToAnAdverseParty(Facts facts, Parameters its)
    {
        var maxDegree = its.Whole(LinkGraph.DegreeParameter);
        var parties = facts.Case.Parties;
        if (facts.Dossier.Watch is null)
            yield return Result.Missing("watch");
        var roots = new[] { parties?.FinalRecipient, parties?.Consignee, parties?.Broker, parties?.Payer };
        foreach (var root in roots.OfType<string>().Distinct())
        {
            if (!facts.Links(maxDegree).KnowsAnyValueOf(root))
            {
                yield return Result.Missing(
                    $"parties[{root}].address_key, phone, email, beneficial_owner, bank_account or registration_no"
                );
                continue;
            }
            var cluster = facts.Links(maxDegree).ClusterOf([root]);
            foreach (var member in cluster.Members.Where(m => m != root))
            foreach (var adverse in AdverseRecords(member, facts))
                yield return Result.Found(
                    Severity.High,
                    $"{root} is linked to {member}, which has {adverse.Value}: {string.Join(" – ", cluster.PathTo(member))}.",
                    new Evidence(
                        new Dictionary<string, object> { ["party"] = member, ["record"] = adverse.Value },
                        [adverse]
                    )
                    {
                        Subjects = [member],
                        LinkPath = cluster.PathTo(member),
                        Lists = ["sanctions"],
                    }
                );
            if (cluster.IsCutShort)
                yield return Result.Missing(cluster.LinksBeyond(root));
        }
    }

    // Reading 13: a diversion on the watch list and one in the register of incidents are one source.
    private static IEnumerable<Input> AdverseRecords(string party, Facts facts) =>
        [
            .. (facts.Dossier.Watch ?? [])
                .Where(w => w.Party == party && w.Resolved is not true)
                .Select(w => new Input("watch", $"a {w.Kind} of {w.Date:yyyy-MM-dd} on record")),
            .. (facts.Dossier.Incidents ?? [])
                .Where(i => i.Party == party && i is { Kind: "diversion", Status: "confirmed", Resolution: null })
                .Select(i => new Input("incidents", $"a confirmed diversion of {i.Date:yyyy-MM-dd} on record")),
            .. (facts.Reference.Lists?.Sanctions ?? [])
                .On(facts.AsOf)
                .Where(s => Sanctions.HasItsNumber(facts.Party(party), s))
                .Select(s => new Input($"sanctions {s.Id}", "the registration number of a sanctioned party")),
        ];

    /// <summary>DR-E07: an application for these recipients and such goods was refused within the last years, here or elsewhere. A denial
    /// whose goods nobody can compare is raised, with a note, and not left out.</summary>
    private static IEnumerable<Result> DeniedBefore(Facts facts, Parameters its)
    {
        if (facts.Dossier.Watch is null)
            yield return Result.Missing("watch");
        if (facts.RecipientsMissing.Count > 0)
            yield return Result.Missing(facts.RecipientsMissing);
        if (facts.Case.Lines is null)
            yield return Result.Missing("case.lines");
        var since = facts.AsOf.AddYears(-its.Whole("years"));
        var denials = (facts.Dossier.Watch ?? []).Where(w =>
            w is { Kind: "denial", Party: not null, Resolved: not true }
            && facts.Recipients.Contains(w.Party)
            && !(w.Date < since)
        );
        foreach (var denial in denials)
        {
            var missing = new List<string>();
            if (denial.Date is null)
                missing.Add($"watch[{denial.Party}].date");
            var isAlike = ItemClasses.Overlap(denial.ItemClass, facts);
            if (isAlike is null)
                missing.AddRange(ItemClasses.Missing(denial, facts));
            if (missing.Count > 0)
                yield return Result.Missing(missing);
            if (isAlike is not false && denial.Date is not null)
                yield return Denied(denial, isAlike is true, facts);
        }
    }

    private static Result Denied(WatchRecord denial, bool isAlike, Facts facts) =>
        Result.Found(
            Severity.High,
            $"{facts.Party(denial.Party)?.Called ?? denial.Party} was denied{(denial.ItemClass is { } what ? $" {what}" : "")}"
                + $"{(denial.Authority is { } authority ? $" by {authority}" : "")} on {denial.Date:yyyy-MM-dd}"
                + $"{(isAlike ? "" : "; whether it was for such goods is not on record, and has to be asked")}.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["party"] = denial.Party!,
                    ["days_ago"] = Days.Between(denial.Date!.Value, facts.AsOf),
                    ["item_class"] = denial.ItemClass ?? "not known",
                },
                [new Input("watch", $"denial of {denial.Date:yyyy-MM-dd}")]
            )
            {
                Subjects = [denial.Party!],
            }
        );

    /// <summary>DR-E08: an earlier delivery to a party of this case was diverted, and it is not settled. A loss or theft is DR-S06's.</summary>
    private static IEnumerable<Result> DivertedBefore(Facts facts, Parameters _)
    {
        if (facts.Dossier.Incidents is null)
            yield return Result.Missing("incidents");
        if (facts.Dossier.Watch is null)
            yield return Result.Missing("watch");
        if (facts.RecipientsMissing.Count > 0)
            yield return Result.Missing(facts.RecipientsMissing);
        foreach (var party in facts.Recipients.Append(facts.Case.Parties?.Broker).OfType<string>().Distinct())
        {
            // Reading 13: a diversion on the watch list and one in the register of incidents are one source.
            List<Input> diversions =
            [
                .. (facts.Dossier.Incidents ?? [])
                    .Where(i => i.Party == party && i is { Kind: "diversion", Status: "confirmed", Resolution: null })
                    .Select(i => new Input($"incidents {i.Id}".TrimEnd(), $"{i.Date:yyyy-MM-dd}")),
                .. (facts.Dossier.Watch ?? [])
                    .Where(w => w.Party == party && w is { Kind: "diversion", Resolved: not true })
                    .Select(w => new Input("watch", $"{w.Date:yyyy-MM-dd}")),
            ];
            foreach (var open in (facts.Dossier.Incidents ?? []).Where(i => i.Party == party && CouldBeDiversion(i)))
                yield return Result.Missing(
                    open.Kind is null ? $"incidents[{open.Id}].kind" : $"incidents[{open.Id}].status"
                );
            if (diversions.Count == 0)
                continue;
            var days = diversions.Select(d => d.Value).Where(d => d.Length > 0).Distinct().ToList();
            yield return Result.Found(
                Severity.Blocking,
                $"A delivery to or through {facts.Party(party)?.Called ?? party} was diverted"
                    + $"{(days.Count > 0 ? $" ({string.Join(", ", days)})" : "")}: this is confirmed and not settled.",
                new Evidence(
                    new Dictionary<string, object> { ["party"] = party, ["records"] = diversions.Count },
                    diversions
                )
                {
                    Subjects = [party],
                }
            );
        }
    }

    private static bool CouldBeDiversion(Incident incident) =>
        incident
            is { Resolution: null, Kind: null, Status: null or "confirmed" }
                or { Resolution: null, Kind: "diversion", Status: null };

    /// <summary>DR-E09: a party of the case is on a sanctions list in force, or may be. A name that is alike stays a possible match, whatever
    /// else differs, until an officer has resolved it.</summary>
    private static IEnumerable<Result> OnASanctionsList(Facts facts, Parameters its)
    {
        if (facts.Reference.Lists?.Sanctions is not { } list)
        {
            yield return Result.Missing("reference.lists.sanctions");
            yield break;
        }
        var entries = list.On(facts.AsOf).ToList();
        if (entries.Count == 0)
            yield break;
        var parties = facts.Case.Parties;
        if (parties?.Exporter is null)
            yield return Result.Missing("case.parties.exporter");
        if (facts.RecipientsMissing.Count > 0)
            yield return Result.Missing(facts.RecipientsMissing);
        var roles = new[]
        {
            parties?.Exporter,
            parties?.Consignee,
            parties?.FinalRecipient,
            parties?.Broker,
            parties?.Payer,
        };
        foreach (var id in roles.OfType<string>().Distinct())
            if (facts.Party(id) is not { } party)
                yield return Result.Missing($"parties[{id}]");
            else
                foreach (var result in Sanctions.Against(party, entries, its.Number("fuzzy_min")))
                    yield return result;
    }
}
