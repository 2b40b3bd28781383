using Licensing.Casework.Audit;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Acts;

/// <summary>Notes in the history what somebody tried who was stopped at the door: the role was not one that may.</summary>
public sealed class NoteAttempt(Database database)
{
    /// <summary>Is not broken off when whoever tried hangs up.</summary>
    /// <param name="what">The act as it was addressed, e.g. "POST /api/officer/cases/…/decision".</param>
    public async Task Run(Acting acting, string what)
    {
        await using var db = database.Open();
        Act.Write(db, acting, null, null, new ActRefused($"send {what}", [$"This is not for {Words.A(acting.Role)}."]));
        await db.SaveChangesAsync();
    }
}
