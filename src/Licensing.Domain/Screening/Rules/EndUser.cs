namespace Licensing.Domain.Screening.Rules;

/// <summary>End user and recipient (catalogue, 4.2).</summary>
public static class EndUser
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-E06", LinkedToAnAdverseParty, new Parameter("link.max_degree", ParameterKind.Whole)),
    ];

    /// <summary>DR-E06: a party of the case shares an address, phone, owner … with one that was denied, is sanctioned or diverted. Its own
    /// record is DR-E07's to E09's.</summary>
    private static IEnumerable<Result> LinkedToAnAdverseParty(Facts facts, Parameters its)
    {
        var maxDegree = its.Whole("link.max_degree");
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
                yield return Result.Missing($"links of {root} beyond {LinkGraph.MaxMembers} parties");
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
                .Where(s => IsEntry(s, facts.Party(party)))
                .Select(s => new Input($"sanctions {s.Id}", "the registration number of a sanctioned party")),
        ];

    private static bool IsEntry(SanctionEntry entry, PartyRecord? party) =>
        entry.RegistrationNo is { } listed
        && party?.RegistrationNo is { } own
        && Serials.Normal(listed) == Serials.Normal(own);
}
