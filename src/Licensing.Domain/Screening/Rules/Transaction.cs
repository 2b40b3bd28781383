namespace Licensing.Domain.Screening.Rules;

/// <summary>The transaction (catalogue, 4.5): who comes between, who pays, what was promised. What it costs is in
/// <see cref="Prices"/>, how the goods were ordered in <see cref="Orders"/> and <see cref="OrdersOverTime"/>.</summary>
public static class Transaction
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new("DR-T01", BrokerNotRegisteredOrNotNamed, new Parameter("broker_registration_required", ParameterKind.Flag)),
        new("DR-T02", PaymentDoesNotFit),
        new("DR-T08", NoPromiseNotToReexport),
    ];

    /// <summary>DR-T01: a broker stands in the case that is not on the register today, or whose name or country the papers do not
    /// give. What they do not give is itself the finding.</summary>
    private static IEnumerable<Result> BrokerNotRegisteredOrNotNamed(Facts facts, Parameters its)
    {
        if (facts.Case.Parties is null)
            yield return Result.Missing("case.parties");
        if (facts.Case.Parties?.Broker is not { } id)
            yield break;
        var broker = facts.Party(id);
        var rows = facts.Reference.Lists?.Brokers;
        if (rows is null)
            yield return Result.Missing("reference.lists.brokers");
        else if (!rows.On(facts.AsOf).Any(b => b.Party == id))
            yield return Broker(
                its.Flag("broker_registration_required") ? Severity.Blocking : Severity.High,
                rows.Where(b => b.Party == id).Max(b => b.ValidTo) is { } ended && ended < facts.AsOf
                    ? $"The registration of the broker {broker?.Called ?? id} ended on {ended:yyyy-MM-dd}."
                    : $"The broker {broker?.Called ?? id} is not on the register of brokers."
            );
        if (string.IsNullOrWhiteSpace(broker?.Name) || string.IsNullOrWhiteSpace(broker.Country))
            yield return Broker(
                Severity.Elevated,
                $"The papers do not give the {(string.IsNullOrWhiteSpace(broker?.Name) ? "name" : "country")} of the broker {id}."
            );

        Result Broker(Severity severity, string text) =>
            Result.Found(
                severity,
                text,
                new Evidence(
                    new Dictionary<string, object> { ["broker"] = id, ["rows"] = rows?.Count(b => b.Party == id) ?? 0 },
                    [new Input("case.parties.broker", id)]
                )
                {
                    Subjects = [id],
                    Lists = ["brokers"],
                }
            );
    }

    private static readonly IReadOnlyList<string> UntraceableMethods = ["cash", "crypto", "prepaid", "hawala"];

    /// <summary>DR-T02: the way of payment, the payer or the payer's country does not fit the sale. What is not known is asked for while it
    /// could still raise the severity.</summary>
    private static IEnumerable<Result> PaymentDoesNotFit(Facts facts, Parameters _)
    {
        if (facts.Case.Payment is not { } payment)
        {
            yield return Result.Missing("case.payment");
            yield break;
        }
        var payer = facts.Case.Parties?.Payer;
        var near = new[] { facts.Case.CountryImport, facts.Consignee?.Country };
        var odd = new List<(string Text, Input Input)>();
        var missing = new List<string>();
        if (payment.Method is null)
            missing.Add("case.payment.method");
        else if (UntraceableMethods.Contains(payment.Method))
            odd.Add(($"it is made by {payment.Method}", new Input("case.payment.method", payment.Method)));
        if (payer is null || (!facts.Recipients.Contains(payer) && facts.RecipientsMissing.Count > 0))
            missing.AddRange(payer is null ? ["case.parties.payer"] : facts.RecipientsMissing);
        else if (!facts.Recipients.Contains(payer))
            odd.Add(
                (
                    $"{facts.Party(payer)?.Called ?? payer} pays, who is neither consignee nor final recipient",
                    new Input("case.parties.payer", payer)
                )
            );
        if (payment.PayerCountry is not { } from)
            missing.Add("case.payment.payer_country");
        else if (!near.Contains(from) && near.Contains(null))
            missing.Add(near[0] is null ? "case.country_import" : $"parties[{facts.Case.Parties?.Consignee}].country");
        else if (!near.Contains(from))
            odd.Add(
                (
                    $"it comes from {from}, which is neither the country of import nor the consignee's",
                    new Input("case.payment.payer_country", from)
                )
            );
        if (odd.Count < 2 && missing.Count > 0)
            yield return Result.Missing(missing);
        if (odd.Count > 0)
            yield return Result.Found(
                odd.Count > 1 ? Severity.High : Severity.Elevated,
                $"The payment does not fit: {string.Join("; ", odd.Select(o => o.Text))}.",
                new Evidence(new Dictionary<string, object> { ["oddities"] = odd.Count }, [.. odd.Select(o => o.Input)])
            );
    }

    /// <summary>DR-T08: the end user has not promised in writing to hand the goods on to nobody without consent. Goods that come back under a
    /// simplified procedure need no such promise.</summary>
    private static IEnumerable<Result> NoPromiseNotToReexport(Facts facts, Parameters _)
    {
        if (OneLaw.Waived(facts).Count > 0)
            yield break;
        var euc = facts.Case.Euc;
        var lacks =
            euc?.Present is false ? "There is no end-user certificate."
            : euc?.IsSigned is false ? "The end-user certificate is not signed."
            : euc?.ReexportClause is false
                ? "The end-user certificate does not promise to re-export nothing without consent."
            : null;
        if (lacks is null)
        {
            var open = new[]
            {
                (Known: euc?.Present, Place: "case.euc.present"),
                (Known: euc?.IsSigned, Place: "case.euc.signed"),
                (Known: euc?.ReexportClause, Place: "case.euc.reexport_clause"),
            };
            if (open.Any(o => o.Known is null))
                yield return Result.Missing(open.Where(o => o.Known is null).Select(o => o.Place).ToList());
            yield break;
        }
        var isTrader = facts.FinalRecipient?.Type == PartyTypes.TradingCompany;
        var risk = facts
            .Reference.Lists?.HighRisk?.On(facts.AsOf)
            .FirstOrDefault(r => r.State is not null && r.State == facts.Case.CountryImport && r.Level == "high");
        var isGrave = isTrader || risk is not null;
        if (!isGrave)
        {
            if (facts.Reference.Lists?.HighRisk is null)
                yield return Result.Missing("reference.lists.high_risk");
            if (facts.Case.CountryImport is null)
                yield return Result.Missing("case.country_import");
            if (facts.FinalRecipient is not { } recipient)
                yield return Result.Missing(facts.PlaceOfRecipient);
            else if (recipient.Type is null)
                yield return Result.Missing($"parties[{recipient.Id}].type");
        }
        yield return Result.Found(
            isGrave ? Severity.High : Severity.Elevated,
            lacks
                + (isTrader ? $" {facts.FinalRecipient!.Called} is a trading company." : "")
                + (risk is not null ? $" {risk.State} is a high-risk destination." : ""),
            new Evidence(
                new Dictionary<string, object>
                {
                    ["trading_company"] = isTrader,
                    ["high_risk"] = risk?.Id ?? (risk is null ? "no" : risk.State!),
                },
                [
                    new Input(
                        "case.euc",
                        $"present {Word(euc?.Present)}, signed {Word(euc?.IsSigned)}, re-export clause {Word(euc?.ReexportClause)}"
                    ),
                ]
            )
            {
                Lists = ["high_risk"],
            }
        );

        static string Word(bool? it) =>
            it switch
            {
                true => "yes",
                false => "no",
                null => "not known",
            };
    }
}
