using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Licences;

/// <summary>An export licence with the particulars of Art. 10(3). <see cref="Issue"/> is the only way to make one, and nothing
/// outside can alter one: not even a copy.</summary>
public sealed record ExportLicence
{
    private ExportLicence() { }

    public string Number { get; private init; } = "";
    public string PlaceOfIssue { get; private init; } = "";
    public DateOnly IssuedOn { get; private init; }

    /// <summary>The day of expiry still counts: a licence that expires on the 30th may be used on the 30th.</summary>
    public DateOnly ExpiresOn { get; private init; }

    /// <summary>Goods, parties, States and route as applied for and judged.</summary>
    public Consignment Consignment { get; private init; } = null!;
    public IReadOnlyList<Country> TransitStates { get; private init; } = [];

    /// <summary>Those of the transit States that have given no notice, and are deemed to have no objection under the law of the profile;
    /// null where there are none.</summary>
    public IReadOnlyList<DeemedTransit>? Deemed { get; private init; }

    /// <summary>Of the decision, and those that the importing State put on its authorisations and the transit States on their notices.</summary>
    public IReadOnlyList<string> Conditions { get; private init; } = [];

    /// <summary>What it takes from the import authorisations that it rests on.</summary>
    public IReadOnlyList<Reservation> Reservations { get; private init; } = [];

    /// <summary>What a simplified procedure has dispensed with, Art. 10(6); empty for all other licences.</summary>
    public IReadOnlyList<SimplifiedFinding> Simplified { get; private init; } = [];

    /// <summary>The policy profile it was judged under, and its version.</summary>
    public string Profile { get; private init; } = "";

    /// <summary>Number of the licence whose place it takes; null where there is none. That one ends in the same act.</summary>
    public string? Replaces { get; private init; }

    public bool IsInForceOn(DateOnly day) => IssuedOn <= day && day <= ExpiresOn;

    /// <summary>Runs Article 10 on the dossier as of today, and issues the licence only when nothing is unmet.</summary>
    /// <exception cref="NotPermittedException">One or more findings are unmet; it carries all of them.</exception>
    public static ExportLicence Issue(string number, ExportDossier dossier, GrantDecision decision, DateOnly today)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentNullException.ThrowIfNull(decision);
        var findings = ExportRequirements.Verify(dossier, today);
        if (findings.Any(finding => !finding.IsMet))
            throw new NotPermittedException([.. findings.Where(finding => !finding.IsMet)]);
        var consignment = dossier.Consignment;
        var passages = consignment.Passages(dossier.Profile.PortCallIsTransit);
        var deemed = passages
            .Where(p => TransitNotices.NotNeeded(dossier, p, today) is null)
            .Select(p => dossier.Clearance(p.State, today)?.AsDeemed)
            .OfType<DeemedTransit>()
            .ToList();
        return new ExportLicence
        {
            Number = number,
            PlaceOfIssue = dossier.Terms.PlaceOfIssue,
            IssuedOn = today,
            ExpiresOn = dossier.Terms.ExpiresOn,
            Consignment = consignment,
            TransitStates = [.. passages.Select(p => p.State)],
            Deemed = deemed.Count > 0 ? deemed : null,
            Conditions =
            [
                .. decision.Conditions,
                .. dossier
                    .Authorisations.SelectMany(a => (a.Particulars?.Conditions ?? []).Select(c => $"{a.IssuedBy}: {c}"))
                    .Distinct(StringComparer.Ordinal),
                .. passages.SelectMany(p =>
                    (dossier.Transit.FirstOrDefault(t => t.State == p.State)?.Notice?.Conditions ?? []).Select(c =>
                        $"{p.State}: {c}"
                    )
                ),
            ],
            Reservations = Allocation.Of(consignment.Lines, dossier.Authorisations).Reservations,
            Simplified =
            [
                .. findings
                    .Where(f => f.SimplifiedUnder is not null)
                    .Select(f => new SimplifiedFinding(f.Rule, f.Subject, f.SimplifiedUnder!)),
            ],
            Profile = $"{dossier.Profile.Id} {dossier.Profile.Version}",
            Replaces = dossier.Replaces,
        };
    }
}

/// <summary>A finding that a licence was issued without.</summary>
/// <param name="Rule">Name of the rule of Article 10.</param>
/// <param name="Instrument">The law that dispenses with it.</param>
public sealed record SimplifiedFinding(string Rule, string Subject, string Instrument);

/// <summary>The law does not permit the act. Nothing has changed.</summary>
public sealed class NotPermittedException(IReadOnlyList<Finding> findings)
    : Exception(string.Join(" ", findings.Select(f => $"{f.Article}: {f.Text}")))
{
    /// <summary>Every unmet finding.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
