namespace Licensing.Domain.Screening.Rules;

/// <summary>How the goods move (catalogue, 4.3): the way, its changes, zones.</summary>
public static class Movement
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new(
            "DR-R07",
            RouteIsCircuitous,
            new Parameter("r1", ParameterKind.Number),
            new Parameter("r2", ParameterKind.Number),
            new Parameter("min_extra_km", ParameterKind.Number)
        ),
        new("DR-R10", RouteChangedAfterIssue, new Parameter("late_hours", ParameterKind.Whole)),
        new("DR-R11", GoodsRestInAFreeTradeZone, new Parameter("max_dwell", ParameterKind.Whole)),
    ];

    /// <summary>DR-R07: the way is much longer than it need be, as a ratio and in kilometres.</summary>
    private static IEnumerable<Result> RouteIsCircuitous(Facts facts, Parameters its)
    {
        if (MissingForTheWay(facts.Case.Route).ToList() is { Count: > 0 } missing)
        {
            yield return Result.Missing(missing);
            yield break;
        }
        var direct = facts.Case.Route!.DirectKm!.Value;
        var km = facts.Case.Route.Legs!.Sum(l => l.Km!.Value);
        var ratio = km / direct;
        if (ratio < its.Number("r1") || km - direct < its.Number("min_extra_km"))
            yield break;
        yield return Result.Found(
            ratio >= its.Number("r2") ? Severity.High : Severity.Elevated,
            $"The route is {km:0} km long, {ratio:0.0#} times the {direct:0} km of the direct way.",
            new Evidence(
                new Dictionary<string, object>
                {
                    ["km"] = km,
                    ["direct_km"] = direct,
                    ["extra_km"] = km - direct,
                    ["ratio"] = Math.Round(ratio, 2),
                },
                [
                    .. facts.Case.Route.Legs!.Select(
                        (l, i) => new Input($"case.route.legs[{i}]", $"{l.ToState}, {l.Km:0} km")
                    ),
                ]
            )
        );
    }

    private static IEnumerable<string> MissingForTheWay(CaseRoute? route)
    {
        if (route?.DirectKm is not > 0)
            yield return "case.route.direct_km";
        if (route?.Legs is not { Count: > 0 } legs)
            yield return "case.route.legs";
        else
            for (var i = 0; i < legs.Count; i++)
                if (legs[i].Km is null)
                    yield return $"case.route.legs[{i}].km";
    }

    private static readonly IReadOnlyList<string> FieldsOfTheRoute =
    [
        "route",
        "carrier",
        "port_of_entry",
        "last_leg",
        "transit_states",
    ];

    /// <summary>DR-R10: after the licence was issued, the route was changed without approval, or so late that nobody could look into it.</summary>
    private static IEnumerable<Result> RouteChangedAfterIssue(Facts facts, Parameters its)
    {
        if (facts.Case.Amendments is not { } amendments)
        {
            yield return Result.Missing("case.amendments");
            yield break;
        }
        var issued = facts.Case.ExportLicence?.IssuedOn;
        for (var i = 0; i < amendments.Count; i++)
        {
            var (it, place) = (amendments[i], $"case.amendments[{i}]");
            if (it.Field is not null && !FieldsOfTheRoute.Contains(it.Field))
                continue;
            if (it.Field is null || it.ChangedOn is null || issued is null)
                yield return Result.Missing(
                    it.Field is null ? $"{place}.field"
                    : it.ChangedOn is null ? $"{place}.changed_on"
                    : "case.export_licence.issued_on"
                );
            else if (it.ChangedOn > issued)
                foreach (var result in Changed(it, it.ChangedOn.Value, place, facts, its.Whole("late_hours")))
                    yield return result;
        }
    }

    private static IEnumerable<Result> Changed(Amendment it, DateOnly day, string place, Facts facts, int lateHours)
    {
        // Days are all that is known, so that hours count as the days they reach into. What was changed under way is later still.
        var departures = new[] { facts.Case.PlannedShipDate, facts.Case.ExitDate }.OfType<DateOnly>().ToList();
        var isLate = departures.Exists(d => day >= d.AddDays(-(int)Math.Ceiling(lateHours / 24m)));
        if (it.ApprovedOn is not null && !isLate)
            return departures.Count > 0 ? [] : [Result.Missing("case.planned_ship_date")];
        var isUnderWay = day >= facts.Case.ExitDate;
        return
        [
            Result.Found(
                Severity.High,
                $"A change of {it.Field!.Replace('_', ' ')} on {day:yyyy-MM-dd}, after the licence was issued"
                    + (
                        isUnderWay ? " and while the goods were under way, "
                        : isLate ? $" and within {lateHours} hours of departure, "
                        : ", "
                    )
                    + (
                        it.ApprovedOn is { } approved
                            ? $"was approved on {approved:yyyy-MM-dd}."
                            : "has not been approved."
                    ),
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["field"] = it.Field,
                        ["changed_on"] = day,
                        ["approved"] = it.ApprovedOn is not null,
                        ["late"] = isLate,
                    },
                    [new Input(place, $"{it.Field}, {day:yyyy-MM-dd}")]
                )
                {
                    Subjects = [it.Field],
                }
            ),
        ];
    }

    /// <summary>DR-R11: the recipient or the consignee sits in a free-trade zone, or the goods are stored in one for long.</summary>
    private static IEnumerable<Result> GoodsRestInAFreeTradeZone(Facts facts, Parameters its)
    {
        var parties = facts.Case.Parties;
        if (parties?.FinalRecipient is null)
            yield return Result.Missing("case.parties.final_recipient");
        if (parties?.Consignee is null)
            yield return Result.Missing("case.parties.consignee");
        foreach (var id in facts.Recipients)
            if (facts.Party(id)?.AddressFtz is not { } isInZone)
                yield return Result.Missing($"parties[{id}].address_ftz");
            else if (isInZone)
                yield return Result.Found(
                    Severity.Elevated,
                    $"The address of {facts.Party(id)!.Name ?? id} lies in a free-trade zone.",
                    new Evidence(
                        new Dictionary<string, object> { ["party"] = id },
                        [new Input($"parties[{id}]", facts.Party(id)!.AddressKey ?? "in a free-trade zone")]
                    )
                    {
                        Subjects = [id],
                    }
                );
        if (facts.Case.Route?.Legs is not { Count: > 0 } legs)
        {
            yield return Result.Missing("case.route.legs");
            yield break;
        }
        for (var i = 0; i < legs.Count; i++)
            foreach (var result in StoredInAZone(legs[i], $"case.route.legs[{i}]", its.Whole("max_dwell"), facts))
                yield return result;
    }

    // A stay that is short enough, or outside any zone, needs nothing more to be known.
    private static IEnumerable<Result> StoredInAZone(CaseLeg leg, string place, int maxDwell, Facts facts)
    {
        if (leg.Stop is null && leg.ToState != facts.Case.CountryImport)
            return [Result.Missing($"{place}.stop")];
        if (leg.Stop != CaseStop.Store || leg.Ftz is false || leg.DwellDays <= maxDwell)
            return [];
        if (leg.Ftz is null || leg.DwellDays is null)
            return [Result.Missing(leg.Ftz is null ? $"{place}.ftz" : $"{place}.dwell_days")];
        return
        [
            Result.Found(
                Severity.Elevated,
                $"The goods are to be stored {leg.DwellDays:0.#} days in a free-trade zone in {leg.ToState ?? "a State that is not named"}.",
                new Evidence(
                    new Dictionary<string, object>
                    {
                        ["state"] = leg.ToState ?? "",
                        ["dwell_days"] = leg.DwellDays.Value,
                    },
                    [new Input(place, $"{leg.ToState}, {leg.Stop}, {leg.DwellDays:0.#} days")]
                )
            ),
        ];
    }
}
