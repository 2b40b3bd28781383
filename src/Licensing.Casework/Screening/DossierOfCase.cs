using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Documents;
using Licensing.Casework.Registers;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Screening;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;
using AuthorisationUse = Licensing.Domain.Screening.AuthorisationUse;

namespace Licensing.Casework.Screening;

/// <summary>A case in the words of the screening, with what this authority has on record about its parties. What nobody has recorded is left
/// out, so that a rule which needs it says that it cannot tell.</summary>
internal static class DossierOfCase
{
    /// <summary>What there is to screen today: the application or what the licence still allows, and each shipment that is on its way or has
    /// arrived and is not settled.</summary>
    public static async Task<IReadOnlyList<ScreeningDossier>> Read(
        LicensingDb db,
        CaseFile file,
        DateOnly today,
        RuleSet rules,
        ReferenceData reference,
        CancellationToken cancel
    )
    {
        var application = await db
            .Applications.AsNoTracking()
            .SingleAsync(a => a.Id == file.Case.ApplicationId, cancel);
        var papers = await db
            .Documents.AsNoTracking()
            .Where(d => d.ApplicationId == file.Case.ApplicationId)
            .OrderBy(d => d.UploadedAt)
            .ToListAsync(cancel);
        var ignored = reference.SharedValuesIgnored ?? [];
        var maxDegree = rules.MaxDegree(today, file.Case.State.Code);
        var parties = await LinkedParties.Read(db, file, maxDegree, ignored, cancel);
        IReadOnlyList<string> keys = [.. parties.Records.Select(p => p.Id)];
        var registers = await InRegisters.Read(
            db,
            file.State,
            keys,
            file.Consignment.Lines.SelectMany(l => l.Serials)
                .Concat(file.Shipments.SelectMany(s => s.Declaration.Lines).SelectMany(l => l.Serials)),
            [
                file.Case.Number,
                .. file.Consignment.AuthorisationNumbers,
                .. application.Draft.EndUserCertificate?.Number is { } number ? [number] : Array.Empty<string>(),
            ],
            cancel
        );
        var facts = registers.Facts(file.Case.Number);
        var graph = new LinkGraph(parties.Records, [], ignored, today, maxDegree);
        var its = PartiesIn(file.Consignment);
        var common = new ScreeningDossier(
            today,
            Stage.Issue,
            new CaseSnapshot(),
            parties.Records,
            [.. await History(db, file, Members(its.FinalRecipient, its.Consignee), cancel), .. registers.Licences],
            registers.Serials,
            registers.Seizures,
            [.. file.OtherReservations.Where(r => r.Amount > 0).Select(Use), .. registers.Uses],
            [
                .. await Denials(
                    db,
                    file,
                    Members(its.FinalRecipient, its.Consignee, its.Broker, its.Payer),
                    parties.Exporters,
                    cancel
                ),
                .. registers.Watch,
            ],
            [.. file.Exits.SelectMany(e => DrawDowns(file, e))],
            registers.Incidents,
            registers.Checks,
            registers.Papers,
            RefutedLinks: await RefutedOnFile.Between(db, file.Case.State, keys, today, cancel),
            LinksNotFollowed: parties.NotFollowed,
            Authority: file.Case.State.Code
        );
        return
        [
            .. Moving
                .Of(file, today)
                .Select(moving => (Moving: moving, Arrangement: ReliedOn(file, moving.Goods)))
                .Select(it =>
                    common with
                    {
                        Stage = it.Moving.Stage,
                        Case = WithWhatWasSeen(
                            Snapshot(file, it.Moving, application.Draft, papers) with
                            {
                                LandlockedArrangement = it.Arrangement?.Id,
                            },
                            file,
                            it.Moving,
                            facts
                        ),
                        Arrangements = it.Arrangement is null ? null : [it.Arrangement],
                    }
                ),
        ];

        // The rules ask of no others: those who only make or carry the goods may have had any number of cases.
        IReadOnlyList<string> Members(params IEnumerable<string?> roots) =>
            [.. graph.ClusterOf([.. roots.OfType<string>()]).Members];
    }

    /// <summary>What the history of the screening keeps of an application: its goods, and of each party what it had not said of it last
    /// time.</summary>
    /// <param name="draft">The application as it was submitted.</param>
    public static async Task Keep(Act act, CaseFile file, ApplicationDraft draft)
    {
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        act.Db.ScreenedGoods.AddRange(GoodsOf(file.Case, draft, today));
        var (state, keys) = (file.Case.State, file.Case.Consignment.Parties.Select(InDossier.Key).ToList());
        var known = await act
            .Db.ScreenedParties.AsNoTracking()
            .Where(p => p.KeptBy == state && keys.Contains(p.Key))
            .ToListAsync(act.Cancel);
        act.Db.ScreenedParties.AddRange(News(PartiesOf(file.Case, today), known));
    }

    // What customs, the importing State and officers have seen, which nobody applied with.
    private static CaseSnapshot WithWhatWasSeen(CaseSnapshot said, CaseFile file, Moving moving, CaseFacts? facts) =>
        said with
        {
            IdentityVerified = facts?.IdentityVerified,
            EmbargoExemptions = facts?.EmbargoExemptions,
            Euc = said.Euc! with
            {
                Verification = facts?.EucVerification ?? said.Euc.Verification,
                VerifiedOn = facts?.EucVerifiedOn ?? said.Euc.VerifiedOn,
                Channel = facts?.EucChannel ?? said.Euc.Channel,
            },
            ImportAuthorisation = said.ImportAuthorisation is { } paper
                ? paper with
                {
                    Channel = facts?.ImportPaperChannel ?? paper.Channel,
                    Signatory = facts?.ImportPaperSignatory ?? paper.Signatory,
                    Issuer = facts?.ImportPaperIssuer ?? paper.Issuer,
                }
                : null,
            Amendments = file.Licence is null ? null : [.. moving.Amendments(file)],
            Conveyance = new Conveyance(
                moving.Shipments.Select(s => s.Declaration.Carrier).LastOrDefault()
                    ?? file.Consignment.Parties.FirstOrDefault(p => p.Role == PartyRole.Carrier)?.Name,
                facts?.FlagChangedOn,
                facts?.IdentityChangedOn
            ),
            Tracking = facts is { TrackingGaps: null, UnscheduledStops: null } or null
                ? null
                : new Tracking(
                    facts.TrackingGaps,
                    facts.UnscheduledStops is { } stops
                        ? [.. stops.Select(stop => JsonSerializer.SerializeToElement(stop, ScreeningJson.Options))]
                        : null
                ),
            ExitDate = moving.LeftOn(file),
            Delivery = moving.Delivery(file),
        };

    private static IEnumerable<DrawDownMessage> DrawDowns(CaseFile file, ShipmentExit exit) =>
        from shipped in exit.Lines
        let line = file.Consignment.Lines.FirstOrDefault(l => l.Number == shipped.Line)
        where line is not null
        select new DrawDownMessage(
            $"{exit.Id}/{shipped.Line}",
            file.Licence?.Number,
            InDossier.PartType(line.Class, line.Part),
            line.Platform,
            shipped.Amount,
            exit.LeftOn
        );

    private static CaseParties PartiesIn(Consignment it) =>
        new(
            InDossier.Key(it.Exporter),
            InDossier.Key(it.The(PartyRole.Consignee)),
            InDossier.Key(it.FinalRecipient),
            it.Parties.FirstOrDefault(p => p.Role == PartyRole.Broker) is { } broker ? InDossier.Key(broker) : null,
            it.Parties.FirstOrDefault(p => p.Role == PartyRole.Payer) is { } payer ? InDossier.Key(payer) : null
        );

    private static CaseSnapshot Snapshot(
        CaseFile file,
        Moving moving,
        ApplicationDraft draft,
        IReadOnlyList<Document> papers
    )
    {
        var it = moving.Goods;
        var certificate = papers.LastOrDefault(p => p.Kind == DocumentKind.EndUserCertificate);
        var parties = PartiesIn(it);
        return new CaseSnapshot(
            file.Case.Number,
            "export",
            it.ExportingState.Code,
            it.ImportingState.Code,
            it.Lines[0].UnitValue.Currency,
            parties,
            InDossier.Snake(it.EndUse),
            draft.OrderChannel is { } channel ? InDossier.Snake(channel) : null,
            TransportMode: InDossier.Mode(it.Route[0].Mode),
            PlannedShipDate: it.PlannedShipmentOn,
            Eta: it.ExpectedArrivalOn,
            Lines: [.. it.Lines.Select(l => Line(l, Said(l, draft), it.Temporary is not null))],
            DeclaredAs: draft.DeclaredAs == DeclaredAs.FirearmsTakenApart ? "complete_firearm_kd" : null,
            DeclaredTransit: [.. Gate.TransitStates(file).Select(s => s.Code)],
            Route: new CaseRoute(
                draft.DirectKilometres,
                [
                    .. it.Route.Select(l => new CaseLeg(
                        l.To.Code,
                        InDossier.Mode(l.Mode),
                        l.Kilometres,
                        InDossier.Stop(l.Stop),
                        l.DwellDays,
                        l.ArrivesOn,
                        l.FreeTradeZone
                    )),
                ]
            ),
            TransitConsents: [.. Gate.TransitStates(file).Select(s => Consent(Gate.Clearance(file, s)))],
            Euc: new EndUserCertificate(
                certificate is not null,
                draft.EndUserCertificate?.SignedOn is not null,
                draft.EndUserCertificate?.ReexportClause,
                draft.EndUserCertificate?.SignedOn,
                draft.EndUserCertificate?.Number,
                certificate?.Sha256,
                draft.EndUserCertificate?.SignedBy
            ),
            Payment: new Payment(draft.PaymentMethod is { } method ? InDossier.Snake(method) : null, draft.PayerState),
            TotalValue: it.Lines.Sum(l => l.Quantity.Amount * l.UnitValue.Amount),
            // What is said is the freight of the whole; that of a part nobody knows.
            FreightCost: IsWhole(it, file) ? draft.FreightCost : null,
            OrderDate: draft.OrderDate,
            ImportAuthorisation: Gate.Authorisations(file)
                .Select(a => Paper(file, a, CopyOf(draft, papers)))
                .FirstOrDefault(),
            ExportLicence: file.Licence is { } licence
                ? new ExportPaper(
                    licence.Number,
                    file.State.PlaceOfIssue,
                    licence.IssuedOn,
                    licence.IssuedOn,
                    licence.ExpiresOn,
                    [
                        .. it.Lines.Select(l => new GoodsCount(
                            InDossier.PartType(l.Class, l.Part),
                            l.Platform,
                            l.Quantity.Amount
                        )),
                    ]
                )
                : null,
            SimplifiedProcedure: it.Temporary is { } stay
                ? new SimplifiedProcedure(stay.OtherPurpose ?? InDossier.Snake(stay.Purpose), stay.ReturnBy)
                : null,
            DeclaredNetKg: NetKg(moving, file, draft),
            Documents: Travelling(papers),
            OnwardDeliveryUndertaking: papers.Any(p => p.Kind == DocumentKind.OnwardDeliveryUndertaking) ? true
                : parties.Consignee == parties.FinalRecipient ? null
                : false,
            ReceivedOn: LegalDay.Of(file.Case.SubmittedAt, file.State.TimeZone)
        );
    }

    private static bool IsWhole(Consignment leaving, CaseFile file) =>
        leaving
            .Lines.Select(l => (l.Number, l.Quantity))
            .SequenceEqual(file.Case.Consignment.Lines.Select(l => (l.Number, l.Quantity)));

    // Nobody claims an arrangement: one on record stands in the place of the notice of a State that has not spoken. Of several instruments,
    // the one for the first State on the way.
    private static ArrangementEntry? ReliedOn(CaseFile file, Consignment it)
    {
        var relied = it.Passages(file.Profile.PortCallIsTransit)
            .Where(passage => Gate.Clearance(file, passage.State).IsUnanswered)
            .Select(passage =>
                file.Arrangements.FirstOrDefault(a =>
                    a.LandlockedState == it.ImportingState
                    && a.Covers(passage, it.ExportingState, it.ImportingState, it.Lines)
                )
            )
            .OfType<LandlockedArrangement>()
            .ToList();
        var same = relied.Where(a => a.Instrument == relied[0].Instrument).ToList();
        return same.Count == 0
            ? null
            : new ArrangementEntry(it.ImportingState.Code, [.. same.Select(a => a.Gateway.Code)])
            {
                Id = same[0].Instrument,
                ValidFrom = same.Max(a => a.From),
                ValidTo = same.Min(a => a.To),
            };
    }

    // What is said is the weight of the whole, unless each shipment says its own.
    private static decimal? NetKg(Moving moving, CaseFile file, ApplicationDraft draft)
    {
        var declared = moving.Shipments.SelectMany(s => s.Declaration.Lines).Sum(l => l.Amount);
        // Of a part of a shipment nobody has said it.
        if (moving.Shipments.Count > 0 && declared != moving.Goods.Lines.Sum(l => l.Quantity.Amount))
            return null;
        var shipments = moving.Shipments.Select(s => s.Declaration.NetKg).ToList();
        return shipments.Count > 0 && shipments.TrueForAll(kg => kg is not null) ? shipments.Sum()
            : IsWhole(moving.Goods, file) ? draft.DeclaredNetKg
            : null;
    }

    // Of which of several authorisations a paper is the copy, nobody has said.
    private static Document? CopyOf(ApplicationDraft draft, IReadOnlyList<Document> papers) =>
        draft.ImportAuthorisations.Count == 1
            ? papers.LastOrDefault(p => p.Kind == DocumentKind.ImportAuthorisation)
            : null;

    private static List<CaseDocument>? Travelling(IReadOnlyList<Document> papers)
    {
        var travelling = papers.Where(p => PaperStates.IsAskedOf(p.Kind)).ToList();
        return travelling.Count == 0
            ? null
            : travelling.ConvertAll(p => new CaseDocument(
                InDossier.Snake(p.Kind),
                p.Number,
                p.Sha256,
                p.Pieces,
                p.NetKg
            ));
    }

    // A case keeps the numbers that its lines have in the application.
    private static DraftLine Said(GoodsLine line, ApplicationDraft draft) => draft.Lines[line.Number - 1];

    // Not that they were to come back: what has not come back counts like what has stayed.
    private static GoodsParticulars? Particulars(DraftLine said)
    {
        var all = new GoodsParticulars(
            InDossier.Given(said.CompatibleModel),
            said.Deactivated,
            InDossier.Components(said.ConsistsOf),
            InDossier.Name(said.FirearmType)
        );
        return all == new GoodsParticulars() ? null : all;
    }

    private static CaseLine Line(GoodsLine line, DraftLine said, bool isTemporary) =>
        new(
            InDossier.PartType(line.Class, line.Part),
            line.Platform,
            line.Quantity.Amount,
            InDossier.Unit(line.Quantity.Unit),
            line.HsCode,
            line.Description,
            line.UnitValue.Amount,
            line.Category,
            InDossier.Given(said.ResultingCategory),
            line.Finish,
            Marking: line.Marking == MarkingForm.None ? "none" : "complete",
            SerialsStatus: line.Serials.Count > 0 ? "given"
                : line.SerialsLater ? "later"
                : "none",
            Serials: line.Serials.Count > 0 ? line.Serials : null,
            Maker: line.Make,
            Model: line.Model,
            CompatibleModel: InDossier.Given(said.CompatibleModel),
            SelectFire: said.SelectFire,
            Temporary: isTemporary,
            Deactivated: said.Deactivated,
            ExplodesTo: InDossier.Components(said.ConsistsOf),
            FirearmType: InDossier.Name(said.FirearmType),
            Calibre: line.Calibre
        );

    private static TransitConsent Consent(TransitClearance it) =>
        new(
            it.State.Code,
            it.Standing switch
            {
                TransitStanding.NoObjection => it.Notice?.Conditions.Count > 0 ? "conditional" : "no_objection",
                TransitStanding.Objected or TransitStanding.Withdrawn => "objection",
                _ => "silent",
            },
            it.AskedOn,
            it.ImportInformationSentOn,
            it.Notice?.DatedOn,
            it.Notice?.ValidTo
        );

    /// <param name="copy">Of it, as the applicant has attached it.</param>
    private static ImportPaper Paper(CaseFile file, KnownAuthorisation it, Document? copy) =>
        new(
            it.Number,
            it.IssuedBy.Code,
            it.Particulars?.PlaceOfIssue,
            it.Particulars?.IssuedOn,
            it.Particulars?.ValidFrom,
            it.Particulars?.ExpiresOn,
            it.Standing switch
            {
                // One that was revoked was a true one; that it holds no more is the gate's to say.
                AuthorisationStanding.Confirmed or AuthorisationStanding.Revoked => "verified",
                AuthorisationStanding.Unanswered => "pending",
                _ => "failed",
            },
            Gate.Statements(file, it.Number).LastOrDefault()?.DatedOn,
            Lines: it.Particulars is { } particulars
                ?
                [
                    .. particulars.Goods.Select(g => new ImportPaperLine(
                        g.Class == GoodsClass.Firearm ? "COMPLETE_FIREARM" : "PART",
                        InDossier.PartType(g.Class, g.Part),
                        g.Platform,
                        g.Quantity.Amount,
                        g.Calibre
                    )),
                ]
                : null,
            Sha256: copy?.Sha256
        );

    private static AuthorisationUse Use(HeldReservation held) =>
        new(
            held.Reservation.Authorisation,
            held.Reservation.LicenceId.ToString(),
            null,
            InDossier.PartType(held.Reservation.Class, held.Reservation.Part),
            held.Reservation.Platform,
            held.Amount,
            "issued"
        );

    internal static IEnumerable<ScreenedGoods> GoodsOf(Case found, ApplicationDraft draft, DateOnly on) =>
        found.Consignment.Lines.Select(line => new ScreenedGoods
        {
            Id = Guid.CreateVersion7(found.SubmittedAt),
            CaseId = found.Id,
            KeptBy = found.State,
            Exporter = InDossier.Key(found.Consignment.Exporter),
            Consignee = InDossier.Key(found.Consignment.The(PartyRole.Consignee)),
            FinalRecipient = InDossier.Key(found.Consignment.FinalRecipient),
            PartType = InDossier.PartType(line.Class, line.Part),
            Platform = line.Platform,
            Amount = line.Quantity.Amount,
            Unit = line.Quantity.Unit,
            Category = line.Category,
            Finish = line.Finish,
            Model = line.Model,
            Calibre = line.Calibre,
            Mode = InDossier.Mode(found.Consignment.Route[0].Mode),
            OrderValue = found.Consignment.Lines.Sum(l => l.Quantity.Amount * l.UnitValue.Amount),
            Particulars = Particulars(Said(line, draft)),
            On = on,
        });

    internal static IReadOnlyList<ScreenedParty> PartiesOf(Case found, DateOnly on) =>
        [
            .. found
                .Consignment.Parties.Select(party => new ScreenedParty
                {
                    Id = Guid.CreateVersion7(found.SubmittedAt),
                    CaseId = found.Id,
                    KeptBy = found.State,
                    Key = InDossier.Key(party),
                    Role = party.Role,
                    Name = party.Name,
                    State = party.State,
                    RegistrationNumber = InDossier.PlainOrNull(party.RegistrationNumber, 100),
                    Phone = InDossier.PlainOrNull(party.Phone, 60),
                    Email = InDossier.PlainEmail(party.Email),
                    Address = InDossier.Plain(party.Address, 500),
                    On = on,
                })
                .DistinctBy(What),
        ];

    /// <summary>Of each party all that the case says, unless the last case that had it in that role said the same.</summary>
    internal static IEnumerable<ScreenedParty> News(
        IReadOnlyList<ScreenedParty> declared,
        IReadOnlyList<ScreenedParty> known
    ) =>
        declared
            .GroupBy(p => (p.Key, p.Role))
            .Where(now =>
            {
                var before = InOrder(known.Where(k => (k.Key, k.Role) == now.Key)).ToList();
                return !now.Select(What)
                    .ToHashSet()
                    .SetEquals(before.Where(k => k.CaseId == before[^1].CaseId).Select(What));
            })
            .SelectMany(now => now);

    private static (string, PartyRole, string, Country, string?, string?, string?, string) What(ScreenedParty it) =>
        (it.Key, it.Role, it.Name, it.State, it.RegistrationNumber, it.Phone, it.Email, it.Address);

    internal static IEnumerable<ScreenedParty> InOrder(IEnumerable<ScreenedParty> said) =>
        said.OrderBy(p => p.On).ThenBy(p => p.Id);

    // What these got by earlier licences and by cases that are pending; what was withdrawn or refused moved nothing.
    private static async Task<IReadOnlyList<HistoryLine>> History(
        LicensingDb db,
        CaseFile file,
        IReadOnlyList<string> keys,
        CancellationToken cancel
    )
    {
        var (state, id, first) = (file.Case.State, file.Case.Id, file.Case.FirstCaseId);
        var lines = db.ScreenedGoods.AsNoTracking().Where(g => g.KeptBy == state && g.CaseId != id);
        var rows = await (
            from goods in lines
                .Where(g => keys.Contains(g.FinalRecipient))
                .Concat(lines.Where(g => keys.Contains(g.Consignee) && !keys.Contains(g.FinalRecipient)))
            join other in db.Cases on goods.CaseId equals other.Id
            where
                (other.Status == CaseStatus.Open || other.Status == CaseStatus.Granted)
                // What a licence replaces is licensed once.
                && other.FirstCaseId != first
            orderby goods.On, goods.Id
            select new
            {
                goods,
                other.Number,
                LeftOn = db.ShipmentExits.Where(e => e.CaseId == other.Id).Min(e => (DateOnly?)e.LeftOn),
                OpenSince = db
                    .ShipmentExits.Where(e =>
                        e.CaseId == other.Id
                        && db.Shipments.Any(s =>
                            s.Id == e.ShipmentId && (s.SettledAt == null || s.Outcome == ShipmentOutcome.NotReceived)
                        )
                    )
                    .Min(e => (DateOnly?)e.LeftOn),
                SettledAt = db.Shipments.Where(s => s.CaseId == other.Id).Max(s => s.SettledAt),
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new HistoryLine(
                r.Number,
                r.goods.On,
                r.goods.Exporter,
                r.goods.Consignee,
                r.goods.FinalRecipient,
                r.goods.Platform,
                r.goods.PartType,
                r.goods.Amount,
                r.goods.Category,
                FinishState: r.goods.Finish,
                Model: r.goods.Model,
                CompatibleModel: r.goods.Particulars?.CompatibleModel,
                ExitDate: r.OpenSince ?? r.LeftOn,
                VerifiedOn: r.OpenSince is null && r.SettledAt is { } settled
                    ? LegalDay.Of(settled, file.State.TimeZone)
                    : null,
                Mode: r.goods.Mode,
                OrderValue: r.goods.OrderValue,
                Deactivated: r.goods.Particulars?.Deactivated,
                ExplodesTo: r.goods.Particulars?.ConsistsOf,
                FirearmType: r.goods.Particulars?.FirearmType,
                Calibre: r.goods.Calibre
            )),
        ];
    }

    private static async Task<IReadOnlyList<WatchRecord>> Denials(
        LicensingDb db,
        CaseFile file,
        IReadOnlyList<string> keys,
        IReadOnlySet<string> exporters,
        CancellationToken cancel
    )
    {
        var (state, first) = (file.Case.State, file.Case.FirstCaseId);
        var all = db.ScreenedGoods.AsNoTracking().Where(g => g.KeptBy == state);
        var lines = all.Where(g => keys.Contains(g.FinalRecipient)).Concat(all.Where(g => keys.Contains(g.Consignee)));
        // Asked only where there are such: one who exports has so many lines that the database would look for them in another way.
        if (keys.Where(exporters.Contains).ToList() is { Count: > 0 } those)
            lines = lines.Concat(all.Where(g => those.Contains(g.Exporter)));
        var rows = await (
            from goods in lines
            join other in db.Cases on goods.CaseId equals other.Id
            join decision in db.Decisions on goods.CaseId equals decision.CaseId
            where
                decision.Verdict == Verdict.Refuse
                // That a change of this licence was refused denies nobody the licence.
                && other.FirstCaseId != first
                && other.Status == CaseStatus.Refused
            select new
            {
                goods.Exporter,
                goods.Consignee,
                goods.FinalRecipient,
                other.Number,
                decision.At,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.SelectMany(r =>
                    new[] { r.Exporter, r.Consignee, r.FinalRecipient }.Select(key => (Key: key, r.Number, r.At))
                )
                .Where(r => keys.Contains(r.Key))
                .GroupBy(r => (r.Key, r.Number))
                .Select(g => new WatchRecord(
                    g.Key.Key,
                    "denial",
                    LegalDay.Of(g.Max(r => r.At), file.State.TimeZone),
                    state.Code,
                    false,
                    Remark: g.Key.Number
                )),
        ];
    }
}
