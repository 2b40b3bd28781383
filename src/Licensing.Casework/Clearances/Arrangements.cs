using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>A landlocked arrangement as sent.</summary>
public sealed record ArrangementGiven
{
    public string? LandlockedState { get; init; }
    public string? Gateway { get; init; }
    public string? Instrument { get; init; }
    public string? Clause { get; init; }
    public IReadOnlyList<GoodsClass> Goods { get; init; } = [];
    public IReadOnlyList<TransitDirection> Directions { get; init; } = [];

    /// <summary>First day, included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included; open when left out.</summary>
    public DateOnly? To { get; init; }
}

public sealed record ArrangementReceipt(Guid ArrangementId, bool Confirmed);

/// <summary>The exporting State's records of arrangements that favour landlocked States (Art. 10(2)(b)). One officer records, a
/// second confirms; an unconfirmed record clears nothing.</summary>
public sealed class Arrangements(ActRunner acts, IProcedures procedures)
{
    /// <summary>In years.</summary>
    private const int Longest = 50;

    public Task<ArrangementReceipt> Record(Acting acting, ArrangementGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record a landlocked arrangement",
            given,
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var arrangement = await Read(act, given);
                var record = new ArrangementRecord
                {
                    Id = Guid.CreateVersion7(act.Now),
                    KeptBy = acting.State,
                    Arrangement = arrangement,
                    RecordedBy = acting.PersonId,
                    RecordedAt = act.Now,
                    Version = Guid.CreateVersion7(),
                };
                act.Db.Arrangements.Add(record);
                act.Audit(
                    new ArrangementRecorded(
                        arrangement.LandlockedState.Code,
                        arrangement.Gateway.Code,
                        arrangement.Instrument
                    )
                );
                return new ArrangementReceipt(record.Id, false);
            },
            cancel
        );

    public Task<ArrangementReceipt> Confirm(Acting acting, Guid id, CancellationToken cancel) =>
        acts.Run(
            acting,
            "confirm a landlocked arrangement",
            new { id },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var record = await Find(act, id);
                if (record.ConfirmedAt is not null || record.EndedAt is not null)
                    throw new ChangedException(
                        $"This arrangement has already been {(record.ConfirmedAt is null ? "rejected" : "confirmed")}."
                    );
                FourEyes.Require(record.RecordedBy, acting.PersonId, "confirm", "recorded");
                (record.ConfirmedBy, record.ConfirmedAt) = (acting.PersonId, act.Now);
                Act.Touch(record);
                Act.Touch(await act.Db.States.SingleAsync(s => s.Code == acting.State, cancel));
                var a = record.Arrangement;
                act.Audit(new ArrangementConfirmed(a.LandlockedState.Code, a.Gateway.Code, a.Instrument));
                return new ArrangementReceipt(id, true);
            },
            cancel
        );

    /// <summary>Ends an arrangement that has been denounced, has changed or was recorded in error; one that nobody has confirmed yet is
    /// rejected. One officer is enough, since it can only stop something. Licences that rest on it beyond its last day are suspended
    /// in the same act.</summary>
    /// <param name="lastDay">Last day on which it applies, included. Not needed for one that was never confirmed.</param>
    public Task<ArrangementReceipt> End(
        Acting acting,
        Guid id,
        DateOnly? lastDay,
        string? because,
        CancellationToken cancel
    ) =>
        acts.Run(
            acting,
            "end a landlocked arrangement",
            new
            {
                id,
                lastDay,
                because,
            },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var record = await Find(act, id);
                if (record.EndedAt is not null)
                    throw new ChangedException("This arrangement has already been ended or rejected.");
                var a = record.Arrangement;
                var problems = new Problems();
                var reason = problems.Text("reason", because, "the reason", 1000);
                if (record.ConfirmedAt is not null)
                    problems.Required("lastDay", lastDay, "the last day on which it applies");
                if (record.ConfirmedAt is not null && lastDay < a.From.AddDays(-1))
                    problems.Add(
                        "lastDay",
                        $"It began on {a.From:yyyy-MM-dd}: if it never applied, give the day before that."
                    );
                if (lastDay > acting.Today.AddYears(Longest))
                    problems.Add("lastDay", $"The last day is more than {Longest} years ahead.");
                if (a.To < lastDay)
                    problems.Add("lastDay", $"It ends on {a.To:yyyy-MM-dd} by itself: give an earlier day.");
                problems.ThrowIfAny();
                (record.EndedBy, record.EndedAt, record.EndedBecause) = (acting.PersonId, act.Now, reason);
                // Whoever confirms it at this moment, or the other way round, must see this.
                Act.Touch(record);
                if (record.ConfirmedAt is null)
                {
                    act.Audit(new ArrangementRejected(a.LandlockedState.Code, a.Gateway.Code, a.Instrument, reason));
                    return new ArrangementReceipt(id, false);
                }
                record.EndsOn = lastDay;
                Act.Touch(await act.Db.States.SingleAsync(s => s.Code == acting.State, cancel));
                act.Audit(
                    new ArrangementEnded(a.LandlockedState.Code, a.Gateway.Code, a.Instrument, lastDay!.Value, reason)
                );
                await GroundLost.SuspendWhatRestsOn(act, record, procedures);
                return new ArrangementReceipt(id, true);
            },
            cancel
        );

    private static async Task<ArrangementRecord> Find(Act act, Guid id) =>
        await act.Db.Arrangements.SingleOrDefaultAsync(a => a.Id == id && a.KeptBy == act.Acting.State, act.Cancel)
        ?? throw new NotFoundException("arrangement");

    private static async Task<LandlockedArrangement> Read(Act act, ArrangementGiven given)
    {
        var problems = new Problems();
        var instrument = problems.Text("instrument", given.Instrument, "the instrument", 300);
        var clause = problems.Text("clause", given.Clause, "the clause", 300);
        var from = problems.Required("from", given.From, "the first day on which it applies");
        if (given.Goods.Count == 0)
            problems.Add("goods", "Say which goods it covers.");
        if (given.Directions.Count == 0)
            problems.Add("directions", "Say in which direction it applies.");
        if (given.To < given.From)
            problems.Add("to", "The last day is before the first.");
        if (given.From < act.Acting.Today.AddYears(-100) || given.From > act.Acting.Today.AddYears(Longest))
            problems.Add(
                "from",
                $"The first day is more than a hundred years ago, or more than {Longest} years ahead."
            );
        if (!Country.TryParse(given.Gateway, out var gateway))
            problems.Add("gateway", "Give the State through which the goods pass as a two-letter code.");
        else if (!await act.Db.States.AnyAsync(s => s.Code == gateway, act.Cancel))
            problems.Add("gateway", $"{gateway} is not in the directory of States.");
        else if (gateway.Code.Equals(given.LandlockedState?.Trim(), StringComparison.OrdinalIgnoreCase))
            problems.Add("gateway", "The goods pass through another State than the landlocked one.");
        if (!Country.TryParse(given.LandlockedState, out var landlocked))
            problems.Add("landlockedState", "Give the landlocked State as a two-letter code.");
        else if (!await act.Db.States.AnyAsync(s => s.Code == landlocked && s.IsLandlocked, act.Cancel))
            problems.Add("landlockedState", $"{landlocked} is not a landlocked State in the directory.");
        problems.ThrowIfAny();
        return new LandlockedArrangement(
            landlocked!,
            gateway!,
            instrument,
            clause,
            [.. given.Goods.Distinct()],
            [.. given.Directions.Distinct()],
            from,
            given.To
        );
    }
}
