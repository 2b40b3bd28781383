using Licensing.Casework;
using Licensing.Casework.Audit;

namespace Licensing.Web.Portal.Auditor;

/// <summary>Lines of the history with the legal days of the State that keeps it.</summary>
/// <param name="WithLinks">Whether a line leads to its case.</param>
public sealed record HistoryByDay(IReadOnlyList<HistoryLine> Lines, string TimeZone, bool WithLinks)
{
    /// <summary>In the order of the lines; a day begins where the day of the lines changes.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<HistoryLine> Lines)> Days
    {
        get
        {
            for (var i = 0; i < Lines.Count; )
            {
                var day = LegalDay.Of(Lines[i].At, TimeZone);
                var same = Lines.Skip(i).TakeWhile(line => LegalDay.Of(line.At, TimeZone) == day).ToList();
                yield return (day, same);
                i += same.Count;
            }
        }
    }
}
