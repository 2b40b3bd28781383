using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Shipments;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.Temporary;

namespace Licensing.Casework.Returns;

/// <summary>Goods that are in another State for a while, or in this one: their account, and the day by which it is to be closed.</summary>
internal static class Stay
{
    /// <summary>The account of a licence as things stand. The stay of goods under an export licence begins with their exit, that of goods
    /// under an import authorisation with their entry.</summary>
    public static ReturnAccount Account(CaseFile file) =>
        new(
            Goods(file),
            file.Case.Kind == LicenceKind.Export ? ReleaseGate.Gone(file) : Lines(file, ReturnEntryKind.CameIn),
            Lines(file, ReturnEntryKind.Back),
            Lines(file, ReturnEntryKind.AccountedFor)
        );

    /// <summary>Something is neither back nor accounted for, of goods that were to come back.</summary>
    public static bool IsOpen(CaseFile file) =>
        file.Licence?.ReturnBy is not null && Account(file).Outstanding.Count > 0;

    /// <summary>Whether the last day has passed with something outstanding.</summary>
    public static bool IsOverdueOn(CaseFile file, DateOnly today) => file.Licence!.ReturnBy < today && IsOpen(file);

    /// <summary>Goods have left, or come in: from now on their return is due.</summary>
    public static void Begin(Act act, CaseFile file)
    {
        if (file.Licence!.ReturnBy is not { } last)
            return;
        file.Licence.ReturnSettledAt = null;
        if (!file.DueTimes.Any(d => d.Kind == DueKind.Return && d.SettledAt is null))
            Deadlines.Set(act, file, DueKind.Return, last, 0, file.Licence.Id);
    }

    /// <summary>The return is due on another day.</summary>
    public static void Move(Act act, CaseFile file, DateOnly last)
    {
        file.Licence!.ReturnBy = last;
        if (!file.DueTimes.Any(d => d.Kind == DueKind.Return && d.SettledAt is null))
            return;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.Return);
        Deadlines.Set(act, file, DueKind.Return, last, 0, file.Licence.Id);
    }

    /// <summary>Something of it has come back or is accounted for: once that is all, nothing is due any more.</summary>
    public static async Task Look(Act act, CaseFile file, IProcedures procedures)
    {
        if (IsOpen(file))
            return;
        file.Licence!.ReturnSettledAt = act.Now;
        Deadlines.Settle(file, act.Now, d => d.Kind == DueKind.Return);
        await procedures.Deliver(act, file, new GoodsAccountedFor());
    }

    /// <summary>The last day has passed, and not everything is back. The authority is told with every last day that passes; here those who
    /// can still bring the goods back, or stop them.</summary>
    public static async Task TellOfTheDelay(Act act, CaseFile file)
    {
        const string subject = "Goods that went for a while are overdue";
        await Tell.Applicant(act, file.Case, subject);
        await Tell.Customs(act, file.Case, file.Case.State, subject);
        if (file.Case.Kind == LicenceKind.Export)
            await Tell.State(act, file.Case, file.Case.ImportingState, subject);
    }

    public static ReturnEntry Add(Act act, CaseFile file, ReturnEntry entry)
    {
        act.Db.ReturnEntries.Add(entry);
        file.Returns.Add(entry);
        return entry;
    }

    /// <exception cref="RefusedException">The goods went for good, or came in for good.</exception>
    public static void Require(CaseFile file)
    {
        if (file.Licence?.ReturnBy is null)
            throw new RefusedException(
                "not-temporary",
                $"Case {file.Case.Number} has no goods that are to come back.",
                "What comes back of goods that went for good is imported under an authorisation of its own."
            );
    }

    /// <summary>The first day on which anything can have come back.</summary>
    public static DateOnly? Began(CaseFile file) =>
        file.Case.Kind == LicenceKind.Export
            ? file.Exits.Min(e => (DateOnly?)e.LeftOn)
            : file.Returns.Where(r => r.Kind == ReturnEntryKind.CameIn).Min(r => (DateOnly?)r.On);

    public static IReadOnlyList<ShippedLine> Lines(CaseFile file, ReturnEntryKind kind) =>
        [.. file.Returns.Where(r => r.Kind == kind).SelectMany(r => r.Lines)];

    // How much may come in is what the authorisation says now.
    private static IReadOnlyList<GoodsLine> Goods(CaseFile file)
    {
        var lines = file.Consignment.Lines;
        if (file.Licence is not { Kind: LicenceKind.Import } licence)
            return lines;
        var authorised = InRegister.Of(licence).Authorisation.Goods;
        return [.. lines.Select(l => l with { Quantity = authorised.First(g => g.Number == l.Number).Quantity })];
    }
}
