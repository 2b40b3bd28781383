using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>What of a world can still matter, in 128 bits of its SHA-256: two worlds with the same fingerprint have the same future. Left out is only what
/// no rule reads again: the words of reasons, requests that a newer one has replaced, answers that a later one has replaced, numbers and moments,
/// shipments of which nothing left and nothing will. The order in which different States have spoken is left out too, and which of two like cases or two
/// like transit States it is.</summary>
internal sealed class Fingerprint(Universe universe, Contents contents)
{
    public UInt128 Of(World world)
    {
        var cases = world.Cases.Select(c => Case(world, c)).ToList();
        // The importing State's own case is not like the others.
        cases.Sort(0, universe.Cases, Order.Instance);
        var all = new List<int> { Today(world) };
        // What is said of the authorisation is said to the export cases.
        if (!world.Cases.Take(universe.Cases).All(universe.IsOver))
            Add(all, world.OfAuthorisation);
        foreach (var one in cases)
        {
            all.Add(one.Count);
            all.AddRange(one);
        }
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(all)), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }

    // When every day that was fixed beforehand is over, only what still runs tells the days apart. Applications are made on the first day.
    private int Today(World world) =>
        world.Today == Universe.Day0 || universe.FixedDays(world).Any(day => world.Today <= day)
            ? world.Today.DayNumber
            : 0;

    private List<int> Case(World world, CaseInWorld c)
    {
        var file = c.File;
        var key = new List<int> { c.Instance is null ? -1 : contents.Number(c.Instance.Position) };
        foreach (var reservation in file.Reservations)
            key.AddRange(
                reservation.AuthorisedLine,
                reservation.GoodsLine,
                (int)reservation.Amount,
                (int)c.Drawn.Where(d => d.Reservation == reservation.Id).Sum(d => d.Amount)
            );
        if (file.Licence is { } licence)
            key.AddRange(
                -2,
                (int)licence.Status,
                Math.Max(licence.ExpiresOn.DayNumber, world.Today.DayNumber - 1) == licence.ExpiresOn.DayNumber
                    ? licence.ExpiresOn.DayNumber
                    : -1,
                licence.EndedAt is null ? 0 : 1,
                licence.ReinstatementBy is null ? 0 : 1,
                licence.AmendedContent is { } amended ? contents.Number(amended) : 0,
                licence.AmendmentContent is { } proposed ? contents.Number(proposed) : 0
            );
        foreach (var due in file.DueTimes)
            key.AddRange(
                -3,
                (int)due.Kind,
                    // How long it has passed is the same; how long it still runs, when no other day counts any more, is all that matters.
                    due.LastDay < world.Today
                        ? -1
                    : Today(world) == 0 ? due.LastDay.DayNumber - world.Today.DayNumber
                    : due.LastDay.DayNumber
            );
        if (c.Instance is null || universe.IsOver(c))
            return key;
        if (file.Pending is { } pending && file.Licence is null)
            key.AddRange(-4, (int)pending.Verdict, Number(pending.By));
        if (file.Case is { IsOnAppeal: true, ReopenedAt: { } since } && file.Licence is null)
        {
            key.Add(-11);
            key.AddRange(
                file.Recommendations.Where(r => r.At < since)
                    .Select(r => r.By)
                    .Concat(file.Decisions.Where(d => d.At < since).Select(d => d.By))
                    .Select(Number)
                    .Distinct()
                    .Order()
            );
        }
        if (file.Case.Kind == LicenceKind.Import)
            return key;
        Import(key, file, file.Licence is null ? c.Here : c.LastHere);
        var transit = universe.TransitStates.Select(state => Transit(world, c, state)).ToList();
        transit.Sort(Order.Instance);
        foreach (var one in transit)
        {
            key.Add(-5);
            key.AddRange(one);
        }
        if (universe.Silence)
        {
            key.AddRange(-12, Universe.IsAskedAgain(c) ? 1 : 0);
            key.AddRange(Transit(world, c, Universe.PassedOnBoard));
            Silence(key, c);
        }
        if (universe.Papers)
            Papers(key, world, file);
        foreach (var shipment in file.Shipments.Where(s => s.Status != ShipmentStatus.Cancelled))
            Shipment(key, world, file, shipment);
        return key;
    }

    private void Import(List<int> key, CaseFile file, ExchangeKind? here)
    {
        var request = file.LatestRequest(
            ExchangeKind.ImportConfirmationRequest,
            file.Case.ImportingState,
            Universe.Authorisation
        );
        var reply = request is null
            ? null
            : file.Exchange.LastOrDefault(d => d.InReplyTo == request.Id && d.From == request.To);
        key.AddRange(-6, request is null ? 0 : 1, here is { } kind ? (int)kind : -1);
        Add(key, reply);
        var word = Turn.LastStatement(file);
        Add(key, word);
        // Where the importing State takes its word back by itself, it does so in reply to the request that it had answered.
        if (universe.WithImport)
            key.AddRange(
                request is not null && word?.InReplyTo == request.Id ? 1 : 0,
                word is not null
                && file.Exchange.FindLast(d => d.InReplyTo == word.InReplyTo && d.From == word.From) == word
                    ? 1
                    : 0
            );
    }

    private static int Number(Guid person)
    {
        Span<byte> id = stackalloc byte[16];
        person.TryWriteBytes(id);
        return BitConverter.ToInt32(id);
    }

    private static List<int> Transit(World world, CaseInWorld c, Country state)
    {
        var (key, file) = (new List<int>(), c.File);
        var request = file.LatestRequest(ExchangeKind.TransitRequest, state);
        if (request is null)
            return key;
        var answer = file.Exchange.LastOrDefault(d =>
            d.From == state
            && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
        );
        var answered = answer is null ? null : file.Exchange.Find(d => d.Id == answer.InReplyTo);
        key.Add(Contents.NumberOf(request));
        Add(key, answer);
        key.AddRange(
            answered == request ? 1 : 0,
            answered is null || answer!.Kind != ExchangeKind.NoObjection ? 0 : Contents.NumberOf(answered),
            file.Exchange.Exists(d => d.InReplyTo == request.Id) ? 1 : 0,
            // The same notice of the same day is no new answer, of another day it is.
            answered == request
            && answer?.Kind == ExchangeKind.NoObjection
            && answer.DatedOn == world.Today
                ? 1
                : 0
        );
        Add(key, c.Said.GetValueOrDefault(state));
        Add(key, c.Sent.GetValueOrDefault(state));
        return key;
    }

    // Requests of the same day that say the same are alike, and of those to which the State's silence cannot count nothing is read.
    private static void Silence(List<int> key, CaseInWorld c)
    {
        foreach (
            var asked in c
                .Asked.Select(a =>
                    (
                        a.Request.To.Code,
                        a.Request.DatedOn.DayNumber,
                        Contents.NumberOf(a.Request),
                        a.ArrivedOn is null ? 0 : 1,
                        a.Request == c.File.LatestRequest(ExchangeKind.TransitRequest, a.Request.To) ? 1 : 0
                    )
                )
                .Distinct()
                .Order()
        )
            key.AddRange(-13, asked.Code[1], asked.DayNumber, asked.Item3, asked.Item4, asked.Item5);
    }

    // A paper that is read later does not undo what was said since, so that here the days matter.
    private void Papers(List<int> key, World world, CaseFile file)
    {
        foreach (var recorded in file.RecordedAnswers.Where(a => a.Status == RecordingStatus.Pending))
            key.AddRange(
                -7,
                (int)recorded.Kind,
                contents.Of(recorded.Kind, recorded.Content).Number,
                recorded.RequestId
                == file.LatestRequest(ExchangeKind.TransitRequest, recorded.From, recorded.Authorisation)?.Id
                    ? 1
                    : 0,
                file.Exchange.Exists(d =>
                    d.From == recorded.From
                    && (d.Kind != recorded.Kind || d.Content != recorded.Content)
                    && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
                    && (d.DatedOn >= recorded.DatedOn || d.KnownAt > recorded.RecordedAt)
                )
                    ? 1
                    : 0,
                recorded.DatedOn == world.Today ? 1 : 0,
                file.Exchange.FindLast(d => d.From == recorded.From && d.InReplyTo == recorded.RequestId)?.Content
                == recorded.Content
                    ? 1
                    : 0
            );
        foreach (
            var said in file
                .Exchange.Where(d =>
                    d.DatedOn == world.Today
                    && d.Kind is ExchangeKind.NoObjection or ExchangeKind.Objection or ExchangeKind.NoticeWithdrawal
                )
                .Select(d => (d.Kind, Contents.NumberOf(d)))
                .Distinct()
                .Order()
        )
            key.AddRange(-10, (int)said.Kind, said.Item2);
    }

    private static void Shipment(List<int> key, World world, CaseFile file, Shipment shipment)
    {
        key.Add(-8);
        foreach (var line in ReleaseGate.Gone(file, shipment).OrderBy(l => l.Line))
            key.AddRange(line.Line, (int)line.Amount);
        if (shipment.Status == ShipmentStatus.Settled)
            return;
        key.AddRange(
            -9,
            (int)shipment.Status,
            shipment.Declaration.ShipsOn < world.Today ? -1 : shipment.Declaration.ShipsOn.DayNumber,
            shipment.Declaration.ArrivesOn < world.Today ? -1 : shipment.Declaration.ArrivesOn.DayNumber,
            file.IsHeld(shipment) ? 1 : 0,
            shipment.SettledAt is null ? 0 : 1
        );
        foreach (var line in shipment.Declaration.Lines)
            key.AddRange(line.Line, (int)line.Amount);
    }

    private static void Add(List<int> key, ExchangeDocument? document) =>
        key.AddRange(document is null ? -1 : (int)document.Kind, document is null ? -1 : Contents.NumberOf(document));

    private static void Add(List<int> key, Word? word)
    {
        Add(key, word?.Document);
        if (word?.Notice is not null)
            Add(key, word.Informed);
    }

    private sealed class Order : IComparer<List<int>>
    {
        public static readonly Order Instance = new();

        public int Compare(List<int>? x, List<int>? y) =>
            CollectionsMarshal.AsSpan(x).SequenceCompareTo(CollectionsMarshal.AsSpan(y));
    }
}
