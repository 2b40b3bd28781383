using System.Threading.Channels;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Procedures;

/// <summary>The cases that an engine outside has to carry on: announced in this process as soon as the act is committed, and to be found in
/// the database by every node, for what no announcement reached.</summary>
public sealed class MovingCases(Database database)
{
    private readonly Channel<Guid> _announced = Channel.CreateUnbounded<Guid>();

    /// <summary>Read by whoever carries cases on. Nothing depends on it but how soon.</summary>
    public ChannelReader<Guid> Announced => _announced.Reader;

    internal void Announce(IEnumerable<Guid> cases)
    {
        foreach (var id in cases)
            _announced.Writer.TryWrite(id);
    }

    /// <summary>Those that have been moving for longer, the longest first.</summary>
    public async Task<IReadOnlyList<Guid>> Since(DateTimeOffset before, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db
            .Cases.Where(c => c.MovingSince <= before)
            .OrderBy(c => c.MovingSince)
            .Select(c => c.Id)
            .Take(most)
            .ToListAsync(cancel);
    }

    /// <summary>Waits until nothing moves any more that an act has set off.</summary>
    /// <param name="act">See <see cref="Acts.Acting.ActId"/>.</param>
    /// <returns>Whether all of it rests; otherwise something still moves.</returns>
    public async Task<bool> Rest(Guid act, TimeSpan patience, CancellationToken cancel)
    {
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        for (var pause = 5; ; pause = Math.Min(100, pause * 2))
        {
            if (!await Moves(act, cancel))
                return true;
            if (Environment.TickCount64 >= until)
                return false;
            await Task.Delay(pause, cancel);
        }
    }

    /// <summary>The answer to an act of an officer, after it has come to rest.</summary>
    /// <param name="state">Of the officer: another State's case is answered as before.</param>
    public async Task<CaseReceipt> Anew(CaseReceipt receipt, Country state, CancellationToken cancel)
    {
        await using var db = database.Open();
        var own = await db
            .Cases.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == receipt.CaseId && c.State == state, cancel);
        return own is null ? receipt : receipt.Of(own);
    }

    private async Task<bool> Moves(Guid act, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Cases.AnyAsync(
            c =>
                c.MovingSince != null
                && (
                    db.ProcedureInstances.Any(i => i.CaseId == c.Id && i.ActId == act)
                    || db.ProcedureStimuli.Any(s => s.CaseId == c.Id && s.ActId == act)
                ),
            cancel
        );
    }
}
