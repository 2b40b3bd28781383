using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Correspondent.Requests;

/// <summary>The importing State confirms its authorisation with the particulars that stand in its own register.</summary>
public sealed class Confirm(ActingFor actingFor, Answering answering) : AnswerPage(actingFor, answering)
{
    private const int MostRows = 200;

    [BindProperty]
    public ConfirmationForm Form { get; set; } = new();

    public override AnswerWording Wording => AnswerWording.Of(ExchangeKind.ImportConfirmation);

    protected override StateAnswerGiven Answer() =>
        new() { Kind = ExchangeKind.ImportConfirmation, Confirmation = Form.Given() };

    protected override void Begin() => Form = ConfirmationForm.From(Asked.ImportConfirmation!, Acting.State);

    /// <summary>How much of such goods is to be exported now, for comparison; null when the row is about other goods.</summary>
    public string? Requested(ConfirmationForm.GoodsRow row)
    {
        var same = Asked
            .ImportConfirmation!.Goods.Where(g => (g.Class, g.Part, g.Platform) == (row.Class, row.Part, row.Platform))
            .ToList();
        return same.Count == 0 ? null : $"To be exported now: {Casework.Words.And(same.Select(g => $"{g.Quantity}"))}.";
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        await Load(id, cancel);
        if (Form.Goods.Count < MostRows)
            Form.Goods.Add(new ConfirmationForm.GoodsRow());
        return Unfinished();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int row, CancellationToken cancel)
    {
        await Load(id, cancel);
        if (row >= 0 && row < Form.Goods.Count)
            Form.Goods.RemoveAt(row);
        // The rows after it move up: what was posted under their old numbers must not be shown under the new ones.
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Form.Goods[", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
        return Unfinished();
    }
}
