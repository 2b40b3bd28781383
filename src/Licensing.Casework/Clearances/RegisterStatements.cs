using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>What a State says of the import authorisations in its own register. An exporting State that has relied on one is told in the
/// same act when that changes, by an exchange document as if it had been asked.</summary>
internal static class RegisterStatements
{
    /// <summary>What the State's register has under that number; null where it has none.</summary>
    public static async Task<InRegister?> Find(
        LicensingDb db,
        Domain.States.Country state,
        string? number,
        CancellationToken cancel
    )
    {
        var record = await db
            .Licences.AsNoTracking()
            .SingleOrDefaultAsync(l => l.State == state && l.Kind == LicenceKind.Import && l.Number == number, cancel);
        return record is null ? null : InRegister.Of(record);
    }

    /// <summary>The authorisation no longer holds: what was confirmed is taken back from each State to which it was confirmed.</summary>
    /// <param name="because">For those States.</param>
    public static Task TakeBack(Act act, CaseFile file, IProcedures procedures, string because) =>
        TellThoseWhoAsked(
            act,
            file,
            procedures,
            ExchangeKind.ImportConfirmation,
            new ExchangeWord(
                ExchangeKind.ImportRevocation,
                Wire.Write(
                    new ReasonContent($"The authorisation is {Words.Of(file.Licence!.Status)}. {because}".Trim())
                )
            )
        );

    /// <summary>It holds again: those from whom it was taken back are told.</summary>
    public static Task ConfirmAgain(Act act, CaseFile file, IProcedures procedures) =>
        TellThoseWhoAsked(
            act,
            file,
            procedures,
            ExchangeKind.ImportRevocation,
            new ExchangeWord(ExchangeKind.ImportConfirmation, Wire.Write(InRegister.Of(file.Licence!).Authorisation))
        );

    /// <summary>It has been amended: those who rely on it are told what it says now.</summary>
    public static Task Restate(Act act, CaseFile file, IProcedures procedures) =>
        TellThoseWhoAsked(
            act,
            file,
            procedures,
            ExchangeKind.ImportConfirmation,
            new ExchangeWord(ExchangeKind.ImportConfirmation, Wire.Write(InRegister.Of(file.Licence!).Authorisation))
        );

    private sealed record ExchangeWord(ExchangeKind Kind, string Content);

    // One statement to each exporting State, where the last one was made: it holds in all of its cases.
    private static async Task TellThoseWhoAsked(
        Act act,
        CaseFile file,
        IProcedures procedures,
        ExchangeKind lastSaid,
        ExchangeWord word
    )
    {
        var (state, number) = (file.Case.State, file.Licence!.Number);
        var statements = await act
            .Db.ExchangeDocuments.AsNoTracking()
            .Where(d => d.From == state && d.Authorisation == number && d.Statement != null)
            .ToListAsync(act.Cancel);
        foreach (var last in statements.GroupBy(s => s.To).Select(said => said.MaxBy(s => s.Statement)!))
        {
            if (last.Kind != lastSaid)
                continue;
            var its = (await CaseFile.Find(act.Db, last.CaseId, act.Cancel))!;
            Act.Touch(its.Case);
            await Answering.Take(
                act,
                its,
                procedures,
                new ExchangeEntry(
                    word.Kind,
                    state,
                    last.To,
                    LegalDay.Of(act.Now, file.State.TimeZone),
                    word.Content,
                    number,
                    last.InReplyTo
                )
            );
        }
    }
}

/// <summary>An import authorisation in the register of the State that issued it.</summary>
public sealed record InRegister(
    Guid CaseId,
    string Number,
    LicenceStatus Status,
    DateOnly ExpiresOn,
    ImportAuthorisation Authorisation
)
{
    internal static InRegister Of(LicenceRecord record) =>
        new(record.CaseId, record.Number, record.Status, record.ExpiresOn, Content(record).Authorisation);

    /// <summary>As it was issued, or as it was last amended.</summary>
    internal static ImportLicenceContent Content(LicenceRecord record) =>
        Wire.Read<ImportLicenceContent>(record.AmendedContent ?? record.Content);

    /// <summary>Its State can confirm it on that day.</summary>
    public bool IsGoodOn(DateOnly day) => Status == LicenceStatus.InForce && day <= ExpiresOn;
}
