using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Storage;
using Licensing.Journey;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Two engines are the same system: the same acts and the same days, drawn at random, are answered alike and leave the same cases,
/// passages and histories.</summary>
/// <param name="embedded">On the embedded engine.</param>
/// <param name="other">On the engine that is compared with it.</param>
public abstract class SameTrace(RunningDemo embedded, RunningDemo other) : JourneyTests(other)
{
    private const int Acts = 28;

    /// <summary>How many sequences are drawn.</summary>
    protected virtual int Sequences => 6;

    [Fact]
    public async Task Random_acts_and_deadlines_are_answered_alike_and_leave_the_same_trace()
    {
        for (var seed = 1; seed <= Sequences; seed++)
        {
            await using var one = await Fresh(embedded);
            await using var two = await Fresh(other);
            await Compare(one, two, seed);
        }
    }

    private static async Task Compare(RunningDemo one, RunningDemo two, int seed)
    {
        var (left, right) = (new Walk(one, seed), new Walk(two, seed));
        await Task.WhenAll(left.Begin(), right.Begin());
        var random = new Random(seed);
        for (var number = 1; number <= Acts; number++)
        {
            var act = left.Next(random);
            var (here, there) = (await left.Do(act), await right.Do(act));
            Assert.True(
                here == there,
                $"Sequence {seed}, after {string.Join(", ", left.Done)}:\n  embedded: {here}\n  other:    {there}"
            );
        }
        Assert.Equal(await left.Trace(), await right.Trace());
    }

    private static Task<RunningDemo> Fresh(RunningDemo like) => like.Another();

    /// <summary>One export through a transit State that answers by correspondents and one that has a case of its own.</summary>
    private sealed class Walk(RunningDemo demo, int seed)
    {
        private OpenCase open = null!;
        private Lawful lawful = null!;
        private string stands = "";

        public List<string> Done { get; } = [];

        public async Task Begin()
        {
            lawful = new Lawful(demo)
            {
                Through = ["QP", "QT"],
                Number = $"QN-S-{seed:0000}",
                NoticeFrom = demo.Today,
            };
            open = await lawful.Submitted();
            stands = await open.Stands();
        }

        // Mostly what comes next, so that sequences get far; else anything.
        public string Next(Random random)
        {
            string[] likely = stands.Split(": ")[1] switch
            {
                "Waiting for the importing State" => ["confirm", "confirm", "deny", "deadline"],
                "Waiting for the transit States" =>
                [
                    "notify",
                    "recommend-notice",
                    "recommend-notice",
                    "decide-notice",
                    "decide-notice",
                    "decide-notice",
                    "object",
                    "deadline",
                ],
                "With a licensing officer" =>
                [
                    "recommend",
                    "recommend",
                    "refuse",
                    "ask-importing",
                    "ask-transit",
                    "ask",
                ],
                "Waiting for the decision" => ["decide", "decide", "decide", "return"],
                "Licence in force" =>
                [
                    "declare",
                    "release",
                    "leave",
                    "receive",
                    "suspend",
                    "revoke-import",
                    "withdraw-notice",
                ],
                "Licence suspended" =>
                [
                    "propose",
                    "reinstate",
                    "confirm",
                    "recommend-notice",
                    "decide-notice",
                    "notify",
                ],
                "Refused, open to appeal" => ["appeal", "reopen", "deadline"],
                _ => [],
            };
            return likely.Length > 0 && random.Next(100) < 75
                ? likely[random.Next(likely.Length)]
                : All[random.Next(All.Length)];
        }

        private static readonly string[] All =
        [
            "confirm",
            "deny",
            "revoke-import",
            "notify",
            "object",
            "withdraw-notice",
            "recommend-notice",
            "recommend-objection",
            "decide-notice",
            "withdraw-own-notice",
            "recommend",
            "refuse",
            "decide",
            "return",
            "ask-importing",
            "ask-transit",
            "ask",
            "answer",
            "deadline",
            "suspend",
            "propose",
            "reinstate",
            "declare",
            "release",
            "leave",
            "receive",
            "surrender",
            "appeal",
            "reopen",
            "withdraw",
        ];

        /// <returns>What the act answered, and where the cases stand then.</returns>
        public async Task<string> Do(string act)
        {
            Done.Add(act);
            var answer = await Try(act);
            await demo.Rest();
            stands = await open.Stands();
            return $"{act}: {answer}; {stands}; {await Transits()}";
        }

        private async Task<string> Try(string act)
        {
            var officer = await demo.Officer;
            return act switch
            {
                "confirm" => await About("qn", lawful.Number, (d, r) => d.ConfirmImport(r, lawful.Confirmation())),
                "deny" => await About("qn", lawful.Number, (d, r) => d.DenyImport(r, "Not this importer.")),
                "revoke-import" => await About("qn", lawful.Number, (d, r) => d.RevokeImport(r, "It is withdrawn.")),
                "notify" => await About("qp", null, (d, r) => d.GiveNotice(r, lawful.Notice())),
                "object" => await About("qp", null, (d, r) => d.ObjectToTransit(r, "The port is closed.")),
                "withdraw-notice" => await About("qp", null, (d, r) => d.WithdrawNotice(r, "Unrest.")),
                "recommend-notice" => await RecommendNotice(
                    new JsonObject { ["kind"] = "no-objection", ["noObjection"] = lawful.Notice() }
                ),
                "recommend-objection" => await RecommendNotice(
                    new JsonObject { ["kind"] = "objection", ["reason"] = "Not through our port." }
                ),
                "decide-notice" => await InTransit("senior", (desk, id, seen) => desk.DecideNotice(id, seen)),
                "withdraw-own-notice" => await InTransit("officer", (desk, id, _) => desk.WithdrawOwnNotice(id, "No.")),
                "recommend" => await Recommend("grant"),
                "refuse" => await Recommend("refuse"),
                "decide" => await Decide(),
                "return" => Said(await (await demo.Senior).Return(open.Id, await open.Seen(), "Look again.")),
                "ask-importing" => Said(await officer.AskAgain(open.Id, "importing-state", "It has changed.")),
                "ask-transit" => Said(await officer.AskAgain(open.Id, "transit-states", "It has changed.")),
                "ask" => Said(await officer.AskApplicant(open.Id, "Who is the carrier?")),
                "answer" => await Answer(),
                "deadline" => await Deadline(),
                "suspend" => Said(await officer.SuspendLicence(open.Id, "News.")),
                "propose" => Said(await officer.ProposeReinstatement(open.Id, "It is cleared up.")),
                "reinstate" => Said(await (await demo.Senior).ReinstateLicence(open.Id, await open.Seen())),
                "declare" => Said(await (await demo.Halden).DeclareShipment(open.Id, open.Shipment(1, 40))),
                "release" => await WithShipment(async id => await open.Release(id)),
                "leave" => await WithShipment(id => open.Leave(id, 1, 40)),
                "receive" => await Receive(),
                "surrender" => Said(await (await demo.Halden).SurrenderLicence(open.Id, "The order was cancelled.")),
                "appeal" => Said(await (await demo.Halden).Appeal(open.Id, "The reason does not hold.")),
                "reopen" => Said(await (await demo.OtherSenior).Reopen(open.Id, "A new fact.")),
                "withdraw" => Said(await (await demo.Halden).Withdraw(open.Id, "The order was cancelled.")),
                _ => throw new InvalidOperationException($"There is no act {act}."),
            };
        }

        private static string Said(Answer answer) =>
            answer.IsDone
                ? answer.Status.ToString(CultureInfo.InvariantCulture)
                : string.Join(" / ", answer.Refusal!.InWords());

        private async Task<string> About(string state, string? authorisation, Func<Desk, Guid, Task<Answer>> act)
        {
            var desk = await demo.Of(state);
            return await desk.RequestAbout(open.Number, authorisation) is { } request
                ? Said(await act(desk, request))
                : "no request";
        }

        private Task<string> RecommendNotice(JsonObject answer) =>
            InTransit("officer", (desk, id, seen) => desk.RecommendNotice(id, seen, answer, "Nothing known."));

        private async Task<string> InTransit(string who, Func<Desk, Guid, Guid, Task<Answer>> act)
        {
            await using var db = demo.OpenDatabase();
            var own = await db
                .Cases.Where(c => c.AskedInCaseId == open.Id)
                .OrderByDescending(c => c.SubmittedAt)
                .FirstOrDefaultAsync();
            if (own is null)
                return "no case";
            var desk = await demo.Door.SignIn($"{who}@qt.example");
            return Said(await act(desk, own.Id, own.Version));
        }

        private async Task<string> Recommend(string verdict)
        {
            var officer = await demo.Officer;
            foreach (var rule in await open.OutstandingFlags())
                await officer.DisposeOfFlag(open.Id, rule, "explained", "The contract explains it.");
            var seen = await open.AsOfficer();
            return Said(
                await officer.Recommend(
                    open.Id,
                    seen.GetProperty("version").GetGuid(),
                    new Journey.Recommendation(
                        verdict,
                        "As far as known.",
                        verdict == "refuse" ? ["risk-of-diversion"] : null,
                        Checked: Desk.Checklist(seen)
                    )
                )
            );
        }

        private async Task<string> Decide()
        {
            var seen = await open.AsOfficer();
            var pending = seen.GetProperty("recommendations").EnumerateArray().LastOrDefault();
            var verdict =
                pending.ValueKind == JsonValueKind.Object ? pending.GetProperty("verdict").GetString()! : "grant";
            var text = verdict == "refuse" ? "Refused: the risk of diversion is too high. You may appeal." : null;
            return Said(
                await (await demo.Senior).Decide(open.Id, seen.GetProperty("version").GetGuid(), verdict, text)
            );
        }

        private async Task<string> Answer()
        {
            await using var db = demo.OpenDatabase();
            var asked = await db.InformationRequests.FirstOrDefaultAsync(r =>
                r.CaseId == open.Id && r.AnsweredAt == null
            );
            return asked is null
                ? "no question"
                : Said(await (await demo.Halden).AnswerTheAuthority(open.Id, asked.Id, "Blue Line Shipping."));
        }

        private async Task<string> Deadline()
        {
            await using var db = demo.OpenDatabase();
            var due = await db
                .DueTimes.Where(d => d.CaseId == open.Id && d.SettledAt == null)
                .OrderBy(d => d.DueAt)
                .FirstOrDefaultAsync();
            if (due is null)
                return "nothing is due";
            await demo.Pass(due.LastDay);
            return $"{due.Kind} {Lawful.Day(due.LastDay)}";
        }

        private async Task<string> WithShipment(Func<Guid, Task<Answer>> act)
        {
            await using var db = demo.OpenDatabase();
            var shipment = await db
                .Shipments.Where(s => s.CaseId == open.Id)
                .OrderByDescending(s => s.DeclaredAt)
                .FirstOrDefaultAsync();
            return shipment is null ? "no shipment" : Said(await act(shipment.Id));
        }

        private async Task<string> Receive()
        {
            var desk = await demo.Of("qn");
            if (await desk.RequestAbout(open.Number, null, "receipt-request") is null)
                return "no request";
            return Said(await open.Receive(1, 40));
        }

        private async Task<string> Transits()
        {
            await using var db = demo.OpenDatabase();
            var own = await db.Cases.Where(c => c.AskedInCaseId == open.Id).OrderBy(c => c.SubmittedAt).ToListAsync();
            return string.Join(", ", own.Select(c => $"{c.Number} {c.Status}: {c.PositionName} ({c.PermittedActs})"));
        }

        /// <summary>Everything that the cases have gone through, line by line.</summary>
        public async Task<IReadOnlyList<string>> Trace()
        {
            await using var db = demo.OpenDatabase();
            var trace = new List<string>();
            foreach (var one in await db.Cases.OrderBy(c => c.Number).ToListAsync())
            {
                trace.Add($"{one.Number} {one.Status} {one.Position} {one.PermittedActs} shown {one.ShownStep}");
                trace.AddRange(await Passages(db, one.Id));
                // What the procedure does comes within the act on one engine and after it on the other: each in its own order.
                // When it is screened anew is the clock's to say, which runs while the sequence does.
                var history = await db
                    .AuditTrail.Where(e => e.CaseId == one.Id && e.Event != "CaseScreened")
                    .OrderBy(e => e.Sequence)
                    .Select(e => $"{e.Event}: {e.Sentence}")
                    .ToListAsync();
                trace.AddRange(history.Where(IsOfTheProcedure));
                trace.AddRange(history.Where(line => !IsOfTheProcedure(line)));
            }
            trace.AddRange(
                await db
                    .Licences.OrderBy(l => l.Number)
                    .Select(l => $"{l.Number} {l.Status} {l.ExpiresOn}")
                    .ToListAsync()
            );
            trace.AddRange(
                await db
                    .ExchangeDocuments.OrderBy(d => d.Number)
                    .Select(d => $"{d.Number} {d.Kind} {d.From} {d.To} {d.DatedOn}")
                    .ToListAsync()
            );
            return trace;
        }

        private static bool IsOfTheProcedure(string line) => line.Contains(": The procedure", StringComparison.Ordinal);

        private static async Task<IReadOnlyList<string>> Passages(LicensingDb db, Guid caseId) =>
            await db
                .ProcedurePassages.Where(p => p.CaseId == caseId)
                .OrderBy(p => p.Visit)
                .Select(p => $"{p.Visit} {p.Activity} {p.Outcome}")
                .ToListAsync();
    }
}
