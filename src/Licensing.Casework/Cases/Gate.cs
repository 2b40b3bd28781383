using System.Runtime.CompilerServices;
using Licensing.Casework.Clearances;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Cases;

/// <summary>Gathers the dossier that the law is run on: Article 10(2) and 10(3) for an export, 10(1) and the particulars for an import.
/// What the officer sees and what the licence is issued on are gathered here, in the same way.</summary>
public static class Gate
{
    /// <summary>What is unmet, and met, if a licence were issued on that day on the usual terms.</summary>
    public static IReadOnlyList<Finding> Findings(CaseFile file, DateOnly today) =>
        Findings(file, UsualTerms(file, today), today);

    /// <summary>The same, on those terms.</summary>
    public static IReadOnlyList<Finding> Findings(CaseFile file, LicenceTerms terms, DateOnly today) =>
        file.Case.Kind == LicenceKind.Import
            ? ImportRequirements.Verify(ImportDossier(file, terms), today)
            : ExportRequirements.Verify(Dossier(file, terms), today);

    /// <summary>The longest lawful term and no conditions.</summary>
    public static LicenceTerms UsualTerms(CaseFile file, DateOnly today)
    {
        var terms = new LicenceTerms(file.State.PlaceOfIssue, today, []);
        return terms with
        {
            ExpiresOn =
                file.Case.Kind == LicenceKind.Import
                    ? ImportDossier(file, terms).LatestExpiry(today)
                    : LicenceTerms.LatestExpiry(
                        today,
                        file.Profile,
                        file.Case.Consignment.Use ?? AuthorisationUse.MultipleUse,
                        Authorisations(file)
                    ),
        };
    }

    public static ImportDossier ImportDossier(CaseFile file, LicenceTerms terms) =>
        new(file.Consignment, Standing(file.Company, file.Registrations, file.Authorities), terms, file.Profile);

    public static ExportDossier Dossier(CaseFile file, LicenceTerms terms) =>
        new(
            file.Consignment,
            Standing(file.Company, file.Registrations, file.Authorities),
            Authorisations(file),
            [.. TransitStates(file).Select(state => Clearance(file, state))],
            file.Arrangements,
            terms,
            file.Profile,
            file.Replaced?.Licence?.Number,
            Screening(file),
            file.Calendar
        );

    /// <summary>Null where the policy profile asks for no screening, or there has been none.</summary>
    public static Domain.Screening.ScreeningOutcome? Screening(CaseFile file) =>
        file.Profile.Screened ? ScreeningOnFile.Outcome(file) : null;

    public static TraderStanding Standing(
        Company company,
        IEnumerable<CompanyRegistration> registrations,
        IEnumerable<CompanyAuthority> authorities
    ) =>
        new(
            company.Name,
            [.. registrations.Select(r => new Registration(r.From, r.To))],
            [.. authorities.Select(a => new TradeAuthority(a.Category, a.From, a.To, a.For))]
        );

    public static IReadOnlyList<Country> TransitStates(CaseFile file) =>
        [.. file.Consignment.Passages(file.Profile.PortCallIsTransit).Select(p => p.State)];

    public static IReadOnlyList<KnownAuthorisation> Authorisations(CaseFile file) => Authorisations(file, _ => []);

    /// <param name="drawn">What the case's own licence has used up of an authorisation already, when what is still to ship is judged.</param>
    internal static IReadOnlyList<KnownAuthorisation> Authorisations(
        CaseFile file,
        Func<string, IEnumerable<TakenQuantity>> drawn
    ) => [.. file.Consignment.AuthorisationNumbers.Select(number => Known(file, number, drawn(number)))];

    /// <summary>The last confirmation or revocation holds, in whichever case it was given. A denial is of one case's request,
    /// and a "no" given in this case holds here until it is answered otherwise here: what is said elsewhere does not cure it.</summary>
    private static KnownAuthorisation Known(CaseFile file, string number, IEnumerable<TakenQuantity> drawn)
    {
        var importing = file.Case.ImportingState;
        var reply = ReplyHere(file, number);
        var last = reply?.Kind is ExchangeKind.ImportDenial or ExchangeKind.ImportRevocation
            ? reply
            : Statements(file, number).LastOrDefault();
        var (standing, reason) = last?.Kind switch
        {
            ExchangeKind.ImportConfirmation => (AuthorisationStanding.Confirmed, null),
            ExchangeKind.ImportDenial => (AuthorisationStanding.Denied, last.Read<ReasonContent>().Reason),
            ExchangeKind.ImportRevocation => (AuthorisationStanding.Revoked, last.Read<ReasonContent>().Reason),
            _ => (AuthorisationStanding.Unanswered, (string?)null),
        };
        var particulars = standing == AuthorisationStanding.Confirmed ? last!.Read<ImportAuthorisation>() : null;
        return new KnownAuthorisation(
            number,
            importing,
            standing,
            particulars,
            reply is not null,
            reason,
            TakenByOthers.Of(
                particulars?.Goods ?? [],
                file.OtherReservations.Where(r => r.Reservation.Authorisation == number && r.Amount > 0)
                    .Select(r => Taken(r.Reservation, r.Amount))
                    .Concat(drawn)
            ),
            file.OtherReservations.Any(r => r.Reservation.Authorisation == number && r.Amount > 0 && !r.IsOfOneLine)
        );
    }

    /// <summary>That much of a reservation, by the goods authorised.</summary>
    internal static TakenQuantity Taken(ReservationRecord r, decimal amount) =>
        new(r.Class, r.Part, r.Platform, r.Calibre, new Quantity(amount, r.Unit));

    /// <summary>Confirmations and revocations of an authorisation by the importing State to the exporting State, in any case, oldest
    /// first.</summary>
    internal static IReadOnlyList<ExchangeDocument> Statements(CaseFile file, string number) =>
        [
            .. file
                .Exchange.Concat(file.SaidElsewhere)
                .Where(d =>
                    d.Authorisation == number
                    && d.From == file.Case.ImportingState
                    && d.To == file.Case.ExportingState
                    && d.Kind is ExchangeKind.ImportConfirmation or ExchangeKind.ImportRevocation
                )
                .OrderBy(d => d.Statement),
        ];

    /// <summary>The importing State's last reply to this case's latest request about the authorisation. Once there is a licence its last word
    /// holds, a yes or a no, until it says another, in this case or for the licence that takes that one's place: asked again, it has not
    /// fallen silent.</summary>
    private static ExchangeDocument? ReplyHere(CaseFile file, string number)
    {
        var importing = file.Case.ImportingState;
        var request = file.LatestRequest(ExchangeKind.ImportConfirmationRequest, importing, number);
        return file.Exchange.LastOrDefault(d =>
                d.From == importing
                && d.Authorisation == number
                && d.Kind
                    is ExchangeKind.ImportConfirmation
                        or ExchangeKind.ImportDenial
                        or ExchangeKind.ImportRevocation
                // A no to a request of a case that takes a licence's place is not undone by a yes to that licence either.
                && (d.InReplyTo == request?.Id || file.Licence is not null || file.Replaced is not null)
            ) ?? (file.Replaced is { } before ? ReplyHere(before, number) : null);
    }

    /// <summary>What a transit State has said, and on that day what its silence counts for.</summary>
    public static TransitClearance Clearance(CaseFile file, Country state, DateOnly today) =>
        Clearance(file, state).On(today, file.Profile, file.Calendar);

    /// <summary>What a transit State has said.</summary>
    public static TransitClearance Clearance(CaseFile file, Country state)
    {
        var request = file.LatestRequest(ExchangeKind.TransitRequest, state);
        if (request is null)
            return Carried(file, state)
                ?? new TransitClearance(state, TransitStanding.NotAsked, null, null, null, null, null);
        var answer = file
            .Exchange.Where(d =>
                d.From == state
                && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
            )
            .LastOrDefault();
        return new TransitClearance(
            state,
            answer?.Kind switch
            {
                ExchangeKind.NoObjection => TransitStanding.NoObjection,
                ExchangeKind.Objection => TransitStanding.Objected,
                ExchangeKind.NoticeWithdrawal => TransitStanding.Withdrawn,
                _ => TransitStanding.Silent,
            },
            request.DatedOn,
            InformationSentOn(file, request, answer),
            answer?.DatedOn,
            answer?.Kind == ExchangeKind.NoObjection ? answer.Read<NoObjection>() : null,
            answer?.Kind is ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
                ? answer.Read<ReasonContent>().Reason
                : null,
            file.Exchange.Any(d => d.InReplyTo == request.Id && d.Kind == ExchangeKind.TransitAcknowledgement),
            Requests: file.Profile.TransitSilence is null || HasSaidNo(file, state)
                ? null
                :
                [
                    .. file
                        .Exchange.Where(d => d.Kind == ExchangeKind.TransitRequest && d.To == state)
                        .Select(d => Requested(file, d)),
                ]
        );
    }

    // A notice for the licence whose place this one takes goes on where nothing of what the State was told has become another. It stays a
    // notice in that case: taken back there, it is gone here.
    private static TransitClearance? Carried(CaseFile file, Country state) =>
        file.Replaced is { } before
        && Clearance(before, state) is { Standing: TransitStanding.NoObjection, Notice: { } notice } given
        && Replacement.NewTo(state, before.AsTold, file.AsTold).Count == 0
            ? given with
            {
                Notice = Replacement.Carried(
                    notice,
                    before.Consignment,
                    file.Consignment,
                    [.. before.Exits.SelectMany(e => e.Lines)]
                ),
                GivenFor = given.GivenFor ?? before.Case.Number,
            }
            : null;

    // No silence undoes a no: not that in a case whose licence this one takes the place of either, nor that to another change of it.
    private static bool HasSaidNo(CaseFile file, Country state) =>
        file.Ancestors.Any(before =>
            Clearance(before, state).Standing is TransitStanding.Objected or TransitStanding.Withdrawn
        )
        || file.SaidOfOtherChanges.LastOrDefault(d => d.From == state)?.Kind
            is ExchangeKind.Objection
                or ExchangeKind.NoticeWithdrawal;

    private static TransitRequest Requested(CaseFile file, ExchangeDocument request)
    {
        var content = request.Read<TransitRequestContent>();
        var acknowledged = file
            .Exchange.Where(d => d.InReplyTo == request.Id && d.Kind == ExchangeKind.TransitAcknowledgement)
            .Select(d => (DateTimeOffset?)d.KnownAt);
        var handedOver = file.HandedOver.TryGetValue(request.Id, out var at) ? at : (DateTimeOffset?)null;
        var proved = acknowledged.Append(handedOver).Min();
        return new TransitRequest(
            request.DatedOn,
            content.Silence,
            proved is { } sent ? file.Day(sent) : null,
            BrokenOn(file, request),
            HasCurrentImportInformation(file, request) ? request.DatedOn : null,
            content.Passage.Modes,
            [.. content.Goods.Select(g => new LineQuantity(g.Line, g.Quantity))]
        );
    }

    // Who asks has not been silent, whether in a remark or on a paper that a second officer has not confirmed, or has rejected.
    private static DateOnly? BrokenOn(CaseFile file, ExchangeDocument request) =>
        file
            .Exchange.Where(d =>
                d.From == request.To
                && (
                    d.InReplyTo == request.Id
                        ? SaysSomething(d.Kind, d.Content)
                        : d.Kind == ExchangeKind.TransitQuestion && d.Sequence > request.Sequence
                )
            )
            .Select(d => (d.DatedOn, d.KnownAt))
            .Concat(
                file.RecordedAnswers.Where(a => a.RequestId == request.Id && SaysSomething(a.Kind, a.Content))
                    .Select(a => (a.DatedOn, KnownAt: a.RecordedAt))
            )
            .Select(d => file.Day(d.KnownAt) < d.DatedOn ? file.Day(d.KnownAt) : d.DatedOn)
            .Select(day => (DateOnly?)day)
            .Min();

    private static bool SaysSomething(ExchangeKind kind, string content) =>
        kind != ExchangeKind.TransitAcknowledgement
        || !string.IsNullOrWhiteSpace(Wire.Read<AcknowledgementContent>(content).Remark);

    // "In advance" is in advance of the notice: the request that the notice answers is the one that counts. A notice given in the
    // system came after its request, whatever the day was where it was given; one on paper bears its own day.
    private static DateOnly? InformationSentOn(CaseFile file, ExchangeDocument latest, ExchangeDocument? answer)
    {
        var request =
            answer?.Kind == ExchangeKind.NoObjection ? file.Exchange.First(d => d.Id == answer.InReplyTo) : latest;
        if (!HasCurrentImportInformation(file, request))
            return null;
        return
            answer is { Kind: ExchangeKind.NoObjection, Provenance: Provenance.GivenInSystem }
            && answer.DatedOn < request.DatedOn
            ? answer.DatedOn
            : request.DatedOn;
    }

    // The same few are compared again and again, and none of them changes.
    private static string Text(ImportAuthorisation licence) => Texts.GetValue(licence, Wire.Write);

    private static readonly ConditionalWeakTable<ImportAuthorisation, string> Texts = [];

    // Art. 10(3): what went in advance must be the information in the import licences as they are now. After the importing State
    // has stated other particulars, the transit State has to be sent those.
    private static bool HasCurrentImportInformation(CaseFile file, ExchangeDocument request)
    {
        var sent = request.Read<TransitRequestContent>().ImportLicences;
        return file.Consignment.AuthorisationNumbers.All(number =>
            Statements(file, number).LastOrDefault() is { Kind: ExchangeKind.ImportConfirmation } now
            && sent.Any(licence => Text(licence) == Text(now.Read<ImportAuthorisation>()))
        );
    }
}
