using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Exporters;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Cases;

/// <summary>Gathers the dossier that Article 10 is run on. What the officer sees and what the licence is issued on are gathered
/// here, in the same way.</summary>
public static class Gate
{
    /// <summary>What is unmet, and met, if a licence were issued on that day on the usual terms.</summary>
    public static IReadOnlyList<Finding> Findings(CaseFile file, DateOnly today) =>
        ExportRequirements.Verify(Dossier(file, UsualTerms(file, today)), today);

    /// <summary>The longest lawful term and no conditions.</summary>
    public static LicenceTerms UsualTerms(CaseFile file, DateOnly today) =>
        new(file.ExportingState.PlaceOfIssue, LicenceTerms.LatestExpiry(today, file.Profile, Authorisations(file)), []);

    public static ExportDossier Dossier(CaseFile file, LicenceTerms terms) =>
        new(
            file.Case.Consignment,
            Standing(file.Company, file.Registrations, file.Authorities),
            Authorisations(file),
            [.. TransitStates(file).Select(state => Clearance(file, state))],
            [.. file.Arrangements.Select(a => a.Arrangement)],
            terms,
            file.Profile
        );

    public static ExporterStanding Standing(
        Company company,
        IEnumerable<CompanyRegistration> registrations,
        IEnumerable<CompanyAuthority> authorities
    ) =>
        new(
            company.Name,
            [.. registrations.Select(r => new Registration(r.From, r.To))],
            [.. authorities.Select(a => new ExportAuthority(a.Category, a.From, a.To))]
        );

    public static IReadOnlyList<Country> TransitStates(CaseFile file) =>
        [.. file.Case.Consignment.Passages(file.Profile.PortCallIsTransit).Select(p => p.State)];

    public static IReadOnlyList<KnownAuthorisation> Authorisations(CaseFile file) =>
        [.. file.Case.Consignment.AuthorisationNumbers.Select(number => Known(file, number))];

    /// <summary>The last thing that the importing State said of it, in whichever case, is what holds.</summary>
    private static KnownAuthorisation Known(CaseFile file, string number)
    {
        var importing = file.Case.ImportingState;
        var said = Statements(file, number);
        var last = said.LastOrDefault();
        var (standing, reason) = last?.Kind switch
        {
            ExchangeKind.ImportConfirmation => (AuthorisationStanding.Confirmed, null),
            ExchangeKind.ImportDenial => (AuthorisationStanding.Denied, Wire.Read<ReasonContent>(last.Content).Reason),
            ExchangeKind.ImportRevocation => (
                AuthorisationStanding.Revoked,
                Wire.Read<ReasonContent>(last.Content).Reason
            ),
            _ => (AuthorisationStanding.Unanswered, (string?)null),
        };
        return new KnownAuthorisation(
            number,
            importing,
            standing,
            standing == AuthorisationStanding.Confirmed ? Wire.Read<ImportAuthorisation>(last!.Content) : null,
            AnsweredHere(file, number),
            reason,
            file.OtherReservations.Where(r => r.Authorisation == number)
                .GroupBy(r => r.AuthorisedLine)
                .ToDictionary(g => g.Key, g => g.Sum(r => r.Amount))
        );
    }

    /// <summary>What the importing State has said to the exporting State of an authorisation, oldest first.</summary>
    internal static IReadOnlyList<ExchangeDocument> Statements(CaseFile file, string number) =>
        [
            .. file
                .Exchange.Concat(file.SaidElsewhere)
                .Where(d =>
                    d.Authorisation == number
                    && d.From == file.Case.ImportingState
                    && d.To == file.Case.ExportingState
                    && d.Kind
                        is ExchangeKind.ImportConfirmation
                            or ExchangeKind.ImportDenial
                            or ExchangeKind.ImportRevocation
                )
                .OrderBy(d => d.Statement),
        ];

    /// <summary>Whether the importing State has answered this case's latest request about the authorisation.</summary>
    internal static bool AnsweredHere(CaseFile file, string number)
    {
        var request = file.LatestRequest(ExchangeKind.ImportConfirmationRequest, file.Case.ImportingState, number);
        return request is not null && file.Exchange.Any(d => d.InReplyTo == request.Id && d.From == request.To);
    }

    public static TransitClearance Clearance(CaseFile file, Country state)
    {
        var request = file.LatestRequest(ExchangeKind.TransitRequest, state);
        if (request is null)
            return new TransitClearance(state, TransitStanding.NotAsked, null, null, null, null, null);
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
            HasCurrentImportInformation(file, request) ? request.DatedOn : null,
            answer?.DatedOn,
            answer?.Kind == ExchangeKind.NoObjection ? Wire.Read<NoObjection>(answer.Content) : null,
            answer?.Kind is ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
                ? Wire.Read<ReasonContent>(answer.Content).Reason
                : null
        );
    }

    // Art. 10(3): what went in advance must be the information in the import licences as they are now. After the importing State
    // has stated other particulars, the transit State has to be sent those.
    private static bool HasCurrentImportInformation(CaseFile file, ExchangeDocument request)
    {
        var sent = Wire.Read<TransitRequestContent>(request.Content).ImportLicences;
        return file.Case.Consignment.AuthorisationNumbers.All(number =>
            Statements(file, number).LastOrDefault() is { Kind: ExchangeKind.ImportConfirmation } now
            && sent.Any(licence => Wire.Write(licence) == Wire.Write(Wire.Read<ImportAuthorisation>(now.Content)))
        );
    }
}
