using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>What an officer has made of a flag, as sent.</summary>
/// <param name="Rule">The rule that raised it, e.g. DR-P01.</param>
public sealed record DispositionGiven(string? Rule, DispositionKind? Kind, string? Reason);

/// <summary>Officers look at the flags of a case and record what they found. High and blocking ones need a second officer, in the role that
/// may clear them.</summary>
public sealed class DisposeOfFlag(ActRunner acts)
{
    public Task<CaseReceipt> Record(Acting acting, Guid caseId, DispositionGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record what was made of a flag",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var problems = new Problems();
                var rule = problems.Text("rule", given.Rule, "the rule whose flag it is", 20);
                var kind = problems.Required("kind", given.Kind, "what the flag is");
                var reason = problems.Text("reason", given.Reason, "the reason: what was looked at and what was found");
                problems.ThrowIfAny();
                var flag = Flag(file, rule);
                if (flag.MayBeClearedBy is null)
                    throw new RefusedException(
                        "finding-of-law",
                        $"{rule} reports what Article 10 finds: that is cured, and never cleared.",
                        "See to the finding itself."
                    );
                if (flag.Severity == Severity.Info)
                    throw new RefusedException(
                        "nothing-to-record",
                        $"{rule} is for information.",
                        "Nothing has to be done."
                    );
                RequireOpen(file);
                var record = new DispositionRecord
                {
                    Id = Guid.CreateVersion7(act.Now),
                    CaseId = caseId,
                    Rule = rule,
                    FlagSha256 = flag.Sha256,
                    Kind = kind,
                    Reason = reason,
                    By = acting.PersonId,
                    At = act.Now,
                    Version = Guid.CreateVersion7(),
                };
                act.Db.Dispositions.Add(record);
                act.Audit(new FlagDisposed(rule, kind, reason));
                return CaseReceipt.Of(file, record.Id);
            },
            cancel
        );

    /// <summary>A second officer, in the role that the rule names, agrees.</summary>
    /// <exception cref="FourEyesException">The same person recorded it.</exception>
    public Task<CaseReceipt> Clear(Acting acting, Guid caseId, Guid dispositionId, CancellationToken cancel) =>
        acts.Run(
            acting,
            "clear a flag",
            new { caseId, dispositionId },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var record =
                    file.Dispositions.Find(d => d.Id == dispositionId) ?? throw new NotFoundException("disposition");
                var flag = Flag(file, record.Rule);
                RequireOpen(file);
                if (ScreeningOnFile.Last(file, flag)?.Id != record.Id)
                    throw new ChangedException($"{record.Rule} has been looked at anew since. Look at the case again.");
                if (flag.MayBeClearedBy == Role.SeniorOfficer)
                    acting.Require(Role.SeniorOfficer);
                FourEyes.Require(record.By, acting.PersonId, "clear", "recorded");
                if (record.ClearedBy is not null)
                    throw new RefusedException(
                        "already-cleared",
                        "A second officer has agreed already.",
                        "Nothing has to be done."
                    );
                (record.ClearedBy, record.ClearedAt) = (acting.PersonId, act.Now);
                Act.Touch(record);
                act.Audit(new FlagCleared(record.Rule));
                return CaseReceipt.Of(file, record.Id);
            },
            cancel
        );

    private static KeptFlag Flag(CaseFile file, string rule) =>
        (file.Screening is { } screening ? ScreeningOnFile.Flags(screening) : []).FirstOrDefault(f => f.Rule == rule)
        ?? throw new RefusedException(
            "no-such-flag",
            $"{rule} has raised no flag in this case, or none any more.",
            "Look at the case again."
        );

    internal static void RequireOpen(CaseFile file)
    {
        if (!file.Case.GoesOn)
            throw new ChangedException($"Case {file.Case.Number} is closed.");
    }
}
