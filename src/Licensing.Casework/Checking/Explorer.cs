using System.Diagnostics;
using Licensing.Domain.Policies;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>An invariant that does not hold, and the shortest story that leads there.</summary>
public sealed record Violation(string Invariant, string Why, IReadOnlyList<string> Story)
{
    public override string ToString() => $"{Invariant} {Why}\n  {string.Join(";\n  ", Story)}.";
}

/// <summary>What was found in one universe.</summary>
public sealed record Exploration(int States, long Transitions, TimeSpan Took, IReadOnlyList<Violation> Violations);

/// <summary>Visits every state that can be reached, the nearest first, so that what is found first has the shortest story.</summary>
/// <param name="keepAll">Keep also the worlds that are like one visited before, for <see cref="ToldTooLittle"/>.</param>
internal sealed class Explorer(
    Universe universe,
    ProcedureDefinition export,
    ProcedureDefinition? import,
    PolicyProfile profile,
    Rules rules,
    bool keepAll = false
)
{
    private const int AtATime = 512;

    private readonly IReadOnlyList<Event> _events = Events.Of(universe);
    private readonly Contents _contents = new();
    private Fingerprint _fingerprint = null!;
    private readonly Dictionary<UInt128, int> _seen = [];
    private readonly List<State> _states = [];
    private readonly List<Edge> _edges = [];
    private readonly List<(int State, World World)> _again = [];
    private readonly List<(Invariant Invariant, string Why, int After, int Event, int Day)> _found = [];

    /// <param name="Positions">Where each case stands, and whether it has ended there.</param>
    private readonly record struct State(int Before, short Event, int Day, Standing[] Positions);

    private readonly record struct Standing(string? Position, bool HasEnded);

    private readonly record struct Edge(int From, int To, By By);

    private sealed record Next(int Event, World World, UInt128 Key, bool IsKnown, List<(Invariant, string)> Broken);

    public Exploration Run()
    {
        var watch = Stopwatch.StartNew();
        _fingerprint = new Fingerprint(universe, _contents);
        var beginning = universe.Beginning(export, import, profile);
        Visit(_fingerprint.Of(beginning), beginning, -1, -1);
        List<(int Index, World World)> level = [(0, beginning)];
        while (level.Count > 0 && _found.Count == 0)
        {
            List<(int, World)> next = [];
            foreach (var some in level.Chunk(AtATime))
            {
                var followed = some.AsParallel().AsOrdered().Select(s => (s.Index, Next: Follow(s.World))).ToList();
                foreach (var (from, turns) in followed)
                foreach (var turn in turns)
                {
                    foreach (var (invariant, why) in turn.Broken)
                        _found.Add((invariant, why, from, turn.Event, turn.World.Today.DayNumber));
                    if (!_seen.TryGetValue(turn.Key, out var to))
                    {
                        to = Visit(turn.Key, turn.World, from, turn.Event);
                        next.Add((to, turn.World));
                    }
                    else if (keepAll)
                        _again.Add((to, turn.World));
                    _edges.Add(new Edge(from, to, _events[turn.Event].By));
                }
            }
            level = next;
        }
        var violations = _found.DistinctBy(f => f.Invariant).Select(Violation).ToList();
        if (violations.Count == 0)
            violations.AddRange(WhereNothingHelps());
        return new Exploration(_states.Count, _edges.Count, watch.Elapsed, violations);
    }

    /// <summary>Follows every world that was taken to be one visited before, and looks whether it leads to the same ones.</summary>
    /// <returns>The story to a world that its fingerprint tells too little of; null when there is none.</returns>
    public IReadOnlyList<string>? ToldTooLittle()
    {
        var after = _edges.ToLookup(e => e.From, e => e.To);
        foreach (var (state, world) in _again)
        {
            // That nothing came of something leads nowhere else.
            var nexts = Follow(world).Select(n => (n.Event, To: _seen.GetValueOrDefault(n.Key, -1))).ToList();
            var here = nexts.Where(n => n.To != state && !after[state].Contains(n.To)).Select(n => n.Event);
            var there = after[state]
                .Where(s => s != state && nexts.TrueForAll(n => n.To != s))
                .Select(s => (int)_states[s].Event);
            if (here.Concat(there).Select(e => _events[e].Sentence).FirstOrDefault() is { } only)
                return [.. Story(state), $"then only in one of two worlds: {only}"];
        }
        return null;
    }

    private List<Next> Follow(World world)
    {
        var nexts = new List<Next>();
        for (var e = 0; e < _events.Count; e++)
        {
            if (!_events[e].May(world))
                continue;
            var turn = new Turn(world.Copy(), rules, _contents);
            if (!Happens(_events[e], turn))
                continue;
            turn.Settled(universe.Papers || universe.Silence);
            var key = _fingerprint.Of(turn.World);
            nexts.Add(new Next(e, turn.World, key, _seen.ContainsKey(key), [.. Judge.Of(world, turn)]));
        }
        return nexts;
    }

    // What the product refuses halfway has not happened: its transaction is not committed.
    private static bool Happens(Event happening, Turn turn)
    {
        try
        {
            return happening.Try(turn);
        }
        catch (Exception refusal) when (Turn.IsRefusal(refusal))
        {
            return false;
        }
    }

    private int Visit(UInt128 key, World world, int before, int by)
    {
        _seen[key] = _states.Count;
        _states.Add(
            new State(
                before,
                (short)by,
                world.Today.DayNumber,
                [.. world.Cases.Select(c => new Standing(c.Instance?.Position, c.HasEnded))]
            )
        );
        return _states.Count - 1;
    }

    private Violation Violation((Invariant Invariant, string Why, int After, int Event, int Day) found) =>
        new(
            $"{found.Invariant.Number}. {found.Invariant.Text}",
            found.Why,
            [.. Story(found.After), .. Sentence(found.Event, found.Day)]
        );

    private List<string> Story(int state)
    {
        var sentences = new List<string>();
        for (var at = state; at > 0; at = _states[at].Before)
            sentences.InsertRange(0, Sentence(_states[at].Event, _states[at].Day));
        return sentences;
    }

    // Days pass between the sentences.
    private IEnumerable<string> Sentence(int by, int day) =>
        _events[by].Sentence.Length == 0 ? [] : [$"day {day - Universe.Day0.DayNumber}: {_events[by].Sentence}"];

    // Both are about what our own people and the calendar can do: another State may be silent for ever.
    private IEnumerable<Violation> WhereNothingHelps()
    {
        var into = _edges.Where(e => e.By != By.AnotherState).ToLookup(e => e.To, e => e.From);
        for (var c = 0; c < _states[0].Positions.Length; c++)
        {
            var (it, ended) = (c, new bool[_states.Count]);
            for (var s = 0; s < _states.Count; s++)
                ended[s] = _states[s].Positions[it].HasEnded;
            var left = (bool[])ended.Clone();
            if (Stuck(into, ended, it) is { } noEnd)
                yield return new Violation(
                    $"{Invariant.Ends.Number}. {Invariant.Ends.Text}",
                    $"From \"{_states[noEnd].Positions[it].Position}\" the case cannot end any more.",
                    [.. Story(noEnd)]
                );
            foreach (var edge in _edges.Where(e => e.By != By.AnotherState))
                left[edge.From] |= _states[edge.From].Positions[it] != _states[edge.To].Positions[it];
            if (Stuck(into, left, it) is { } wait)
                yield return new Violation(
                    $"{Invariant.Waits.Number}. {Invariant.Waits.Text}",
                    $"At \"{_states[wait].Positions[it].Position}\" nothing that we can do, and no day, ends the wait.",
                    [.. Story(wait)]
                );
        }
    }

    /// <returns>The nearest state from which none of the good ones can be reached; null when there is none. A case that nobody has submitted waits
    /// for nothing.</returns>
    private int? Stuck(ILookup<int, int> into, bool[] good, int c)
    {
        var open = new Stack<int>(Enumerable.Range(0, good.Length).Where(s => good[s]));
        while (open.TryPop(out var s))
            foreach (var before in into[s].Where(b => !good[b]))
            {
                good[before] = true;
                open.Push(before);
            }
        for (var s = 0; s < good.Length; s++)
            if (!good[s] && _states[s].Positions[c].Position is not null)
                return s;
        return null;
    }
}
