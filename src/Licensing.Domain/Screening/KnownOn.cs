using System.Text.Json;

namespace Licensing.Domain.Screening;

/// <summary>What was known on a day. Rules get nothing else, so that none of them can look ahead and any past decision can be judged
/// again.</summary>
public static class KnownOn
{
    /// <summary>Without what became known, or happened, after the day. Plans (ship date, arrival, validity) are known ahead and stay. The
    /// freshness of lists is that of the copy in use, whenever it was fetched.</summary>
    public static ScreeningDossier AsKnownOn(this ScreeningDossier dossier, DateOnly day) =>
        dossier with
        {
            Case = dossier.Case.AsKnownOn(day),
            Parties = Keep(dossier.Parties, p => !(p.KnownAt > day)),
            History = Keep(dossier.History, h => h.Date <= day && !(h.KnownAt > day))
                ?.Select(h => h with { ExitDate = By(h.ExitDate, day), VerifiedOn = By(h.VerifiedOn, day) })
                .ToList(),
            SerialRegister = Keep(dossier.SerialRegister, s => !(s.DeliveredOn > day) && !(s.KnownAt > day))
                ?.Select(s => s with { ReturnedOn = By(s.ReturnedOn, day) })
                .ToList(),
            Seizures = Keep(
                dossier.Seizures,
                s => !(s.RecoveredOn > day) && !(s.ReportedOn > day) && !(s.KnownAt > day)
            ),
            ImportAuthUsage = Keep(dossier.ImportAuthUsage, u => !(u.KnownAt > day)),
            Watch = Keep(dossier.Watch, w => !(w.Date > day) && !(w.KnownAt > day)),
            Drawdown = Keep(dossier.Drawdown, m => !(m.Date > day) && !(m.KnownAt > day)),
            Incidents = Keep(dossier.Incidents, i => !(i.Date > day) && !(i.KnownAt > day)),
            PsvResults = Keep(dossier.PsvResults, p => !(p.Date > day) && !(p.KnownAt > day)),
            DocumentRegister = Keep(dossier.DocumentRegister, d => !(d.RegisteredOn > day) && !(d.KnownAt > day)),
            RefutedLinks = Keep(dossier.RefutedLinks, r => !(r.KnownAt > day)),
            Arrangements = Rows(dossier.Arrangements, day),
        };

    private static CaseSnapshot AsKnownOn(this CaseSnapshot it, DateOnly day) =>
        it with
        {
            TransitConsents = it
                .TransitConsents?.Select(c =>
                    c with
                    {
                        RequestedOn = By(c.RequestedOn, day),
                        ImportInfoSentOn = By(c.ImportInfoSentOn, day),
                    }
                )
                .ToList(),
            // What was confirmed, or denied, later was then an open question.
            ImportAuthorisation =
                it.ImportAuthorisation is { } paper && paper.VerifiedOn > day
                    ? paper with
                    {
                        Verification = "pending",
                        VerifiedOn = null,
                    }
                    : it.ImportAuthorisation,
            Euc =
                it.Euc is { } euc && euc.VerifiedOn > day
                    ? euc with
                    {
                        Verification = "pending",
                        VerifiedOn = null,
                    }
                    : it.Euc,
            Amendments = Keep(it.Amendments, a => !(a.ChangedOn > day))
                ?.Select(a => a with { ApprovedOn = By(a.ApprovedOn, day) })
                .ToList(),
            ExitDate = By(it.ExitDate, day),
            Delivery = it.Delivery is { } delivery ? delivery with { VerifiedOn = By(delivery.VerifiedOn, day) } : null,
            Tracking = it.Tracking is { } tracking
                ? new Tracking(
                    Keep(tracking.Gaps, g => !(g.Date > day)),
                    Keep(tracking.UnscheduledStops, s => !(DateOf(s) > day))
                )
                : null,
        };

    /// <summary>Without rows of lists that became known later. Whether a row was in force is asked of the day in question, which may be
    /// that of the shipment.</summary>
    public static ReferenceData AsKnownOn(this ReferenceData reference, DateOnly day) =>
        reference.Lists is not { } lists
            ? reference
            : reference with
            {
                Lists = new ReferenceLists(
                    Rows(lists.Embargo, day),
                    Rows(lists.HighRisk, day),
                    Rows(lists.Hubs, day),
                    Rows(lists.LandlockedArrangements, day),
                    Rows(lists.ConvertibleModels, day),
                    Rows(lists.Brokers, day),
                    Rows(lists.Thresholds, day),
                    Rows(lists.Carriers, day),
                    Rows(lists.Sanctions, day)
                ),
            };

    private static List<T>? Rows<T>(IReadOnlyList<T>? rows, DateOnly day)
        where T : DatedEntry => Keep(rows, r => !(r.KnownAt > day));

    private static List<T>? Keep<T>(IReadOnlyList<T>? rows, Func<T, bool> known) => rows?.Where(known).ToList();

    // Stops come as the tracking service has them; one that bears no day is taken to have been made.
    private static DateOnly? DateOf(JsonElement stop) =>
        stop.ValueKind == JsonValueKind.Object
        && stop.TryGetProperty("date", out var date)
        && DateOnly.TryParseExact(date.ToString(), "yyyy-MM-dd", out var day)
            ? day
            : null;

    private static DateOnly? By(DateOnly? date, DateOnly day) => date > day ? null : date;
}
