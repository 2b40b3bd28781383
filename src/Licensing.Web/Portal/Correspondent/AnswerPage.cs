using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Licensing.Web.Portal.Correspondent;

/// <summary>The acts on a request, and what the pages about it read.</summary>
public sealed record Answering(
    RequestsForCorrespondent Requests,
    DirectoryOfStates Directory,
    CheckAnswer Check,
    GiveAnswer Give
);

/// <summary>A page on which an answer is written, looked over and given. Between the steps the form itself carries what was
/// written; nothing is kept before it is given.</summary>
public abstract class AnswerPage(ActingFor actingFor, Answering answering)
    : RequestPage(actingFor, answering.Requests, answering.Directory)
{
    /// <summary>The answer is shown for a last look.</summary>
    public bool Checking { get; private set; }

    public abstract AnswerWording Wording { get; }

    protected abstract StateAnswerGiven Answer();

    /// <summary>Fills in beforehand what the request says.</summary>
    protected abstract void Begin();

    /// <summary>Gives the form what it shows beside what is written.</summary>
    protected virtual void Show() { }

    // The page of one kind of answer is there for the requests that it answers, and for no others.
    protected new async Task Load(Guid id, CancellationToken cancel)
    {
        await base.Load(id, cancel);
        var answers = Wording.Kind switch
        {
            ExchangeKind.ImportConfirmation or ExchangeKind.ImportDenial or ExchangeKind.ImportRevocation =>
                ExchangeKind.ImportConfirmationRequest,
            ExchangeKind.ReceiptConfirmation or ExchangeKind.NonReceipt => ExchangeKind.ReceiptRequest,
            ExchangeKind.RecallReply => ExchangeKind.Recall,
            _ => ExchangeKind.TransitRequest,
        };
        if (answers != Asked.Summary.Kind)
            throw new NotFoundException("request");
        Show();
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        if (!Asked.MayGive.Contains(Wording.Kind))
            return LocalRedirect(Address);
        Begin();
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        return await Try(
            async () =>
            {
                await answering.Check.Run(Acting, id, Answer(), cancel);
                Checking = ModelState.IsValid;
                return Page();
            },
            Again,
            "Form"
        );
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        if (!ModelState.IsValid)
            return Page();
        return await Try(
            async () =>
            {
                var receipt = await answering.Give.Run(Acting, id, Answer(), cancel);
                return LocalRedirect($"{Address}/given/{receipt.Created}");
            },
            Again,
            "Form"
        );
    }

    /// <summary>Shows the form again as it was sent, without complaints: the person is not finished.</summary>
    protected PageResult Unfinished()
    {
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
        return Page();
    }

    // A day that could not be read is also a day that is missing: the first of the two says more.
    private Task<IActionResult> Again()
    {
        foreach (var entry in ModelState.Values)
        {
            while (entry.Errors.Count > 1)
                entry.Errors.RemoveAt(entry.Errors.Count - 1);
        }
        return Task.FromResult<IActionResult>(Page());
    }
}
