namespace Licensing.Domain.Screening.Rules;

/// <summary>Compares a party with the entries of a sanctions list.</summary>
internal static class Sanctions
{
    /// <summary>What the entries say of the party: listed, possibly listed, or not known for want of something.</summary>
    /// <param name="alike">From which similarity on two names may be one party's.</param>
    public static IEnumerable<Result> Against(PartyRecord party, IReadOnlyList<SanctionEntry> entries, decimal alike)
    {
        if (party.Name is null)
            yield return Result.Missing($"parties[{party.Id}].name");
        if (party is { RegistrationNo: null, IsPrivatePerson: false } && entries.Any(e => e.RegistrationNo is not null))
            yield return Result.Missing($"parties[{party.Id}].registration_no");
        foreach (var entry in entries)
        {
            if (HasItsNumber(party, entry))
            {
                yield return Listed(party, entry);
                continue;
            }
            // What else is the same comes first: it is cheap, and lists are long.
            var isSame = SharesCountryOrDay(party, entry);
            if (isSame is false || party.Name is null || entry.Name is null)
                continue;
            var similarity = Names.Similarity(party.Name, entry.Name);
            if (similarity < alike)
                continue;
            yield return isSame is true
                ? Resembles(party, entry, similarity)
                : Result.Missing(MissingFor(party, entry).ToList());
        }
    }

    public static bool HasItsNumber(PartyRecord? party, SanctionEntry entry) =>
        party?.RegistrationNo is { } own
        && entry.RegistrationNo is { } listed
        && Serials.Normal(own) is { Length: > 0 } number
        && number == Serials.Normal(listed);

    private static bool? SharesCountryOrDay(PartyRecord party, SanctionEntry entry)
    {
        if (
            (entry.Country is not null && entry.Country == party.Country)
            || (entry.RegisteredOn is not null && entry.RegisteredOn == party.RegisteredOn)
            || (entry.BirthDate is not null && entry.BirthDate == party.BirthDate)
        )
            return true;
        return MissingFor(party, entry).Any() ? null : false;
    }

    // A day that the entry does not have cannot be the same; a country it must have.
    private static IEnumerable<string> MissingFor(PartyRecord party, SanctionEntry entry)
    {
        if (entry.Country is null)
            yield return $"reference.lists.sanctions[{entry.Id}].country";
        if (party.Country is null)
            yield return $"parties[{party.Id}].country";
        if (entry.RegisteredOn is not null && party is { RegisteredOn: null, IsPrivatePerson: false })
            yield return $"parties[{party.Id}].registered_on";
        if (entry.BirthDate is not null && party.BirthDate is null && (party.Type is null || party.IsPrivatePerson))
            yield return $"parties[{party.Id}].birth_date";
    }

    private static Result Listed(PartyRecord party, SanctionEntry entry) =>
        Result.Found(
            Severity.Blocking,
            $"{party.Called} has the registration number {party.RegistrationNo} of {entry.Name ?? "an entry"}"
                + $" on the sanctions list{Of(entry)}.",
            EvidenceOf(party, entry, new Dictionary<string, object> { ["registration_no"] = party.RegistrationNo! })
        );

    private static Result Resembles(PartyRecord party, SanctionEntry entry, decimal similarity) =>
        Result.Found(
            Severity.High,
            $"{party.Called} may be {entry.Name} on the sanctions list{Of(entry)}: the names are alike by {similarity:0.##},"
                + $" and {(entry.Country is not null && entry.Country == party.Country ? $"both are of {entry.Country}" : "the dates are the same")}.",
            EvidenceOf(party, entry, new Dictionary<string, object> { ["similarity"] = Math.Round(similarity, 3) })
        );

    private static string Of(SanctionEntry entry) => entry.Id is null ? "" : $" ({entry.Id})";

    private static Evidence EvidenceOf(PartyRecord party, SanctionEntry entry, Dictionary<string, object> computed) =>
        new(
            new Dictionary<string, object>(computed) { ["party"] = party.Id, ["entry"] = entry.Id ?? "without id" },
            [
                new Input(
                    $"parties[{party.Id}]",
                    string.Join(", ", new[] { party.Name, party.Country, party.RegistrationNo }.OfType<string>())
                ),
                new Input(
                    $"sanctions {entry.Id}".TrimEnd(),
                    string.Join(", ", new[] { entry.Name, entry.Country, entry.RegistrationNo }.OfType<string>())
                ),
            ]
        )
        {
            Subjects = [party.Id],
            Lists = ["sanctions"],
        };
}
