using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Screening;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Registers;

/// <summary>Where an entry of a register stands.</summary>
public enum EntryStanding
{
    /// <summary>A second officer has to confirm it before it counts.</summary>
    ToBeConfirmed,
    Counts,

    /// <summary>It counts; a second officer has to confirm its end.</summary>
    EndProposed,
    Ended,
}

/// <param name="Register">Its name in files and addresses.</param>
/// <param name="Subject">What it is found by.</param>
/// <param name="Content">In the words of a dossier of the screening.</param>
/// <param name="ByMe">Whoever asks has recorded it or, where its end is proposed, has proposed that.</param>
public sealed record EntryView(
    Guid Id,
    string Register,
    RegisterKind Kind,
    string Subject,
    JsonElement Content,
    string Source,
    string RecordedBy,
    DateTimeOffset RecordedAt,
    EntryStanding Standing,
    string? ConfirmedBy,
    string? EndBecause,
    bool ByMe,
    Guid? Replaces
);

/// <summary>The registers of a State, for its officers and auditors.</summary>
public sealed class RegistersOnFile(Database database)
{
    /// <param name="register">One alone; null for all.</param>
    /// <param name="about">A party as its State and number, a serial number, the number of a paper or a case; null for all.</param>
    public async Task<Page<EntryView>> List(
        Acting acting,
        string? register,
        string? about,
        PageWanted page,
        CancellationToken cancel
    )
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var state = acting.State;
        var rows = db.RegisterEntries.AsNoTracking().Where(e => e.KeptBy == state);
        if (!string.IsNullOrWhiteSpace(register))
        {
            var kind = Register.Named(register).Kind;
            rows = rows.Where(e => e.Kind == kind);
        }
        if (!string.IsNullOrWhiteSpace(about))
        {
            string[] wanted =
            [
                InDossier.KeyIn(about) ?? "",
                Register.SubjectOfNumber(about),
                Register.SubjectOfSerial(about),
            ];
            rows = rows.Where(e => wanted.Contains(e.Subject) || (e.Party != null && wanted.Contains(e.Party)));
        }
        var found = await rows.OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(page, cancel);
        return found.Select(await Views(db, acting, found.Items, cancel));
    }

    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<EntryView> Find(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var row =
            await db
                .RegisterEntries.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == id && e.KeptBy == acting.State, cancel)
            ?? throw new NotFoundException("entry of a register");
        return (await Views(db, acting, [row], cancel))(row);
    }

    private static async Task<Func<RegisterEntry, EntryView>> Views(
        LicensingDb db,
        Acting acting,
        IReadOnlyList<RegisterEntry> rows,
        CancellationToken cancel
    )
    {
        var names = await NamesOf.People(db, rows.SelectMany(e => new[] { e.RecordedBy, e.ConfirmedBy }), cancel);
        return e => new EntryView(
            e.Id,
            Register.Of(e.Kind).Name,
            e.Kind,
            e.Subject,
            JsonDocument.Parse(e.Content).RootElement,
            e.Source,
            names.GetValueOrDefault(e.RecordedBy, ""),
            e.RecordedAt,
            e.EndedAt is not null ? EntryStanding.Ended
                : e.CountsSince is null ? EntryStanding.ToBeConfirmed
                : e.EndProposedBy is not null ? EntryStanding.EndProposed
                : EntryStanding.Counts,
            e.ConfirmedBy is { } second ? names.GetValueOrDefault(second, "") : null,
            e.EndBecause,
            acting.PersonId == (e.EndProposedBy ?? e.RecordedBy),
            e.Replaces
        );
    }
}
