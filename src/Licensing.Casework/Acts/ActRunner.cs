using System.Diagnostics;
using Licensing.Casework.Audit;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Licensing.Casework.Acts;

/// <summary>Does an act in one transaction. What others changed meanwhile makes the commit fail, and the act is done again on
/// what is there now; only an act that is then no longer lawful is refused. A refused attempt leaves one line in the history and
/// nothing else.</summary>
public sealed class ActRunner(Database database, MovingCases moving, ILogger<ActRunner> log)
{
    /// <summary>How long an act is tried again while others commit first. One of those who meet always gets through, so a crowd
    /// drains; a number of attempts would turn away whoever is unlucky in a large one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string KeyReused = "idempotency-key-reused";

    /// <summary>How often an act under an idempotency key is tried on a database that is out of reach: for some five seconds.</summary>
    private const int Reaches = 5;

    /// <param name="name">The act in words: "decide the case".</param>
    /// <param name="request">What was sent; under the same idempotency key it must be the same.</param>
    /// <exception cref="OutOfReachException">The database cannot be reached, or the line broke while the act was being done.</exception>
    public async Task<T> Run<T>(
        Acting acting,
        string name,
        object? request,
        Func<Act, Task<T>> body,
        CancellationToken cancel
    )
    {
        using var span = Telemetry.Begin(name, acting);
        try
        {
            var result = await Retrying(acting, name, request, body, span, cancel);
            span.Done();
            return result;
        }
        catch (Exception refusal)
        {
            span.NotDone(refusal);
            throw;
        }
        finally
        {
            // Who it was stands in the history, not in the log: logs travel further.
            log.LogInformation(
                "{Act} in {Case}: {Outcome}, as {Role} of {State}, {Milliseconds} ms, {Attempts} attempts",
                name,
                span.CaseNumber ?? "no case",
                span.Outcome,
                acting.Role,
                acting.State.Code,
                span.Milliseconds,
                span.Attempts
            );
        }
    }

    private async Task<T> Retrying<T>(
        Acting acting,
        string name,
        object? request,
        Func<Act, Task<T>> body,
        ActSpan span,
        CancellationToken cancel
    )
    {
        var hash = Wire.Hash($"{acting.Role} {acting.State} {acting.CompanyId} {name} {Wire.Write(request)}");
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            span.Attempts = attempt;
            var db = database.Open();
            var act = new Act(db, acting, cancel);
            try
            {
                // Ended within, once: what the act held is let go before anybody waits or notes a refusal.
                await using (db)
                {
                    // One line for all that the act asks.
                    await db.Database.OpenConnectionAsync(cancel);
                    if (await Accepted<T>(db, acting, hash, cancel) is { } answered)
                        return answered.Result;
                    var result = await body(act);
                    Remember(db, acting, hash, result);
                    await db.SaveChangesAsync(cancel);
                    // An act that takes a running number holds it, in a transaction of its own, from there to here.
                    if (db.Database.CurrentTransaction is { } held)
                        await held.CommitAsync(cancel);
                    moving.Announce(act.Moving);
                    return result;
                }
            }
            catch (Exception failure) when (database.FaultIn(failure) is { } fault)
            {
                await Overcome(fault, failure, attempt, began, acting, cancel);
            }
            // That a case moves at this moment is its own authority's to know: it may tell what a State has said. Others are kept waiting.
            catch (MovingException busy) when (busy.IsHiddenFrom(acting))
            {
                if (Stopwatch.GetElapsedTime(began) >= Patience)
                    throw new ChangedException(
                        "This cannot be done just now. Nothing was done: try again in a moment."
                    );
                await Wait(attempt, cancel);
            }
            catch (Exception refusal) when (Reasons(refusal) is { } because)
            {
                // From here on nobody who hangs up keeps the attempt out of the history.
                // The same act, sent twice at once: it found its own twin's work and took it for somebody else's.
                if (refusal is not RefusedException { Code: KeyReused } && await Twin<T>(acting, hash) is { } twin)
                    return twin.Result;
                // What an engine fails to carry on nobody has attempted.
                if (acting.SetOffBy is null)
                    await Refuse(acting, act, new ActRefused(name, because));
                throw;
            }
            finally
            {
                span.CaseNumber = act.CaseNumber ?? span.CaseNumber;
            }
        }
    }

    /// <summary>Waits before the next attempt, or says why there is none.</summary>
    private static Task Overcome(
        Fault fault,
        Exception failure,
        int attempt,
        long began,
        Acting acting,
        CancellationToken cancel
    ) =>
        fault switch
        {
            // Somebody else committed first, a unique key was taken, or the database was busy: look again.
            Fault.Race when Stopwatch.GetElapsedTime(began) < Patience => Wait(attempt, cancel),
            Fault.Race => throw new ChangedException(
                "Others kept changing the same record. Nothing was done: try again."
            ),
            // Whether the commit counted is not known; under its key the act is found if it did, and done if it did not.
            Fault.OutOfReach when acting.IdempotencyKey is not null && attempt < Reaches => Task.Delay(
                300 * attempt * attempt,
                cancel
            ),
            Fault.OutOfReach => throw new OutOfReachException(acting.IdempotencyKey is not null, failure),
            _ => throw new InvalidOperationException("The database refused a statement of ours.", failure),
        };

    private static Task Wait(int attempt, CancellationToken cancel) =>
        Task.Delay(Random.Shared.Next(5, 20 * Math.Min(attempt, 12)), cancel);

    private async Task<Answered<T>?> Twin<T>(Acting acting, string hash)
    {
        try
        {
            await using var db = database.Open();
            return await Accepted<T>(db, acting, hash, CancellationToken.None);
        }
        catch (Exception failure) when (database.FaultIn(failure) is not null)
        {
            // It cannot be asked just now: the refusal stands, and whoever sends it again is told.
            return null;
        }
    }

    private sealed record Answered<T>(T Result);

    private static async Task<Answered<T>?> Accepted<T>(
        LicensingDb db,
        Acting acting,
        string hash,
        CancellationToken cancel
    )
    {
        if (acting.IdempotencyKey is not { } key)
            return null;
        var earlier = await db
            .AcceptedActs.AsNoTracking()
            .SingleOrDefaultAsync(a => a.PersonId == acting.PersonId && a.Key == key, cancel);
        if (earlier is null)
            return null;
        return earlier.RequestHash == hash
            ? new Answered<T>(Wire.Read<T>(earlier.Result))
            : throw new RefusedException(
                KeyReused,
                "This idempotency key was used for another request.",
                "Choose a new key for a new act."
            );
    }

    private static void Remember<T>(LicensingDb db, Acting acting, string hash, T result)
    {
        if (acting.IdempotencyKey is not { } key)
            return;
        db.AcceptedActs.Add(
            new AcceptedAct
            {
                PersonId = acting.PersonId,
                Key = key,
                RequestHash = hash,
                Result = Wire.Write(result),
                At = acting.Now,
            }
        );
    }

    // What cannot be read as an act is no attempt at one; these are. An attempt on what is not there, or is somebody else's, is noted
    // in the history of the State for which it was made.
    private static IReadOnlyList<string>? Reasons(Exception refusal) =>
        refusal switch
        {
            NotPermittedException e => [.. e.Findings.Select(f => $"{f.Article}: {f.Text}")],
            RefusedException or FourEyesException or ChangedException or NotAllowedException or NotFoundException =>
            [
                refusal.Message,
            ],
            _ => null,
        };

    private async Task Refuse(Acting acting, Act act, ActRefused refused)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            await using var db = database.Open();
            try
            {
                // What the act itself had only begun to make is not there.
                var about = act.CaseId is { } c ? await db.Cases.SingleOrDefaultAsync(x => x.Id == c) : null;
                var application = act.ApplicationId is { } a
                    ? await db.Applications.SingleOrDefaultAsync(x => x.Id == a)
                    : null;
                // What was tried on an application that is a case by now belongs behind the case's own history.
                if (about is null && application?.CaseId is { } became)
                    about = await db.Cases.SingleAsync(x => x.Id == became);
                Act.Write(db, acting, about, application, refused);
                await db.SaveChangesAsync();
                return;
            }
            catch (Exception failure)
                when (database.FaultIn(failure) is Fault.Race && Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Wait(attempt, CancellationToken.None);
            }
        }
    }
}
