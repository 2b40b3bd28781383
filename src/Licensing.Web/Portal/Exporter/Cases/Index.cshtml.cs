using Licensing.Casework.Cases;
using Licensing.Casework.Information;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Cases;

/// <summary>Where a case stands, what is missing, what was asked and what was decided.</summary>
public sealed class Index(
    ActingFor actingFor,
    CasesForApplicant cases,
    DirectoryOfStates directory,
    Inquiries inquiries
) : CasePage(actingFor, cases, directory)
{
    /// <summary>An answer to a question of the authority.</summary>
    public sealed record Reply
    {
        public Guid Request { get; init; }
        public string? Answer { get; init; }
    }

    /// <summary>In the order of the questions; a form sends the one it belongs to.</summary>
    [BindProperty]
    public List<Reply> Replies { get; set; } = [];

    public (string Text, string Colour) Status =>
        (Case.Licence?.Status ?? Case.Authorisation?.Status) is { } licence and not LicenceStatus.InForce
            ? (
                $"{(Case.Licence is null ? "Authorisation" : "Licence")} {Casework.Words.Of(licence)}",
                licence is LicenceStatus.Suspended or LicenceStatus.Revoked ? "red" : "grey"
            )
            : Case.Progress.Status switch
            {
                CaseStatus.Granted => ("Granted", "green"),
                CaseStatus.Refused => ("Refused", "red"),
                CaseStatus.Withdrawn => ("Withdrawn", "grey"),
                _ => ("In progress", "blue"),
            };

    public (string Text, string Colour) StatusOf(ShipmentForApplicant shipment) =>
        shipment switch
        {
            { Status: ShipmentStatus.Seized } => ("Seized by customs", "red"),
            { IsHeld: true } => ("Held by customs", "orange"),
            { Status: ShipmentStatus.Declared } => ("Awaits its release by customs", "blue"),
            { Status: ShipmentStatus.Released, Exits.Count: > 0 } => ("Released, some of it has left", "green"),
            { Status: ShipmentStatus.Released } => ("Released", "green"),
            { Status: ShipmentStatus.Left } => ("On its way", "blue"),
            { Outcome: ShipmentOutcome.ReceivedInFull } => ("Received", "green"),
            { Status: ShipmentStatus.Settled } => ("Closed", "grey"),
            _ => ("Cancelled", "grey"),
        };

    public IReadOnlyList<QuestionForApplicant> OpenQuestions =>
        [.. Case.Questions.Where(q => q.Answer is null && !q.Lapsed)];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowWithReplies(cancel);

    /// <param name="question">Which of the replies, from 0.</param>
    public Task<IActionResult> OnPostAnswerAsync(int question, CancellationToken cancel) =>
        Try(
            async () =>
            {
                var reply = Replies.FirstOrDefault() ?? new Reply();
                await inquiries.AnswerAuthority(Acting, Id, reply.Request, reply.Answer, cancel);
                Done = "Your answer has been sent to the authority.";
                return Redirect(Request.Path);
            },
            () => ShowWithReplies(cancel),
            $"{nameof(Replies)}[{question}]"
        );

    // A form for each open question; what was posted for one of them is shown again from the model state.
    private async Task<IActionResult> ShowWithReplies(CancellationToken cancel)
    {
        var shown = await Show(cancel);
        Replies = [.. OpenQuestions.Select(q => new Reply { Request = q.Id })];
        return shown;
    }
}
