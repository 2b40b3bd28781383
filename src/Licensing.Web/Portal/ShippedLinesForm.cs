using Licensing.Casework.Clearances;
using Licensing.Casework.Shipments;

namespace Licensing.Web.Portal;

/// <summary>Quantities and serial numbers, line by line, as somebody writes them: what is to leave, leaves, or has arrived.</summary>
public sealed class ShippedLineRow
{
    public int? Line { get; set; }

    /// <summary>Empty where nothing of the line is meant.</summary>
    public decimal? Amount { get; set; }

    /// <summary>One on each line.</summary>
    public string? Serials { get; set; }

    public IReadOnlyList<string> SerialList =>
        (Serials ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public ShippedLineGiven Given() =>
        new()
        {
            Line = Line,
            Amount = Amount,
            Serials = SerialList,
        };

    public ReceivedLineGiven Received() =>
        new()
        {
            Line = Line,
            Amount = Amount,
            Serials = SerialList,
        };
}
