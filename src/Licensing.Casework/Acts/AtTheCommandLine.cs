using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Acts;

internal static class AtTheCommandLine
{
    /// <summary>Whoever may write to the database acts there as an administrator of the State.</summary>
    /// <param name="user">As the history is to name who it was.</param>
    /// <exception cref="NotFoundException">No authority of that State works here.</exception>
    public static async Task<Acting> AdministratorAtTheCommandLine(
        this Database database,
        string user,
        Country state,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var db = database.Open();
        var its =
            await db.States.AsNoTracking().SingleOrDefaultAsync(s => s.Code == state && s.IsResident, cancel)
            ?? throw new NotFoundException("State");
        return new Acting(
            Guid.Empty,
            user,
            Role.Administrator,
            state,
            its.Name,
            null,
            now,
            LegalDay.Of(now, its.TimeZone)
        );
    }
}
