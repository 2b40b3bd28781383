using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;

namespace Licensing.Domain.Licences;

/// <summary>An import authorisation that this State issues, Art. 10(1). <see cref="Issue"/> is the only way to make one.</summary>
public sealed record ImportLicence
{
    private ImportLicence() { }

    /// <summary>What it authorises: what the exporting State is told when it asks, word for word.</summary>
    public ImportAuthorisation Authorisation { get; private init; } = null!;

    /// <summary>As applied for and judged.</summary>
    public Consignment Consignment { get; private init; } = null!;

    /// <summary>The policy profile it was judged under, and its version.</summary>
    public string Profile { get; private init; } = "";

    /// <summary>Runs the law on the dossier as of today, and issues the authorisation only when nothing is unmet.</summary>
    /// <param name="decision">Taken by a second officer; its conditions stand on the authorisation.</param>
    /// <exception cref="NotPermittedException">One or more findings are unmet; it carries all of them.</exception>
    public static ImportLicence Issue(string number, ImportDossier dossier, GrantDecision decision, DateOnly today)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentNullException.ThrowIfNull(decision);
        var unmet = ImportRequirements.Verify(dossier, today).Where(f => !f.IsMet).ToList();
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
        var asked = dossier.Consignment;
        return new ImportLicence
        {
            Authorisation = new ImportAuthorisation(
                AuthorisationNumber.Canonical(number),
                asked.ImportingState,
                dossier.Terms.PlaceOfIssue,
                today,
                today,
                dossier.Terms.ExpiresOn,
                Named(asked.The(PartyRole.Importer)),
                Named(asked.FinalRecipient),
                Named(asked.Exporter),
                Named(asked.The(PartyRole.Consignee)),
                [
                    .. asked.Lines.Select(l => new AuthorisedGoods(
                        l.Number,
                        l.Class,
                        l.Part,
                        l.Platform,
                        l.Calibre,
                        l.Quantity
                    )),
                ],
                null,
                asked.ExportingState,
                dossier.Use,
                decision.Conditions.Count == 0 ? null : decision.Conditions,
                asked.Temporary?.ReturnBy
            ),
            Consignment = asked,
            Profile = $"{dossier.Profile.Id} {dossier.Profile.Version}",
        };
    }

    // As declared: a number that is given is one that the export has to bear out.
    private static NamedParty Named(Party party) => new(party.Name, party.State, party.RegistrationNumber);
}

/// <summary>An import authorisation as it is read back.</summary>
public sealed record ImportLicenceContent(ImportAuthorisation Authorisation, Consignment Consignment, string Profile)
{
    /// <summary>The day of expiry still counts. What is issued here always bears one.</summary>
    public DateOnly LastDay() => Authorisation.ExpiresOn!.Value;

    /// <summary>The same authorisation with another last day and other quantities, if the law permits it today. Other goods, parties or
    /// States are another authorisation's.</summary>
    /// <param name="leavesAgainBy">The last day for goods that came in for a while; null where they came for good.</param>
    /// <param name="quantities">By number of the line; lines that are not named stay as they are.</param>
    /// <param name="left">How much has left on account of each line, as known today.</param>
    /// <param name="dossier">Of the case, on whatever terms.</param>
    /// <exception cref="NotPermittedException">One or more findings are unmet; it carries all of them.</exception>
    public ImportLicenceContent Amended(
        DateOnly expiresOn,
        DateOnly? leavesAgainBy,
        IReadOnlyDictionary<int, decimal> quantities,
        IReadOnlyDictionary<int, decimal> left,
        ImportDossier dossier,
        DateOnly today
    )
    {
        var amended = Authorisation with
        {
            ExpiresOn = expiresOn,
            LeavesAgainBy = leavesAgainBy,
            Goods =
            [
                .. Authorisation.Goods.Select(g =>
                    g with
                    {
                        Quantity = new Quantity(
                            quantities.GetValueOrDefault(g.Number, g.Quantity.Amount),
                            g.Quantity.Unit
                        ),
                    }
                ),
            ],
        };
        // What was asked for at first is no bound of what is amended.
        var amending = dossier with
        {
            Terms = dossier.Terms with { ExpiresOn = expiresOn },
            Consignment = dossier.Consignment with
            {
                WantedUntil = null,
                Temporary =
                    dossier.Consignment.Temporary is { } movement && leavesAgainBy is { } last
                        ? movement with
                        {
                            ReturnBy = last,
                        }
                        : null,
            },
        };
        var unmet = ImportRequirements
            .Verify(amending, today)
            .Concat(amended.Goods.Select(g => LeavesWhatHasLeft(g, left.GetValueOrDefault(g.Number))))
            .Where(f => !f.IsMet)
            .ToList();
        return unmet.Count == 0 ? this with { Authorisation = amended } : throw new NotPermittedException(unmet);
    }

    private static Finding LeavesWhatHasLeft(AuthorisedGoods goods, decimal left) =>
        Finding.When(
            left <= goods.Quantity.Amount,
            Law.System,
            "amendment-leaves-what-has-left",
            $"line {goods.Number}",
            $"{left:0.###} of line {goods.Number} have left, within the {goods.Quantity} that it would authorise.",
            $"{left:0.###} of line {goods.Number} have left already; it would authorise {goods.Quantity} only.",
            "Authorise what has left at least, or revoke the authorisation."
        );
}
