using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
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
    /// <summary>How many steps of shared phones, addresses … are followed from the parties of the case.</summary>
    private const int Steps = 4;

    public static async Task<ScreeningDossier> Read(
        LicensingDb db,
        CaseFile file,
        Stage stage,
        DateOnly today,
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
        var parties = await Cluster(db, file, cancel);
        return new ScreeningDossier(
            today,
            stage,
            Snapshot(file, application.Draft, papers, today),
            [.. parties.GroupBy(p => p.Key).Select(g => Record([.. g.OrderBy(p => p.On)]))],
            await History(db, file, [.. parties.Select(p => p.Key).Distinct()], cancel),
            ImportAuthUsage: [.. file.OtherReservations.Where(r => r.Amount > 0).Select(Use)],
            Watch: await Denials(db, file, [.. parties.Select(p => p.Key).Distinct()], cancel),
            RefutedLinks: [],
            Authority: file.Case.State.Code
        );
    }

    /// <summary>What the history of the screening keeps of an application.</summary>
    public static void Keep(Act act, CaseFile file)
    {
        var consignment = file.Case.Consignment;
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        foreach (var line in consignment.Lines)
            act.Db.ScreenedGoods.Add(
                new ScreenedGoods
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = file.Case.Id,
                    KeptBy = file.Case.State,
                    Exporter = InDossier.Key(consignment.Exporter),
                    Consignee = InDossier.Key(consignment.The(PartyRole.Consignee)),
                    FinalRecipient = InDossier.Key(consignment.FinalRecipient),
                    PartType = InDossier.PartType(line.Class, line.Part),
                    Platform = line.Platform,
                    Amount = line.Quantity.Amount,
                    Unit = line.Quantity.Unit,
                    Category = line.Category,
                    Finish = line.Finish,
                    Model = line.Model,
                    Calibre = line.Calibre,
                    On = today,
                }
            );
        foreach (var party in consignment.Parties)
            act.Db.ScreenedParties.Add(
                new ScreenedParty
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = file.Case.Id,
                    KeptBy = file.Case.State,
                    Key = InDossier.Key(party),
                    Role = party.Role,
                    Name = party.Name,
                    State = party.State,
                    RegistrationNumber = InDossier.PlainOrNull(party.RegistrationNumber, 100),
                    Phone = InDossier.PlainOrNull(party.Phone, 60),
                    Email = InDossier.PlainEmail(party.Email),
                    Address = InDossier.Plain(party.Address, 500),
                    On = today,
                }
            );
    }

    private static CaseSnapshot Snapshot(
        CaseFile file,
        ApplicationDraft draft,
        IReadOnlyList<Document> papers,
        DateOnly today
    )
    {
        var it = Leaving(file);
        var certificate = papers.LastOrDefault(p => p.Kind == DocumentKind.EndUserCertificate);
        return new CaseSnapshot(
            file.Case.Number,
            "export",
            it.ExportingState.Code,
            it.ImportingState.Code,
            it.Lines[0].UnitValue.Currency,
            new CaseParties(
                InDossier.Key(it.Exporter),
                InDossier.Key(it.The(PartyRole.Consignee)),
                InDossier.Key(it.FinalRecipient),
                it.Parties.FirstOrDefault(p => p.Role == PartyRole.Broker) is { } broker ? InDossier.Key(broker) : null,
                it.Parties.FirstOrDefault(p => p.Role == PartyRole.Payer) is { } payer ? InDossier.Key(payer) : null
            ),
            InDossier.Snake(it.EndUse),
            draft.OrderChannel is { } channel ? InDossier.Snake(channel) : null,
            TransportMode: InDossier.Mode(it.Route[0].Mode),
            PlannedShipDate: it.PlannedShipmentOn,
            Eta: it.ExpectedArrivalOn,
            Lines: [.. it.Lines.Select(Line)],
            DeclaredTransit: [.. Gate.TransitStates(file).Select(s => s.Code)],
            Route: new CaseRoute(
                draft.DirectKilometres,
                [
                    .. it.Route.Select(l => new CaseLeg(
                        l.To.Code,
                        InDossier.Mode(l.Mode),
                        l.Kilometres,
                        InDossier.Stop(l.Stop),
                        null,
                        l.ArrivesOn
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
            ImportAuthorisation: Gate.Authorisations(file).Select(a => Paper(file, a)).FirstOrDefault(),
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
            ReceivedOn: LegalDay.Of(file.Case.SubmittedAt, file.State.TimeZone)
        );
    }

    public static bool IsAboutToLeave(Shipment shipment) =>
        shipment.Status is ShipmentStatus.Declared or ShipmentStatus.Released;

    // What is about to leave, piece by piece, by the route and on the days that were declared last; else what was applied for.
    private static Consignment Leaving(CaseFile file)
    {
        var declared = file.Shipments.Where(IsAboutToLeave).Select(s => s.Declaration).ToList();
        var shipped = declared.SelectMany(d => d.Lines).ToList();
        IReadOnlyList<GoodsLine> lines =
        [
            .. file
                .Consignment.Lines.Where(l => shipped.AmountOf(l.Number) > 0)
                .Select(l =>
                    l with
                    {
                        Quantity = new Quantity(shipped.AmountOf(l.Number), l.Quantity.Unit),
                        Serials = [.. shipped.Where(s => s.Line == l.Number).SelectMany(s => s.Serials)],
                    }
                ),
        ];
        return lines.Count == 0
            ? file.Consignment
            : file.Consignment with
            {
                Lines = lines,
                Route = declared[^1].Route,
                PlannedShipmentOn = declared[^1].ShipsOn,
                ExpectedArrivalOn = declared[^1].ArrivesOn,
            };
    }

    private static bool IsWhole(Consignment leaving, CaseFile file) =>
        leaving
            .Lines.Select(l => (l.Number, l.Quantity))
            .SequenceEqual(file.Case.Consignment.Lines.Select(l => (l.Number, l.Quantity)));

    private static CaseLine Line(GoodsLine line) =>
        new(
            InDossier.PartType(line.Class, line.Part),
            line.Platform,
            line.Quantity.Amount,
            InDossier.Unit(line.Quantity.Unit),
            line.HsCode,
            line.Description,
            line.UnitValue.Amount,
            line.Category,
            FinishState: line.Finish,
            Marking: line.Marking == MarkingForm.None ? "none" : "complete",
            SerialsStatus: line.Serials.Count > 0 ? "given"
                : line.SerialsLater ? "later"
                : "none",
            Serials: line.Serials.Count > 0 ? line.Serials : null,
            Maker: line.Make,
            Model: line.Model,
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

    private static ImportPaper Paper(CaseFile file, KnownAuthorisation it) =>
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
                : null
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

    // Whoever shares a phone, an e-mail address, an address or a registration with a party of the case, however many steps away.
    private static async Task<List<ScreenedParty>> Cluster(LicensingDb db, CaseFile file, CancellationToken cancel)
    {
        var state = file.Case.State;
        var keys = file.Consignment.Parties.Select(InDossier.Key).ToHashSet();
        var found = new Dictionary<Guid, ScreenedParty>();
        var next = keys.ToList();
        for (var step = 0; step < Steps && next.Count > 0 && keys.Count <= LinkGraph.MaxMembers; step++)
        {
            var rows = await db
                .ScreenedParties.AsNoTracking()
                .Where(p => p.KeptBy == state && next.Contains(p.Key))
                .ToListAsync(cancel);
            foreach (var row in rows)
                found[row.Id] = row;
            var (phones, emails, addresses, numbers) = (
                rows.Select(r => r.Phone).OfType<string>().Distinct().ToList(),
                rows.Select(r => r.Email).OfType<string>().Distinct().ToList(),
                rows.Select(r => r.Address).Where(a => a.Length > 0).Distinct().ToList(),
                rows.Select(r => r.RegistrationNumber).OfType<string>().Distinct().ToList()
            );
            var linked = await db
                .ScreenedParties.AsNoTracking()
                .Where(p =>
                    p.KeptBy == state
                    && (
                        (p.Phone != null && phones.Contains(p.Phone))
                        || (p.Email != null && emails.Contains(p.Email))
                        || addresses.Contains(p.Address)
                        || (p.RegistrationNumber != null && numbers.Contains(p.RegistrationNumber))
                    )
                )
                .Select(p => p.Key)
                .Distinct()
                .Take(LinkGraph.MaxMembers + 1)
                .ToListAsync(cancel);
            next = [.. linked.Where(keys.Add)];
        }
        // Of a party that nobody has declared before, what this case says is known all the same.
        return [.. found.Values.Concat(Declared(file).Where(p => found.Values.All(f => f.Key != p.Key)))];
    }

    private static IEnumerable<ScreenedParty> Declared(CaseFile file) =>
        file.Consignment.Parties.Select(party => new ScreenedParty
        {
            Id = Guid.Empty,
            CaseId = file.Case.Id,
            KeptBy = file.Case.State,
            Key = InDossier.Key(party),
            Role = party.Role,
            Name = party.Name,
            State = party.State,
            RegistrationNumber = InDossier.PlainOrNull(party.RegistrationNumber, 100),
            Phone = InDossier.PlainOrNull(party.Phone, 60),
            Email = InDossier.PlainEmail(party.Email),
            Address = InDossier.Plain(party.Address, 500),
            On = LegalDay.Of(file.Case.SubmittedAt, file.State.TimeZone),
        });

    /// <param name="said">What was declared of one party, oldest first.</param>
    private static PartyRecord Record(IReadOnlyList<ScreenedParty> said)
    {
        var last = said[^1];
        var changed = said.Zip(said.Skip(1))
            .Where(p =>
                (p.First.Phone is not null && p.Second.Phone is not null && p.First.Phone != p.Second.Phone)
                || (p.First.Email is not null && p.Second.Email is not null && p.First.Email != p.Second.Email)
            )
            .Select(p => (DateOnly?)p.Second.On)
            .LastOrDefault();
        return new PartyRecord(
            last.Key,
            last.Name,
            Country: last.State.Code,
            Phone: said.Select(s => s.Phone).LastOrDefault(p => p is not null),
            Email: said.Select(s => s.Email).LastOrDefault(e => e is not null),
            AddressKey: last.Address,
            RegistrationNo: said.Select(s => s.RegistrationNumber).LastOrDefault(n => n is not null),
            ContactChangedOn: changed
        );
    }

    // Earlier licences and cases that are pending; what was withdrawn or refused moved nothing.
    private static async Task<IReadOnlyList<HistoryLine>> History(
        LicensingDb db,
        CaseFile file,
        IReadOnlyList<string> keys,
        CancellationToken cancel
    )
    {
        var (state, id, first) = (file.Case.State, file.Case.Id, file.Case.FirstCaseId);
        var rows = await (
            from goods in db.ScreenedGoods.AsNoTracking()
            join other in db.Cases on goods.CaseId equals other.Id
            where
                goods.KeptBy == state
                && goods.CaseId != id
                && (
                    keys.Contains(goods.Exporter)
                    || keys.Contains(goods.Consignee)
                    || keys.Contains(goods.FinalRecipient)
                )
                && (other.Status == CaseStatus.Open || other.Status == CaseStatus.Granted)
                // What a licence replaces is licensed once.
                && (other.FirstCaseId != first)
            orderby goods.On
            select new { goods, other.Number }
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
                Calibre: r.goods.Calibre
            )),
        ];
    }

    private static async Task<IReadOnlyList<WatchRecord>> Denials(
        LicensingDb db,
        CaseFile file,
        IReadOnlyList<string> keys,
        CancellationToken cancel
    )
    {
        var (state, first) = (file.Case.State, file.Case.FirstCaseId);
        var rows = await (
            from party in db.ScreenedParties.AsNoTracking()
            join other in db.Cases on party.CaseId equals other.Id
            join decision in db.Decisions on party.CaseId equals decision.CaseId
            where
                party.KeptBy == state
                && decision.Verdict == Verdict.Refuse
                && keys.Contains(party.Key)
                // That a change of this licence was refused denies nobody the licence.
                && other.FirstCaseId != first
                && other.Status == CaseStatus.Refused
                && (
                    party.Role == PartyRole.Exporter
                    || party.Role == PartyRole.Consignee
                    || party.Role == PartyRole.FinalRecipient
                )
            select new
            {
                party.Key,
                other.Number,
                decision.At,
            }
        ).ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(r => (r.Key, r.Number))
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
