using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Registers;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Returns;

/// <summary>What customs has seen come back, or come in, as sent.</summary>
/// <param name="On">The day on which it did; not after today.</param>
public sealed record GoodsSeenGiven(IReadOnlyList<ShippedLineGiven>? Lines, DateOnly? On, string? Post);

/// <summary>Customs of the State that issued the licence records what comes back under it, by line, quantity and serial number; under an
/// import authorisation, what comes in and, where that is for a while, what leaves again.</summary>
public sealed class RecordReturn(ActRunner acts, IProcedures procedures)
{
    /// <summary>Goods have come back, or left again. That the last day has passed keeps nobody from bringing them.</summary>
    /// <exception cref="NotPermittedException">They are not among those that went, or have come back before. Nothing was done.</exception>
    public Task<CaseReceipt> Back(Acting acting, Guid caseId, GoodsSeenGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record the return of goods",
            new { caseId, given },
            async act =>
            {
                var file = await Find(act, caseId);
                Stay.Require(file);
                var seen = Read(file, given, acting);
                file.RequirePermitted(CaseActs.RecordReturn);
                Stay.Account(file).WithBack(seen.Lines);
                var entry = Stay.Add(act, file, Entry(act, file, ReturnEntryKind.Back, seen, null));
                if (file.Case.Kind == LicenceKind.Export)
                    await OwnSerials.Returned(act, file, seen.Lines, seen.On);
                var late = file.Licence!.ReturnBy < seen.On;
                act.Audit(
                    new GoodsCameBack(
                        file.Licence.Number,
                        seen.Post,
                        seen.On,
                        Departures.InWords(seen.Lines),
                        file.Case.Kind == LicenceKind.Import,
                        late
                    )
                );
                await Stay.Look(act, file, procedures);
                var subject = file.Case.Kind == LicenceKind.Export ? "Goods have come back" : "Goods have left again";
                await Tell.Officers(act, file.Case, subject);
                await Tell.Applicant(act, file.Case, subject);
                return CaseReceipt.Of(file, entry.Id);
            },
            cancel
        );

    /// <summary>Goods have come in. Firearms that came for good are to bear the import marking from then on; those that came for a while need
    /// not, and the record says why (P8b).</summary>
    /// <exception cref="NotPermittedException">They are not authorised, or have come in before. Nothing was done.</exception>
    public Task<CaseReceipt> CameIn(Acting acting, Guid caseId, GoodsSeenGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record the entry of goods",
            new { caseId, given },
            async act =>
            {
                var file = await Find(act, caseId);
                var seen = Read(file, given, acting);
                file.RequirePermitted(CaseActs.RecordEntry);
                var isForGood = file.Licence!.ReturnBy is null;
                var authorisation = Clearances.InRegister.Of(file.Licence);
                if (!authorisation.Authorisation.IsInForceOn(seen.On))
                    throw new RefusedException(
                        "not-in-force",
                        $"Authorisation {authorisation.Number} runs until {authorisation.ExpiresOn:yyyy-MM-dd}.",
                        "Hold the goods, and ask the licensing authority."
                    );
                var unmet = ReturnRequirements
                    .VerifyEntry(Stay.Account(file), seen.Lines, isForGood)
                    .Where(f => !f.IsMet)
                    .ToList();
                if (unmet.Count > 0)
                    throw new NotPermittedException(unmet);
                var waived = Gate.Findings(file, acting.Today).FirstOrDefault(f => f.Row == "P8b")?.Text;
                var entry = Stay.Add(act, file, Entry(act, file, ReturnEntryKind.CameIn, seen, waived));
                act.Audit(
                    new GoodsCameIn(authorisation.Number, seen.Post, seen.On, Departures.InWords(seen.Lines), waived)
                    {
                        ForGood = isForGood,
                    }
                );
                Stay.Begin(act, file);
                await Markings.Begin(act, file);
                await Tell.Officers(
                    act,
                    file.Case,
                    isForGood ? "Goods have come in" : "Goods have come in for a while"
                );
                return CaseReceipt.Of(file, entry.Id);
            },
            cancel
        );

    private sealed record Seen(IReadOnlyList<ShippedLine> Lines, DateOnly On, string Post);

    private static Seen Read(CaseFile file, GoodsSeenGiven given, Acting acting)
    {
        var problems = new Problems();
        var lines = ShippedLineGiven.Read(given.Lines ?? [], file.Consignment.Lines, problems);
        var on = problems.Required("on", given.On, "the day on which the goods were seen");
        if (given.On > acting.Today)
            problems.Add("on", "It cannot have happened after today.");
        if (Stay.Began(file) is { } began && given.On < began)
            problems.Add("on", $"The first goods went on {began:yyyy-MM-dd}: this cannot have happened before.");
        var post = problems.Text("post", given.Post, "the customs post", 200);
        problems.ThrowIfAny();
        return new Seen(lines, on, post);
    }

    private static ReturnEntry Entry(Act act, CaseFile file, ReturnEntryKind kind, Seen seen, string? because) =>
        new()
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Sequence = file.Returns.Count + 1,
            Kind = kind,
            Lines = seen.Lines,
            On = seen.On,
            Post = seen.Post,
            Because = because,
            RecordedBy = act.Acting.PersonId,
            RecordedAt = act.Now,
        };

    private static async Task<CaseFile> Find(Act act, Guid caseId)
    {
        act.Acting.Require(Role.CustomsOfficer);
        var file = await CaseFile.Find(act.Db, caseId, act.Cancel);
        if (file?.Licence is null || file.Case.State != act.Acting.State)
            throw new NotFoundException("licence");
        act.About(file.Case);
        return file;
    }
}
