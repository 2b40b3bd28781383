using Licensing.Casework;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What a State's correspondent does: answers, for that State alone, the requests that were sent to it.</summary>
public static class CorrespondentApi
{
    public sealed record WithReason(string? Reason);

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("correspondent", "State correspondent", Role.StateCorrespondent);

        api.MapGet(
                "/requests",
                (Caller who, RequestsForCorrespondent requests, int? page, int? size, CancellationToken cancel) =>
                    requests.Inbox(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the requests to this State, unanswered first.");
        api.MapGet(
                "/requests/{id:guid}",
                (Guid id, Caller who, RequestsForCorrespondent requests, CancellationToken cancel) =>
                    requests.Request(who.Acting, id, cancel)
            )
            .WithSummary("Shows a request with everything needed to answer it.");

        Answer<ImportConfirmationGiven>(
            api,
            "confirmation",
            "Confirms that this State has issued the import authorisation, with its particulars.",
            body => new StateAnswerGiven { Kind = ExchangeKind.ImportConfirmation, Confirmation = body }
        );
        Answer<NoObjectionGiven>(
            api,
            "no-objection",
            "Gives notice in writing that this State has no objection to the transit.",
            body => new StateAnswerGiven { Kind = ExchangeKind.NoObjection, NoObjection = body }
        );
        Answer<ReceiptGiven>(
            api,
            "receipt",
            "Confirms what this State has received of a shipment, line by line (Art. 10(4)).",
            body => new StateAnswerGiven { Kind = ExchangeKind.ReceiptConfirmation, Receipt = body }
        );
        Answer<RecallReplyGiven>(
            api,
            "recall-reply",
            "Says where goods are that were called back.",
            body => new StateAnswerGiven { Kind = ExchangeKind.RecallReply, RecallReply = body }
        );
        foreach (
            var (path, kind, summary) in new[]
            {
                (
                    "denial",
                    ExchangeKind.ImportDenial,
                    "Denies that this State has issued the import authorisation in this form."
                ),
                (
                    "revocation",
                    ExchangeKind.ImportRevocation,
                    "Revokes an import authorisation that this State had confirmed."
                ),
                (
                    "acknowledgement",
                    ExchangeKind.TransitAcknowledgement,
                    "Acknowledges a request. This is not a notice."
                ),
                ("objection", ExchangeKind.Objection, "Objects to the transit, with reasons."),
                ("withdrawal", ExchangeKind.NoticeWithdrawal, "Withdraws a notice of no objection."),
                ("non-receipt", ExchangeKind.NonReceipt, "Answers that a shipment has not been received."),
            }
        )
            Answer<WithReason>(api, path, summary, body => new StateAnswerGiven { Kind = kind, Reason = body.Reason });
    }

    private static void Answer<T>(
        RouteGroupBuilder api,
        string path,
        string summary,
        Func<T, StateAnswerGiven> given
    ) =>
        api.MapPost(
                $"/requests/{{id:guid}}/{path}",
                (Guid id, Caller who, T body, GiveAnswer answer, CancellationToken cancel) =>
                    answer.Run(who.Acting, id, given(body), cancel)
            )
            .WithSummary(summary)
            .IsAct();
}
