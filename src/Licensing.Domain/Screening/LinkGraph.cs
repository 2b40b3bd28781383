using System.Text;

namespace Licensing.Domain.Screening;

/// <summary>What two parties can share. Names alone never link.</summary>
public enum LinkKind
{
    AddressKey,
    Phone,
    Email,
    BeneficialOwner,
    BankAccount,
    RegistrationNo,
}

public static class LinkKinds
{
    /// <summary>As an officer would call it.</summary>
    public static string Word(this LinkKind attribute) =>
        attribute switch
        {
            LinkKind.AddressKey => "address",
            LinkKind.BeneficialOwner => "owner",
            LinkKind.BankAccount => "account",
            LinkKind.RegistrationNo => "registration",
            _ => attribute.ToString().ToLowerInvariant(),
        };
}

/// <summary>One step from a party to another that shares a value with it.</summary>
public sealed record Link(string From, LinkKind Attribute, string Value, string To);

/// <summary>Who shares what with whom, over the whole register as it was known.</summary>
public sealed class LinkGraph
{
    /// <summary>A value that more parties share says nothing of any two of them.</summary>
    public const int UsualMaxDegree = 20;

    /// <summary>The parameter by which a rule sets another.</summary>
    public const string DegreeParameter = "link.max_degree";

    /// <summary>A cluster of more parties is cut short; it says so, and rules must not read it as whole.</summary>
    public const int MaxMembers = 500;

    private readonly Dictionary<string, PartyRecord> _parties;
    private readonly Dictionary<string, List<(LinkKind Attribute, string Value)>> _values;
    private readonly Dictionary<(LinkKind, string), List<string>> _holders = [];
    private readonly HashSet<(string, string, LinkKind, string?)> _refuted = [];
    private readonly HashSet<string> _notFollowed;

    /// <param name="ignored">Values that link nobody, e.g. the address of a freight terminal.</param>
    /// <param name="notFollowed">Parties that may be linked to others than these.</param>
    public LinkGraph(
        IEnumerable<PartyRecord> parties,
        IEnumerable<RefutedLink> refuted,
        IEnumerable<string> ignored,
        DateOnly asOf,
        int maxDegree = UsualMaxDegree,
        IEnumerable<string>? notFollowed = null
    )
    {
        _notFollowed = [.. notFollowed ?? []];
        var silent = ignored.SelectMany(v => Enum.GetValues<LinkKind>().Select(a => Normal(a, v))).ToHashSet();
        _parties = parties.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        _values = _parties.ToDictionary(p => p.Key, p => ValuesOf(p.Value));
        foreach (var (party, values) in _values)
        foreach (var value in values.Where(v => !silent.Contains(v.Value)))
        {
            if (!_holders.TryGetValue(value, out var holders))
                _holders[value] = holders = [];
            holders.Add(party);
        }
        foreach (var common in _holders.Where(h => h.Value.Count > maxDegree).Select(h => h.Key).ToList())
            _holders.Remove(common);
        foreach (var link in refuted.Where(r => asOf <= r.ValidTo))
        foreach (var attribute in Enum.GetValues<LinkKind>().Where(a => Matches(a, link.Attribute)))
        {
            var value = link.Value is { } only ? Normal(attribute, only) : null;
            _refuted.Add((link.PartyA, link.PartyB, attribute, value));
            _refuted.Add((link.PartyB, link.PartyA, attribute, value));
        }
    }

    internal PartyRecord? Party(string id) => _parties.GetValueOrDefault(id);

    /// <summary>All parties that are linked to any of these, over however many steps, each with the shortest way to it.</summary>
    public LinkCluster ClusterOf(IReadOnlyList<string> roots, int maxMembers = MaxMembers)
    {
        var reached = new Dictionary<string, Link?>();
        var queue = new Queue<string>();
        foreach (var root in roots.Where(r => reached.TryAdd(r, null)))
            queue.Enqueue(root);
        var cutShort = false;
        while (queue.TryDequeue(out var party))
            foreach (var link in LinksOf(party))
            {
                if (reached.ContainsKey(link.To))
                    continue;
                if (reached.Count >= maxMembers)
                {
                    cutShort = true;
                    continue;
                }
                reached.Add(link.To, link);
                queue.Enqueue(link.To);
            }
        return new LinkCluster(reached, cutShort || reached.Keys.Any(_notFollowed.Contains));
    }

    /// <summary>Something that could link it is on record. Of a party of which nothing is known, nobody can say that it is alone.</summary>
    public bool KnowsAnyValueOf(string party) => _values.TryGetValue(party, out var values) && values.Count > 0;

    private IEnumerable<Link> LinksOf(string party) => Shared(party).Where(link => !IsRefuted(link));

    /// <summary>All that the party shares with others, refuted links too.</summary>
    internal IEnumerable<Link> Shared(string party) =>
        from value in _values.GetValueOrDefault(party) ?? []
        from other in _holders.GetValueOrDefault(value) ?? []
        where other != party
        select new Link(party, value.Attribute, value.Value, other);

    internal bool IsRefuted(Link link) =>
        _refuted.Contains((link.From, link.To, link.Attribute, link.Value))
        || _refuted.Contains((link.From, link.To, link.Attribute, null));

    private static List<(LinkKind Attribute, string Value)> ValuesOf(PartyRecord party) =>
        new[]
        {
            (Attribute: LinkKind.AddressKey, Value: party.AddressKey),
            (Attribute: LinkKind.Phone, Value: party.Phone),
            (Attribute: LinkKind.Email, Value: party.Email),
            (Attribute: LinkKind.BeneficialOwner, Value: party.BeneficialOwner),
            (Attribute: LinkKind.BankAccount, Value: party.BankAccount),
            (Attribute: LinkKind.RegistrationNo, Value: party.RegistrationNo),
        }
            .Select(v => (v.Attribute, Value: Normal(v.Attribute, v.Value ?? "")))
            .Where(v => v.Value.Length > 0)
            .ToList();

    // Spacing, case and punctuation make no other address, number or account; in an e-mail address the punctuation counts.
    private static string Normal(LinkKind attribute, string value) =>
        string.Concat(
            value
                .Normalize(NormalizationForm.FormKC)
                .Where(c => attribute == LinkKind.Email ? !char.IsWhiteSpace(c) : char.IsLetterOrDigit(c))
                .Select(char.ToUpperInvariant)
        );

    private static bool Matches(LinkKind attribute, string text) =>
        string.Equals(
            attribute.ToString(),
            text.Replace("_", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
}

/// <summary>Parties that count as one, because each shares something with another of them.</summary>
/// <param name="Reached">By member, the link by which it was first reached; null for those that it was asked of.</param>
/// <param name="IsCutShort">There are more than were followed: what is not in it may still belong to it.</param>
public sealed record LinkCluster(IReadOnlyDictionary<string, Link?> Reached, bool IsCutShort)
{
    public IEnumerable<string> Members => Reached.Keys;

    /// <summary>What is not known where it is cut short.</summary>
    /// <param name="roots">The parties that it was asked of.</param>
    public string LinksBeyond(params IEnumerable<string> roots) =>
        $"links of {string.Join(", ", roots)} beyond {Reached.Count} {(Reached.Count == 1 ? "party" : "parties")}";

    public bool Contains(string? party) => party is not null && Reached.ContainsKey(party);

    /// <summary>Party, what it shares, the next party …, from one that was asked of to this member.</summary>
    public IReadOnlyList<string> PathTo(string member)
    {
        var path = new List<string> { member };
        for (var link = Reached[member]; link is not null; link = Reached[link.From])
            path.InsertRange(0, [link.From, $"{link.Attribute.Word()} {link.Value}"]);
        return path;
    }
}
