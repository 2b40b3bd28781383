using Licensing.Casework.Storage;

namespace Licensing.Casework.Transits;

/// <summary>What passes between an exporting State and a transit State about a transit.</summary>
internal static class TransitExchange
{
    private static readonly ExchangeKind[] Kinds =
    [
        ExchangeKind.TransitRequest,
        ExchangeKind.TransitAcknowledgement,
        ExchangeKind.TransitQuestion,
        ExchangeKind.TransitQuestionAnswer,
        ExchangeKind.NoObjection,
        ExchangeKind.Objection,
        ExchangeKind.NoticeWithdrawal,
    ];

    /// <summary>What the transit State has said and been told. The rest of the exporting State's exchange is not its to know (Art. 12(5)).</summary>
    public static IQueryable<ExchangeDocument> Of(LicensingDb db, Case transit)
    {
        var (asking, own, other) = (transit.AskedInCaseId, transit.State, transit.ExportingState);
        return db.ExchangeDocuments.Where(d =>
            d.CaseId == asking
            && Kinds.Contains(d.Kind)
            && ((d.From == own && d.To == other) || (d.From == other && d.To == own))
        );
    }

    /// <summary>The State's answer, as opposed to whatever else it says of the request.</summary>
    public static bool IsAnswer(ExchangeKind kind) =>
        kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal;
}
