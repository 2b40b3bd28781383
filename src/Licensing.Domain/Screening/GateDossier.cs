using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Screening;

/// <summary>A dossier of screening as the gate of Article 10 reads it. It only re-words: whatever it leaves open is missing, and nothing is
/// judged here.</summary>
internal sealed class GateDossier
{
    private readonly ScreeningDossier _dossier;
    private readonly CaseSnapshot _case;
    private readonly Facts _facts;
    private readonly List<string> _missing = [];

    public GateDossier(Facts facts)
    {
        _facts = facts;
        _dossier = facts.Dossier;
        _case = facts.Case;
        Exporting = State(_case.CountryExport, "case.country_export");
        Importing = State(_case.CountryImport, "case.country_import");
        ShipsOn = Given(_case.PlannedShipDate, "case.planned_ship_date");
        ArrivesOn = Given(_case.Eta, "case.eta");
        if (_case.Lines is null)
            _missing.Add("case.lines");
        foreach (var (line, place) in facts.Lines)
        {
            if (line.PartType is null)
                _missing.Add($"{place}.part_type");
            if (line.Qty is null)
                _missing.Add($"{place}.qty");
        }
        Given(
            _case.ImportAuthorisation is null || _case.ImportAuthorisation.Id is not null,
            "case.import_authorisation.id"
        );
        Given(
            _case.ImportAuthorisation is null || _case.ImportAuthorisation.IssuingState is not null,
            "case.import_authorisation.issuing_state"
        );
        foreach (var (state, i) in (_case.DeclaredTransit ?? []).Select((state, i) => (state, i)))
            State(state, $"case.declared_transit[{i}]");
        foreach (var (leg, i) in (_case.Route?.Legs ?? []).Select((leg, i) => (leg, i)))
        {
            State(leg.ToState, $"case.route.legs[{i}].to_state");
            if (ModeOf(leg.Mode ?? _case.TransportMode) is null)
                _missing.Add($"case.route.legs[{i}].mode");
        }
    }

    private Country? Exporting { get; }
    private Country? Importing { get; }
    private DateOnly? ShipsOn { get; }
    private DateOnly? ArrivesOn { get; }

    /// <summary>What the gate would have to know and the dossier does not say.</summary>
    public IReadOnlyList<string> Missing => _missing;

    /// <summary>Null when something is missing.</summary>
    /// <param name="others">With what other export licences hold on the import authorisation, or as if none did.</param>
    public ExportDossier? AsExport(bool others)
    {
        if (_missing.Count > 0)
            return null;
        var authorisations = Authorisations(others);
        var consignment = Consignment();
        return new ExportDossier(
            consignment,
            Exporter(),
            authorisations,
            [.. Clearances([.. consignment.Lines.Select(l => new Going(l, l.Quantity.Amount, 0))], 0)],
            [.. Arrangements()],
            Terms(authorisations),
            _facts.Profile.Policy
        );
    }

    /// <summary>Null when something is missing, or while there is no export licence.</summary>
    public ReleaseDossier? AsRelease()
    {
        if (_missing.Count > 0 || _case.ExportLicence is not { } licence)
            return null;
        var consignment = Consignment();
        // The licence is for so many of one kind of goods, on however many lines it has them.
        var licensed = licence.Lines is null
            ? consignment.Lines
            :
            [
                .. licence
                    .Lines.GroupBy(line => (PartType: Parts.Named(line.PartType ?? ""), line.Platform))
                    .Select(
                        (g, i) => Line(new CaseLine(g.Key.PartType, g.Key.Platform, g.Sum(l => l.Qty ?? 0)), i + 1)
                    ),
            ];
        var messages = (_dossier.Drawdown ?? [])
            .Where(m => m.ExportLicence == licence.Id)
            .DistinctBy(m => (object?)m.MessageId ?? m)
            .ToLookup(
                m => m.CaseId is not null && m.CaseId == _case.CaseId,
                m => Line(new CaseLine(m.PartType ?? "", m.Platform, m.Qty ?? 0), 0)
            );
        var before = Shipped(messages[false], licensed);
        // What customs have let out of this case is the case's shipment, not another one; where they let out more, more has left.
        List<ShippedLine> shipped =
        [
            .. Shipped(consignment.Lines, licensed)
                .Concat(Shipped(messages[true], licensed))
                .GroupBy(l => l.Line)
                .Select(g => g.MaxBy(l => l.Amount)!),
        ];
        return new ReleaseDossier(
            new LicenceContent(
                licence.Id ?? "",
                licence.PlaceOfIssue ?? _dossier.Authority ?? "",
                licence.ValidFrom ?? licence.IssuedOn ?? DateOnly.MinValue,
                licence.ValidTo ?? DateOnly.MaxValue,
                consignment with
                {
                    Lines = licensed,
                },
                [
                    .. (_case.DeclaredTransit ?? [])
                        .Select(s => Country.TryParse(s, out var c) ? c : null)
                        .OfType<Country>(),
                ],
                [],
                [
                    .. licensed.Select(l => new Reservation(
                        _case.ImportAuthorisation?.Id ?? "",
                        1,
                        l.Number,
                        l.Quantity.Amount
                    )),
                ],
                _facts.Profile.Policy.Id
            ),
            LicenceStatus.InForce,
            Exporter(),
            Authorisations(others: true),
            [
                .. Clearances(
                    [.. licensed.Select(l => new Going(l, shipped.AmountOf(l.Number), before.AmountOf(l.Number)))],
                    before.Sum(b => b.Amount)
                ),
            ],
            [.. Arrangements()],
            _facts.Profile.Policy,
            new ShipmentDeclaration(
                shipped,
                consignment.Route,
                ShipsOn!.Value,
                ArrivesOn!.Value,
                _case.Conveyance?.Carrier ?? "",
                "",
                ""
            ),
            before,
            [],
            [],
            []
        );
    }

    // Goods that the licence has no line for are given one that it does not have, which is a finding of its own.
    private static List<ShippedLine> Shipped(IEnumerable<GoodsLine> goods, IReadOnlyList<GoodsLine> licensed) =>
        [
            .. goods
                .GroupBy(g => licensed.FirstOrDefault(l => IsSameKind(l, g))?.Number ?? licensed.Count + 1)
                .Select(g => new ShippedLine(g.Key, g.Sum(x => x.Quantity.Amount), [])),
        ];

    private static bool IsSameKind(GoodsLine a, GoodsLine b) =>
        a.Class == b.Class
        && a.Part == b.Part
        && a.Platform == b.Platform
        && (a.Part != PartKind.OtherEssentialElement || a.Calibre == b.Calibre);

    private Consignment Consignment() =>
        new(
            Exporting!,
            Importing!,
            [.. _facts.Lines.Select((l, i) => Line(l.Line, i + 1))],
            [
                Party(PartyRole.Exporter, _case.Parties?.Exporter, Exporting!),
                Party(PartyRole.Importer, _case.Parties?.Consignee ?? _case.Parties?.FinalRecipient, Importing!),
                Party(PartyRole.Consignee, _case.Parties?.Consignee, Importing!),
                Party(PartyRole.FinalRecipient, _case.Parties?.FinalRecipient, Importing!),
            ],
            [.. Route()],
            ShipsOn!.Value,
            ArrivesOn!.Value,
            EndUse.DealerStock,
            "",
            Temporary: TemporaryOf(_facts)
        );

    /// <summary>A declared purpose and a day of return, and no goods that are to stay; null otherwise. The dossier does not say what bears the
    /// purpose out: it is taken at its word.</summary>
    internal static TemporaryMovement? TemporaryOf(Facts facts) =>
        facts.Case.SimplifiedProcedure is { Purpose: { } purpose, ReturnBy: { } returnBy }
        && facts.Case.Lines?.All(l => l.Temporary != false) is true
            ? new TemporaryMovement(
                PurposeOf(purpose),
                purpose,
                returnBy,
                new PurposeEvidence("the dossier", facts.Dossier.Authority ?? "the authority", facts.AsOf)
            )
            : null;

    private static TemporaryPurpose PurposeOf(string purpose) =>
        purpose.ToLowerInvariant() switch
        {
            "hunting" => TemporaryPurpose.Hunting,
            "sport" or "sport_shooting" => TemporaryPurpose.SportShooting,
            "evaluation" => TemporaryPurpose.Evaluation,
            "exhibition" or "exhibitions" => TemporaryPurpose.Exhibition,
            "repair" or "repairs" => TemporaryPurpose.Repair,
            _ => TemporaryPurpose.Other,
        };

    private GoodsLine Line(CaseLine line, int number)
    {
        var (kind, part, otherwise) = Classify(line.PartType!);
        // The lines of an authorisation name no unit: what the case counts in sets, they count in sets too.
        var quantity = new Quantity(line.Qty!.Value, Unit.Piece);
        return new GoodsLine(
            number,
            kind,
            part,
            line.Platform,
            null,
            line.Hs ?? "",
            otherwise ?? line.Calibre,
            line.Maker ?? "",
            line.Model ?? "",
            line.Description ?? line.PartType!,
            quantity,
            new Money(line.UnitValue ?? 0, _case.Currency ?? ""),
            line.Category ?? "",
            line.FinishState ?? FinishState.Finished,
            GoodsSource.CommercialStock,
            [],
            true,
            MarkingForm.MakerPlaceSerial,
            _case.ImportAuthorisation?.Id is { } id ? [new Draw(id, quantity.Amount)] : []
        );
    }

    /// <summary>The gate has one word for every other element; the dossier's own word for it then stands where the calibre does, so that
    /// an authorisation for a sight does not cover a jig.</summary>
    private static (GoodsClass Class, PartKind? Part, string? Otherwise) Classify(string partType) =>
        Parts.Named(partType) switch
        {
            Parts.CompleteFirearm or Parts.BlankFirer => (GoodsClass.Firearm, null, null),
            Parts.Ammunition => (GoodsClass.Ammunition, null, null),
            Parts.Barrel => (GoodsClass.PartOrComponent, PartKind.Barrel, null),
            Parts.Frame => (GoodsClass.PartOrComponent, PartKind.Frame, null),
            Parts.Receiver => (GoodsClass.PartOrComponent, PartKind.Receiver, null),
            Parts.LowerReceiver => (GoodsClass.PartOrComponent, PartKind.LowerReceiver, null),
            Parts.UpperReceiver => (GoodsClass.PartOrComponent, PartKind.UpperReceiver, null),
            Parts.Slide => (GoodsClass.PartOrComponent, PartKind.Slide, null),
            Parts.Cylinder => (GoodsClass.PartOrComponent, PartKind.Cylinder, null),
            Parts.Bolt => (GoodsClass.PartOrComponent, PartKind.Bolt, null),
            Parts.Suppressor => (GoodsClass.PartOrComponent, PartKind.Suppressor, null),
            Parts.UpperAssembly => (GoodsClass.PartOrComponent, PartKind.UpperAssembly, null),
            Parts.TriggerGroup => (GoodsClass.PartOrComponent, PartKind.TriggerGroup, null),
            Parts.ConversionAuto => (GoodsClass.PartOrComponent, PartKind.AutomaticConversion, null),
            Parts.Magazine => (GoodsClass.PartOrComponent, PartKind.Magazine, null),
            var other => (GoodsClass.PartOrComponent, PartKind.OtherEssentialElement, other),
        };

    /// <summary>The class of goods under which the gate reads a part type.</summary>
    internal static GoodsClass ClassOf(string partType) => Classify(partType).Class;

    private Party Party(PartyRole role, string? id, Country usual)
    {
        var record = _facts.Party(id);
        return new Party(
            role,
            record?.Name ?? id ?? "",
            "",
            Country.TryParse(record?.Country, out var state) ? state : usual,
            record?.RegistrationNo,
            record?.Email,
            record?.Phone
        );
    }

    // A declared State that no leg names is crossed on some day of the journey, by the mode of the whole.
    private IEnumerable<Leg> Route()
    {
        var legs = (_case.Route?.Legs ?? [])
            .Select(l => new Leg(
                Country.Parse(l.ToState!),
                ModeOf(l.Mode ?? _case.TransportMode)!.Value,
                StopOf(l.Stop),
                l.Km,
                null,
                l.Date
            ))
            .ToList();
        var mode = ModeOf(_case.TransportMode) ?? TransportMode.Road;
        var unnamed = (_case.DeclaredTransit ?? [])
            .Select(s => Country.TryParse(s, out var state) ? state : null)
            .OfType<Country>()
            .Where(s => legs.All(l => l.To != s))
            .Select(s => new Leg(s, mode, Stop.LandCrossing, null, null, null));
        var last = legs.Count > 0 ? legs[^1] : new Leg(Importing!, mode, Stop.Destination, null, null, null);
        return [.. legs.SkipLast(1), .. unnamed, last];
    }

    private IReadOnlyList<KnownAuthorisation> Authorisations(bool others)
    {
        if (_case.ImportAuthorisation is not { } paper)
            return [];
        var issuedBy = Country.TryParse(paper.IssuingState, out var state) ? state : Importing!;
        var goods = (paper.Lines ?? [])
            .Where(l => (l.PartType ?? l.Class) is not null && l.Qty is not null)
            .Select((l, i) => Authorised(l, i + 1))
            .ToList();
        var importer = _case.Parties?.Consignee ?? _case.Parties?.FinalRecipient;
        return
        [
            new KnownAuthorisation(
                paper.Id!,
                issuedBy,
                // Whether the paper is genuine is another question, which DR-D08 asks; here it is taken at its word.
                AuthorisationStanding.Confirmed,
                new ImportAuthorisation(
                    paper.Id!,
                    issuedBy,
                    paper.PlaceOfIssue ?? "",
                    paper.IssuedOn ?? paper.ValidFrom ?? DateOnly.MinValue,
                    paper.ValidFrom ?? paper.IssuedOn ?? DateOnly.MinValue,
                    paper.ValidTo ?? DateOnly.MaxValue,
                    Named(PartyRole.Importer, importer),
                    Named(PartyRole.FinalRecipient, _case.Parties?.FinalRecipient),
                    null,
                    null,
                    goods
                ),
                true,
                null,
                others ? TakenByOthers.Of(goods, Taken(paper.Id!)) : TakenByOthers.Nothing
            ),
        ];
    }

    // The paper in the dossier does not say whom it names: it is read as naming those of the case.
    private NamedParty Named(PartyRole role, string? id)
    {
        var party = Party(role, id, Importing!);
        return new NamedParty(party.Name, party.State, party.RegistrationNumber);
    }

    private static AuthorisedGoods Authorised(ImportPaperLine line, int number)
    {
        var (kind, part, otherwise) = Classify(line.PartType ?? line.Class!);
        return new AuthorisedGoods(
            number,
            kind,
            part,
            line.Platform,
            otherwise ?? line.Calibre,
            new Quantity(line.Qty!.Value, Unit.Piece)
        );
    }

    private IEnumerable<TakenQuantity> Taken(string authorisation) =>
        from use in OtherUses(_dossier, authorisation)
        where use.PartType is not null
        let amount = Drawn(use) ?? 0
        let goods = Classify(use.PartType!)
        select new TakenQuantity(
            goods.Class,
            goods.Part,
            use.Platform,
            goods.Otherwise,
            new Quantity(amount, Unit.Piece)
        );

    /// <summary>Other export licences, not cancelled, that cite the import authorisation.</summary>
    internal static IEnumerable<AuthorisationUse> OtherUses(ScreeningDossier dossier, string authorisation) =>
        (dossier.ImportAuthUsage ?? []).Where(u =>
            u.ImportAuthorisation == authorisation
            && u.Status != "cancelled"
            && (u.ExportLicence is null || u.ExportLicence != dossier.Case.ExportLicence?.Id)
        );

    /// <summary>What such a licence holds: once it is closed, what was shipped under it.</summary>
    internal static decimal? Drawn(AuthorisationUse use) =>
        use.Status == "closed" ? use.ShippedQty ?? use.Qty : use.Qty;

    /// <summary>A line of goods that a notice is asked to cover.</summary>
    /// <param name="Before">How much of it has left under the same licence already.</param>
    private sealed record Going(GoodsLine Line, decimal Now, decimal Before);

    /// <param name="gone">Of all goods, licensed or not.</param>
    // Where a State has spoken more than once, its last word counts, and of two of one day, or of no day, the objection.
    private IEnumerable<TransitClearance> Clearances(IReadOnlyList<Going> going, decimal gone) =>
        (_case.TransitConsents ?? [])
            .OrderByDescending(c => c.IsNotice || c.IsObjection)
            .ThenByDescending(c => c.GivenOn ?? DateOnly.MaxValue)
            .ThenByDescending(c => c.IsObjection)
            .Select(c => Clearance(c, going, gone))
            .OfType<TransitClearance>();

    private TransitClearance? Clearance(TransitConsent consent, IReadOnlyList<Going> going, decimal gone)
    {
        if (!Country.TryParse(consent.State, out var state))
            return null;
        return new TransitClearance(
            state,
            consent.IsNotice ? TransitStanding.NoObjection
                : consent.IsObjection ? TransitStanding.Objected
                : consent.RequestedOn is null ? TransitStanding.NotAsked
                : TransitStanding.Silent,
            consent.RequestedOn,
            consent.ImportInfoSentOn,
            null,
            consent.IsNotice ? Notice(consent, going, gone) : null,
            null
        );
    }

    private NoObjection Notice(TransitConsent consent, IReadOnlyList<Going> going, decimal gone) =>
        new(
            // A notice that bears no day is taken to be of the last one on which it could have been given prior to shipment.
            consent.GivenOn
                ?? Earlier(_facts.AsOf, Earlier(ShipsOn!.Value, _case.ExitDate ?? ShipsOn.Value).AddDays(-1)),
            DateOnly.MinValue,
            consent.ValidTo ?? DateOnly.MaxValue,
            consent.Mode is null ? Enum.GetValues<TransportMode>()
                : ModeOf(consent.Mode) is { } mode ? [mode]
                : [],
            [.. Spread(consent.MaxQty, going, gone)],
            []
        );

    // A limit in pieces over all lines, spread over them in their order: one of them is short when all together are too many. The gate
    // takes what has left before from each line itself.
    private static IEnumerable<LineQuantity> Spread(decimal? limit, IReadOnlyList<Going> going, decimal gone)
    {
        var left = Math.Max(0, (limit ?? decimal.MaxValue) - gone);
        foreach (var line in going)
        {
            var here = Math.Min(left, line.Now);
            left -= here;
            yield return new LineQuantity(
                line.Line.Number,
                new Quantity(Math.Truncate(line.Before + here), line.Line.Quantity.Unit)
            );
        }
    }

    // Relied upon means named in the case: an arrangement that nobody claims replaces no notice.
    private IEnumerable<LandlockedArrangement> Arrangements() =>
        from entry in _facts.Arrangements ?? []
        where entry.Id is not null && entry.Id == _case.LandlockedArrangement
        from gateway in entry.Gateways ?? []
        let landlocked = Country.TryParse(entry.State, out var state) ? state : null
        let through = Country.TryParse(gateway, out var passed) ? passed : null
        where landlocked is not null && through is not null
        select new LandlockedArrangement(
            landlocked,
            through,
            entry.Id!,
            "as registered",
            Enum.GetValues<GoodsClass>(),
            Enum.GetValues<TransitDirection>(),
            entry.ValidFrom ?? DateOnly.MinValue,
            entry.ValidTo
        );

    private LicenceTerms Terms(IReadOnlyList<KnownAuthorisation> authorisations) =>
        _case.ExportLicence is { } licence
            ? new LicenceTerms(
                licence.PlaceOfIssue ?? _dossier.Authority ?? "",
                licence.ValidTo ?? DateOnly.MaxValue,
                []
            )
            : new LicenceTerms(
                _dossier.Authority ?? "",
                LicenceTerms.LatestExpiry(
                    _facts.AsOf,
                    _facts.Profile.Policy,
                    Domain.Authorisations.AuthorisationUse.MultipleUse,
                    authorisations
                ),
                []
            );

    // The standing of the exporter is the register's matter; no rule of the catalogue restates it.
    private TraderStanding Exporter() =>
        new(
            Party(PartyRole.Exporter, _case.Parties?.Exporter, Exporting!).Name,
            [new Registration(DateOnly.MinValue, null)],
            [
                .. _facts
                    .Lines.Select(l => l.Line.Category ?? "")
                    .Distinct()
                    .Select(c => new TradeAuthority(c, DateOnly.MinValue, null)),
            ]
        );

    private static Stop StopOf(CaseStop? stop) =>
        stop switch
        {
            CaseStop.Destination => Stop.Destination,
            CaseStop.PortCall or CaseStop.TechnicalStop => Stop.PortCall,
            CaseStop.Transship => Stop.Transshipment,
            CaseStop.Store => Stop.Storage,
            CaseStop.Unload => Stop.Unloading,
            // What happens there is not known: read as transit, so that it needs its notice.
            _ => Stop.LandCrossing,
        };

    internal static TransportMode? ModeOf(string? mode) =>
        mode switch
        {
            "road" or "truck" => TransportMode.Road,
            "rail" => TransportMode.Rail,
            "sea" => TransportMode.Sea,
            "air" => TransportMode.Air,
            "river" or "inland_waterway" => TransportMode.InlandWaterway,
            "post" or "express" or "courier" => TransportMode.Post,
            "accompanied" => TransportMode.Accompanied,
            _ => null,
        };

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private Country? State(string? code, string place)
    {
        if (!Country.TryParse(code, out var state))
            _missing.Add(place);
        return state;
    }

    private DateOnly? Given(DateOnly? day, string place)
    {
        if (day is null)
            _missing.Add(place);
        return day;
    }

    private void Given(bool isGiven, string place)
    {
        if (!isGiven)
            _missing.Add(place);
    }
}
