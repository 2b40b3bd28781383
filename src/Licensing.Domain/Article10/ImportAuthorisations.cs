using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Article10;

/// <summary>Art. 10(2)(a): before issuing export licences, a State verifies that the importing States have issued import
/// licences or authorisations. What "issued" must mean for this consignment is interpretation point 4.</summary>
internal static class ImportAuthorisations
{
    public static IEnumerable<Finding> Verify(ExportDossier dossier, DateOnly today)
    {
        foreach (var number in dossier.Consignment.AuthorisationNumbers)
        {
            var known = dossier.Authorisations.FirstOrDefault(a => a.Number == number);
            var issued = ImportingStateHasIssued(number, known, dossier);
            yield return issued;
            if (!issued.IsMet || known?.Particulars is not { } particulars)
                continue;
            yield return IsIssuedBeforehand(particulars, today);
            if (particulars.ExpiresOn is null)
                yield return DoesWithoutLastDay(particulars, dossier);
            yield return IsInForceToday(particulars, today);
            yield return IsInForceOnArrival(
                particulars,
                dossier.Consignment.EntersImportingStateOn,
                dossier.Consignment.ExpectedArrivalOn
            );
            if (IsForTheStay(particulars, dossier.Consignment.Temporary) is { } stay)
                yield return stay;
            if (particulars.ExportingState is { } from)
                yield return IsForExportFrom(from, particulars, dossier);
            if (particulars.Use == AuthorisationUse.SingleUse)
                yield return IsUsedOnce(particulars, known);
            foreach (var (role, named) in particulars.NamedParties())
                yield return Names(particulars, role, named, dossier);
        }
        foreach (var line in dossier.Consignment.Lines)
            yield return DrawsItsWholeQuantity(line);
        foreach (var finding in Covers(dossier).Concat(BalancesAreKnown(dossier)))
            yield return finding;
    }

    // An authorisation that a third State issued, or that nobody confirmed, authorises nothing here.
    private static Finding ImportingStateHasIssued(string number, KnownAuthorisation? known, ExportDossier dossier)
    {
        var importing = dossier.Consignment.ImportingState;
        var standing = known?.IssuedBy == importing ? known.Standing : AuthorisationStanding.Unanswered;
        if (standing == AuthorisationStanding.Confirmed && known!.Particulars?.IssuedBy != importing)
            standing = AuthorisationStanding.Unanswered;
        var because = string.IsNullOrWhiteSpace(known?.Reason) ? "" : $" Its reason: {known.Reason}";
        return standing switch
        {
            AuthorisationStanding.Confirmed when known!.AnsweredFor => Finding.Met(
                Law.ImportingState,
                "importing-state-has-licensed",
                number,
                $"{importing} has confirmed that it issued import authorisation {number}."
            ),
            AuthorisationStanding.Denied => Refused(
                $"{importing} denies that it issued import authorisation {number} in this form.{because}",
                $"Clear it up with the authority of {importing}; a new or corrected authorisation needs a new confirmation."
            ),
            AuthorisationStanding.Revoked => Refused(
                $"{importing} has revoked import authorisation {number}.{because}",
                $"Ask for an application on a new import authorisation of {importing}."
            ),
            _ => Unmet(
                $"{importing} has not confirmed import authorisation {number} for this case. Silence confirms nothing.",
                $"Wait for the authority of {importing}, remind it, or record its written answer."
            ),
        };

        Finding Refused(string text, string whatToDo) => Unmet(text, whatToDo) with { IsRefusal = true };

        Finding Unmet(string text, string whatToDo) =>
            Finding.Unmet(
                Law.ImportingState,
                "importing-state-has-licensed",
                number,
                text,
                whatToDo,
                // Whether it is silent, denies or has revoked is that State's to release.
                $"Import authorisation {number} is not confirmed by {importing}.",
                $"Ask the importer to clear it up with the authority of {importing}."
            );
    }

    private static Finding IsIssuedBeforehand(ImportAuthorisation authorisation, DateOnly today) =>
        Finding.When(
            authorisation.IssuedOn <= today,
            Law.ImportingState,
            "authorisation-issued-before-licence",
            authorisation.Number,
            $"{authorisation.Number} was issued on {authorisation.IssuedOn:yyyy-MM-dd}, before the export licence.",
            $"{authorisation.Number} bears the day of issue {authorisation.IssuedOn:yyyy-MM-dd}, which has not come yet.",
            "Wait for that day, or ask the importing State to correct the particulars."
        );

    // Art. 10(3) asks for the date of expiration; a State whose own law takes an authorisation without one says so in its profile.
    private static Finding DoesWithoutLastDay(ImportAuthorisation authorisation, ExportDossier dossier) =>
        Finding.When(
            dossier.Profile.UndatedAuthorisation is not null,
            Law.ImportingState,
            "authorisation-bears-last-day",
            authorisation.Number,
            $"{authorisation.Number} bears no last day, which does under {dossier.Profile.UndatedAuthorisation?.Ground}.",
            $"{authorisation.Number} bears no last day.",
            $"Ask the authority of {authorisation.IssuedBy} to state until when it runs."
        );

    private static Finding IsInForceToday(ImportAuthorisation authorisation, DateOnly today) =>
        Finding.When(
            !(authorisation.ExpiresOn < today),
            Law.ImportingState,
            "authorisation-in-force-today",
            authorisation.Number,
            $"{authorisation.Number} has not expired today, {today:yyyy-MM-dd}.",
            $"{authorisation.Number} expired on {authorisation.ExpiresOn:yyyy-MM-dd}.",
            "Obtain a new or extended import authorisation."
        );

    // The last day counts: goods that arrive on the day of expiry are covered. Where they travel on inside the importing State, the
    // import happens at the border already.
    private static Finding IsInForceOnArrival(ImportAuthorisation authorisation, DateOnly entry, DateOnly arrival) =>
        Finding.When(
            authorisation.IsInForceOn(entry) && authorisation.IsInForceOn(arrival),
            Law.ImportingState,
            "authorisation-in-force-on-arrival",
            authorisation.Number,
            $"{authorisation.Number} is in force on the expected day of arrival, {arrival:yyyy-MM-dd}.",
            $"{authorisation.Number} runs from {authorisation.ValidFrom:yyyy-MM-dd} to {authorisation.ExpiresOn:yyyy-MM-dd}, "
                + (
                    authorisation.IsInForceOn(arrival)
                        ? $"and the goods may enter {authorisation.IssuedBy} on {entry:yyyy-MM-dd} already."
                        : $"which leaves out the expected day of arrival, {arrival:yyyy-MM-dd}."
                ),
            "Ship so that the goods arrive while it runs, or obtain an extension."
        );

    // Goods that the importing State lets in for a while are to be out of it again by its own day. Where it lets them in without one, they
    // are to be back while its authorisation runs: beyond that it has not said that they may be there.
    private static Finding? IsForTheStay(ImportAuthorisation authorisation, TemporaryMovement? movement)
    {
        if (movement is null && authorisation.LeavesAgainBy is null)
            return null;
        var last = authorisation.LeavesAgainBy ?? authorisation.ExpiresOn;
        return Finding.When(
            movement?.ReturnBy <= last,
            Law.ImportingState,
            "authorisation-for-the-stay",
            authorisation.Number,
            $"{authorisation.Number} lets the goods stay until {last:yyyy-MM-dd}; they are to be back by {movement?.ReturnBy:yyyy-MM-dd}.",
            movement is null
                ? $"{authorisation.Number} is for goods that leave {authorisation.IssuedBy} again by {last:yyyy-MM-dd}; these are to stay."
                : $"{authorisation.Number} lets the goods stay until {last:yyyy-MM-dd}; they would be back by "
                    + $"{movement.ReturnBy:yyyy-MM-dd} only.",
            movement is null
                ? "Obtain an authorisation for goods that stay, or apply for a temporary export."
                : "Have the goods back earlier, or obtain an authorisation for a longer stay."
        );
    }

    private static Finding IsForExportFrom(Country from, ImportAuthorisation authorisation, ExportDossier dossier) =>
        Finding.When(
            from == dossier.Consignment.ExportingState,
            Law.ImportingState,
            "authorisation-for-export-from",
            authorisation.Number,
            $"{authorisation.Number} is for goods from {from}.",
            $"{authorisation.Number} is for goods from {from}, not from {dossier.Consignment.ExportingState}.",
            "Obtain an authorisation for goods from this State."
        );

    private static Finding IsUsedOnce(ImportAuthorisation authorisation, KnownAuthorisation known) =>
        Finding.When(
            !known.UsedByAnother,
            Law.ImportingState,
            "authorisation-for-one-licence",
            authorisation.Number,
            $"{authorisation.Number} is for one export licence, and no other rests on it.",
            $"{authorisation.Number} is for one export licence, and another one rests on it or has been used on it.",
            "Obtain an authorisation for this consignment."
        );

    private static Finding Names(
        ImportAuthorisation authorisation,
        PartyRole role,
        NamedParty named,
        ExportDossier dossier
    )
    {
        var declared = dossier.Consignment.The(role);
        var word = role == PartyRole.FinalRecipient ? "final recipient" : role.ToString().ToLowerInvariant();
        return Finding.When(
            named.IsSameAs(declared),
            Law.ImportingState,
            $"authorisation-names-{word.Replace(' ', '-')}",
            authorisation.Number,
            $"{authorisation.Number} names the {word}, {declared.Name}.",
            $"{authorisation.Number} names {named.Name} ({named.State}) as {word}, the application names {declared.Name} "
                + $"({declared.State}){Registrations(named, declared)}.",
            $"Ask for an application that names the {word} with its registration number, or obtain an authorisation for it.",
            $"{authorisation.Number} does not name {declared.Name} ({declared.State}) as {word}."
        );
    }

    private static string Registrations(NamedParty named, Party declared) =>
        named.RegistrationNumber is { } number && number != declared.RegistrationNumber
            ? $"; it is registered as {number} there, and {declared.RegistrationNumber ?? "without a number"} here"
            : "";

    private static Finding DrawsItsWholeQuantity(Goods.GoodsLine line) =>
        Finding.When(
            line.Draws.Count > 0 && line.Draws.Sum(draw => draw.Amount) == line.Quantity.Amount,
            Law.ImportingState,
            "line-draws-on-authorisations",
            $"line {line.Number}",
            $"All {line.Quantity} of line {line.Number} are drawn on import authorisations.",
            $"Not all of line {line.Number} ({line.Quantity}) is drawn on an import authorisation.",
            "Draw the whole quantity on import authorisations."
        );

    // What a licence took from goods that the authorisation, restated, no longer lists may have been goods that it still lists by
    // another word (receiver, lower receiver; pieces, rounds). Goods of another class it cannot have been.
    private static IEnumerable<Finding> BalancesAreKnown(ExportDossier dossier) =>
        from authorisation in dossier.Authorisations
        where authorisation.AnsweredFor && authorisation.Particulars is not null
        let drawing = dossier.Consignment.Lines.Where(l => l.Draws.Any(d => d.Authorisation == authorisation.Number))
        let unplaced = authorisation.Taken.Unplaced.Where(t => drawing.Any(l => l.Class == t.Class)).ToList()
        where unplaced.Count > 0
        select Finding.Unmet(
            Law.ImportingState,
            "authorisation-balance-known",
            authorisation.Number,
            $"Licences known here hold {string.Join(", ", unplaced.Select(t => t.InWords))} on {authorisation.Number}, which it no "
                + "longer lists: what is left on it cannot be told.",
            $"Ask the authority of {authorisation.IssuedBy} to confirm it with those goods listed as well.",
            $"What is left on {authorisation.Number} cannot be told."
        );

    private static IEnumerable<Finding> Covers(ExportDossier dossier)
    {
        // Of an authorisation that has not been confirmed for this case nothing is said: it may be another company's.
        var confirmed = dossier.Authorisations.Where(a => a.AnsweredFor).ToList();
        var allocation = Allocation.Of(dossier.Consignment.Lines, confirmed);
        foreach (var line in dossier.Consignment.Lines)
        foreach (var draw in line.Draws)
        {
            var subject = $"line {line.Number}, {draw.Authorisation}";
            var shortfall = allocation.Shortfalls.FirstOrDefault(s =>
                s.GoodsLine == line.Number && s.Authorisation == draw.Authorisation
            );
            if (shortfall is { IsCovered: false })
                yield return Finding.Unmet(
                    Law.ImportingState,
                    "authorisation-covers-goods",
                    subject,
                    $"{draw.Authorisation} does not cover the goods of line {line.Number} ({line.Description}).",
                    "Obtain an authorisation for these goods: class, kind of part, platform and unit must agree."
                );
            else if (shortfall is not null)
                yield return Finding.Unmet(
                    Law.ImportingState,
                    "authorisation-quantity-left",
                    subject,
                    $"Line {line.Number} draws {shortfall.Wanted:0.###} on {draw.Authorisation}, on which {shortfall.Found:0.###} is left "
                        + "for it, as known here today.",
                    "Reduce the quantity, or draw the rest on another authorisation.",
                    $"Not enough is left on {draw.Authorisation} for line {line.Number}."
                );
            else if (confirmed.Any(a => a.Number == draw.Authorisation && a.Particulars is not null))
                yield return Finding.Met(
                    Law.ImportingState,
                    "authorisation-covers-goods",
                    subject,
                    $"{draw.Authorisation} covers {draw.Amount:0.###} of line {line.Number}, and so much is left on it."
                );
        }
    }
}
