using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Returns;

/// <param name="ReturnBy">The new last day, included.</param>
/// <param name="Reason">The applicant reads it.</param>
public sealed record ReturnExtensionGiven(DateOnly? ReturnBy, string? Reason);

/// <summary>A senior officer gives goods that went for a while until a later day, once, and not longer than the importing State lets them
/// stay. How long goods stay that came in for a while is on the import authorisation, and an amendment of it.</summary>
public sealed class ExtendReturn(ActRunner acts)
{
    /// <exception cref="RefusedException">It has been extended already, the last day is over, or everything is back.</exception>
    /// <exception cref="NotPermittedException">The importing State does not let them stay so long. Nothing was done.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid caseId, ReturnExtensionGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "extend the time for the return of goods",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                Stay.Require(file);
                var (last, reason) = Read(file, given);
                file.RequirePermitted(CaseActs.ExtendReturn);
                if (Obstacle(file, acting.Today) is { } obstacle)
                    throw obstacle;
                foreach (var anchor in file.Anchors)
                    act.Db.MustStillBe(anchor);
                var unmet = Findings(file, last, acting.Today).Where(f => !f.IsMet).ToList();
                if (unmet.Count > 0)
                    throw new NotPermittedException(unmet);
                var licence = file.Licence!;
                act.Audit(new ReturnExtended(licence.Number, licence.ReturnBy!.Value, last, reason));
                (licence.ReturnExtendedOn, licence.ReturnExtendedBy, licence.ReturnExtendedBecause) = (
                    acting.Today,
                    acting.PersonId,
                    reason
                );
                Stay.Move(act, file, last);
                const string subject = "Goods that went for a while have longer to come back";
                await Tell.Applicant(act, file.Case, subject);
                foreach (var state in ReleaseGate.Content(file).TransitStates.Prepend(file.Case.ImportingState))
                    await Tell.State(act, file.Case, state, subject);
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>Whether the time can be extended now.</summary>
    internal static bool IsPossible(CaseFile file, DateOnly today) =>
        file.Licence?.ReturnBy is not null
        && file.Obstacle(CaseActs.ExtendReturn) is null
        && Obstacle(file, today) is null;

    private static (DateOnly, string) Read(CaseFile file, ReturnExtensionGiven given)
    {
        var problems = new Problems();
        var last = problems.Required("returnBy", given.ReturnBy, "the new last day for the return");
        var reason = problems.Text("reason", given.Reason, "the reason", 500);
        var now = file.Licence!.ReturnBy!.Value;
        if (given.ReturnBy <= now)
            problems.Add("returnBy", $"The goods are to be back by {now:yyyy-MM-dd} as it is: give a later day.");
        if (given.ReturnBy?.Year > now.Year + 5)
            problems.Add("returnBy", "This is more than five years later.");
        problems.ThrowIfAny();
        return (last, reason);
    }

    // What the importing State has said of the stay, looked at with the new day by the gate itself.
    private static IEnumerable<Finding> Findings(CaseFile file, DateOnly last, DateOnly today)
    {
        var dossier = Gate.Dossier(file, Gate.UsualTerms(file, today));
        var movement = dossier.Consignment.Temporary! with { ReturnBy = last };
        return ExportRequirements
            .Verify(dossier with { Consignment = dossier.Consignment with { Temporary = movement } }, today)
            .Where(f => f.Rule == "authorisation-for-the-stay");
    }

    private static RefusedException? Obstacle(CaseFile file, DateOnly today) =>
        file.Licence! switch
        {
            { ReturnExtendedOn: { } on } => new RefusedException(
                "already-extended",
                $"The time was extended on {on:yyyy-MM-dd}; it can be extended once.",
                "The goods come back by the day there is, or are accounted for."
            ),
            var licence when licence.ReturnBy < today => new RefusedException(
                "period-over",
                "The last day is over: what has ended cannot be extended.",
                "Record what comes back, and account for what does not."
            ),
            _ when !Stay.IsOpen(file) && file.Exits.Count > 0 => new RefusedException(
                "nothing-outstanding",
                "Everything that went is back or accounted for.",
                "There is nothing to extend."
            ),
            _ => null,
        };
}
