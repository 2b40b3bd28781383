using Licensing.Casework.Clearances;
using Licensing.Casework.Shipments;
using Licensing.Domain.Shipments;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Licensing.Web.Portal;

/// <summary>A receipt as it is being written: by the importing State's correspondent, or by an officer from its paper.</summary>
public sealed class ReceiptForm
{
    public DateOnly? ReceivedOn { get; set; }
    public List<CountedLine> Lines { get; set; } = [];
    public string? Remark { get; set; }
    public HandedTo? HandedTo { get; set; }
    public string? HandedToName { get; set; }

    public static readonly IReadOnlyList<TagHelpers.Choice> Hands =
    [
        new(nameof(Domain.Shipments.HandedTo.Consignee), "The consignee"),
        new(nameof(Domain.Shipments.HandedTo.FinalRecipient), "The final recipient"),
        new(nameof(Domain.Shipments.HandedTo.Another), "Somebody else"),
    ];

    /// <summary>What left: it stands beside what is written.</summary>
    [BindNever, ValidateNever]
    public ReceiptRequestContent? Asked { get; set; }

    /// <summary>The lines that left. What arrived of them is left empty, so that it is counted.</summary>
    public static ReceiptForm From(ReceiptRequestContent asked) =>
        new() { Asked = asked, Lines = [.. asked.Left.Select(l => new CountedLine { Line = l.Line })] };

    public string Label(CountedLine row) =>
        Asked?.Goods.FirstOrDefault(g => g.Line == row.Line) is { } goods
            ? $"Line {goods.Line}: {goods.Description}"
            : $"Line {row.Line}";

    public string Left(CountedLine row) =>
        Asked?.Left.FirstOrDefault(l => l.Line == row.Line) is { } left
            ? $"{left.Amount:0.###} left. Write 0 if nothing arrived."
            : "Write 0 if nothing arrived.";

    public ReceiptGiven Given() =>
        new()
        {
            ReceivedOn = ReceivedOn,
            Lines = [.. Lines.Select(l => l.Received())],
            Remark = Remark,
            HandedTo = HandedTo,
            HandedToName = HandedToName,
        };
}

/// <summary>An answer to a recall as it is being written.</summary>
public sealed class RecallForm
{
    public RecallOutcome? Outcome { get; set; }
    public string? Remark { get; set; }

    public RecallReplyGiven Given() => new() { Outcome = Outcome, Remark = Remark };

    public static readonly IReadOnlyList<TagHelpers.Choice> Outcomes =
    [
        new(nameof(RecallOutcome.Stopped), "The goods are stopped here"),
        new(nameof(RecallOutcome.NotArrived), "They have not come here so far", "They will be stopped if they do"),
        new(nameof(RecallOutcome.PassedOn), "They have left for the next State"),
        new(nameof(RecallOutcome.Delivered), "They have been handed over to the consignee"),
    ];
}
