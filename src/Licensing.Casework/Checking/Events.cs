using System.Collections.Concurrent;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Checking;

/// <summary>Who brings something about.</summary>
internal enum By
{
    /// <summary>A person of the authority, the applicant, or customs: somebody whom the case does not have to wait for in vain.</summary>
    OurOwn,

    /// <summary>Another State, which may be silent for ever.</summary>
    AnotherState,

    /// <summary>The calendar and the timetable.</summary>
    Time,
}

/// <summary>Something that may happen.</summary>
/// <param name="Sentence">As the story tells it.</param>
/// <param name="May">A glance at whether it is worth trying.</param>
/// <param name="Try">Does it in a world of its own; false where the product does not let it happen.</param>
internal sealed record Event(string Sentence, By By, Func<World, bool> May, Func<Turn, bool> Try);

/// <summary>All that may happen in a universe.</summary>
internal static class Events
{
    public static readonly string Because = Wire.Write(new ReasonContent("For reasons of its own."));

    private static readonly string Arrived = Wire.Write(new AcknowledgementContent(null));

    private static readonly ConcurrentDictionary<string, HashSet<string>> Acts = new(StringComparer.Ordinal);

    public static IReadOnlyList<Event> Of(Universe universe)
    {
        var events = new List<Event>();
        for (var i = 0; i < universe.Cases; i++)
            events.AddRange(OfExport(universe, i));
        if (universe.WithImport)
            events.AddRange(OfImport(universe, universe.Cases));
        if (universe.Elsewhere)
        {
            foreach (var statement in universe.Statements)
                events.Add(
                    new Event(
                        $"{Universe.Importing} confirms {statement.Words} in another case",
                        By.AnotherState,
                        _ => true,
                        turn => turn.Elsewhere(ExchangeKind.ImportConfirmation, statement.Content)
                    )
                );
            events.Add(
                new Event(
                    $"{Universe.Importing} revokes {Universe.Authorisation} in another case",
                    By.AnotherState,
                    _ => true,
                    turn => turn.Elsewhere(ExchangeKind.ImportRevocation, Because)
                )
            );
        }
        events.Add(new Event("", By.Time, _ => true, turn => turn.Wait(universe)));
        return events;
    }

    private static bool Permits(World world, int i, string act) =>
        world.Cases[i].Instance is not null
        && Acts.GetOrAdd(
                world.Cases[i].File.Case.PermittedActs,
                static acts => acts.Split(' ').ToHashSet(StringComparer.Ordinal)
            )
            .Contains(act);

    private static IEnumerable<Event> OfExport(Universe universe, int i)
    {
        var its = universe.Cases == 1 ? "" : $" in case {i + 1}";
        var of = universe.Cases == 1 ? "" : $" of case {i + 1}";
        yield return new Event(
            $"the applicant submits{(universe.Cases == 1 ? "" : $" case {i + 1}")}",
            By.OurOwn,
            world =>
                world.Cases[i].Instance is null
                && world.Today == Universe.Day0
                // The cases are alike: which of them comes first is the same.
                && world.Cases.Take(i).All(c => c.Instance is not null),
            turn =>
            {
                turn.Submit(turn.World.Cases[i]);
                return true;
            }
        );
        foreach (var answer in Answers(universe, i, its))
            yield return answer;
        foreach (var act in OfOfficers(universe, i, its, of))
            yield return act;
        if (!universe.Few && !universe.Silence)
            yield return Act(
                $"the officer asks {Universe.Importing} again{its}",
                CaseActs.AskAgain,
                i,
                (turn, c) =>
                {
                    turn.Deliver(c, new AskAgainWanted(true));
                    return true;
                }
            );
        if (universe.TransitStates.Count > 0)
            yield return Act(
                $"the officer asks the transit States again{its}",
                CaseActs.AskAgain,
                i,
                (turn, c) =>
                {
                    if (universe.Silence && Universe.IsAskedAgain(c))
                        return false;
                    turn.Deliver(c, new AskAgainWanted(false));
                    return true;
                }
            );
        foreach (var act in OfShipments(universe, i, its))
            yield return act;
    }

    private static IEnumerable<Event> Answers(Universe universe, int i, string its)
    {
        var importing = Universe.Importing;
        if (universe.WithImport)
            yield return Spoken(
                universe,
                $"{importing} confirms {Universe.Authorisation} from its register{its}",
                i,
                (turn, c) =>
                    turn.World.Cases[^1].File.Licence is { } licence
                    && InRegister.Of(licence) is var own
                    && own.IsGoodOn(turn.World.Today)
                    && turn.Answer(
                        c,
                        importing,
                        ExchangeKind.ImportConfirmation,
                        Wire.Write(own.Authorisation),
                        Somebody.Correspondent(importing)
                    )
            );
        foreach (var statement in universe.WithImport ? [] : universe.Statements)
            yield return Answer(
                importing,
                ExchangeKind.ImportConfirmation,
                statement.Content,
                $"confirms {statement.Words}"
            );
        if (!universe.Few && !universe.Papers && !universe.Silence)
            yield return Answer(importing, ExchangeKind.ImportDenial, Because, $"denies {Universe.Authorisation}");
        if (!universe.WithImport && !universe.Papers && !universe.Silence)
            yield return Answer(importing, ExchangeKind.ImportRevocation, Because, $"revokes {Universe.Authorisation}");
        foreach (var state in universe.TransitStates)
        {
            if (universe.Papers || universe.Silence)
                yield return Answer(state, ExchangeKind.TransitAcknowledgement, Arrived, "acknowledges the request");
            // Once it has given notice a State is not silent any more, whatever becomes of the notice.
            (decimal, string)[] notices =
                universe.Silence ? []
                : universe.Narrow ? [(2m, ""), (1m, " for too little")]
                : [(2m, "")];
            foreach (var (first, words) in notices)
                yield return Said(
                    universe,
                    $"{state} gives notice of no objection{words}{its}",
                    i,
                    state,
                    ExchangeKind.NoObjection,
                    world => Notice(world.Today, first)
                );
            // Besides what another case brings, it is enough that a notice is gone.
            if (!universe.Elsewhere)
                yield return Answer(state, ExchangeKind.Objection, Because, "objects");
            if (!universe.Silence)
                yield return Answer(state, ExchangeKind.NoticeWithdrawal, Because, "withdraws its notice");
        }
        if (universe.Silence)
        {
            foreach (var state in universe.TransitStates)
            {
                yield return new Event(
                    $"the message to {state} is handed over{its}",
                    By.OurOwn,
                    world => MaySpeak(universe, world, i) && Turn.Request(world.Cases[i], state) is not null,
                    turn => turn.HandOver(turn.World.Cases[i], state)
                );
                yield return Spoken(universe, $"{state} asks a question{its}", i, (turn, c) => turn.AskBack(c, state));
            }
            yield return Answer(Universe.PassedOnBoard, ExchangeKind.Objection, Because, "objects");
        }
        if (universe.Persons)
            foreach (var (to, who) in universe.TransitStates.SelectMany(t => new[] { (importing, t), (t, importing) }))
                yield return Spoken(
                    universe,
                    $"the correspondent of {who} answers for {to}{its}",
                    i,
                    (turn, c) =>
                        turn.Answer(
                            c,
                            to,
                            to == importing ? ExchangeKind.ImportDenial : ExchangeKind.Objection,
                            Because,
                            Somebody.Correspondent(who)
                        )
                );
        if (universe.Papers)
            foreach (var paper in Papers(universe, i, its))
                yield return paper;

        Event Answer(Country from, ExchangeKind kind, string content, string words) =>
            Said(universe, $"{from} {words}{its}", i, from, kind, _ => content);
    }

    private static IEnumerable<Event> Papers(Universe universe, int i, string its)
    {
        foreach (var state in universe.TransitStates)
        foreach (
            var (kind, words) in new[]
            {
                (ExchangeKind.NoObjection, "notice of no objection"),
                (ExchangeKind.Objection, "objection"),
                (ExchangeKind.NoticeWithdrawal, "withdrawal"),
            }
        )
            yield return new Event(
                $"{Somebody.FirstOfficer.Name} records the {words} of {state} from a paper{its}",
                By.OurOwn,
                world => world.Cases[i] is { Instance: not null, HasEnded: false },
                turn =>
                    turn.Record(
                        turn.World.Cases[i],
                        state,
                        kind,
                        kind == ExchangeKind.NoObjection ? Notice(turn.World.Today, 2) : Because,
                        Somebody.FirstOfficer
                    )
            );
        foreach (var who in new[] { Somebody.FirstOfficer, Somebody.SecondOfficer })
            yield return new Event(
                $"{who.Name} confirms the recorded answer{its}",
                By.OurOwn,
                world => world.Cases[i].File.RecordedAnswers.Exists(a => a.Status == RecordingStatus.Pending),
                turn => turn.Confirm(turn.World.Cases[i], who)
            );
        yield return new Event(
            $"the second officer rejects the recorded answer{its}",
            By.OurOwn,
            world => world.Cases[i].File.RecordedAnswers.Exists(a => a.Status == RecordingStatus.Pending),
            turn =>
            {
                foreach (var answer in turn.World.Cases[i].File.RecordedAnswers)
                    answer.Status = RecordingStatus.Rejected;
                return true;
            }
        );
    }

    private static string Notice(DateOnly today, decimal first) =>
        Wire.Write(
            new NoObjection(
                today,
                Universe.Day0,
                Universe.Day0.AddDays(200),
                [TransportMode.Sea],
                [
                    new LineQuantity(1, new Quantity(first, Unit.Piece)),
                    new LineQuantity(2, new Quantity(1, Unit.Piece)),
                ],
                []
            )
        );

    private static IEnumerable<Event> OfOfficers(Universe universe, int i, string its, string of)
    {
        var (first, second) = (Somebody.FirstOfficer, Somebody.SecondOfficer);
        Somebody[] both = universe.Persons ? [first, second] : [second];
        foreach (var act in Deciding(universe, i, its))
            yield return act;
        yield return Act(
            $"the applicant withdraws{its}",
            CaseActs.Withdraw,
            i,
            (turn, c) =>
            {
                Turn.TakeBackRecommendation(c.File);
                turn.Deliver(c, new WithdrawalDeclared());
                return true;
            }
        );
        yield return Act(
            $"an officer suspends the licence{of}",
            CaseActs.SuspendLicence,
            i,
            (turn, c) =>
            {
                if (c.File.Licence!.Status != LicenceStatus.InForce)
                    return false;
                turn.Suspend(c, "an officer says so");
                return true;
            }
        );
        if (universe.Persons)
        {
            yield return Act(
                $"{first.Name} proposes to reinstate the licence{of}",
                CaseActs.ProposeReinstatement,
                i,
                (_, c) => Propose(c)
            );
            foreach (var who in both)
                yield return Act(
                    $"{who.Name} reinstates the licence{of}",
                    CaseActs.ReinstateLicence,
                    i,
                    (turn, c) => turn.Reinstate(c, who)
                );
        }
        else
            yield return Act(
                $"two officers reinstate the licence{of}",
                CaseActs.ReinstateLicence,
                i,
                (turn, c) => Propose(c) && turn.Reinstate(c, second)
            );
        yield return Act(
            $"an officer revokes the licence{of}",
            CaseActs.RevokeLicence,
            i,
            (turn, c) =>
            {
                turn.End(c, LicenceStatus.Revoked);
                return true;
            }
        );
        if (!universe.Few)
            yield return Act(
                $"the applicant surrenders the licence{of}",
                CaseActs.SurrenderLicence,
                i,
                (turn, c) =>
                {
                    if (c.File.Holds.Exists(h => h is { LiftedAt: null, IsSeizure: false }))
                        return false;
                    turn.End(c, LicenceStatus.Surrendered);
                    return true;
                }
            );
        yield return new Event(
            $"the timetable notes that a last day has passed{its}",
            By.Time,
            world => world.Cases[i].File.DueTimes.Count > 0,
            turn => turn.Wake(turn.World.Cases[i])
        );
    }

    // Upon an appeal two others have the case; those before them try.
    private static IEnumerable<Event> Deciding(Universe universe, int i, string its)
    {
        var (first, second) = (Somebody.FirstOfficer, Somebody.SecondOfficer);
        var (third, fourth) = (Somebody.ThirdOfficer, Somebody.FourthOfficer);
        Somebody[] recommending = universe.Persons ? [first, third] : [first];
        Somebody[] deciding = universe.Persons ? [first, second, third, fourth] : [second];
        foreach (var who in recommending)
        foreach (var verdict in universe.Refusals ? new[] { Verdict.Grant, Verdict.Refuse } : [Verdict.Grant])
            yield return By(
                who,
                $"{who.Name} recommends a {(verdict == Verdict.Grant ? "grant" : "refusal")}{its}",
                CaseActs.Recommend,
                (turn, c) => turn.Recommend(c, verdict, who)
            );
        foreach (var who in deciding)
            yield return By(
                who,
                $"{who.Name} decides as recommended{its}",
                CaseActs.Decide,
                (turn, c) => turn.Decide(c, who)
            );
        if (universe.Few)
            yield break;
        foreach (var who in universe.Persons ? new[] { second, fourth } : [second])
            yield return By(
                who,
                $"{who.Name} returns the case{its}",
                CaseActs.Decide,
                (turn, c) => turn.Return(c, who)
            );
        if (!universe.Persons)
            yield break;
        yield return Act(
            $"the applicant appeals{its}",
            CaseActs.Appeal,
            i,
            (turn, c) => turn.Reopen(c, onAppeal: true)
        );
        yield return Act(
            $"a senior officer reopens the case{its}",
            CaseActs.Reopen,
            i,
            (turn, c) => turn.Reopen(c, onAppeal: false)
        );

        Event By(Somebody who, string sentence, string act, Func<Turn, CaseInWorld, bool> doing) =>
            new(
                sentence,
                Checking.By.OurOwn,
                world =>
                    Permits(world, i, act) && (who == first || who == second || world.Cases[i].File.Case.IsOnAppeal),
                turn => doing(turn, turn.World.Cases[i])
            );
    }

    private static bool Propose(CaseInWorld c)
    {
        c.File.Licence!.ReinstatementBy = Somebody.FirstOfficer.Id;
        return true;
    }

    private static IEnumerable<Event> OfShipments(Universe universe, int i, string its)
    {
        foreach (var amounts in universe.Shipments)
            yield return Act(
                FormattableString.Invariant(
                    $"the exporter declares a shipment of {amounts.First} and {amounts.Second}{its}"
                ),
                CaseActs.DeclareShipment,
                i,
                (turn, c) => turn.Declare(c, amounts, universe.AtOnce)
            );
        // Whichever shipment it is: each is tried.
        for (var n = 0; n < universe.AtOnce; n++)
        {
            var which =
                universe.AtOnce == 1 ? "the shipment"
                : n == 0 ? "the first shipment"
                : "the next shipment";
            yield return With(
                $"customs releases {which}{its}",
                CaseActs.ReleaseShipment,
                n,
                (t, c, s) => t.Release(c, s)
            );
            yield return With($"{which} leaves{its}", CaseActs.RecordExit, n, (t, c, s) => t.Leave(c, s, all: true));
            yield return With(
                $"the exporter cancels {which}{its}",
                CaseActs.EndShipment,
                n,
                (t, c, s) => t.Cancel(c, s)
            );
            yield return With(
                $"a senior officer settles the receipt of {which}{its}",
                CaseActs.SettleShipment,
                n,
                (t, c, s) => t.Settle(c, s)
            );
            if (!universe.Customs)
                continue;
            yield return With(
                $"one piece of {which} leaves{its}",
                CaseActs.RecordExit,
                n,
                (t, c, s) => t.Leave(c, s, all: false)
            );
            yield return With(
                $"customs holds {which}{its}",
                CaseActs.HoldShipment,
                n,
                (t, c, s) => t.Hold(c, s, seize: false)
            );
            yield return With(
                $"customs seizes {which}{its}",
                CaseActs.HoldShipment,
                n,
                (t, c, s) => t.Hold(c, s, seize: true)
            );
            yield return With(
                $"an officer lifts the hold on {which}{its}",
                CaseActs.LiftHold,
                n,
                (t, c, s) => t.Lift(c, s)
            );
            yield return With(
                $"{Universe.Importing} confirms the receipt of {which}{its}",
                CaseActs.AnswerReceipt,
                n,
                (t, c, s) => t.Settle(c, s),
                By.AnotherState
            );
        }

        Event With(
            string sentence,
            string act,
            int n,
            Func<Turn, CaseInWorld, Shipment, bool> doing,
            By by = By.OurOwn
        ) =>
            new(
                sentence,
                by,
                world => Permits(world, i, act) && Live(world.Cases[i], n) is not null,
                turn => doing(turn, turn.World.Cases[i], Live(turn.World.Cases[i], n)!)
            );
    }

    private static Shipment? Live(CaseInWorld c, int n) =>
        c
            .File.Shipments.Where(s => s.Status is not (ShipmentStatus.Cancelled or ShipmentStatus.Settled))
            .ElementAtOrDefault(n);

    private static IEnumerable<Event> OfImport(Universe universe, int i)
    {
        yield return new Event(
            "the importer applies for the authorisation",
            By.OurOwn,
            world => world.Cases[i].Instance is null && world.Today == Universe.Day0,
            turn =>
            {
                turn.Submit(turn.World.Cases[i]);
                return true;
            }
        );
        foreach (var act in OfOfficers(universe, i, " in the importing State", " of the importing State"))
            yield return act;
        foreach (var to in universe.Amendments ?? [])
            yield return Act(
                $"{Somebody.FirstOfficer.Name} of the importing State proposes {to.Words} instead",
                CaseActs.ProposeAmendment,
                i,
                (turn, c) => turn.ProposeAmendment(c, to, Somebody.FirstOfficer)
            );
        foreach (
            var who in universe.Persons
                ? new[] { Somebody.FirstOfficer, Somebody.SecondOfficer }
                : [Somebody.SecondOfficer]
        )
            yield return Act(
                $"{who.Name} of the importing State confirms the amendment",
                CaseActs.ConfirmAmendment,
                i,
                (turn, c) => turn.ConfirmAmendment(c, who)
            );
    }

    // Somebody else's word is tried only where the product would take it of the State that was asked.
    private static Event Said(
        Universe universe,
        string sentence,
        int i,
        Country from,
        ExchangeKind kind,
        Func<World, string> content
    ) =>
        new(
            sentence,
            By.AnotherState,
            world =>
                MaySpeak(universe, world, i)
                && world.Cases[i] is var c
                && Turn.Request(c, from) is { } request
                && Answering.Obstacle(c.File, request, kind) is null,
            turn => turn.Answer(turn.World.Cases[i], from, kind, content(turn.World), Somebody.Correspondent(from))
        );

    private static Event Act(string sentence, string act, int i, Func<Turn, CaseInWorld, bool> doing) =>
        new(sentence, By.OurOwn, world => Permits(world, i, act), turn => doing(turn, turn.World.Cases[i]));

    // What a State has given it can take back when all is over, too. Of several cases it does so in one that is not.
    private static bool MaySpeak(Universe universe, World world, int i) =>
        world.Cases[i] is { Instance: not null } c && (!universe.IsOver(c) || (c.HasEnded && world.Cases.Count == 1));

    private static Event Spoken(Universe universe, string sentence, int i, Func<Turn, CaseInWorld, bool> doing) =>
        new(sentence, By.AnotherState, world => MaySpeak(universe, world, i), turn => doing(turn, turn.World.Cases[i]));
}
