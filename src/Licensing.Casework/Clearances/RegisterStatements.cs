using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>What a State says of the import authorisations in its own register. An exporting State that has relied on one is told in the
/// same act when that changes, by an exchange document as if it had been asked.</summary>
internal static class RegisterStatements
{
    /// <summary>What the State's register has under that number, however it is spelt; null where it has none.</summary>
    public static async Task<InRegister?> Find(LicensingDb db, Country state, string? number, CancellationToken cancel)
    {
        if (number is null)
            return null;
        var key = AuthorisationNumber.Key(number);
        var record = await db
            .Licences.AsNoTracking()
            .SingleOrDefaultAsync(l => l.State == state && l.Kind == LicenceKind.Import && l.Key == key, cancel);
        return record is null ? null : InRegister.Of(record);
    }

    /// <summary>Whoever changes the authorisation at this moment looks for those to whom it was confirmed, and whoever confirms it must see
    /// the change: both move the version of its case. To be called before the register is read.</summary>
    public static async Task Hold(Act act, ExchangeDocument request)
    {
        if (request.Authorisation is null)
            return;
        var key = AuthorisationNumber.Key(request.Authorisation);
        var its = await act
            .Db.Cases.Where(c =>
                act.Db.Licences.Any(l =>
                    l.CaseId == c.Id && l.State == request.To && l.Kind == LicenceKind.Import && l.Key == key
                )
            )
            .SingleOrDefaultAsync(act.Cancel);
        if (its is not null)
            Act.Touch(its);
    }

    /// <summary>The authorisation no longer holds: what was confirmed is taken back from each State to which it was confirmed.</summary>
    /// <param name="because">For those States; null where it is the applicant's affair.</param>
    public static Task TakeBack(Act act, CaseFile file, IProcedures procedures, string? because) =>
        TellThoseWhoRely(act, file, procedures, RegisterWord.TakenBack(because));

    /// <summary>It holds again: those from whom the register had taken it back are told. What the State has denied or revoked otherwise it
    /// has to say itself.</summary>
    public static Task ConfirmAgain(Act act, CaseFile file, IProcedures procedures) =>
        TellThoseWhoRely(act, file, procedures, RegisterWord.ConfirmedAgain);

    /// <summary>It has been amended: those who rely on it are told what it says now.</summary>
    public static Task Restate(Act act, CaseFile file, IProcedures procedures) =>
        TellThoseWhoRely(act, file, procedures, RegisterWord.Restated);

    // One statement to each exporting State, where the last one was made: it holds in all of its cases.
    private static async Task TellThoseWhoRely(Act act, CaseFile file, IProcedures procedures, RegisterWord word)
    {
        var (state, number, today) = (file.Case.State, file.Licence!.Number, LegalDay.Of(act.Now, file.State.TimeZone));
        var statements = await act
            .Db.ExchangeDocuments.AsNoTracking()
            .Where(d => d.From == state && d.Authorisation == number && d.Statement != null)
            .ToListAsync(act.Cancel);
        foreach (var said in statements.GroupBy(s => s.To))
        {
            var last = said.MaxBy(s => s.Statement)!;
            if (!word.Concerns(last))
                continue;
            var its = (await CaseFile.Find(act.Db, last.CaseId, act.Cancel))!;
            if (word.To(its, [.. said], file.Licence, today) is not { } entry)
                continue;
            Act.Touch(its.Case);
            await Answering.Take(act, its, procedures, entry);
        }
    }
}

/// <summary>What a register says of its own accord to a State to which it has spoken of the authorisation.</summary>
internal sealed record RegisterWord
{
    private readonly ExchangeKind _kind;
    private readonly string? _because;

    private RegisterWord(ExchangeKind kind, Func<ExchangeDocument, bool> concerns, string? because = null) =>
        (_kind, Concerns, _because) = (kind, concerns, because);

    /// <summary>Whether it is to be said where that was the last statement.</summary>
    public Func<ExchangeDocument, bool> Concerns { get; }

    /// <param name="because">For those States; null where it is the applicant's affair.</param>
    public static RegisterWord TakenBack(string? because) =>
        new(ExchangeKind.ImportRevocation, last => last.Kind == ExchangeKind.ImportConfirmation, because);

    public static readonly RegisterWord ConfirmedAgain = new(
        ExchangeKind.ImportConfirmation,
        last => last.Kind == ExchangeKind.ImportRevocation && last.Read<ReasonContent>().OfTheRegister
    );

    public static readonly RegisterWord Restated = new(
        ExchangeKind.ImportConfirmation,
        last => last.Kind == ExchangeKind.ImportConfirmation
    );

    /// <summary>What is said on that day; null where it is not for the register to say.</summary>
    /// <param name="its">The case in which the last statement was made.</param>
    /// <param name="said">All statements on the authorisation to that State.</param>
    /// <param name="licence">The authorisation.</param>
    public ExchangeEntry? To(
        CaseFile its,
        IReadOnlyCollection<ExchangeDocument> said,
        LicenceRecord licence,
        DateOnly today
    )
    {
        var last = said.MaxBy(s => s.Statement)!;
        if (!Concerns(last))
            return null;
        // What its correspondents have said to that request since is the State's last word.
        if (
            _kind == ExchangeKind.ImportConfirmation
            && its.Exchange.Last(d => d.InReplyTo == last.InReplyTo && d.From == last.From).Id != last.Id
        )
            return null;
        return new ExchangeEntry(
            _kind,
            last.From,
            last.To,
            today,
            _kind == ExchangeKind.ImportConfirmation ? AsItStands(licence, said) : Reason(licence),
            licence.Number,
            last.InReplyTo
        )
        {
            IsOfTheRegister = true,
            GivenBy = Guid.Empty,
        };
    }

    private string Reason(LicenceRecord licence) =>
        Wire.Write(
            new ReasonContent(
                $"The authorisation is {Words.Of(licence.Status)}. {_because}".Trim(),
                OfTheRegister: true
            )
        );

    // That it is another than one spelt alike was said to that State, and stays said.
    private static string AsItStands(LicenceRecord licence, IEnumerable<ExchangeDocument> said) =>
        Wire.Write(
            InRegister.Of(licence).Authorisation with
            {
                DistinctFrom = said.Where(s => s.Kind == ExchangeKind.ImportConfirmation)
                    .OrderBy(s => s.Statement)
                    .Select(s => s.Read<ImportAuthorisation>().DistinctFrom)
                    .LastOrDefault(),
            }
        );
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
        record.AmendedContent is { } amended
            ? Wire.Read<ImportLicenceContent>(amended)
            : record.Read<ImportLicenceContent>();

    /// <summary>Its State can confirm it on that day.</summary>
    public bool IsGoodOn(DateOnly day) => Status == LicenceStatus.InForce && day <= ExpiresOn;
}
