using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>Says beforehand what <see cref="GiveAnswer"/> would refuse, so that a person can look over an answer before it is
/// given. It changes nothing and is no attempt: the history does not hold it.</summary>
public sealed class CheckAnswer(Database database)
{
    /// <exception cref="MalformedException">Particulars are missing or wrong; it lists all of them.</exception>
    /// <exception cref="ChangedException">The case has moved on, or a newer request has taken the place of this one.</exception>
    /// <exception cref="RefusedException">There is nothing to take back, or the State's officers have it as a case.</exception>
    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task Run(Acting acting, Guid requestId, StateAnswerGiven given, CancellationToken cancel)
    {
        acting.Require(Role.StateCorrespondent);
        await using var db = database.Open();
        var request =
            await db
                .ExchangeDocuments.AsNoTracking()
                .SingleOrDefaultAsync(d => d.Id == requestId && d.To == acting.State, cancel)
            ?? throw new NotFoundException("request");
        var file = await CaseFile.Find(db, request.CaseId, cancel) ?? throw new NotFoundException("case");
        await TransitCases.RequireNone(db, request, given.Kind, onPaper: false, cancel);
        Answering.Entry(file, request, given.Kind, acting.Today, "");
        await Answering.Content(db, request, file, given, acting.Today, cancel);
    }
}
