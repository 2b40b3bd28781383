using System.Globalization;
using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Returns;

/// <summary>Firearms that bear the import marking, as their importer reports them.</summary>
/// <param name="Lines">With the serial number of each; of one that came in without, the number that it was given.</param>
/// <param name="Year">Of the import, as it stands in the marking.</param>
/// <param name="NoYearBecause">Why it was not possible to mark the year; null where it was.</param>
/// <param name="On">The day on which they were marked; not after today.</param>
public sealed record MarkingGiven(
    IReadOnlyList<ShippedLineGiven>? Lines,
    int? Year,
    string? NoYearBecause,
    DateOnly? On
);

/// <param name="Reason">Why they need not bear the marking, with the ground in law.</param>
public sealed record MarkingWaiverGiven(IReadOnlyList<ShippedLineGiven>? Lines, string? Reason);

/// <summary>Art. 8(1)(b): the importer reports the firearms that bear the import marking, and a senior officer those that need not.</summary>
public sealed class ImportMarking(ActRunner acts, IProcedures procedures)
{
    /// <exception cref="NotPermittedException">They did not come in, or are marked already. Nothing was done.</exception>
    public Task<CaseReceipt> Record(Acting acting, Guid caseId, MarkingGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "record the import marking",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFileOfApplicant.Open(act, caseId);
                file.RequirePermitted(CaseActs.RecordMarking);
                var (lines, on, noYear) = Read(file, given, acting.Today);
                Require(ImportMarkings.VerifyMarked(Markings.Account(file), lines));
                var entry = Add(act, file, ReturnEntryKind.Marked, lines, on, noYear, given.Year);
                act.Audit(
                    new ImportsMarked(
                        file.Licence!.Number,
                        Markings.Words(file.Case.State.Code, given.Year),
                        on,
                        Departures.InWords(lines),
                        noYear
                    )
                );
                await Markings.Look(act, file, procedures);
                await Tell.Officers(act, file.Case, "Imported firearms have been marked");
                return CaseReceipt.Of(file, entry.Id);
            },
            cancel
        );

    /// <exception cref="NotPermittedException">They did not come in, or are marked already. Nothing was done.</exception>
    public Task<CaseReceipt> Waive(Acting acting, Guid caseId, MarkingWaiverGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "waive the import marking",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                acting.Require(Role.SeniorOfficer);
                var problems = new Problems();
                var lines = ShippedLineGiven.Read(given.Lines ?? [], file.Consignment.Lines, problems);
                var reason = problems.Text("reason", given.Reason, "the reason", 1000);
                problems.ThrowIfAny();
                file.RequirePermitted(CaseActs.WaiveMarking);
                Require(ImportMarkings.VerifyWaived(Markings.Account(file), lines));
                var entry = Add(act, file, ReturnEntryKind.MarkingWaived, lines, acting.Today, reason);
                act.Audit(new ImportMarkingWaived(file.Licence!.Number, Departures.InWords(lines), reason));
                await Markings.Look(act, file, procedures);
                await Tell.Applicant(act, file.Case, "Imported firearms need not be marked");
                return CaseReceipt.Of(file, entry.Id);
            },
            cancel
        );

    private static void Require(IReadOnlyList<Finding> findings)
    {
        var unmet = findings.Where(f => !f.IsMet).ToList();
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
    }

    private static (IReadOnlyList<ShippedLine>, DateOnly, string?) Read(
        CaseFile file,
        MarkingGiven given,
        DateOnly today
    )
    {
        var problems = new Problems();
        var lines = ShippedLineGiven.Read(given.Lines ?? [], file.Consignment.Lines, problems);
        var on = problems.Required("on", given.On, "the day on which they were marked");
        if (given.On > today)
            problems.Add("on", "It cannot have happened after today.");
        var first = Stay.Began(file);
        if (first is { } came && given.On < came)
            problems.Add("on", $"The first goods came in on {came:yyyy-MM-dd}: they cannot have been marked before.");
        if (given.Year is { } year && first is { } from && (year < from.Year || year > today.Year))
            problems.Add(
                "year",
                $"The year of import is {from.Year}{(today.Year > from.Year ? $" to {today.Year}" : "")}."
            );
        var noYear = given.Year is null
            ? problems.Text(
                "noYearBecause",
                given.NoYearBecause,
                "the year, or why it was not possible to mark it",
                500
            )
            : null;
        if (given.Year is not null && !string.IsNullOrWhiteSpace(given.NoYearBecause))
            problems.Add("noYearBecause", "Give either the year, or why there is none.");
        problems.ThrowIfAny();
        return (lines, on, noYear);
    }

    private static ReturnEntry Add(
        Act act,
        CaseFile file,
        ReturnEntryKind kind,
        IReadOnlyList<ShippedLine> lines,
        DateOnly on,
        string? because,
        int? year = null
    ) =>
        Stay.Add(
            act,
            file,
            new ReturnEntry
            {
                Id = Guid.CreateVersion7(act.Now),
                CaseId = file.Case.Id,
                Sequence = file.Returns.Count + 1,
                Kind = kind,
                Lines = lines,
                On = on,
                Because = because,
                MarkedYear = year,
                RecordedBy = act.Acting.PersonId,
                RecordedAt = act.Now,
            }
        );
}

/// <summary>The import marking of firearms that came in for good.</summary>
internal static class Markings
{
    /// <summary>As things stand.</summary>
    public static MarkingAccount Account(CaseFile file) =>
        new(
            file.Consignment.Lines,
            Stay.Lines(file, ReturnEntryKind.CameIn),
            Stay.Lines(file, ReturnEntryKind.Marked),
            Stay.Lines(file, ReturnEntryKind.MarkingWaived)
        );

    public static bool IsAsked(CaseFile file) =>
        file.Case is { Kind: LicenceKind.Import, Consignment.Temporary: null }
        && file.Licence is not null
        && file.Consignment.Lines.Any(l => l.Class == GoodsClass.Firearm);

    /// <summary>Firearms came in, and do not all bear the marking.</summary>
    public static bool IsOpen(CaseFile file) => IsAsked(file) && Account(file).Unmarked.Count > 0;

    /// <summary>Firearms have come in: from now on their marking is due.</summary>
    public static async Task Begin(Act act, CaseFile file)
    {
        if (!IsOpen(file) || file.DueTimes.Any(d => d.Kind == DueKind.ImportMarking && d.SettledAt is null))
            return;
        var last = Deadlines.LastDay(act, file, file.Profile.Periods.ImportMarkingOrUsual);
        Deadlines.Set(act, file, DueKind.ImportMarking, last, 0, file.Licence!.Id);
        await Tell.Applicant(act, file.Case, "Have imported firearms marked");
    }

    /// <summary>Some have been marked, or need not be: once that is all, nothing is due any more.</summary>
    public static async Task Look(Act act, CaseFile file, IProcedures procedures)
    {
        Act.Touch(file.Case);
        if (IsOpen(file))
            return;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.ImportMarking);
        await procedures.Deliver(act, file, new ImportsAreMarked());
    }

    /// <summary>What stands on the firearm, besides its own number.</summary>
    public static string Words(string country, int? year) =>
        year is { } known ? $"{country} {known.ToString(CultureInfo.InvariantCulture)}" : country;
}

/// <summary>A line of firearms that came in for good.</summary>
/// <param name="Serials">Of those that are unmarked and bear one.</param>
public sealed record MarkingLine(
    int Line,
    decimal CameIn,
    decimal Marked,
    decimal Waived,
    decimal Unmarked,
    IReadOnlyList<string> Serials
);

/// <summary>How far the import marking has come (P8b).</summary>
/// <param name="LastDay">Included; null while nothing is due.</param>
/// <param name="IsOverdue">The last day has passed, and some are unmarked.</param>
/// <param name="MayRecord">The procedure permits the importer to report marked firearms now, and there are some to mark.</param>
public sealed record MarkingView(DateOnly? LastDay, bool IsOverdue, IReadOnlyList<MarkingLine> Lines, bool MayRecord)
{
    /// <summary>Null where the goods come for a while, hold no firearm, or there is no authorisation yet.</summary>
    internal static MarkingView? Of(CaseFile file, DateOnly today)
    {
        if (!Markings.IsAsked(file))
            return null;
        var account = Markings.Account(file);
        var unmarked = account.Unmarked;
        var due = file.DueTimes.LastOrDefault(d => d.Kind == DueKind.ImportMarking);
        var isOpen = unmarked.Count > 0;
        return new MarkingView(
            isOpen ? due?.LastDay : null,
            isOpen && due?.LastDay < today,
            [
                .. account
                    .Goods.Where(g => g.Class == GoodsClass.Firearm)
                    .Select(g => new MarkingLine(
                        g.Number,
                        account.CameIn.AmountOf(g.Number),
                        account.Marked.AmountOf(g.Number),
                        account.Waived.AmountOf(g.Number),
                        unmarked.AmountOf(g.Number),
                        [.. unmarked.Where(l => l.Line == g.Number).SelectMany(l => l.Serials)]
                    )),
            ],
            isOpen && file.Case.Permits(CaseActs.RecordMarking)
        );
    }
}
