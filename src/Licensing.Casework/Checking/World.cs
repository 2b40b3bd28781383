using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>Everything that is so at one moment: the cases, what States have said, and the day. The cases are the product's own case files, held in
/// memory.</summary>
internal sealed class World
{
    private int _ids;
    private int _turns;

    public required DateOnly Today { get; set; }
    public required List<CaseInWorld> Cases { get; init; }

    /// <summary>What the importing State has last said of the authorisation to the exporting State, in whichever case: kept apart from the
    /// files, so that what the product makes of them can be judged by it.</summary>
    public Word? OfAuthorisation { get; set; }

    /// <summary>Statements on the authorisation so far.</summary>
    public int Statements { get; set; }

    /// <summary>One thing happens after the other.</summary>
    public DateTimeOffset Now => new DateTimeOffset(Today, TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(_turns);

    /// <param name="content">Number of what stands in it; see <see cref="Contents"/>.</param>
    public Guid NewId(int content = 0) => new(++_ids, 0, 0, BitConverter.GetBytes((long)content));

    public World Copy() =>
        new()
        {
            Today = Today,
            // Of several export cases nothing happens any more to one that has ended.
            Cases =
            [
                .. Cases.Select(c =>
                    c.HasEnded && Cases.Count > 1 && Cases.TrueForAll(o => o.File.Case.Kind == LicenceKind.Export)
                        ? c
                        : c.Copy()
                ),
            ],
            OfAuthorisation = OfAuthorisation,
            Statements = Statements,
            _ids = _ids,
            _turns = _turns + 1,
        };
}

/// <summary>One case, and where it stands.</summary>
internal sealed class CaseInWorld
{
    public required CaseFile File { get; init; }
    public required ProcedureDefinition Procedure { get; init; }

    /// <summary>Null before it was submitted.</summary>
    public Instance? Instance { get; set; }

    /// <summary>What its exits have drawn on its reservations.</summary>
    public List<(Guid Reservation, decimal Amount)> Drawn { get; init; } = [];

    /// <summary>What the importing State has answered to the latest request of this case; null while it has not.</summary>
    public ExchangeKind? Here { get; set; }

    /// <summary>What it has answered last in this case, whenever it was asked.</summary>
    public ExchangeKind? LastHere { get; set; }

    /// <summary>Who has recommended or decided so far.</summary>
    public IReadOnlyList<Guid> Hands { get; set; } = [];

    /// <summary>Who had done so before the appeal.</summary>
    public IReadOnlyList<Guid> HandsBeforeAppeal { get; set; } = [];

    /// <summary>What each transit State has said last.</summary>
    public Dictionary<Country, Word> Said { get; init; } = [];

    /// <summary>The latest request to each transit State, with the import licences that it was sent.</summary>
    public Dictionary<Country, ExchangeDocument> Sent { get; init; } = [];

    /// <summary>Every request to a transit State whose silence may still count, where silence is explored.</summary>
    public List<Asking> Asked { get; init; } = [];

    /// <summary>It had ended before what happens now.</summary>
    public bool WasEnded { get; set; }

    public bool HasEnded => Instance?.Status == InstanceStatus.Ended;

    /// <summary>What is said of the authorisation in another case is read here.</summary>
    public bool Hears => !HasEnded && File.Case.Kind == LicenceKind.Export;

    public CaseInWorld Copy() =>
        new()
        {
            Procedure = Procedure,
            Instance = Instance,
            Drawn = [.. Drawn],
            Here = Here,
            LastHere = LastHere,
            Hands = Hands,
            HandsBeforeAppeal = HandsBeforeAppeal,
            WasEnded = WasEnded,
            Said = new(Said),
            Sent = new(Sent),
            Asked = [.. Asked],
            File = new CaseFile
            {
                Case = Twin.Of(File.Case),
                Replaced = File.Replaced,
                HandedOver = new Dictionary<Guid, DateTimeOffset>(File.HandedOver),
                Returns = File.Returns,
                State = File.State,
                Company = File.Company,
                Anchors = File.Anchors,
                Profile = File.Profile,
                Calendar = File.Calendar,
                Exchange = [.. File.Exchange],
                SaidElsewhere = [.. File.SaidElsewhere],
                SaidOfOtherChanges = File.SaidOfOtherChanges,
                OtherReservations = new List<HeldReservation>(File.OtherReservations),
                Arrangements = File.Arrangements,
                RecordedAnswers = [.. File.RecordedAnswers.Select(Twin.Of)],
                InformationRequests = File.InformationRequests,
                Referrals = File.Referrals,
                Recommendations = [.. File.Recommendations.Select(Twin.Of)],
                Screening = File.Screening,
                Dispositions = File.Dispositions,
                Decisions = [.. File.Decisions],
                DueTimes = [.. File.DueTimes],
                Licence = File.Licence is { } licence ? Twin.Of(licence) : null,
                Reservations = [.. File.Reservations],
                Shipments = [.. File.Shipments.Select(Twin.Of)],
                Exits = [.. File.Exits],
                Holds = [.. File.Holds.Select(Twin.Of)],
                Registrations = File.Registrations,
                Authorities = File.Authorities,
            },
        };
}

/// <summary>A State's word.</summary>
/// <param name="Informed">The request that it answers, with the import licences that went to the State ahead of it.</param>
internal sealed record Word(ExchangeDocument Document, ExchangeDocument? Informed = null)
{
    public ExchangeKind Kind => Document.Kind;

    /// <summary>As it was confirmed; null where it was not.</summary>
    public ImportAuthorisation? Authorisation =>
        Kind == ExchangeKind.ImportConfirmation ? Document.Read<ImportAuthorisation>() : null;

    /// <summary>As it was given; null where it was not.</summary>
    public NoObjection? Notice => Kind == ExchangeKind.NoObjection ? Document.Read<NoObjection>() : null;
}

/// <summary>A request to a transit State, and what has come of it.</summary>
/// <param name="ArrivedOn">The first day on which it is proved to have been on its way; null while nothing proves it.</param>
/// <param name="SpokenOn">The first day on which the State said more to it than that it has arrived; null while it has not.</param>
internal sealed record Asking(ExchangeDocument Request, DateOnly? ArrivedOn = null, DateOnly? SpokenOn = null)
{
    /// <summary>Whether the State's silence is consent on that day, where the law takes it for consent after so many days: it was told so when it was
    /// asked, the request was on its way that day, and the State said nothing on any of the days that it was given, all of them its own.</summary>
    public bool IsConsent(DateOnly today, Period period) =>
        MayCount(today)
        && Told is { } told
        && told.LastDay >= Request.DatedOn.AddDays(period.Days)
        && ArrivedOn == Request.DatedOn
        && today > told.LastDay;

    /// <summary>Whether it is consent already, or can still become it.</summary>
    public bool MayCount(DateOnly today) =>
        Told is { } told
        && (ArrivedOn ?? today) == Request.DatedOn
        && !(SpokenOn is { } spoken && spoken <= told.LastDay);

    private SilenceTold? Told => Request.Read<TransitRequestContent>().Silence;
}

/// <summary>What documents say: each content is read once, and numbered so that two that say the same to the law bear one number.</summary>
internal sealed class Contents
{
    private readonly ConcurrentDictionary<string, (int, object?)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public (int Number, object? Read) Of(ExchangeKind kind, string content) =>
        _known.GetOrAdd(
            content,
            _ =>
                kind switch
                {
                    ExchangeKind.ImportConfirmation => (Number(content), Wire.Read<ImportAuthorisation>(content)),
                    ExchangeKind.NoObjection when Wire.Read<NoObjection>(content) is var notice => (
                        // A notice that has been given exists on every later day, whatever day it bears.
                        Number(Wire.Write(notice with { DatedOn = default })),
                        notice
                    ),
                    ExchangeKind.TransitRequest when Wire.Read<TransitRequestContent>(content) is var request => (
                        // Of what a transit State was asked the law reads the import licences alone.
                        Number(Wire.Write(request.ImportLicences)),
                        request
                    ),
                    ExchangeKind.ImportConfirmationRequest => (0, null),
                    _ => (Number(content), null),
                }
        );

    public static int NumberOf(ExchangeDocument document)
    {
        Span<byte> id = stackalloc byte[16];
        document.Id.TryWriteBytes(id);
        return BitConverter.ToInt32(id[8..]);
    }

    public int Number(string text) => _numbers.GetOrAdd(text, _ => Interlocked.Increment(ref _last));

    private int _last;
}

/// <summary>A row as it is now, so that another world can change its own.</summary>
internal static class Twin
{
    public static T Of<T>(T row)
        where T : class => (T)MemberwiseClone(row);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern object MemberwiseClone(object row);
}
