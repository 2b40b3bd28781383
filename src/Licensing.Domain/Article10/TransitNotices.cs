using Licensing.Domain.Licences;
using Licensing.Domain.Routes;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Article10;

/// <summary>Art. 10(2)(b): before issuing, a State verifies that, without prejudice to arrangements that favour landlocked
/// States, the transit States have given notice in writing, prior to shipment, that they have no objection to the transit.</summary>
internal static class TransitNotices
{
    public static IEnumerable<Finding> Verify(ExportDossier dossier, DateOnly today) =>
        dossier.Consignment.Passages(dossier.Profile.PortCallIsTransit).SelectMany(p => Of(p, dossier, today));

    private static IEnumerable<Finding> Of(Passage passage, ExportDossier dossier, DateOnly today)
    {
        var clearance = dossier.Clearance(passage.State, today);
        var consignment = dossier.Consignment;
        if (NotNeeded(dossier, passage, today) is { } because)
        {
            yield return Finding.Met(
                Law.TransitStates,
                "transit-state-has-not-objected",
                passage.State.Code,
                $"{passage.State} need not give notice: {because}."
            );
            yield break;
        }

        var given = HasGivenNotice(passage, clearance);
        yield return given;
        if (!given.IsMet || clearance?.Scope is not { } scope)
            yield break;
        var what = clearance.Notice is null ? "no objection deemed" : "notice";
        yield return IsInWritingBeforehand(passage, what, scope, dossier, today);
        yield return CoversTheDays(passage, what, scope);
        yield return CoversTheMode(passage, what, scope);
        foreach (var line in consignment.Lines)
            yield return CoversTheQuantity(passage, what, scope, line);
    }

    /// <summary>Why that State need not give notice; null when it must.</summary>
    internal static string? NotNeeded(ExportDossier dossier, Passage passage, DateOnly today) =>
        NoticeNotNeeded.Because(
            dossier.Arrangements,
            dossier.Profile,
            dossier.Consignment,
            passage,
            dossier.Clearance(passage.State, today)
        );

    private static Finding HasGivenNotice(Passage passage, TransitClearance? clearance)
    {
        var state = passage.State;
        var because = string.IsNullOrWhiteSpace(clearance?.Reason) ? "" : $" Its reason: {clearance.Reason}";
        return clearance?.Standing switch
        {
            TransitStanding.NoObjection when clearance.Notice is not null => Finding.Met(
                Law.TransitStates,
                "transit-state-has-not-objected",
                state.Code,
                $"{state} has given notice in writing of no objection, dated {clearance.Notice.DatedOn:yyyy-MM-dd}"
                    + (clearance.GivenFor is { } replaced ? $", for case {replaced}, and it goes on." : ".")
            ),
            TransitStanding.Objected => Refused(
                $"{state} objects to the transit.{because}",
                $"Choose a route that avoids {state}, or clear the objection up with its authority."
            ),
            TransitStanding.Withdrawn => Refused(
                $"{state} has withdrawn its notice of no objection.{because}",
                $"Choose a route that avoids {state}, or obtain a new notice from its authority."
            ),
            TransitStanding.Deemed when clearance.Silence?.Deemed is { } deemed => Finding.Met(
                Law.TransitStates,
                "transit-state-has-not-objected",
                state.Code,
                $"No objection of {state} deemed on {deemed.On:yyyy-MM-dd} under {deemed.Instrument}: it was asked on "
                    + $"{deemed.RequestedOn:yyyy-MM-dd} and has not objected. It has given no notice in writing. "
                    + $"({clearance.Silence.Explanation}.)"
            ),
            TransitStanding.Silent => Unmet(
                $"{state} was asked on {clearance.AskedOn:yyyy-MM-dd}{(clearance.IsAcknowledged ? ", has acknowledged the request" : "")} "
                    + $"and has not given notice. {clearance.Silence?.Explanation ?? "Silence is not notice in writing."}",
                $"Wait for the authority of {state}, remind it, or record its written answer."
            ),
            _ => Unmet($"{state} has not been asked yet.", $"Send the request to the authority of {state}."),
        };

        Finding Refused(string text, string whatToDo) => Unmet(text, whatToDo) with { IsRefusal = true };

        Finding Unmet(string text, string whatToDo) =>
            Finding.Unmet(
                Law.TransitStates,
                "transit-state-has-not-objected",
                state.Code,
                text,
                whatToDo,
                // Whether it is silent, objects or has thought better of it is that State's to release.
                $"There is no notice of no objection from {state} in force.",
                $"Wait for the authority of {state}, or withdraw and apply with a route that avoids {state}."
            );
    }

    private static Finding IsInWritingBeforehand(
        Passage passage,
        string what,
        NoObjection notice,
        ExportDossier dossier,
        DateOnly today
    )
    {
        var shipment = dossier.Consignment.PlannedShipmentOn;
        return Finding.When(
            notice.DatedOn <= today && notice.DatedOn <= shipment,
            Law.TransitStates,
            "notice-prior-to-shipment",
            passage.State.Code,
            $"The {what} of {passage.State} is dated {notice.DatedOn:yyyy-MM-dd}, prior to shipment on {shipment:yyyy-MM-dd}.",
            $"The {what} of {passage.State} is dated {notice.DatedOn:yyyy-MM-dd}; it must exist today, {today:yyyy-MM-dd}, and "
                + $"before shipment on {shipment:yyyy-MM-dd}.",
            "Have the date corrected, or ship after it."
        );
    }

    private static Finding CoversTheDays(Passage passage, string what, NoObjection notice) =>
        Finding.When(
            notice.ValidFrom <= passage.From && passage.To <= notice.ValidTo,
            Law.TransitStates,
            "notice-in-force-during-transit",
            passage.State.Code,
            $"The {what} of {passage.State} is in force on every day from {passage.From:yyyy-MM-dd} to {passage.To:yyyy-MM-dd}.",
            $"The {what} of {passage.State} runs from {notice.ValidFrom:yyyy-MM-dd} to {notice.ValidTo:yyyy-MM-dd}; the goods may "
                + $"be there from {passage.From:yyyy-MM-dd} to {passage.To:yyyy-MM-dd}.",
            "Ship while the notice runs, or obtain an extension of it."
        );

    private static Finding CoversTheMode(Passage passage, string what, NoObjection notice)
    {
        var missing = passage.Modes.Except(notice.Modes).ToList();
        return Finding.When(
            missing.Count == 0,
            Law.TransitStates,
            "notice-covers-mode",
            passage.State.Code,
            $"The {what} of {passage.State} covers transport by {Words(passage.Modes)}.",
            $"The {what} of {passage.State} covers transport by {Words(notice.Modes)}, not by {Words(missing)}.",
            "Change the mode of transport, or obtain a notice for it."
        );
    }

    private static Finding CoversTheQuantity(Passage passage, string what, NoObjection notice, Goods.GoodsLine line)
    {
        var allowed = notice.Quantities.Where(q => q.Line == line.Number && q.Quantity.Unit == line.Quantity.Unit);
        var most = allowed.Select(q => q.Quantity.Amount).DefaultIfEmpty(0).Max();
        return Finding.When(
            line.Quantity.Amount <= most,
            Law.TransitStates,
            "notice-covers-quantity",
            $"{passage.State}, line {line.Number}",
            $"The {what} of {passage.State} covers {line.Quantity} of line {line.Number}.",
            $"The {what} of {passage.State} covers {most:0.###} of line {line.Number}, which has {line.Quantity}.",
            "Reduce the quantity, or obtain a notice for it."
        );
    }

    private static string Words(IEnumerable<TransportMode> modes) =>
        string.Join(
            ", ",
            modes.Select(m => m == TransportMode.InlandWaterway ? "inland waterway" : m.ToString().ToLowerInvariant())
        );
}
