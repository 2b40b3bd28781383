using Licensing.Casework.Audit;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Acts;

/// <summary>One act while it is being done: one context, one commit at the end. What it audits and whom it tells is written
/// in the same transaction.</summary>
public sealed class Act(LicensingDb db, Acting acting, CancellationToken cancel)
{
    private Case? _case;
    private Application? _application;

    public LicensingDb Db { get; } = db;
    public Acting Acting { get; } = acting;
    public CancellationToken Cancel { get; } = cancel;
    public DateTimeOffset Now => Acting.Now;

    /// <summary>Names what the act is about, so that even a refused attempt is found in its history.</summary>
    public void About(Case found) => _case = found;

    public void About(Application found) => (_application, _case) = (found, null);

    /// <summary>Cases that an engine outside is to carry on once the act has been committed.</summary>
    internal HashSet<Guid> Moving { get; } = [];

    internal Guid? CaseId => _case?.Id;
    internal string? CaseNumber => _case?.Number;
    internal Guid? ApplicationId => _application?.Id;

    /// <summary>Moves the version of the case: everyone who looked at it before sees that it has changed.</summary>
    public static void Touch(IVersioned row) => row.Version = Guid.CreateVersion7();

    public void Audit(AuditEvent happened) => Write(Db, Acting, _case, _application, happened);

    internal static void Write(
        LicensingDb db,
        Acting acting,
        Case? about,
        Application? application,
        AuditEvent happened
    )
    {
        var keptBy = about?.State ?? application?.State ?? acting.State;
        var sequence =
            about is not null ? ++about.AuditCount
            : application is not null ? ++application.AuditCount
            : 0;
        db.AuditTrail.Add(
            new AuditEntry
            {
                Id = Guid.CreateVersion7(acting.Now),
                CaseId = about?.Id,
                ApplicationId = about?.ApplicationId ?? application?.Id,
                Sequence = sequence,
                At = acting.Now,
                PersonId = acting.PersonId,
                PersonName = acting.PersonName,
                Role = acting.Role,
                // What the procedure does it does for the State whose procedure it is, whoever set it off.
                State = happened.ByTheProcedure ? keptBy : acting.State,
                KeptBy = keptBy,
                Event = happened.GetType().Name,
                Data = System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType(), Wire.Options),
                Sentence = $"{Subject(acting, happened)} {AuditSentences.Of(happened)}",
                Refused = happened is ActRefused,
            }
        );
    }

    private static string Subject(Acting acting, AuditEvent happened) =>
        acting.Role == Role.Timetable
            ? happened.ByTheProcedure
                ? "The procedure"
                : $"The timetable of {acting.StateName}"
            : happened.ByTheProcedure
                ? $"The procedure, set off by {acting.PersonName},"
                : $"{acting.PersonName}, {Words.Of(acting.Role)} of {(acting.CompanyName is { } company ? $"{company}, " : "")}{acting.StateName},";
}
