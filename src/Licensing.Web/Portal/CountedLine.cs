using System.ComponentModel.DataAnnotations;
using Licensing.Casework.Acts;
using Licensing.Casework.Clearances;
using Licensing.Casework.Returns;
using Licensing.Casework.Shipments;
using Licensing.Domain.Goods;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Licensing.Web.Portal;

/// <summary>How much of a line of the licence, and which pieces, as somebody writes it down: what is to leave, leaves, or has arrived.</summary>
public sealed class CountedLine
{
    public int? Line { get; set; }

    /// <summary>Nothing of this line when left empty.</summary>
    [Display(Name = "Quantity")]
    public decimal? Amount { get; set; }

    /// <summary>One on each line.</summary>
    public string? Serials { get; set; }

    public IReadOnlyList<string> SerialList =>
        (Serials ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As what has arrived; a line that was left empty is a mistake there.</summary>
    public ReceivedLineGiven Received() =>
        new()
        {
            Line = Line,
            Amount = Amount,
            Serials = SerialList,
        };

    /// <summary>For the form: which goods.</summary>
    [BindNever]
    public string Goods { get; set; } = "";

    /// <summary>For the form: how much there can be.</summary>
    [BindNever]
    public string Hint { get; set; } = "";

    /// <summary>Those lines of which there is something.</summary>
    public static IReadOnlyList<ShippedLineGiven> Given(IEnumerable<CountedLine> lines) =>
        [
            .. Counted(lines)
                .Select(l => new ShippedLineGiven
                {
                    Line = l.Line,
                    Amount = l.Amount,
                    Serials = l.SerialList,
                }),
        ];

    /// <summary>Does the act. Its problems, which know only the lines that were given, are put at their fields in the form.</summary>
    public static async Task AtTheirFields(IReadOnlyList<CountedLine> lines, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (MalformedException refusal)
        {
            throw new MalformedException([.. refusal.Problems.Select(problem => AtItsField(problem, lines))]);
        }
    }

    private static FieldProblem AtItsField(FieldProblem problem, IReadOnlyList<CountedLine> lines)
    {
        if (problem.Field == "lines")
            return problem with { Field = "lines[0].amount" };
        var given = Counted(lines).ToList();
        for (var i = 0; i < given.Count; i++)
        {
            var at = $"lines[{i}].";
            if (problem.Field.StartsWith(at, StringComparison.Ordinal))
                return problem with { Field = $"lines[{IndexOf(given[i])}].{problem.Field[at.Length..]}" };
        }
        return problem;

        int IndexOf(CountedLine line) => Enumerable.Range(0, lines.Count).First(n => ReferenceEquals(lines[n], line));
    }

    /// <summary>A row for each line of which firearms came in that are not marked.</summary>
    public static List<CountedLine> Unmarked(MarkingView? marking) =>
        [.. (marking?.Lines ?? []).Where(l => l.Unmarked > 0).Select(l => new CountedLine { Line = l.Line })];

    /// <summary>Which firearms, and how many of them are not marked.</summary>
    public void Name(MarkingView? marking, IEnumerable<GoodsLine> goods)
    {
        var its = marking?.Lines.FirstOrDefault(l => l.Line == Line);
        var line = goods.FirstOrDefault(g => g.Number == Line);
        Goods = $"Line {Line}" + (line is null ? "" : $": {Customs.InWords.Goods(line)}");
        Hint =
            $"Not marked yet: {Officer.Wording.Amount(its?.Unmarked ?? 0)}"
            + (its?.Serials.Count > 0 ? $" ({string.Join(", ", its.Serials)})" : "")
            + ". Leave it empty if nothing of this line is meant.";
    }

    private static IEnumerable<CountedLine> Counted(IEnumerable<CountedLine> lines) =>
        lines.Where(l => l.Amount is not null);
}
