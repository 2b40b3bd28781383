namespace Licensing.Domain.Screening.Rules;

/// <summary>Documents (catalogue, 4.4): the days that papers bear.</summary>
public static class Chronology
{
    public static readonly IReadOnlyList<Rule> Rules = [new("DR-D06", OutOfOrder)];

    /// <summary>DR-D06: papers bear days in an order in which they cannot, or should not, have come about.</summary>
    private static IEnumerable<Result> OutOfOrder(Facts facts, Parameters _)
    {
        var it = facts.Case;
        if (it.ImportAuthorisation is { } import)
            foreach (var result in ImportAuthorisationInOrder(import, facts))
                yield return result;
        if (it.Euc is not { Present: false })
            foreach (var result in CertificateInOrder(it, facts))
                yield return result;
    }

    private static IEnumerable<Result> ImportAuthorisationInOrder(ImportPaper import, Facts facts)
    {
        const string place = "case.import_authorisation.issued_on";
        var hasLeftOrWillSoon = facts.Stage >= Stage.PreShipment;
        var licensed = facts.Case.ExportLicence?.IssuedOn;
        var dispatched = facts.Case.ExitDate ?? (hasLeftOrWillSoon ? facts.Case.PlannedShipDate : null);
        var missing = new[]
        {
            import.IssuedOn is null ? place : null,
            facts.Case.ExportLicence is { IssuedOn: null } ? "case.export_licence.issued_on" : null,
            facts.Case.ExportLicence is null && hasLeftOrWillSoon ? "case.export_licence" : null,
            dispatched is null && hasLeftOrWillSoon ? "case.planned_ship_date" : null,
        };
        yield return Result.Missing([.. missing.OfType<string>()]);
        if (import.IssuedOn > licensed && !ReplacesOneOf(licensed.Value, import.Id, import.Sha256, facts))
            yield return Late(
                Severity.High,
                $"Import authorisation {import.Id} bears {import.IssuedOn:yyyy-MM-dd}, after the export licence of {licensed:yyyy-MM-dd}.",
                (place, import.IssuedOn.Value),
                ("case.export_licence.issued_on", licensed.Value)
            );
        if (import.IssuedOn > dispatched && !ReplacesOneOf(dispatched.Value, import.Id, import.Sha256, facts))
            yield return Late(
                Severity.Blocking,
                $"Import authorisation {import.Id} bears {import.IssuedOn:yyyy-MM-dd}, after the goods "
                    + $"{(facts.Case.ExitDate is null ? "are to leave" : "left")} on {dispatched:yyyy-MM-dd}.",
                (place, import.IssuedOn.Value),
                (facts.Case.ExitDate is null ? "case.planned_ship_date" : "case.exit_date", dispatched.Value)
            );
    }

    // A renewal bears a later day than the paper that it replaces; what was on file under its number by then stood for it.
    private static bool ReplacesOneOf(DateOnly day, string? number, string? sha256, Facts facts) =>
        OnFile.Of(facts, number, sha256).Replaced.Any(r => r.RegisteredOn <= day);

    private static IEnumerable<Result> CertificateInOrder(CaseSnapshot it, Facts facts)
    {
        const string place = "case.euc.issued_on";
        if (it.Euc?.Present is null)
        {
            yield return Result.Missing(it.Euc is null ? "case.euc" : "case.euc.present");
            yield break;
        }
        var (issued, delivered) = (it.Euc.IssuedOn, it.Delivery?.VerifiedOn);
        if (issued is null)
            yield return Result.Missing(place);
        if (it.OrderDate is null)
            yield return Result.Missing("case.order_date");
        if (issued < it.OrderDate)
            yield return Late(
                Severity.High,
                $"The end-user certificate bears {issued:yyyy-MM-dd}, before the order of {it.OrderDate:yyyy-MM-dd}.",
                ("case.order_date", it.OrderDate.Value),
                (place, issued.Value)
            );
        if (issued > delivered && !ReplacesOneOf(delivered.Value, it.Euc.Number, it.Euc.Sha256, facts))
            yield return Late(
                Severity.High,
                $"The end-user certificate bears {issued:yyyy-MM-dd}, after delivery on {delivered:yyyy-MM-dd}.",
                (place, issued.Value),
                ("case.delivery.verified_on", delivered.Value)
            );
    }

    private static Result Late(
        Severity severity,
        string text,
        (string Place, DateOnly Day) late,
        (string Place, DateOnly Day) before
    ) =>
        Result.Found(
            severity,
            text,
            new Evidence(
                new Dictionary<string, object> { ["days_late"] = Days.Between(before.Day, late.Day) },
                [new Input(late.Place, $"{late.Day:yyyy-MM-dd}"), new Input(before.Place, $"{before.Day:yyyy-MM-dd}")]
            )
        );
}
