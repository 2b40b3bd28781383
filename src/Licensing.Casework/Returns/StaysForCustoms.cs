using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Procedures;
using Licensing.Casework.Storage;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;

namespace Licensing.Casework.Returns;

/// <summary>Goods that come in, or that go for a while, as customs of the State that issued their licence sees them.</summary>
/// <param name="Goods">The lines of the licence, without what was paid.</param>
/// <param name="Lines">What went or came in of each; outstanding is what is to come back, or to leave again.</param>
/// <param name="Stay">Null where they came in for good.</param>
/// <param name="Returns">What has come in, come back or left again, or is accounted for.</param>
public sealed record StayForCustoms(
    Guid CaseId,
    string Number,
    LicenceKind Kind,
    IReadOnlyList<GoodsLine> Goods,
    IReadOnlyList<StayLine> Lines,
    StayView? Stay,
    IReadOnlyList<ReturnEntryView> Returns,
    bool MayRecordEntry,
    bool MayRecordReturn
);

/// <summary>An import authorisation as customs of its own State sees it.</summary>
/// <param name="Status">As of today: one whose last day has passed is expired, whether or not that has been noted.</param>
public sealed record AuthorisationForCustoms(
    string Number,
    LicenceStatus Status,
    ImportAuthorisation Content,
    StayForCustoms Stay
);

/// <summary>What a customs officer sees of goods that come in, or that go for a while.</summary>
public sealed class StaysForCustoms(Database database)
{
    /// <exception cref="NotFoundException">There is no such case of this State, or its goods leave for good.</exception>
    public async Task<StayForCustoms> Of(Acting acting, Guid caseId, CancellationToken cancel)
    {
        acting.Require(Role.CustomsOfficer);
        await using var db = database.Open();
        var file = await CaseFile.Find(db, caseId, cancel);
        return file?.Case.State == acting.State && Of(file, acting.Today) is { } stay
            ? stay
            : throw new NotFoundException("licence");
    }

    /// <param name="number">Of the authorisation, however it is spelt.</param>
    /// <exception cref="NotFoundException">This State's register has none of that number.</exception>
    public async Task<AuthorisationForCustoms> Authorisation(Acting acting, string? number, CancellationToken cancel)
    {
        acting.Require(Role.CustomsOfficer);
        if (string.IsNullOrWhiteSpace(number) || number.Length > 100)
            throw new MalformedException("number", "Give the number of the authorisation, as it is printed on it.");
        await using var db = database.Open();
        var found =
            await RegisterStatements.Find(db, acting.State, number, cancel)
            ?? throw new NotFoundException("authorisation");
        var file = await CaseFile.Find(db, found.CaseId, cancel) ?? throw new NotFoundException("authorisation");
        return new AuthorisationForCustoms(
            found.Number,
            StandingOn(found, acting.Today),
            found.Authorisation,
            Of(file, acting.Today)!
        );
    }

    private static LicenceStatus StandingOn(InRegister found, DateOnly day) =>
        found.Status == LicenceStatus.InForce && found.ExpiresOn < day ? LicenceStatus.Expired : found.Status;

    internal static StayForCustoms? Of(CaseFile file, DateOnly today) =>
        file.Licence is not { Kind: LicenceKind.Import } and not { ReturnBy: not null }
            ? null
            : new StayForCustoms(
                file.Case.Id,
                file.Licence.Number,
                file.Case.Kind,
                [.. file.Consignment.Lines.Select(l => l with { UnitValue = l.UnitValue with { Amount = 0 } })],
                StayView.Of(file, today)?.Lines ?? StayLine.ForGood(file),
                StayView.Of(file, today),
                ReturnEntryView.Of(file),
                file.Case.Permits(CaseActs.RecordEntry) && InRegister.Of(file.Licence).IsGoodOn(today),
                file.Case.Permits(CaseActs.RecordReturn) && Stay.IsOpen(file)
            );
}
