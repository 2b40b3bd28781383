namespace Licensing.Domain.Screening.Rules;

/// <summary>One thing about a party's phone or e-mail.</summary>
/// <param name="What">What is odd about it, for the officer.</param>
/// <param name="Place">What it was read from, or what would have to be known.</param>
/// <param name="IsOdd">Null when nobody can tell.</param>
internal sealed record ContactSign(string What, string Place, string Value, bool? IsOdd);

/// <summary>Whether phone and e-mail fit the party that gives them.</summary>
internal static class Contacts
{
    public static IEnumerable<ContactSign> Of(PartyRecord party, Facts facts) =>
        [
            PhoneIsForeign(party, facts.Reference),
            EmailIsForeign(party, facts.Reference),
            EmailIsWebmail(party, facts.Reference),
            ChangedWhileProcessed(party, facts),
        ];

    private static ContactSign PhoneIsForeign(PartyRecord party, ReferenceData reference)
    {
        var number = International(party.Phone);
        var prefix =
            party.Country is { } country && reference.States?.GetValueOrDefault(country)?.PhonePrefix is { } own
                ? International(own)
                : null;
        return new ContactSign(
            $"the phone number is not of {party.Country}",
            number is null
                    ? $"parties[{party.Id}].phone{(party.Phone is null ? "" : " with the prefix of its country")}"
                : party.Country is null ? $"parties[{party.Id}].country"
                : prefix is null ? $"reference.states.{party.Country}.phone_prefix"
                : $"parties[{party.Id}].phone",
            party.Phone ?? "",
            number is null || prefix is null ? null : !number.StartsWith(prefix, StringComparison.Ordinal)
        );
    }

    // An ending that is no State's, such as .com, says nothing of a country.
    private static ContactSign EmailIsForeign(PartyRecord party, ReferenceData reference)
    {
        var ending = DomainOf(party.Email)?.Split('.')[^1].ToUpperInvariant();
        return new ContactSign(
            $"the e-mail address is not of {party.Country}",
            ending is null ? $"parties[{party.Id}].email"
                : reference.States is null ? "reference.states"
                : party.Country is null ? $"parties[{party.Id}].country"
                : $"parties[{party.Id}].email",
            party.Email ?? "",
            ending is null || reference.States is null ? null
                : !reference.States.ContainsKey(ending) ? false
                : party.Country is null ? null
                : ending != party.Country
        );
    }

    private static ContactSign EmailIsWebmail(PartyRecord party, ReferenceData reference)
    {
        var domain = DomainOf(party.Email);
        return new ContactSign(
            "the e-mail address is one that anybody can get",
            domain is not null && reference.WebmailDomains is null
                ? "reference.webmail_domains"
                : $"parties[{party.Id}].email",
            party.Email ?? "",
            domain is null ? null : reference.WebmailDomains?.Contains(domain, StringComparer.OrdinalIgnoreCase)
        );
    }

    // No day of a change on record is no change.
    private static ContactSign ChangedWhileProcessed(PartyRecord party, Facts facts) =>
        new(
            $"it changed on {party.ContactChangedOn:yyyy-MM-dd}, while the application was processed",
            facts.Case.ReceivedOn is null ? "case.received_on" : $"parties[{party.Id}].contact_changed_on",
            $"{party.ContactChangedOn:yyyy-MM-dd}",
            party.ContactChangedOn is not { } changed || changed > facts.AsOf ? false
                : facts.Case.ReceivedOn is not { } received ? null
                : changed >= received
        );

    // A number without the prefix of a country says nothing of one.
    private static string? International(string? phone)
    {
        var number = string.Concat((phone ?? "").Where(c => char.IsAsciiDigit(c) || c == '+'));
        if (number.StartsWith("00", StringComparison.Ordinal))
            number = $"+{number[2..]}";
        return number.Length > 1 && number[0] == '+' ? number : null;
    }

    private static string? DomainOf(string? email) =>
        email?.Trim().Split('@') is [.., { Length: > 0 } _, { Length: > 0 } domain] ? domain : null;
}
