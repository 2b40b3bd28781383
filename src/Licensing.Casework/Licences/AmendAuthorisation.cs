using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Returns;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Licences;

/// <summary>An amendment as an officer proposes it.</summary>
/// <param name="ExpiresOn">The last day from then on; as it is when left out.</param>
/// <param name="Lines">Those whose quantity changes.</param>
/// <param name="Reason">The applicant and the exporting State read it.</param>
/// <param name="LeavesAgainBy">The last day from then on for goods that came in for a while; as it is when left out.</param>
public sealed record AmendmentGiven(
    DateOnly? ExpiresOn,
    IReadOnlyList<AmendedLineGiven>? Lines,
    string? Reason,
    DateOnly? LeavesAgainBy = null
);

/// <param name="Quantity">From then on, in the line's own unit.</param>
public sealed record AmendedLineGiven(int? Line, decimal? Quantity);

/// <summary>An import authorisation runs longer or shorter, or is for more or less: one officer proposes, a second confirms, and the
/// exporting States that rely on it are told in the same act.</summary>
public sealed class AmendAuthorisation(ActRunner acts, IProcedures procedures)
{
    /// <exception cref="NotPermittedException">The law does not permit it. Nothing was done.</exception>
    public Task<CaseReceipt> Propose(Acting acting, Guid caseId, AmendmentGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "propose an amendment",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                file.RequirePermitted(CaseActs.ProposeAmendment);
                var now = InRegister.Content(file.Licence!);
                var (expires, leaves, quantities, reason) = Read(given, now);
                var left = await Left(act, file);
                var amended = Amended(file, now, expires, leaves, quantities, left, acting.Today);
                var what = Changes(now.Authorisation, amended.Authorisation);
                if (what.Count == 0)
                    throw new MalformedException("expiresOn", "Nothing would change: give another day or quantity.");
                (file.Licence!.AmendmentBy, file.Licence.AmendmentBecause, file.Licence.AmendmentContent) = (
                    acting.PersonId,
                    reason,
                    Wire.Write(amended)
                );
                act.Audit(new AmendmentProposed(file.Licence.Number, what, reason));
                await Tell.Officers(act, file.Case, "An amendment is to be confirmed");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <exception cref="FourEyesException">The same person proposed it.</exception>
    /// <exception cref="NotPermittedException">The law does not permit it now. Nothing was done.</exception>
    public Task<CaseReceipt> Confirm(Acting acting, Guid caseId, Guid? seen, CancellationToken cancel) =>
        acts.Run(
            acting,
            "confirm an amendment",
            new { caseId, seen },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var version = problems.Required("seen", seen, "the version of the case that you looked at");
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.ConfirmAmendment);
                var licence = file.Licence!;
                var now = InRegister.Content(licence);
                var amended = Confirmed(file, version, acting.PersonId, await Left(act, file), acting.Today);
                var reason = licence.AmendmentBecause!;
                Write(act, file, amended, licence.AmendmentBy!.Value, reason);
                act.Audit(
                    new AuthorisationAmended(licence.Number, Changes(now.Authorisation, amended.Authorisation), reason)
                );
                await RegisterStatements.Restate(act, file, procedures);
                await LicenceLife.TellAll(act, file, "An import authorisation has been amended");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>The authorisation as it stands once that officer has confirmed the amendment.</summary>
    /// <param name="seen">Version of the case that the officer looked at.</param>
    /// <param name="left">What has left on its account, by line.</param>
    /// <exception cref="FourEyesException">The same person proposed it.</exception>
    /// <exception cref="NotPermittedException">The law does not permit it now.</exception>
    internal static ImportLicenceContent Confirmed(
        CaseFile file,
        Guid seen,
        Guid by,
        IReadOnlyDictionary<int, decimal> left,
        DateOnly today
    )
    {
        if (file.Licence is not { AmendmentBy: { } first, AmendmentContent: { } proposed } licence)
            throw new RefusedException(
                "not-proposed",
                "Nobody has proposed an amendment.",
                "Another officer proposes it first, with a reason."
            );
        FourEyes.Require(first, by, "confirm", "proposed");
        file.RequireSeen(seen);
        var wanted = Wire.Read<ImportLicenceContent>(proposed);
        return Amended(
            file,
            InRegister.Content(licence),
            wanted.LastDay(),
            wanted.Authorisation.LeavesAgainBy,
            wanted.Authorisation.Goods.ToDictionary(g => g.Number, g => g.Quantity.Amount),
            left,
            today
        );
    }

    internal static ImportLicenceContent Amended(
        CaseFile file,
        ImportLicenceContent now,
        DateOnly expiresOn,
        DateOnly? leavesAgainBy,
        IReadOnlyDictionary<int, decimal> quantities,
        IReadOnlyDictionary<int, decimal> left,
        DateOnly today
    ) =>
        now.Amended(
            expiresOn,
            leavesAgainBy,
            quantities,
            left,
            Gate.ImportDossier(file, Gate.UsualTerms(file, today)),
            today
        );

    private static async Task<IReadOnlyDictionary<int, decimal>> Left(Act act, CaseFile file) =>
        (await AuthorisationView.ToldOf(act.Db, file, act.Cancel))
            .SelectMany(d => d.Lines)
            .GroupBy(l => l.AuthorisedLine)
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Amount));

    private static void Write(Act act, CaseFile file, ImportLicenceContent amended, Guid first, string reason)
    {
        var (licence, content) = (file.Licence!, Wire.Write(amended));
        act.Db.LicenceAmendments.Add(
            new LicenceAmendment
            {
                Id = Guid.CreateVersion7(act.Now),
                LicenceId = licence.Id,
                CaseId = file.Case.Id,
                Content = content,
                Sha256 = Wire.Hash(content),
                Because = reason,
                ProposedBy = first,
                ConfirmedBy = act.Acting.PersonId,
                At = act.Now,
            }
        );
        PutInForce(licence, content, amended);
        if (amended.Authorisation.LeavesAgainBy is { } last && last != licence.ReturnBy)
            Stay.Move(act, file, last);
        var due = file.DueTimes.Single(d => d.Kind == DueKind.LicenceExpiry && d.SettledAt is null);
        due.SettledAt = act.Now;
        Deadlines.Set(act, file, DueKind.LicenceExpiry, licence.ExpiresOn, due.Visit);
    }

    internal static void PutInForce(LicenceRecord licence, string content, ImportLicenceContent amended)
    {
        (licence.AmendedContent, licence.ExpiresOn) = (content, amended.LastDay());
        (licence.AmendmentBy, licence.AmendmentBecause, licence.AmendmentContent) = (null, null, null);
    }

    private static (DateOnly, DateOnly?, Dictionary<int, decimal>, string) Read(
        AmendmentGiven given,
        ImportLicenceContent now
    )
    {
        var problems = new Problems();
        if (given.LeavesAgainBy is not null && now.Authorisation.LeavesAgainBy is null)
            problems.Add("leavesAgainBy", "The goods come in for good: leave this out.");
        if (given.LeavesAgainBy?.Year > now.Authorisation.LeavesAgainBy?.Year + 5)
            problems.Add("leavesAgainBy", "This is more than five years later.");
        var quantities = new Dictionary<int, decimal>();
        var lines = given.Lines ?? [];
        for (var i = 0; i < lines.Count; i++)
        {
            var goods = now.Authorisation.Goods.FirstOrDefault(g => g.Number == lines[i].Line);
            if (goods is null)
                problems.Add(
                    $"lines[{i}].line",
                    $"Name a line of the authorisation: {Words.And(now.Authorisation.Goods.Select(g => $"{g.Number}"))}."
                );
            else if (lines[i].Quantity is not { } amount)
                problems.Add($"lines[{i}].quantity", $"Line {goods.Number}: give the quantity.");
            else if (amount <= 0 || Quantity.Mistake(amount, goods.Quantity.Unit) is not null)
                problems.Add(
                    $"lines[{i}].quantity",
                    $"Line {goods.Number}: {(amount <= 0 ? "The quantity must be more than zero." : Quantity.Mistake(amount, goods.Quantity.Unit))}"
                );
            else if (!quantities.TryAdd(goods.Number, amount))
                problems.Add($"lines[{i}].line", $"Line {goods.Number} is given twice.");
        }
        var reason = problems.Text("reason", given.Reason, "the reason", 1000);
        problems.ThrowIfAny();
        return (
            given.ExpiresOn ?? now.LastDay(),
            given.LeavesAgainBy ?? now.Authorisation.LeavesAgainBy,
            quantities,
            reason
        );
    }

    internal static IReadOnlyList<string> Changes(ImportAuthorisation before, ImportAuthorisation after) =>
        [
            .. before.ExpiresOn == after.ExpiresOn
                ? Array.Empty<string>()
                : [$"last day {after.ExpiresOn:yyyy-MM-dd} instead of {before.ExpiresOn:yyyy-MM-dd}"],
            .. before.LeavesAgainBy == after.LeavesAgainBy
                ? Array.Empty<string>()
                :
                [
                    $"goods leave again by {after.LeavesAgainBy:yyyy-MM-dd} instead of {before.LeavesAgainBy:yyyy-MM-dd}",
                ],
            .. before
                .Goods.Zip(after.Goods)
                .Where(g => g.First.Quantity != g.Second.Quantity)
                .Select(g => $"line {g.First.Number}: {g.Second.Quantity} instead of {g.First.Quantity}"),
        ];
}
