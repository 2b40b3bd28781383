using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

public enum RefutationStanding
{
    /// <summary>The link is still followed: a second officer has to confirm that it means nothing.</summary>
    ToBeConfirmed,

    /// <summary>The link is not followed.</summary>
    Counts,

    /// <summary>Its last day is over: the link is followed again.</summary>
    Expired,
    TakenBack,

    /// <summary>Before a second officer had confirmed it.</summary>
    Rejected,
}

/// <param name="CaseId">The case whose screening showed the link.</param>
/// <param name="LastDay">The last day on which it is not followed, included.</param>
/// <param name="EndedBy">Who took it back, or rejected it before it was confirmed; null while nobody has.</param>
public sealed record RefutedLinkView(
    Guid Id,
    Guid CaseId,
    string CaseNumber,
    string PartyA,
    string NameA,
    LinkKind Attribute,
    string Value,
    string PartyB,
    string NameB,
    string Reason,
    DateOnly LastDay,
    RefutationStanding Standing,
    string RefutedBy,
    bool RefutedByMe,
    DateTimeOffset RefutedAt,
    string? ConfirmedBy,
    string? EndedBy,
    string? EndedBecause
);

/// <summary>Who is linked to whom around a case, as its last screening saw it.</summary>
/// <param name="AsOf">The legal day of that screening.</param>
/// <param name="Refutations">Of these links: those that count today, or await a second officer.</param>
public sealed record LinksOfCase(DateOnly AsOf, LinkPicture Picture, IReadOnlyList<RefutedLinkView> Refutations)
{
    /// <summary>What is on record against a link today; null where nothing is.</summary>
    public RefutedLinkView? Refutation(Link link) =>
        Refutations.FirstOrDefault(r =>
            r.Attribute == link.Attribute
            && r.Value == link.Value
            && ((r.PartyA, r.PartyB) == (link.From, link.To) || (r.PartyA, r.PartyB) == (link.To, link.From))
        );
}

/// <summary>The links that the screening of a case has followed, and those that officers of the State have refuted.</summary>
public sealed class RefutedLinks(Database database)
{
    /// <summary>The latest first.</summary>
    public async Task<Page<RefutedLinkView>> List(Acting acting, PageWanted page, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var rows = await Of(db, acting).OrderByDescending(r => r.RefutedAt).Take(page, cancel);
        return rows.Select(await Views(db, acting, rows.Items, cancel));
    }

    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<RefutedLinkView> Find(Acting acting, Guid id, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        var row =
            await Of(db, acting).SingleOrDefaultAsync(r => r.Id == id, cancel)
            ?? throw new NotFoundException("refuted link");
        return (await Views(db, acting, [row], cancel))(row);
    }

    /// <summary>Null where the case has not been screened.</summary>
    /// <exception cref="NotFoundException">It is another State's, or there is none.</exception>
    public async Task<LinksOfCase?> OfCase(Acting acting, Guid caseId, CancellationToken cancel)
    {
        acting.Require(Role.LicensingOfficer, Role.SeniorOfficer, Role.Auditor);
        await using var db = database.Open();
        if (!await db.Cases.AnyAsync(c => c.Id == caseId && c.State == acting.State, cancel))
            throw new NotFoundException("case");
        var last = await db
            .Screenings.AsNoTracking()
            .Where(s => s.CaseId == caseId)
            .OrderByDescending(s => s.Sequence)
            .FirstOrDefaultAsync(cancel);
        if (last is null)
            return null;
        var picture = await Shown(db, acting.State, last, cancel);
        var parties = picture.Parties.Select(p => p.Id).ToList();
        var rows = await Of(db, acting)
            .Where(r =>
                r.EndedAt == null
                && r.LastDay >= acting.Today
                && parties.Contains(r.PartyA)
                && parties.Contains(r.PartyB)
            )
            .OrderBy(r => r.RefutedAt)
            .ToListAsync(cancel);
        return new LinksOfCase(last.AsOf, picture, [.. rows.Select(await Views(db, acting, rows, cancel))]);
    }

    /// <summary>What a screening that was kept has followed: from the row alone, and from the list of values that it passed over.</summary>
    internal static async Task<LinkPicture> Shown(
        LicensingDb db,
        Country state,
        ScreeningRecord screening,
        CancellationToken cancel
    )
    {
        var passedOver = JsonSerializer
            .Deserialize<Dictionary<string, string>>(screening.Lists)!
            .Where(l => l.Key == "shared_values_ignored")
            .ToDictionary();
        return LinkPicture.Of(
            ReadScreening.DossiersIn(screening.Dossier, "the stored dossier").All[0],
            (await ReferenceOnFile.AsRead(db, state, passedOver, cancel)).SharedValuesIgnored ?? [],
            Widest(screening)
        );
    }

    // As far as any of its flags went; usually that is the same for all.
    private static int Widest(ScreeningRecord screening) =>
        ScreeningOnFile
            .Flags(screening)
            .Select(f =>
                f.Evidence.GetProperty("thresholds").TryGetProperty(LinkGraph.DegreeParameter, out var degree)
                    ? degree.GetInt32()
                    : LinkGraph.UsualMaxDegree
            )
            .DefaultIfEmpty(LinkGraph.UsualMaxDegree)
            .Max();

    private static IQueryable<LinkRefutation> Of(LicensingDb db, Acting acting) =>
        db.LinkRefutations.AsNoTracking().Where(r => r.KeptBy == acting.State);

    private static async Task<Func<LinkRefutation, RefutedLinkView>> Views(
        LicensingDb db,
        Acting acting,
        IReadOnlyList<LinkRefutation> rows,
        CancellationToken cancel
    )
    {
        var names = await NamesOf.People(
            db,
            rows.SelectMany(r => new[] { r.RefutedBy, r.ConfirmedBy, r.EndedBy }),
            cancel
        );
        var cases = rows.Select(r => r.CaseId).Distinct().ToList();
        var numbers = await db
            .Cases.AsNoTracking()
            .Where(c => cases.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        return r => new RefutedLinkView(
            r.Id,
            r.CaseId,
            numbers[r.CaseId],
            r.PartyA,
            r.NameA,
            r.Attribute,
            r.Value,
            r.PartyB,
            r.NameB,
            r.Reason,
            r.LastDay,
            Standing(r, acting.Today),
            Name(r.RefutedBy)!,
            r.RefutedBy == acting.PersonId,
            r.RefutedAt,
            Name(r.ConfirmedBy),
            Name(r.EndedBy),
            r.EndedBecause
        );

        string? Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "") : null;
    }

    private static RefutationStanding Standing(LinkRefutation it, DateOnly today) =>
        it switch
        {
            { EndedAt: not null, ConfirmedAt: null } => RefutationStanding.Rejected,
            { EndedAt: not null } => RefutationStanding.TakenBack,
            _ when it.LastDay < today => RefutationStanding.Expired,
            { ConfirmedAt: null } => RefutationStanding.ToBeConfirmed,
            _ => RefutationStanding.Counts,
        };
}
