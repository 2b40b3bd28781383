namespace Licensing.Domain.Screening.Rules;

/// <summary>Who the end user is (catalogue, 4.2). What is on record against it is in <see cref="AdverseParties"/>, what it may have and would
/// need in <see cref="EndUse"/>.</summary>
public static class EndUser
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-E01", FinalRecipientNotNamed, new Parameter("blank_values", ParameterKind.Words)),
        new("DR-E02", HandedToSomebodyElse),
        new("DR-E03", IntermediaryAsEndUser),
        new(
            "DR-E04",
            CompanyIsNew,
            new Parameter("elevated_days", ParameterKind.Whole),
            new Parameter("high_days", ParameterKind.Whole)
        ),
        new("DR-E05", AddressCannotHoldFirearms),
        new("DR-E13", OwnerNotDisclosed),
        new("DR-E14", ContactDoesNotFit, new Parameter("min", ParameterKind.Whole)),
    ];

    /// <summary>DR-E01: nobody is named as final recipient, or a word stands there that names nobody. That it is not known is itself the
    /// finding.</summary>
    private static IEnumerable<Result> FinalRecipientNotNamed(Facts facts, Parameters its)
    {
        var given = facts.Case.Parties?.FinalRecipient;
        var name = facts.FinalRecipient?.Name ?? given;
        if (!NamesNobody(given) && !NamesNobody(name))
            yield break;
        yield return Result.Found(
            Severity.Blocking,
            string.IsNullOrWhiteSpace(name)
                ? "No final recipient is named."
                : $"\"{name}\" stands where the final recipient is to be named: that is nobody.",
            new Evidence(
                new Dictionary<string, object> { ["final_recipient"] = name ?? "" },
                [new Input("case.parties.final_recipient", given ?? "")]
            )
        );

        bool NamesNobody(string? text) =>
            string.IsNullOrWhiteSpace(text)
            || its.Words("blank_values").Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>DR-E02: the goods are handed to somebody other than the end user. An undertaking that nobody has put on file is
    /// none.</summary>
    private static IEnumerable<Result> HandedToSomebodyElse(Facts facts, Parameters _)
    {
        if (facts.RecipientsMissing.Count > 0 || facts.SignsOf("DR-E01").Count > 0)
        {
            yield return Result.Missing(
                facts.RecipientsMissing.Count > 0 ? facts.RecipientsMissing : ["case.parties.final_recipient"]
            );
            yield break;
        }
        var (consignee, recipient) = (facts.Case.Parties!.Consignee!, facts.Case.Parties.FinalRecipient!);
        if (consignee == recipient || facts.Case.OnwardDeliveryUndertaking is true)
            yield break;
        var (from, to) = (facts.Consignee?.Country, facts.FinalRecipient?.Country);
        if (from is null)
            yield return Result.Missing($"parties[{consignee}].country");
        if (to is null)
            yield return Result.Missing($"parties[{recipient}].country");
        var isAbroad = from is not null && to is not null && from != to;
        yield return Result.Found(
            isAbroad ? Severity.High : Severity.Elevated,
            $"The goods go to {facts.Consignee?.Called ?? consignee}{(isAbroad ? $" in {from}" : "")} and not to the final recipient"
                + $" {facts.FinalRecipient?.Called ?? recipient}{(isAbroad ? $" in {to}" : "")};"
                + " no undertaking to hand them on is on file.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["consignee_country"] = from ?? "not known",
                    ["final_recipient_country"] = to ?? "not known",
                },
                [
                    new Input("case.parties.consignee", consignee),
                    new Input("case.parties.final_recipient", recipient),
                    new Input("case.onward_delivery_undertaking", "none"),
                ]
            )
        );
    }

    /// <summary>DR-E03: the end user named is one that moves, pays or trades.</summary>
    private static IEnumerable<Result> IntermediaryAsEndUser(Facts facts, Parameters _)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (recipient.Type is null)
            yield return Result.Missing($"parties[{recipient.Id}].type");
        var isDealer = recipient.IsLicensedDealer(facts.AsOf);
        if (recipient.Type == PartyTypes.TradingCompany && isDealer is null)
            yield return Result.Missing($"parties[{recipient.Id}].authorisations");
        var severity = recipient.Type switch
        {
            PartyTypes.FreightForwarder or PartyTypes.Courier or PartyTypes.Bank or PartyTypes.MailForwarding =>
                Severity.High,
            PartyTypes.TradingCompany when isDealer is false => Severity.Elevated,
            _ => (Severity?)null,
        };
        if (severity is { } found)
            yield return Result.Found(
                found,
                $"The final recipient {recipient.Called} is a {recipient.Type!.Replace('_', ' ')}"
                    + $"{(found == Severity.Elevated ? " that is not licensed to hold a dealer's stock" : "")}:"
                    + " the true end user is not known.",
                new Evidence(
                    new Dictionary<string, object> { ["type"] = recipient.Type! },
                    [new Input($"parties[{recipient.Id}].type", recipient.Type!)]
                )
            );
    }

    /// <summary>DR-E04: a company with little or no history.</summary>
    private static IEnumerable<Result> CompanyIsNew(Facts facts, Parameters its)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (recipient.IsPrivatePerson)
            yield break;
        if (recipient.Type is null || recipient.RegisteredOn is null)
        {
            yield return Result.Missing(
                recipient.RegisteredOn is null
                    ? $"parties[{recipient.Id}].registered_on"
                    : $"parties[{recipient.Id}].type"
            );
            yield break;
        }
        var age = Days.Between(recipient.RegisteredOn.Value, facts.AsOf);
        if (age >= its.Whole("elevated_days"))
            yield break;
        yield return Result.Found(
            age < its.Whole("high_days") ? Severity.High : Severity.Elevated,
            age < 0
                ? $"{recipient.Called} is registered only from {recipient.RegisteredOn:yyyy-MM-dd}."
                : $"{recipient.Called} was registered {age} days ago, on {recipient.RegisteredOn:yyyy-MM-dd}.",
            new Evidence(
                new Dictionary<string, object> { ["age_days"] = age },
                [new Input($"parties[{recipient.Id}].registered_on", $"{recipient.RegisteredOn:yyyy-MM-dd}")]
            )
        );
    }

    /// <summary>DR-E05: the address of final recipient or consignee is one where firearms cannot be kept.</summary>
    private static IEnumerable<Result> AddressCannotHoldFirearms(Facts facts, Parameters _)
    {
        if (facts.RecipientsMissing.Count > 0)
            yield return Result.Missing(facts.RecipientsMissing);
        foreach (var id in facts.Recipients)
        {
            var party = facts.Party(id);
            if (party?.AddressType is not { } address)
            {
                yield return Result.Missing(party is null ? $"parties[{id}]" : $"parties[{id}].address_type");
                continue;
            }
            if (address == "residential" && party.Type is null)
                yield return Result.Missing($"parties[{id}].type");
            var isHome = address == "residential" && party is { Type: not null, IsPrivatePerson: false };
            if (isHome || address is "po_box" or "virtual_office" or "formation_agent")
                yield return Result.Found(
                    Severity.Elevated,
                    $"The address of {party.Called} is a {Word(address)}{(isHome ? ", though it is no private person" : "")}:"
                        + " firearms cannot be kept there securely.",
                    new Evidence(
                        new Dictionary<string, object> { ["party"] = id, ["address_type"] = address },
                        [new Input($"parties[{id}].address_type", address)]
                    )
                    {
                        Subjects = [id],
                    }
                );
        }

        static string Word(string address) =>
            address switch
            {
                "po_box" => "PO box",
                "residential" => "home",
                _ => address.Replace('_', ' '),
            };
    }

    /// <summary>DR-E13: who controls a company is not disclosed. Where no owner is on record, that is the finding; it is not a gap in
    /// it.</summary>
    private static IEnumerable<Result> OwnerNotDisclosed(Facts facts, Parameters _)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        if (recipient.IsPrivatePerson || recipient.Type == PartyTypes.Government || recipient.Listed is true)
            yield break;
        var owner = recipient.BeneficialOwner;
        var isNominee = owner?.Contains("nominee", StringComparison.OrdinalIgnoreCase) is true;
        if (!string.IsNullOrWhiteSpace(owner) && !isNominee)
            yield break;
        yield return recipient.Type is null
            ? Result.Missing($"parties[{recipient.Id}].type")
            : Result.Found(
                Severity.Elevated,
                isNominee
                    ? $"The owner of {recipient.Called} on record is a nominee, {owner}: who controls it is not disclosed."
                    : $"No owner of {recipient.Called} is on record.",
                new Evidence(
                    new Dictionary<string, object> { ["owner"] = owner ?? "" },
                    [new Input($"parties[{recipient.Id}].beneficial_owner", owner ?? "")]
                )
            );
    }

    /// <summary>DR-E14: several things about phone and e-mail do not fit the recipient. What is not known matters where it could tip the
    /// count.</summary>
    private static IEnumerable<Result> ContactDoesNotFit(Facts facts, Parameters its)
    {
        if (facts.FinalRecipient is not { } recipient)
        {
            yield return Result.Missing(facts.PlaceOfRecipient);
            yield break;
        }
        var signs = Contacts.Of(recipient, facts).ToList();
        var anomalies = signs.Where(s => s.IsOdd is true).Select(s => s.What).ToList();
        var open = signs.Where(s => s.IsOdd is null).Select(s => s.Place).Distinct().ToList();
        var least = Math.Max(1, its.Whole("min"));
        if (anomalies.Count >= least)
            yield return Result.Found(
                Severity.Info,
                $"Contact of {recipient.Called}: {string.Join("; ", anomalies)}.",
                new Evidence(
                    new Dictionary<string, object> { ["anomalies"] = anomalies.Count },
                    [.. signs.Where(s => s.IsOdd is true).Select(s => new Input(s.Place, s.Value))]
                )
                {
                    Lists = ["states", "webmail_domains"],
                }
            );
        else if (anomalies.Count + signs.Count(s => s.IsOdd is null) >= least)
            yield return Result.Missing(open);
    }
}
