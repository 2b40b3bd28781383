using Licensing.Casework.Clearances;
using Licensing.Domain.Routes;

namespace Licensing.Web.Portal;

/// <summary>A notice of no objection as it is being written: by the transit State's correspondent, or by an officer from its paper.</summary>
public sealed class NoticeForm
{
    public List<TransportMode> Modes { get; set; } = [];
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public List<LineRow> Quantities { get; set; } = [];

    /// <summary>One on each line.</summary>
    public string? Conditions { get; set; }

    public sealed class LineRow
    {
        public int? Line { get; set; }
        public decimal? Amount { get; set; }
    }

    /// <summary>The passage as it is planned and the quantities as requested. For how long the notice holds is the State's own
    /// choice, so the days are left empty.</summary>
    public static NoticeForm From(TransitRequestContent asked) =>
        new()
        {
            Modes = [.. asked.Passage.Modes],
            Quantities = [.. asked.Goods.Select(g => new LineRow { Line = g.Line, Amount = g.Quantity.Amount })],
        };

    public IReadOnlyList<string> ConditionList =>
        (Conditions ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public NoObjectionGiven Given() =>
        new()
        {
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
            Modes = Modes,
            Quantities = [.. Quantities.Select(q => new LineAmountGiven { Line = q.Line, Amount = q.Amount })],
            Conditions = ConditionList,
        };
}
