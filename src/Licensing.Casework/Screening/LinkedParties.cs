using Licensing.Casework.Cases;
using Licensing.Casework.Registers;
using Licensing.Casework.Storage;
using Licensing.Domain.Parties;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>The parties of a case, and whoever shares a phone, an e-mail address, an address, a registration, an owner or an account with them,
/// over so many steps, each as its cases and the register have it.</summary>
/// <param name="NotFollowed">Of whom it was not looked up who else shares something with them.</param>
/// <param name="Exporters">Those who have exported.</param>
internal sealed record LinkedParties(
    IReadOnlyList<PartyRecord> Records,
    IReadOnlyList<string> NotFollowed,
    IReadOnlySet<string> Exporters
)
{
    /// <summary>How many steps of shared phones, addresses … are followed from the parties of the case.</summary>
    private const int Steps = 4;

    /// <summary>So many declarations with the same values are looked at in one step: who shares one that yet more parties share is not told.</summary>
    private const int Enough = 4 * LinkGraph.MaxMembers;

    /// <summary>Of a value that more parties share than may be linked by it, as many are taken as show that.</summary>
    /// <param name="ignored">Values that link nobody.</param>
    public static async Task<LinkedParties> Read(
        LicensingDb db,
        CaseFile file,
        int maxDegree,
        IReadOnlyList<string> ignored,
        CancellationToken cancel
    )
    {
        var state = file.Case.State;
        var submitted = LegalDay.Of(file.Case.SubmittedAt, file.State.TimeZone);
        // Of a party that nobody has declared before, what this case says is known all the same.
        var declared = DossierOfCase.PartiesOf(file.Case, submitted).ToLookup(p => p.Key);
        var silent = ignored
            .Select(v => InDossier.Plain(v, 500))
            .Concat(ignored.Select(InDossier.PlainEmail))
            .ToHashSet();
        var (records, followed) = (new Dictionary<string, PartyRecord>(), new HashSet<string>());
        var exporters = new HashSet<string>();
        var (wanted, next) = (declared.Select(p => p.Key).ToHashSet(), declared.Select(p => p.Key).ToHashSet());
        for (var step = 0; ; step++)
        {
            // In an order of its own, so that the same is always explained by the same links.
            var unread = wanted.Where(k => !records.ContainsKey(k)).Order(StringComparer.Ordinal).ToList();
            var said = (
                unread.Count == 0
                    ? []
                    : await db
                        .ScreenedParties.AsNoTracking()
                        .Where(p => p.KeptBy == state && unread.Contains(p.Key))
                        .ToListAsync(cancel)
            ).ToLookup(p => p.Key);
            exporters.UnionWith(said.SelectMany(s => s).Where(p => p.Role == PartyRole.Exporter).Select(p => p.Key));
            var register = await InRegisters.OfParties(db, file.State, unread, cancel);
            foreach (var key in unread)
                records[key] = register.Over(
                    Record(key, [.. DossierOfCase.InOrder(said.Contains(key) ? said[key] : declared[key])])
                );
            if (next.Count == 0 || step == Steps || records.Count > LinkGraph.MaxMembers)
                break;
            var (phones, emails, addresses, numbers) = (
                Values(p => InDossier.PlainOrNull(p.Phone, 60)),
                Values(p => InDossier.PlainEmail(p.Email)),
                Values(p => InDossier.PlainOrNull(p.AddressKey, 500)),
                Values(p => InDossier.PlainOrNull(p.RegistrationNo, 100))
            );
            // One after the other: with an "or" not every database uses the index of each.
            var rows = db.ScreenedParties.AsNoTracking().Where(p => p.KeptBy == state);
            var found = await rows.Where(p => p.Phone != null && phones.Contains(p.Phone))
                .Concat(rows.Where(p => p.Email != null && emails.Contains(p.Email)))
                .Concat(rows.Where(p => addresses.Contains(p.Address)))
                .Concat(rows.Where(p => p.RegistrationNumber != null && numbers.Contains(p.RegistrationNumber)))
                .Take(Enough)
                .ToListAsync(cancel);
            var (owners, accounts) = (
                Values(p => InDossier.PlainOrNull(p.BeneficialOwner, 200)),
                Values(p => InDossier.PlainOrNull(p.BankAccount, 200))
            );
            var owning =
                owners.Count + accounts.Count == 0
                    ? []
                    : await InRegisters
                        .Counting(db, state)
                        .Where(e =>
                            (e.Owner != null && owners.Contains(e.Owner))
                            || (e.Account != null && accounts.Contains(e.Account))
                        )
                        .Select(e => new Owning(e.Subject, e.Owner, e.Account))
                        .Take(Enough)
                        .ToListAsync(cancel);
            if (found.Count < Enough && owning.Count < Enough)
                followed.UnionWith(next);
            var linked = Holders(found, p => p.Key, p => p.Phone, phones)
                .Concat(Holders(found, p => p.Key, p => p.Email, emails))
                .Concat(Holders(found, p => p.Key, p => p.Address, addresses))
                .Concat(Holders(found, p => p.Key, p => p.RegistrationNumber, numbers))
                .Concat(Holders(owning, p => p.Key, p => p.Owner, owners))
                .Concat(Holders(owning, p => p.Key, p => p.Account, accounts))
                .ToLookup(holders => holders.Count <= maxDegree);
            wanted =
            [
                .. linked[true].SelectMany(h => h),
                .. linked[false].SelectMany(h => h.Order(StringComparer.Ordinal).Take(maxDegree + 1)),
            ];
            next = [.. linked[true].SelectMany(h => h).Where(k => !followed.Contains(k))];

            List<string> Values(Func<PartyRecord, string?> value) =>
                [
                    .. next.Select(k => value(records[k]))
                        .OfType<string>()
                        .Where(v => v.Length > 0 && !silent.Contains(v))
                        .Distinct(),
                ];
        }
        return new LinkedParties([.. records.Values], [.. records.Keys.Where(k => !followed.Contains(k))], exporters);
    }

    private sealed record Owning(string Key, string? Owner, string? Account);

    private static IEnumerable<List<string>> Holders<T>(
        IReadOnlyList<T> found,
        Func<T, string> key,
        Func<T, string?> value,
        IReadOnlyList<string> values
    ) =>
        found
            .Where(p => value(p) is { } its && values.Contains(its))
            .GroupBy(p => value(p)!)
            .Select(g => g.Select(key).Distinct().ToList());

    /// <param name="said">What was declared of one party, oldest first.</param>
    private static PartyRecord Record(string key, IReadOnlyList<ScreenedParty> said)
    {
        // Of a party that only the register knows.
        if (said.Count == 0)
            return new PartyRecord(key, Country: key[..2]);
        var last = said[^1];
        var changed = said.Zip(said.Skip(1))
            .Where(p =>
                (p.First.Phone is not null && p.Second.Phone is not null && p.First.Phone != p.Second.Phone)
                || (p.First.Email is not null && p.Second.Email is not null && p.First.Email != p.Second.Email)
            )
            .Select(p => (DateOnly?)p.Second.On)
            .LastOrDefault();
        return new PartyRecord(
            last.Key,
            last.Name,
            Country: last.State.Code,
            Phone: said.Select(s => s.Phone).LastOrDefault(p => p is not null),
            Email: said.Select(s => s.Email).LastOrDefault(e => e is not null),
            AddressKey: last.Address,
            RegistrationNo: said.Select(s => s.RegistrationNumber).LastOrDefault(n => n is not null),
            ContactChangedOn: changed
        );
    }
}
