using Bogus;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using DomainParts = Licensing.Domain.Screening.Parts;
using LinkGraph = Licensing.Domain.Screening.LinkGraph;

namespace Licensing.Tests.Histories;

/// <param name="Rule">The rule that has to find it.</param>
/// <param name="Case">The pending case with which it is complete.</param>
/// <param name="Earlier">The cases that it builds on.</param>
internal sealed record PlantedKit(string Rule, string Platform, Case Case, IReadOnlyList<Case> Earlier);

/// <summary>Invented export cases of one State, the same ones each time. Exporters, carriers and brokers are a few hundred and have ever more
/// cases; there is a new recipient for every twenty cases, and one who has been one keeps to its kind of goods. Among them kits are planted:
/// their parts go by several exporters, over half a year, to parties that share a phone, an e-mail address, an address or a registration.</summary>
/// <param name="applicant">Of all cases: who applied is of no account here.</param>
internal sealed class PlantedHistory(StateRecord state, PublishedFile profile, Company applicant, DateTimeOffset now)
{
    private const int Years = 5;
    private const int CasesOfARecipient = 20;
    private static readonly Country Northmark = Country.Parse("QN");
    private static readonly Country Ridgeland = Country.Parse("QR");

    /// <summary>Platforms whose parts are traded, with what one firearm of each takes (as in the sample reference data).</summary>
    private static readonly (string Platform, string Hs, PartKind[] Kit)[] Platforms =
    [
        ("AX9", "930510", [PartKind.Frame, PartKind.Slide, PartKind.Barrel]),
        ("K47F", "930520", [PartKind.Receiver, PartKind.Barrel, PartKind.Bolt]),
        ("M15F", "930520", [PartKind.LowerReceiver, PartKind.UpperReceiver, PartKind.Barrel, PartKind.Bolt]),
    ];

    private readonly Faker _any = new() { Random = new Randomizer(5) };
    private readonly DateOnly _today = DateOnly.FromDateTime(now.UtcDateTime);
    private readonly List<Trader> _recipients = [];
    private readonly Dictionary<(string, PartyRole), IReadOnlyList<ScreenedParty>> _said = [];
    private List<Trader> _exporters = [];
    private List<Trader> _others = [];
    private int _cases;
    private int _traders;

    private sealed record Trader(
        string Name,
        string Address,
        Country State,
        string Registration,
        string Email,
        string Phone,
        (string Platform, string Hs, PartKind Part) Buys
    );

    /// <summary>Rows of decided cases with so many goods lines, none of which make a firearm together, oldest first.</summary>
    public IEnumerable<object> Usual(int lines)
    {
        for (var written = 0; written < lines; )
        {
            var made = Made(
                Recipient(),
                _today.AddDays(-1 - (int)(Years * 365L * (lines - written) / lines)),
                Chance(0.03) ? CaseStatus.Refused
                    : Chance(0.02) ? CaseStatus.Withdrawn
                    : CaseStatus.Granted,
                Math.Min(lines - written, _any.Random.Int(1, 3))
            );
            written += made.Consignment.Lines.Count;
            foreach (var row in RowsOf(made))
                yield return row;
        }
    }

    /// <summary>Rows of pending cases of parties of whom there is a history, in which nothing is planted.</summary>
    public IEnumerable<object> Pending(int count, ICollection<Case> made)
    {
        for (var i = 0; i < count; i++)
        {
            var its = Made(_any.PickRandom(_recipients), _today, CaseStatus.Open, 2);
            made.Add(its);
            foreach (var row in RowsOf(its))
                yield return row;
        }
    }

    /// <summary>Rows of the cases of so many kits: of ten of them two are complete in one consignment, two lack their receiver alone, and the
    /// others come together over several.</summary>
    public IEnumerable<object> Kits(int count, ICollection<PlantedKit> planted)
    {
        for (var i = 0; i < count; i++)
        {
            var kit = (i % 10) switch
            {
                0 or 5 => InOneConsignment(),
                1 or 6 => WithoutReceiver(),
                _ => OverSeveral(),
            };
            planted.Add(kit);
            foreach (var row in kit.Earlier.Append(kit.Case).SelectMany(RowsOf))
                yield return row;
        }
    }

    private PlantedKit InOneConsignment()
    {
        var (platform, hs, parts) = _any.PickRandom(Platforms);
        return new PlantedKit("DR-P01", platform, Parts(NewRecipient(), platform, hs, parts), []);
    }

    private PlantedKit WithoutReceiver()
    {
        var (platform, hs, parts) = _any.PickRandom(Platforms);
        var others = parts.Where(p => !IsReceiver(p)).ToArray();
        return new PlantedKit("DR-P03", platform, Parts(NewRecipient(), platform, hs, others), []);
    }

    private PlantedKit OverSeveral()
    {
        var (platform, hs, parts) = _any.PickRandom(Platforms);
        var recipients = Chain(_any.Random.Int(1, parts.Length));
        var order = _any.Random.Shuffle(parts).ToList();
        var days = order.Skip(1).Select(_ => _any.Random.Int(1, 175)).OrderDescending().ToList();
        var earlier = days.Select(
                (ago, i) =>
                    Made(
                        recipients[i % recipients.Count],
                        _today.AddDays(-ago),
                        Chance(0.2) ? CaseStatus.Open : CaseStatus.Granted,
                        [Line(1, platform, hs, order[i], 20)]
                    )
            )
            .ToList();
        return new PlantedKit("DR-P02", platform, Parts(recipients[^1], platform, hs, order[^1]), earlier);
    }

    private static bool IsReceiver(PartKind part) =>
        DomainParts.IsReceiverType(InDossier.PartType(GoodsClass.PartOrComponent, part));

    private Case Parts(Trader recipient, string platform, string hs, params PartKind[] parts) =>
        Made(recipient, _today, CaseStatus.Open, [.. parts.Select((part, i) => Line(i + 1, platform, hs, part, 10))]);

    /// <summary>Rows of the cases of a kit whose parts go to the two ends of a chain of parties.</summary>
    /// <param name="length">Parties in the chain; each of them has had a case.</param>
    public IEnumerable<object> KitAlongAChain(int length, ICollection<PlantedKit> planted)
    {
        var (platform, hs, parts) = Platforms[0];
        var chain = Chain(length);
        var earlier = chain
            .SkipLast(1)
            .Select(
                (recipient, i) =>
                    Made(
                        recipient,
                        _today.AddDays(-30),
                        CaseStatus.Granted,
                        [
                            Line(1, platform, hs, parts[0], 20),
                            .. i == 0 ? new[] { Line(2, platform, hs, parts[1], 20) } : [],
                        ]
                    )
            )
            .ToList();
        var kit = new PlantedKit("DR-P02", platform, Parts(chain[^1], platform, hs, parts[2]), earlier);
        planted.Add(kit);
        return kit.Earlier.Append(kit.Case).SelectMany(RowsOf);
    }

    /// <summary>New recipients, of whom each shares one thing with the one before.</summary>
    private List<Trader> Chain(int length)
    {
        var chain = new List<Trader> { NewRecipient() };
        foreach (var shared in Enumerable.Range(_any.Random.Int(0, 3), length - 1))
        {
            var (before, next) = (chain[^1], NewRecipient());
            chain.Add(
                (shared % 4) switch
                {
                    0 => next with { Phone = before.Phone },
                    1 => next with { Email = before.Email },
                    2 => next with { Address = before.Address },
                    // In another State: two of one State with the same number are one party.
                    _ => next with
                    {
                        Registration = before.Registration,
                        State = before.State == Northmark ? Ridgeland : Northmark,
                    },
                }
            );
        }
        return chain;
    }

    private Trader Recipient()
    {
        if (_recipients.Count > 0 && !Chance(1d / CasesOfARecipient))
        {
            var known = _any.Random.Int(0, _recipients.Count - 1);
            if (Chance(0.002))
                _recipients[known] = _recipients[known] with { Phone = Phone() };
            return _recipients[known];
        }
        var made = NewRecipient();
        // An address that says nothing from the beginning on, because so many have it.
        if (_recipients.Count < 2 * LinkGraph.UsualMaxDegree || Chance(0.01))
            made = made with { Address = "Harbour Business Park, Nordhaven" };
        else if (Chance(0.03))
            // Two firms of one group, which buy the same.
            made = made with
            {
                Phone = _recipients[^1].Phone,
                Buys = _recipients[^1].Buys,
            };
        _recipients.Add(made);
        return made;
    }

    private Trader NewRecipient() => NewTrader(Northmark);

    private Trader NewTrader(Country state)
    {
        var (platform, hs, parts) = _any.PickRandom(Platforms);
        var number = ++_traders;
        return new Trader(
            _any.Company.CompanyName(),
            $"{_any.Address.StreetAddress()} {number}, {_any.Address.City()}",
            state,
            $"R-{number:0000000}",
            $"office{number}@{_any.Internet.DomainName()}",
            Phone(),
            (platform, hs, _any.PickRandom(parts))
        );
    }

    private string Phone() => $"+000 {_any.Random.Long(1_000_000_000, 9_999_999_999)}";

    private bool Chance(double of) => _any.Random.Double() < of;

    private Case Made(Trader recipient, DateOnly on, CaseStatus status, int lines) =>
        Made(
            recipient,
            on,
            status,
            [
                .. Enumerable
                    .Range(1, lines)
                    .Select(n =>
                        Line(n, recipient.Buys.Platform, recipient.Buys.Hs, recipient.Buys.Part, _any.Random.Int(1, 4))
                    ),
            ]
        );

    private Case Made(Trader recipient, DateOnly on, CaseStatus status, IReadOnlyList<GoodsLine> lines)
    {
        if (_exporters.Count == 0)
        {
            _exporters = [.. Enumerable.Range(0, 200).Select(_ => NewTrader(state.Code))];
            _others = [.. Enumerable.Range(0, 100).Select(_ => NewTrader(state.Code))];
        }
        var at = new DateTimeOffset(on, new TimeOnly(9, 0), TimeSpan.Zero);
        var id = Guid.CreateVersion7(at);
        return new Case
        {
            Id = id,
            Number = $"{state.Code}-{on.Year}-H{++_cases:0000000}",
            Kind = LicenceKind.Export,
            State = state.Code,
            ExportingState = state.Code,
            ImportingState = recipient.State,
            CompanyId = applicant.Id,
            ApplicationId = Guid.CreateVersion7(at),
            FirstCaseId = id,
            Reference = "invented",
            Consignment = new Consignment(
                state.Code,
                recipient.State,
                lines,
                [
                    Party(PartyRole.Exporter, _any.PickRandom(_exporters)),
                    Party(PartyRole.Importer, recipient),
                    Party(PartyRole.Consignee, recipient),
                    Party(PartyRole.FinalRecipient, recipient),
                    Party(PartyRole.Carrier, _any.PickRandom(_others)),
                    .. Chance(0.1) ? new[] { Party(PartyRole.Broker, _any.PickRandom(_others)) } : [],
                ],
                [new Leg(recipient.State, TransportMode.Sea, Stop.Destination, 700, null, on.AddDays(75))],
                on.AddDays(60),
                on.AddDays(75),
                EndUse.DealerStock,
                "For sale to licensed dealers."
            ),
            Profile = profile.Id,
            ProfileVersion = profile.Version,
            SubmittedAt = at,
            SubmittedBy = Guid.Empty,
            Status = status,
            Position = status == CaseStatus.Open ? "review" : "end",
            PositionName = status == CaseStatus.Open ? "Review" : "End",
            PositionSince = at,
            Version = Guid.CreateVersion7(at),
        };
    }

    private static Party Party(PartyRole role, Trader it) =>
        new(role, it.Name, it.Address, it.State, it.Registration, it.Email, it.Phone);

    private static GoodsLine Line(int number, string platform, string hs, PartKind part, decimal pieces) =>
        new(
            number,
            GoodsClass.PartOrComponent,
            part,
            platform,
            null,
            hs,
            "9x19",
            "Halden",
            platform,
            $"{part} of the {platform}".ToLowerInvariant(),
            new Quantity(pieces, Unit.Piece),
            new Money(95, "EUR"),
            "B",
            FinishState.Finished,
            GoodsSource.CommercialStock,
            [],
            SerialsLater: true,
            MarkingForm.MakerPlaceSerial,
            [new Draw($"IA-{number:0000}", pieces)]
        );

    // Nothing besides what the lines themselves have.
    private static ApplicationDraft SaidOf(Case made) =>
        new() { Lines = [.. made.Consignment.Lines.Select(_ => new DraftLine())] };

    /// <summary>What the product keeps of such a case, as far as a screening reads it.</summary>
    private IEnumerable<object> RowsOf(Case made)
    {
        var on = DateOnly.FromDateTime(made.SubmittedAt.UtcDateTime);
        yield return made;
        if (made.Status == CaseStatus.Open)
            yield return Application(made);
        else if (made.Status != CaseStatus.Withdrawn)
            yield return DecisionOf(made, made.SubmittedAt.AddDays(20));
        foreach (var goods in DossierOfCase.GoodsOf(made, SaidOf(made), on))
            yield return goods;
        var declared = DossierOfCase.PartiesOf(made, on);
        foreach (var party in declared.GroupBy(p => (p.Key, p.Role)))
        {
            foreach (var news in DossierOfCase.News([.. party], _said.GetValueOrDefault(party.Key) ?? []))
                yield return news;
            _said[party.Key] = [.. party];
        }
    }

    public static Decision DecisionOf(Case made, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            CaseId = made.Id,
            RecommendationId = Guid.Empty,
            Verdict = made.Status == CaseStatus.Refused ? Verdict.Refuse : Verdict.Grant,
            Conditions = [],
            Reasons = [],
            TextForApplicant = "Invented.",
            Note = "Invented.",
            ExpiresOn = null,
            By = Guid.Empty,
            At = at,
        };

    /// <summary>The same case once more, decided.</summary>
    /// <param name="time">Which time: every copy has a number of its own.</param>
    public static Case Again(Case its, int time)
    {
        var id = Guid.CreateVersion7(its.SubmittedAt);
        return new Case
        {
            Id = id,
            Number = $"{its.Number}-{time}",
            Kind = its.Kind,
            State = its.State,
            ExportingState = its.ExportingState,
            ImportingState = its.ImportingState,
            CompanyId = its.CompanyId,
            ApplicationId = its.ApplicationId,
            FirstCaseId = id,
            Reference = its.Reference,
            Consignment = its.Consignment,
            Profile = its.Profile,
            ProfileVersion = its.ProfileVersion,
            SubmittedAt = its.SubmittedAt,
            SubmittedBy = its.SubmittedBy,
            Status = CaseStatus.Granted,
            Position = its.Position,
            PositionName = its.PositionName,
            PositionSince = its.PositionSince,
            Version = id,
        };
    }

    /// <summary>The screening of that case, for a copy of it.</summary>
    public static ScreeningRecord ScreeningOf(Case copy, ScreeningRecord its) =>
        new()
        {
            Id = Guid.CreateVersion7(its.At),
            CaseId = copy.Id,
            Sequence = its.Sequence,
            Stage = its.Stage,
            AsOf = its.AsOf,
            At = its.At,
            By = its.By,
            RuleSet = its.RuleSet,
            RuleSetVersion = its.RuleSetVersion,
            Points = its.Points,
            Band = its.Band,
            IsBlocked = its.IsBlocked,
            Report = its.Report,
            Dossier = its.Dossier,
            Lists = its.Lists,
            Sha256 = its.Sha256,
        };

    private Application Application(Case made) =>
        new()
        {
            Id = made.ApplicationId!.Value,
            Kind = made.Kind,
            State = made.State,
            CompanyId = applicant.Id,
            Draft = SaidOf(made) with
            {
                DirectKilometres = 650,
                OrderChannel = OrderChannel.Direct,
                PaymentMethod = PaymentMethod.LetterOfCredit,
                FreightCost = 400,
            },
            CreatedBy = Guid.Empty,
            CreatedAt = made.SubmittedAt,
            ChangedAt = made.SubmittedAt,
            CaseId = made.Id,
            Version = Guid.CreateVersion7(made.SubmittedAt),
        };
}
