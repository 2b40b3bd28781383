using Licensing.Casework.Audit;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Acts;

/// <summary>Does an act in one transaction. What others changed meanwhile makes the commit fail, and the act is done again on
/// what is there now; only an act that is then no longer lawful is refused. A refused attempt leaves one line in the history and
/// nothing else.</summary>
public sealed class ActRunner(Database database)
{
    private const int Attempts = 12;

    /// <param name="name">The act in words: "decide the case".</param>
    /// <param name="request">What was sent; under the same idempotency key it must be the same.</param>
    public async Task<T> Run<T>(
        Acting acting,
        string name,
        object? request,
        Func<Act, Task<T>> body,
        CancellationToken cancel
    )
    {
        var hash = Wire.Hash($"{acting.Role} {acting.State} {acting.CompanyId} {name} {Wire.Write(request)}");
        for (var attempt = 1; ; attempt++)
        {
            await using var db = database.Open();
            if (await Accepted<T>(db, acting, hash, cancel) is { } answered)
                return answered.Result;
            var act = new Act(db, acting, cancel);
            try
            {
                var result = await body(act);
                Remember(db, acting, hash, result);
                await db.SaveChangesAsync(cancel);
                return result;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else committed first, a unique key was taken, or the database was busy: look again.
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new ChangedException("Others kept changing the same record. Nothing was done: try again.");
            }
            catch (Exception refusal) when (Reasons(refusal) is { } because)
            {
                await Refuse(acting, act, new ActRefused(name, because), cancel);
                throw;
            }
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
                "idempotency-key-reused",
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

    // Unreadable requests and strangers' cases are not attempts on a case; these are.
    private static IReadOnlyList<string>? Reasons(Exception refusal) =>
        refusal switch
        {
            NotPermittedException e => [.. e.Findings.Select(f => $"{f.Article}: {f.Text}")],
            RefusedException or FourEyesException or ChangedException or NotAllowedException => [refusal.Message],
            _ => null,
        };

    private async Task Refuse(Acting acting, Act act, ActRefused refused, CancellationToken cancel)
    {
        if (act.CaseId is null && act.ApplicationId is null)
            return;
        for (var attempt = 1; ; attempt++)
        {
            await using var db = database.Open();
            var about = act.CaseId is { } c ? await db.Cases.SingleAsync(x => x.Id == c, cancel) : null;
            var application = act.ApplicationId is { } a
                ? await db.Applications.SingleAsync(x => x.Id == a, cancel)
                : null;
            Act.Write(db, acting, about, application, refused);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancel);
            }
        }
    }
}
