using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Documents;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Endurance;

/// <summary>Lawful cases, brought into position by the acts themselves, in this process.</summary>
internal sealed class Lawful(ServiceProvider casework)
{
    private const string Northmark = "QN";

    /// <summary>A transit State whose officers work in the system.</summary>
    public const string Tarnland = "QT";
    private readonly Dictionary<string, Acting> _people = [];
    private int _made;

    public Database Database => casework.GetRequiredService<Database>();

    public T Act<T>()
        where T : notnull => casework.GetRequiredService<T>();

    public string NewNumber() => $"QN-E-{Interlocked.Increment(ref _made):000000}";

    public async Task<Acting> Person(string email)
    {
        if (!_people.TryGetValue(email, out var known))
        {
            await using var db = Database.Open();
            var person = await db.People.AsNoTracking().SingleAsync(p => p.Email == email);
            var held = await db.Appointments.AsNoTracking().SingleAsync(a => a.PersonId == person.Id);
            var state = await db.States.AsNoTracking().SingleAsync(s => s.Code == held.State);
            known = new Acting(
                person.Id,
                person.Name,
                held.Role,
                state.Code,
                state.Name,
                held.CompanyId,
                default,
                LegalDay.Of(TimeProvider.System.GetUtcNow(), state.TimeZone)
            );
            _people[email] = known;
        }
        return known with { Now = TimeProvider.System.GetUtcNow() };
    }

    /// <summary>Forty rifles to Northmark, drawn on the authorisation.</summary>
    /// <param name="through">Transit States.</param>
    public Task<CaseReceipt> Submitted(string authorisation, params string[] through) =>
        Submitted(authorisation, Northmark, through);

    private async Task<CaseReceipt> Submitted(string authorisation, string destination, string[] through)
    {
        var exporter = await Person("halden@qm.example");
        var begun = await Act<Drafts>()
            .Begin(exporter, Draft(authorisation, exporter.Today, destination, through), default);
        foreach (var kind in new[] { DocumentKind.EndUserCertificate, DocumentKind.ImportAuthorisation })
            await Act<AttachDocument>()
                .ToDraft(exporter, begun.ApplicationId, new Upload(kind, $"{kind}.pdf", Paper.Pdf($"{kind}")), default);
        var draft = await Act<CasesForApplicant>().Draft(exporter, begun.ApplicationId, default);
        return await Act<SubmitApplication>().Run(exporter, begun.ApplicationId, draft.Version, default);
    }

    /// <summary>Confirmed by the importing State; the transit States have been asked.</summary>
    public Task<CaseReceipt> Confirmed(string authorisation, params string[] through) =>
        Confirmed(authorisation, Northmark, through);

    private async Task<CaseReceipt> Confirmed(string authorisation, string destination, string[] through)
    {
        var submitted = await Submitted(authorisation, destination, through);
        var there = await Person($"correspondent@{destination.ToLowerInvariant()}.example");
        return await Act<GiveAnswer>()
            .Run(there, await Request(submitted.CaseId, destination), Confirmation(there.Today, destination), default);
    }

    /// <summary>Every State has answered and one officer has recommended to grant it.</summary>
    public async Task<CaseReceipt> BeforeDecision(string authorisation, params string[] through)
    {
        var confirmed = await Confirmed(authorisation, through);
        foreach (var state in through)
            if (state == Tarnland)
                await Answered(confirmed.CaseId);
            else
                await Act<GiveAnswer>()
                    .Run(
                        await Person($"correspondent@{state.ToLowerInvariant()}.example"),
                        await Request(confirmed.CaseId, state),
                        Notice(),
                        default
                    );
        return await Recommended(confirmed);
    }

    /// <summary>The case that Tarnland has of what is asked in that one; one officer there has recommended a notice of no objection.</summary>
    public async Task<CaseReceipt> NoticeRecommended(Guid asking)
    {
        await using var db = Database.Open();
        var transit = await db.Cases.AsNoTracking().SingleAsync(c => c.AskedInCaseId == asking);
        return await Act<RecommendNotice>()
            .Run(
                await Person("officer@qt.example"),
                transit.Id,
                new NoticeRecommendationGiven(transit.Version, Notice(), "Nothing known."),
                default
            );
    }

    private async Task Answered(Guid asking)
    {
        var recommended = await NoticeRecommended(asking);
        await Act<DecideNotice>()
            .Run(await Person("senior@qt.example"), recommended.CaseId, recommended.Version, null, default);
    }

    /// <summary>To landlocked Quillon through Portavia, which has said nothing: the arrangement stands in the place of its
    /// notice.</summary>
    public async Task<CaseReceipt> BeforeDecisionUnderAnArrangement(string authorisation) =>
        await Recommended(await Confirmed(authorisation, "QQ", ["QP"]));

    /// <summary>An arrangement for Quillon, recorded by one officer and confirmed by another.</summary>
    public async Task<Guid> Arrangement()
    {
        var recorded = await Act<Arrangements>()
            .Record(
                await Person("officer@qm.example"),
                new ArrangementGiven
                {
                    LandlockedState = "QQ",
                    Gateway = "QP",
                    Instrument = "Transit agreement",
                    Clause = "Art. 3",
                    Goods = [GoodsClass.Firearm],
                    Directions = [Domain.Transit.TransitDirection.Inbound],
                    From = new DateOnly(2020, 1, 1),
                },
                default
            );
        await Act<Arrangements>().Confirm(await Person("officer2@qm.example"), recorded.ArrangementId, default);
        return recorded.ArrangementId;
    }

    /// <summary>An import authorisation for forty rifles, issued by two officers of Northmark.</summary>
    /// <returns>Its case, and its number.</returns>
    public async Task<(Guid CaseId, string Number)> Authorised()
    {
        var importer = await Person("nordstern@qn.example");
        var draft = Draft("", importer.Today, Northmark, []);
        draft = draft with
        {
            ExportingState = "QM",
            Use = Domain.Authorisations.AuthorisationUse.SingleUse,
            Lines = [draft.Lines[0] with { Draws = [] }],
            ImportAuthorisations = [],
        };
        var begun = await Act<Drafts>().Begin(importer, draft, default);
        await Act<AttachDocument>()
            .ToDraft(
                importer,
                begun.ApplicationId,
                new Upload(DocumentKind.EndUserCertificate, "euc.pdf", Paper.Pdf("Certificate")),
                default
            );
        var seen = (await Act<CasesForApplicant>().Draft(importer, begun.ApplicationId, default)).Version;
        var submitted = await Act<SubmitApplication>().Run(importer, begun.ApplicationId, seen, default);
        var recommended = await Act<RecommendDecision>()
            .Run(
                await Person("officer@qn.example"),
                submitted.CaseId,
                new RecommendationGivenBy(submitted.Version, Verdict.Grant, null, null, null, "Every finding is met."),
                default
            );
        await Act<DecideCase>()
            .Decide(
                await Person("senior@qn.example"),
                submitted.CaseId,
                new DecisionGiven(recommended.Version, Verdict.Grant, null, null),
                default
            );
        await using var db = Database.Open();
        return (
            submitted.CaseId,
            (await db.Licences.AsNoTracking().SingleAsync(l => l.CaseId == submitted.CaseId)).Number
        );
    }

    private async Task<CaseReceipt> Recommended(CaseReceipt confirmed)
    {
        var officer = await Person("officer@qm.example");
        await using var db = Database.Open();
        var seen = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == confirmed.CaseId)).Version;
        return await Act<RecommendDecision>()
            .Run(
                officer,
                confirmed.CaseId,
                new RecommendationGivenBy(seen, Verdict.Grant, null, null, null, "Every finding is met."),
                default
            );
    }

    /// <summary>The latest request of the case to that State.</summary>
    public async Task<Guid> Request(Guid caseId, string state)
    {
        var to = Domain.States.Country.Parse(state);
        await using var db = Database.Open();
        return (
            await db
                .ExchangeDocuments.AsNoTracking()
                .Where(d => d.CaseId == caseId && d.To == to)
                .OrderByDescending(d => d.Sequence)
                .FirstAsync()
        ).Id;
    }

    public static StateAnswerGiven Notice()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return new StateAnswerGiven
        {
            Kind = ExchangeKind.NoObjection,
            NoObjection = new NoObjectionGiven
            {
                ValidFrom = today,
                ValidTo = today.AddDays(200),
                Modes = [TransportMode.Sea],
                Quantities = [new LineAmountGiven { Line = 1, Amount = 40 }],
            },
        };
    }

    private static StateAnswerGiven Confirmation(DateOnly today, string state) =>
        new()
        {
            Kind = ExchangeKind.ImportConfirmation,
            Confirmation = new ImportConfirmationGiven
            {
                PlaceOfIssue = "Nordhaven",
                IssuedOn = today.AddDays(-30),
                ExpiresOn = today.AddDays(300),
                Importer = Named(state),
                FinalRecipient = Named(state),
                Goods =
                [
                    new AuthorisedGoodsGiven
                    {
                        Class = GoodsClass.Firearm,
                        Platform = "BH308",
                        Quantity = 40,
                        Unit = Unit.Piece,
                    },
                ],
            },
        };

    private static PartyGiven Named(string state) => new() { Name = "Nordstern Jagd & Sport", State = state };

    private static ApplicationDraft Draft(string authorisation, DateOnly today, string destination, string[] through) =>
        new()
        {
            Reference = authorisation,
            ImportingState = destination,
            Lines =
            [
                new DraftLine
                {
                    Class = GoodsClass.Firearm,
                    Platform = "BH308",
                    HsCode = "9303.30",
                    Calibre = ".308",
                    Make = "Halden",
                    Model = "BH308",
                    Description = "bolt-action rifle",
                    Quantity = 40,
                    Unit = Unit.Piece,
                    UnitValue = 870,
                    Category = "C",
                    Finish = FinishState.Finished,
                    Source = GoodsSource.Manufacture,
                    SerialsLater = true,
                    Marking = MarkingForm.MakerPlaceSerial,
                    Draws = [new DraftDraw { Authorisation = authorisation, Amount = 40 }],
                },
            ],
            Parties =
            [
                Party(PartyRole.Exporter, "Halden Arms Works", "QM"),
                Party(PartyRole.Importer, "Nordstern Jagd & Sport", destination),
                Party(PartyRole.Consignee, "Nordstern Jagd & Sport", destination),
                Party(PartyRole.FinalRecipient, "Nordstern Jagd & Sport", destination),
                Party(PartyRole.Carrier, "Blue Line Shipping", "QM"),
            ],
            Route =
            [
                .. through.Select(state => Leg(state, Stop.Transshipment, null)),
                Leg(destination, Stop.Destination, today.AddDays(75)),
            ],
            DirectKilometres = 1400,
            PlannedShipmentOn = today.AddDays(60),
            ExpectedArrivalOn = today.AddDays(75),
            EndUse = EndUse.DealerStock,
            EndUseStatement = "For sale to licensed hunters.",
            EndUserCertificate = new DraftEndUserCertificate
            {
                Number = "EUC-1",
                SignedBy = "Ingrid Solheim",
                SignedOn = today.AddDays(-20),
                ReexportClause = true,
            },
            OrderChannel = OrderChannel.Direct,
            Currency = "EUR",
            PaymentMethod = PaymentMethod.LetterOfCredit,
            FreightCost = 1800,
            ImportAuthorisations = [new DraftAuthorisation { Number = authorisation }],
        };

    private static DraftParty Party(PartyRole role, string name, string state) =>
        new()
        {
            Role = role,
            Name = name,
            Address = "1 Quay Street",
            State = state,
        };

    private static DraftLeg Leg(string to, Stop stop, DateOnly? arrives) =>
        new()
        {
            To = to,
            Mode = TransportMode.Sea,
            Stop = stop,
            Kilometres = 700,
            ArrivesOn = arrives,
        };
}
