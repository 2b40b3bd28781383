using Licensing.Casework.Clearances;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Cases;

/// <summary>How much has come on a line of an import authorisation.</summary>
/// <param name="Left">What has left the exporting State on its account, as it has told this State.</param>
/// <param name="Remaining">Authorised less that; it may be below zero where more has left than was authorised.</param>
public sealed record AuthorisedBalance(int Line, decimal Authorised, decimal Left, decimal Remaining);

/// <summary>An import authorisation, as it was last amended, with what is known here of its use.</summary>
/// <param name="Drawn">What has left on its account so far, as the exporting State has told.</param>
public sealed record AuthorisationView(
    Guid Id,
    string Number,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    LicenceStatus Status,
    string? SuspendedBecause,
    string? EndedBecause,
    string Sha256,
    ImportAuthorisation Content,
    IReadOnlyList<AuthorisedBalance> Balances,
    IReadOnlyList<DrawDownContent> Drawn
)
{
    /// <summary>Null where there is none, or it is an export licence.</summary>
    internal static AuthorisationView? Of(LicenceRecord? l, IReadOnlyList<DrawDownContent> drawn)
    {
        if (l is not { Kind: LicenceKind.Import })
            return null;
        var content = InRegister.Of(l).Authorisation;
        return new AuthorisationView(
            l.Id,
            l.Number,
            l.IssuedOn,
            l.ExpiresOn,
            l.Status,
            l.SuspendedBecause,
            l.EndedBecause,
            l.AmendedContent is { } amended ? Wire.Hash(amended) : l.Sha256,
            content,
            [.. content.Goods.Select(g => Balance(g, drawn))],
            drawn
        );
    }

    private static AuthorisedBalance Balance(AuthorisedGoods goods, IReadOnlyList<DrawDownContent> drawn)
    {
        var left = drawn.SelectMany(d => d.Lines).Where(l => l.AuthorisedLine == goods.Number).Sum(l => l.Amount);
        return new AuthorisedBalance(goods.Number, goods.Quantity.Amount, left, goods.Quantity.Amount - left);
    }

    /// <summary>What other States have told this one that has left on account of the authorisation of the case, oldest first.</summary>
    internal static async Task<IReadOnlyList<DrawDownContent>> ToldOf(
        LicensingDb db,
        CaseFile file,
        CancellationToken cancel
    )
    {
        if (file.Licence is not { Kind: LicenceKind.Import } licence)
            return [];
        var told = await db
            .ExchangeDocuments.AsNoTracking()
            .Where(d =>
                d.Kind == ExchangeKind.DrawDown
                && d.To == licence.State
                && d.From == file.Case.ExportingState
                && d.Authorisation == licence.Number
            )
            .OrderBy(d => d.KnownAt)
            .ThenBy(d => d.Sequence)
            .Select(d => d.Content)
            .ToListAsync(cancel);
        return told.ConvertAll(Wire.Read<DrawDownContent>);
    }
}
