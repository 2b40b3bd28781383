using System.Diagnostics;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Endurance;

/// <summary>Two acts at the same moment, each sent to another process. After each round nothing unlawful stands in the database, and
/// whoever lost was told.</summary>
public sealed class Races : IDisposable
{
    private readonly Lawful _lawful;
    private readonly FrontDoor _one;
    private readonly FrontDoor _other;

    private Races(Site site)
    {
        _lawful = new Lawful(site.Casework);
        _one = new FrontDoor(site.Nodes[0].Address);
        _other = new FrontDoor(site.Nodes[1].Address);
    }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    /// <param name="only">Part of the names of the races to be run; empty: all.</param>
    /// <returns>Whether everything held.</returns>
    public static async Task<bool> Run(
        DatabaseProvider provider,
        int rounds,
        string only,
        TextWriter output,
        CancellationToken cancel
    )
    {
        await using var site = await Site.Open(provider, 2, durable: false, cancel);
        using var races = new Races(site);
        var held = true;
        foreach (
            var (name, race) in new (string, Func<Task<string>>)[]
            {
                ("issue against withdrawal of a notice", races.IssueAgainstWithdrawal),
                ("issue against withdrawal of a notice from its own case", races.IssueAgainstWithdrawalThere),
                (
                    "answer on a transit against withdrawal of the application",
                    races.NoticeAgainstWithdrawalOfApplication
                ),
                ("issue against revocation of the import authorisation", races.IssueAgainstRevocation),
                ("confirmation from the register against a suspension there", races.ConfirmationAgainstSuspension),
                ("issue against the end of a landlocked arrangement", races.IssueAgainstEndOfArrangement),
                ("two issues for the last items on one authorisation", races.TwoIssuesForTheLastItems),
                ("two officers deciding one case", races.TwoOfficersDecide),
                ("the same act sent twice under one key", races.OneKeyTwice),
                ("a deadline passing while the answer arrives", races.DeadlineWhileAnswerArrives),
            }.Where(r => r.Item1.Contains(only, StringComparison.OrdinalIgnoreCase))
        )
            held &= await Rounds(provider, name, race, rounds, output, cancel);
        var broken = await Invariants.Broken(site.Casework, cancel);
        foreach (var line in broken)
            await output.WriteLineAsync($"{provider}: BROKEN: {line}");
        return held && broken.Count == 0;
    }

    private static async Task<bool> Rounds(
        DatabaseProvider provider,
        string name,
        Func<Task<string>> race,
        int rounds,
        TextWriter output,
        CancellationToken cancel
    )
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var began = Stopwatch.GetTimestamp();
        for (var round = 1; round <= rounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var outcome = await race();
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            }
            catch (UnlawfulException unlawful)
            {
                await output.WriteLineAsync($"{provider}: {name}: UNLAWFUL in round {round}: {unlawful.Message}");
                return false;
            }
        }
        var how = string.Join(", ", outcomes.Select(o => $"{o.Value} times {o.Key}"));
        await output.WriteLineAsync(
            $"{provider}: {name}: {rounds} rounds held in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s ({how})"
        );
        return true;
    }

    private async Task<string> IssueAgainstWithdrawal()
    {
        var open = await _lawful.BeforeDecision(_lawful.NewNumber(), "QP");
        var request = await _lawful.Request(open.CaseId, "QP");
        var (senior, there) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("correspondent@qp.example"));

        var (decided, withdrawn) = await AtOnce(
            () => senior.Decide(open.CaseId, open.Version, "grant", null),
            () => there.WithdrawNotice(request, "It has thought better of it.")
        );

        Lawfully(withdrawn.IsDone, $"the withdrawal was refused with {withdrawn.Status}");
        return await NoLicenceInForce(open.CaseId, decided);
    }

    private async Task<string> IssueAgainstWithdrawalThere()
    {
        var open = await _lawful.BeforeDecision(_lawful.NewNumber(), Lawful.Tarnland);
        var transit = await TransitOf(open.CaseId);
        var (senior, there) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("officer@qt.example"));

        var (decided, withdrawn) = await AtOnce(
            () => senior.Decide(open.CaseId, open.Version, "grant", null),
            () => there.WithdrawOwnNotice(transit.Id, "It has thought better of it.")
        );

        Lawfully(withdrawn.IsDone, $"the withdrawal was refused with {withdrawn.Status}");
        return await NoLicenceInForce(open.CaseId, decided);
    }

    private async Task<string> NoticeAgainstWithdrawalOfApplication()
    {
        var open = await _lawful.Confirmed(_lawful.NewNumber(), Lawful.Tarnland);
        var recommended = await _lawful.NoticeRecommended(open.CaseId);
        var (there, halden) = (await _one.SignIn("senior@qt.example"), await _other.SignIn("halden@qm.example"));

        var (given, withdrawn) = await AtOnce(
            () => there.DecideNotice(recommended.CaseId, recommended.Version),
            () => halden.Withdraw(open.CaseId, "The buyer has cancelled.")
        );

        Lawfully(withdrawn.IsDone, $"the withdrawal was refused with {withdrawn.Status}");
        var transit = await TransitOf(open.CaseId);
        await using var db = _lawful.Database.Open();
        var notices = await db.ExchangeDocuments.CountAsync(d =>
            d.CaseId == open.CaseId && d.Kind == ExchangeKind.NoObjection
        );
        Lawfully(notices == (given.IsDone ? 1 : 0), $"the answer was {given.Status}, and there are {notices} notices");
        Lawfully(transit.PermittedActs.Length == 0, $"the transit stands at {transit.PositionName}");
        Lawfully(
            transit.Status == (given.IsDone ? CaseStatus.Granted : CaseStatus.Withdrawn),
            $"the answer was {given.Status}, and the transit is {transit.Status}"
        );
        Lawfully(given.IsDone || given.Status == 409, $"the loser was answered {given.Status}");
        return given.IsDone ? "given and closed" : "not given, told by 409";
    }

    private async Task<Case> TransitOf(Guid asking)
    {
        await using var db = _lawful.Database.Open();
        return await db.Cases.AsNoTracking().SingleAsync(c => c.AskedInCaseId == asking);
    }

    private async Task<string> IssueAgainstRevocation()
    {
        var open = await _lawful.BeforeDecision(_lawful.NewNumber());
        var request = await _lawful.Request(open.CaseId, "QN");
        var (senior, there) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("correspondent@qn.example"));

        var (decided, revoked) = await AtOnce(
            () => senior.Decide(open.CaseId, open.Version, "grant", null),
            () => there.RevokeImport(request, "Taken back.")
        );

        Lawfully(revoked.IsDone, $"the revocation was refused with {revoked.Status}");
        return await NoLicenceInForce(open.CaseId, decided);
    }

    private async Task<string> ConfirmationAgainstSuspension()
    {
        var (import, number) = await _lawful.Authorised();
        var asking = await _lawful.Submitted(number);
        var request = await _lawful.Request(asking.CaseId, "QN");
        var (there, officer) = (
            await _one.SignIn("correspondent@qn.example"),
            await _other.SignIn("officer@qn.example")
        );

        var (confirmed, suspended) = await AtOnce(
            () => there.ConfirmImport(request, new System.Text.Json.Nodes.JsonObject()),
            () => officer.SuspendLicence(import, "A question of the police.")
        );

        Lawfully(suspended.IsDone, $"the suspension was refused with {suspended.Status}");
        await using var db = _lawful.Database.Open();
        var said = await db
            .ExchangeDocuments.AsNoTracking()
            .Where(d => d.Authorisation == number && d.Statement != null)
            .OrderByDescending(d => d.Statement)
            .FirstOrDefaultAsync();
        Lawfully(
            said?.Kind != ExchangeKind.ImportConfirmation,
            "the last word is a confirmation of an authorisation that is suspended"
        );
        return confirmed.IsDone ? "confirmed and taken back" : $"not confirmed, told by {confirmed.Status}";
    }

    private async Task<string> IssueAgainstEndOfArrangement()
    {
        var arrangement = await _lawful.Arrangement();
        var open = await _lawful.BeforeDecisionUnderAnArrangement(_lawful.NewNumber());
        var (senior, officer) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("officer@qm.example"));
        var today = (await _lawful.Person("officer@qm.example")).Today;

        var (decided, ended) = await AtOnce(
            () => senior.Decide(open.CaseId, open.Version, "grant", null),
            () => officer.EndArrangement(arrangement, today, "Denounced.")
        );

        Lawfully(ended.IsDone, $"the end was refused with {ended.Status}");
        return await NoLicenceInForce(open.CaseId, decided);
    }

    private async Task<string> NoLicenceInForce(Guid caseId, Answer decided)
    {
        await using var db = _lawful.Database.Open();
        var licence = await db.Licences.AsNoTracking().SingleOrDefaultAsync(l => l.CaseId == caseId);
        Lawfully(
            decided.IsDone == licence is not null,
            $"the decision answered {decided.Status}, licence: {licence?.Number}"
        );
        Lawfully(licence is not { Status: LicenceStatus.InForce }, "the licence is in force without what it rests on");
        return decided.IsDone ? "issued and suspended" : $"not issued, told by {decided.Status}";
    }

    private async Task<string> TwoIssuesForTheLastItems()
    {
        var number = _lawful.NewNumber();
        var (first, second) = (await _lawful.BeforeDecision(number), await _lawful.BeforeDecision(number));
        var (one, other) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("senior2@qm.example"));

        var (a, b) = await AtOnce(
            () => one.Decide(first.CaseId, first.Version, "grant", null),
            () => other.Decide(second.CaseId, second.Version, "grant", null)
        );

        await using var db = _lawful.Database.Open();
        var taken = (await db.Reservations.AsNoTracking().Where(r => r.Authorisation == number).ToListAsync()).Sum(r =>
            r.Amount
        );
        Lawfully(taken <= 40, $"{taken} are reserved on an authorisation for 40");
        Lawfully(a.IsDone || b.IsDone, $"neither was issued: {a.Status} and {b.Status}");
        Lawfully(a.IsDone != b.IsDone, "both were issued");
        var loser = a.IsDone ? b : a;
        Lawfully(loser.Status is 422 or 409, $"the loser was answered {loser.Status}");
        return $"one issued, the other told by {loser.Status}";
    }

    private async Task<string> TwoOfficersDecide()
    {
        var open = await _lawful.BeforeDecision(_lawful.NewNumber());
        var (one, other) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("senior2@qm.example"));

        var (a, b) = await AtOnce(
            () => one.Decide(open.CaseId, open.Version, "grant", null),
            () => other.Decide(open.CaseId, open.Version, "grant", null)
        );

        await using var db = _lawful.Database.Open();
        var decisions = await db.Decisions.AsNoTracking().CountAsync(d => d.CaseId == open.CaseId);
        Lawfully(decisions == 1, $"{decisions} decisions");
        Lawfully(a.IsDone != b.IsDone, $"the answers were {a.Status} and {b.Status}");
        var loser = a.IsDone ? b : a;
        Lawfully(loser.Status == 409, $"the loser was answered {loser.Status}");
        return "one decided, the other told by 409";
    }

    private async Task<string> OneKeyTwice()
    {
        var open = await _lawful.BeforeDecision(_lawful.NewNumber());
        var (one, other) = (await _one.SignIn("senior@qm.example"), await _other.SignIn("senior@qm.example"));
        var key = Guid.NewGuid().ToString();

        var (a, b) = await AtOnce(
            () => one.Decide(open.CaseId, open.Version, "grant", null, key),
            () => other.Decide(open.CaseId, open.Version, "grant", null, key)
        );

        await using var db = _lawful.Database.Open();
        var decisions = await db.Decisions.AsNoTracking().CountAsync(d => d.CaseId == open.CaseId);
        Lawfully(decisions == 1, $"{decisions} decisions");
        Lawfully(a.IsDone && b.IsDone, $"the answers were {a.Status} and {b.Status}");
        Lawfully(a.Json.GetRawText() == b.Json.GetRawText(), "the two answers differ");
        return "done once, answered alike";
    }

    private async Task<string> DeadlineWhileAnswerArrives()
    {
        var open = await _lawful.Confirmed(_lawful.NewNumber(), "QP");
        var request = await _lawful.Request(open.CaseId, "QP");
        await using var db = _lawful.Database.Open();
        // The last day was yesterday; nobody has noted it yet.
        await db
            .DueTimes.Where(d => d.CaseId == open.CaseId && d.Kind == DueKind.TransitNotices && d.SettledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
        var there = await _one.SignIn("correspondent@qp.example");
        var notice = System.Text.Json.Nodes.JsonNode.Parse(Casework.Wire.Write(Lawful.Notice().NoObjection))!;

        var (answered, _) = await AtOnce(
            () => there.GiveNotice(request, notice),
            async () =>
            {
                await _lawful.Act<PassDeadline>().ResumeWhatIsDue(TimeProvider.System.GetUtcNow(), default);
                return true;
            },
            // The answer has the longer way: over HTTP.
            otherStartsUpTo: 15_000
        );

        var found = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == open.CaseId);
        var moves = await db
            .AuditTrail.AsNoTracking()
            .Where(e => e.CaseId == open.CaseId && e.Event == "ProcedureMoved")
            .CountAsync();
        var passed = await db
            .AuditTrail.AsNoTracking()
            .CountAsync(e => e.CaseId == open.CaseId && e.Event == "DeadlinePassed");
        Lawfully(answered.IsDone, $"the notice was refused with {answered.Status}");
        Lawfully(found.Position == "await-recommendation", $"the case stands at {found.Position}");
        // Waiting for the importing State, for the transit State, with the officer.
        Lawfully(moves == 3, $"the case moved {moves} times");
        Lawfully(passed <= 1, $"the last day passed {passed} times");
        Lawfully(
            !await db.DueTimes.AnyAsync(d =>
                d.CaseId == open.CaseId && d.Kind != DueKind.Decision && d.SettledAt == null
            ),
            "a due time is still running"
        );
        return passed == 1 ? "the day passed first" : "the answer came first";
    }

    // Now one, now the other has a head start, in microseconds, so that they meet at every place.
    private static async Task<(TA, TB)> AtOnce<TA, TB>(
        Func<Task<TA>> one,
        Func<Task<TB>> other,
        int otherStartsUpTo = 3_000
    )
    {
        var ahead = Random.Shared.Next(-otherStartsUpTo, 3_001);
        var a = Later(one, Math.Max(0, ahead));
        var b = Later(other, Math.Max(0, -ahead));
        return (await a, await b);
    }

    private static Task<T> Later<T>(Func<Task<T>> act, int microseconds) =>
        Task.Run(async () =>
        {
            var until = Stopwatch.GetTimestamp() + microseconds * (Stopwatch.Frequency / 1_000_000);
            while (Stopwatch.GetTimestamp() < until)
                Thread.SpinWait(20);
            return await act();
        });

    private static void Lawfully(bool held, string otherwise)
    {
        if (!held)
            throw new UnlawfulException(otherwise);
    }

    private sealed class UnlawfulException(string message) : Exception(message);
}
