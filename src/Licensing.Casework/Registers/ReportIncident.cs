using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Registers;

public enum ReportedIncident
{
    Loss,
    Theft,

    /// <summary>Goods may be going, or have gone, to somebody who is not to have them.</summary>
    Suspicion,
}

/// <summary>A report of a company as sent.</summary>
/// <param name="Case">Number of one of its cases or licences; left out where it is about none.</param>
/// <param name="Party">Whom it is about, as its State and its number there or its name, e.g. QM/12345; left out where something of the
/// company itself was lost or stolen, or where the case tells.</param>
/// <param name="On">The day on which it happened or was noticed; not after today.</param>
public sealed record ReportGiven(ReportedIncident? What, string? Case, string? Party, DateOnly? On, string? Text);

/// <param name="Number">Under which the report is on record.</param>
public sealed record ReportReceipt(Guid EntryId, string Number);

/// <summary>A company of the register reports a loss, a theft or a suspicion (R11, P15). It reaches the officers at once, and the
/// screening of every case that it is about.</summary>
public sealed class ReportIncident(ActRunner acts)
{
    public Task<ReportReceipt> Run(Acting acting, ReportGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "report an incident",
            given,
            async act =>
            {
                acting.Require(Role.Exporter, Role.Importer, Role.Trader);
                var problems = new Problems();
                var what = problems.Required("what", given.What, "what happened");
                var on = problems.Required("on", given.On, "the day on which it happened or was noticed");
                if (given.On > acting.Today)
                    problems.Add("on", "It cannot have happened after today.");
                var text = problems.Text("text", given.Text, "what happened, in your words");
                var about = await About(act, given.Case, problems);
                var own = await act.Db.Companies.AsNoTracking().SingleAsync(c => c.Id == acting.CompanyId, cancel);
                var isSuspicion = given.What == ReportedIncident.Suspicion;
                var isNamed = !string.IsNullOrWhiteSpace(given.Party);
                // What is lost or stolen is the company's own; a suspicion is never of whoever reports it.
                var party =
                    isNamed ? InDossier.KeyIn(given.Party)
                    : isSuspicion ? null
                    : InDossier.KeyIn($"{own.State}/{own.RegistrationNumber}");
                if (isNamed && party is null)
                    problems.Add(
                        "party",
                        "Give the party as its State and its number in the register there, or its name where it has none, e.g. QM/12345."
                    );
                if (isSuspicion && !isNamed && string.IsNullOrWhiteSpace(given.Case))
                    problems.Add("party", "Say whom you suspect, or give the case that it is about.");
                problems.ThrowIfAny();
                var number = await Numbers.Next(act, $"{acting.State}-IN", acting.Today.Year);
                var entry = KeepRegisters.Note(
                    act,
                    acting.State,
                    RegisterKind.Incident,
                    new Incident(
                        number,
                        party,
                        what switch
                        {
                            ReportedIncident.Loss => "loss",
                            ReportedIncident.Theft => "theft",
                            _ => "diversion",
                        },
                        what == ReportedIncident.Suspicion ? "suspected" : "reported",
                        Date: on,
                        CaseId: about?.Number,
                        Remark: text
                    ),
                    $"report of {own.Name}"
                );
                await KeepRegisters.ScreenAnew(act, [entry]);
                if (about is not null)
                    act.About(about);
                act.Audit(new IncidentReported(Words.Of(what), about?.Number ?? party!));
                var subject = $"A company reports a {Words.Of(what)}";
                if (about is not null)
                    await Tell.Officers(act, about, subject);
                else
                    await Tell.OfficersOf(act, acting.State, $"{subject}: {number}", "officer/registers/incidents");
                return new ReportReceipt(entry.Id, number);
            },
            cancel
        );

    // One of the company's own: others are not told apart from those that do not exist.
    private static async Task<Case?> About(Act act, string? given, Problems problems)
    {
        if (string.IsNullOrWhiteSpace(given))
            return null;
        var (number, company) = (given.Trim().ToUpperInvariant(), act.Acting.CompanyId);
        var found = await act.Db.Cases.FirstOrDefaultAsync(
            c =>
                c.CompanyId == company
                && (c.Number == number || act.Db.Licences.Any(l => l.CaseId == c.Id && l.Number == number)),
            act.Cancel
        );
        if (found is null)
            problems.Add("case", $"Your company has no case or licence {number}.");
        return found;
    }
}
