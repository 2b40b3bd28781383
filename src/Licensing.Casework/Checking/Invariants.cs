using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Licences;
using Licensing.Casework.Shipments;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;
using Licensing.Domain.States;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Checking;

/// <summary>What must hold whatever happens.</summary>
internal sealed record Invariant(int Number, string Text)
{
    public static readonly Invariant Lawful = new(
        1,
        "No export licence is issued or put in force again, and nothing is released or leaves, while any finding of Art. 10(2) or 10(3) is unmet that day."
    );
    public static readonly Invariant NoSilence = new(
        2,
        "Silence never becomes consent where the profile's law does not take it for consent."
    );
    public static readonly Invariant Balances = new(
        3,
        "No more leaves than the licence allows, and no more is licensed than the authorisations known here allow."
    );
    public static readonly Invariant FourEyes = new(
        4,
        "No one signs for another State; no one decides what they recommended, confirms what they recorded, reinstates or amends what they proposed, or has a hand in the appeal against what they did."
    );
    public static readonly Invariant Ends = new(
        5,
        "Terminal is terminal, and from every other state the case can still end."
    );
    public static readonly Invariant Waits = new(6, "Every wait has a deadline or a person who can end it.");

    public static readonly IReadOnlyList<Invariant> All = [Lawful, NoSilence, Balances, FourEyes, Ends, Waits];
}

/// <summary>Looks at what has just happened, by what the States have really said and what has really left, and not by what the files make of it.</summary>
internal static class Judge
{
    public static IEnumerable<(Invariant Invariant, string Why)> Of(World before, Turn turn)
    {
        foreach (var fact in turn.Facts)
        {
            foreach (var unmet in Unmet(turn.World, fact))
                yield return (Invariant.Lawful, $"{unmet.Article}: {unmet.Text}");
            if (OfSilence(turn.World, fact) is { } silence)
                yield return (Invariant.NoSilence, silence);
            if (OfBalances(turn.World, fact) is { } balance)
                yield return (Invariant.Balances, balance);
            if (OfPersons(fact) is { } person)
                yield return (Invariant.FourEyes, person);
        }
        for (var i = 0; i < before.Cases.Count; i++)
            if (before.Cases[i].HasEnded && !IsAsItEnded(before.Cases[i], turn.World.Cases[i]))
                yield return (
                    Invariant.Ends,
                    $"Case {before.Cases[i].File.Case.Number} had ended at \"{before.Cases[i].File.Case.PositionName}\"."
                );
    }

    private static bool IsAsItEnded(CaseInWorld was, CaseInWorld now) =>
        was.Instance == now.Instance
        && was.File.Licence?.Status == now.File.Licence?.Status
        && was.File.Exits.Count == now.File.Exits.Count
        && was.File.Case.Status == now.File.Case.Status;

    private static IEnumerable<Finding> Unmet(World world, Fact fact)
    {
        var findings = fact switch
        {
            LicenceMade { Case.File.Case.Kind: LicenceKind.Import } made => ImportRequirements.Verify(
                Gate.ImportDossier(made.Case.File, Terms(made.Case)),
                world.Today
            ),
            LicenceMade made => ExportRequirements.Verify(
                Dossier(world, made.Case, Terms(made.Case), isToBeIssued: true),
                world.Today
            ),
            LicenceBack { Case.File.Case.Kind: LicenceKind.Export } back => StandingGround.Verify(
                Dossier(world, back.Case, Terms(back.Case), isToBeIssued: false),
                world.Today
            ),
            ShipmentReleased released => ReleaseRequirements.Verify(
                Dossier(world, released.Case, released.Shipment, released.Shipment.Declaration.Lines, null),
                world.Today
            ),
            GoodsGone gone => ReleaseRequirements.Verify(
                Dossier(world, gone.Case, gone.Shipment, gone.Lines, gone.Lines),
                world.Today
            ),
            _ => [],
        };
        return findings.Where(f => !f.IsMet);
    }

    private static LicenceTerms Terms(CaseInWorld c) => new(c.File.State.PlaceOfIssue, c.File.Licence!.ExpiresOn, []);

    private static ExportDossier Dossier(World world, CaseInWorld c, LicenceTerms terms, bool isToBeIssued) =>
        new(
            c.File.Case.Consignment,
            Trader(c),
            [Known(world, c, [], isToBeIssued)],
            [.. Passages(c).Select(state => Clearance(world, c, state))],
            [],
            terms,
            c.File.Profile
        );

    // Before: what else has been taken of the licence. What leaves now is judged as what of the release has not left.
    private static ReleaseDossier Dossier(
        World world,
        CaseInWorld c,
        Shipment shipment,
        IReadOnlyList<ShippedLine> lines,
        IReadOnlyList<ShippedLine>? leaving
    )
    {
        var file = c.File;
        var licence = ReleaseGate.Content(file);
        var exits = file.Exits.Where((_, i) => leaving is null || i < file.Exits.Count - 1).ToList();
        IReadOnlyList<ShippedLine> gone = [.. exits.SelectMany(e => e.Lines)];
        var others = file.Shipments.Where(s =>
            s.Id != shipment.Id
            && (s.Status == ShipmentStatus.Released || file.Holds.Exists(h => h.ShipmentId == s.Id && h.IsSeizure))
        );
        IReadOnlyList<ShippedLine> before =
        [
            .. others.SelectMany(s => s.Declaration.Lines),
            .. exits.Where(e => !others.Any(s => s.Id == e.ShipmentId)).SelectMany(e => e.Lines),
        ];
        var drawn = licence
            .Consignment.Lines.SelectMany(line =>
                DrawDown.Of(
                    licence.Reservations,
                    line.Number,
                    0,
                    Math.Min((leaving is null ? before : gone).AmountOf(line.Number), line.Quantity.Amount)
                )
            )
            .Select(d => Gate.Taken(ReleaseGate.Record(file, d.From), d.Amount));
        return new ReleaseDossier(
            licence,
            // Whose last goods have just left, it was in force when they did.
            file.Licence!.Status == LicenceStatus.Exhausted
                ? LicenceStatus.InForce
                : file.Licence.Status,
            Trader(c),
            [Known(world, c, drawn, isToBeIssued: false)],
            [.. Passages(c).Select(state => Clearance(world, c, state))],
            [],
            file.Profile,
            shipment.Declaration with
            {
                Lines = lines,
            },
            before,
            gone,
            licence.Conditions,
            [.. file.Holds.Where(h => h.ShipmentId == shipment.Id && h.LiftedAt is null).Select(h => h.Because)],
            leaving is null
                ? null
                : shipment.Declaration.Lines.Less([
                    .. exits.Where(e => e.ShipmentId == shipment.Id).SelectMany(e => e.Lines),
                ])
        );
    }

    private static TraderStanding Trader(CaseInWorld c) =>
        Gate.Standing(c.File.Company, c.File.Registrations, c.File.Authorities);

    private static IReadOnlyList<Country> Passages(CaseInWorld c) => Gate.TransitStates(c.File);

    // What a licence was issued on holds until the State says another word, also where it has been asked again and has not answered.
    private static KnownAuthorisation Known(
        World world,
        CaseInWorld c,
        IEnumerable<TakenQuantity> drawn,
        bool isToBeIssued
    )
    {
        var isRefusedHere = c.LastHere is ExchangeKind.ImportDenial or ExchangeKind.ImportRevocation;
        var authorisation = isRefusedHere ? null : world.OfAuthorisation?.Authorisation;
        var others = world
            .Cases.Where(other => other != c)
            .SelectMany(other => other.File.Reservations.Select(r => Gate.Taken(r, Holds(other, r))))
            .Where(t => t.Quantity.Amount > 0)
            .Concat(drawn)
            .ToList();
        return new KnownAuthorisation(
            Universe.Authorisation,
            Universe.Importing,
            (isRefusedHere ? c.LastHere : world.OfAuthorisation?.Kind) switch
            {
                ExchangeKind.ImportConfirmation => AuthorisationStanding.Confirmed,
                ExchangeKind.ImportDenial => AuthorisationStanding.Denied,
                ExchangeKind.ImportRevocation => AuthorisationStanding.Revoked,
                _ => AuthorisationStanding.Unanswered,
            },
            authorisation,
            (isToBeIssued ? c.Here : c.LastHere) is not null,
            null,
            TakenByOthers.Of(authorisation?.Goods ?? [], others)
        );
    }

    private static decimal Holds(CaseInWorld c, ReservationRecord reservation) =>
        c.File.Licence!.EndedAt is null
            ? reservation.Amount
            : c.Drawn.Where(d => d.Reservation == reservation.Id).Sum(d => d.Amount);

    private static TransitClearance Clearance(World world, CaseInWorld c, Country state)
    {
        var word = c.Said.GetValueOrDefault(state);
        var informed = word?.Notice is null ? c.Sent.GetValueOrDefault(state) : word.Informed;
        var isCurrent = informed is not null && Informs(world, informed.Read<TransitRequestContent>());
        if (word is null && ConsentBySilence(world, c, state) is { } consent)
            return consent;
        return new TransitClearance(
            state,
            word?.Kind switch
            {
                ExchangeKind.NoObjection => TransitStanding.NoObjection,
                ExchangeKind.Objection => TransitStanding.Objected,
                ExchangeKind.NoticeWithdrawal => TransitStanding.Withdrawn,
                _ => TransitStanding.Silent,
            },
            null,
            isCurrent ? word?.Notice?.DatedOn ?? world.Today : null,
            null,
            word?.Notice,
            null
        );
    }

    // As the law of the profile has it, by what was really sent and said.
    private static TransitClearance? ConsentBySilence(World world, CaseInWorld c, Country state)
    {
        if (c.File.Profile.TransitSilence is not { } ground)
            return null;
        var consents = c
            .Asked.Where(a => a.Request.To == state && a.IsConsent(world.Today, c.File.Profile.Periods.TransitNotice))
            .Select(a => (a.Request.DatedOn, Content: a.Request.Read<TransitRequestContent>()))
            .ToList();
        if (consents.Count == 0)
            return null;
        var informed = consents.Find(a => Informs(world, a.Content));
        var (on, content) = informed.Content is null ? consents[^1] : informed;
        var from = content.Silence!.LastDay.AddDays(1);
        var sent = informed.Content is null ? (DateOnly?)null : on;
        IReadOnlyList<LineQuantity> asked = [.. content.Goods.Select(g => new LineQuantity(g.Line, g.Quantity))];
        var scope = new NoObjection(from, from, content.Silence.CoversTo, content.Passage.Modes, asked, []);
        return new TransitClearance(state, TransitStanding.Deemed, on, sent, null, null, null)
        {
            Silence = new Silence(new DeemedNoObjection(from, on, ground.ToString(), scope, sent), ""),
        };
    }

    private static bool Informs(World world, TransitRequestContent content) =>
        world.OfAuthorisation?.Authorisation is { } now
        && content.ImportLicences.Any(licence => Wire.Write(licence) == Wire.Write(now));

    private static bool NeedsNoNotice(CaseInWorld c, Country state) =>
        state == Universe.PassedOnBoard && c.File.Profile.ExemptTransit is not null && !c.Said.ContainsKey(state);

    private static string? OfSilence(World world, Fact fact)
    {
        if (
            fact is not (LicenceMade or ShipmentReleased or GoodsGone)
            || fact.Case.File.Case.Kind == LicenceKind.Import
        )
            return null;
        var silent = Passages(fact.Case)
            .Where(state =>
                fact.Case.Said.GetValueOrDefault(state) is { } word
                    ? word.Notice is null
                    : !NeedsNoNotice(fact.Case, state) && ConsentBySilence(world, fact.Case, state) is null
            )
            .ToList();
        return silent.Count > 0
                ? $"There is no notice of {Words.And(silent.Select(s => s.Code))}, and nothing in its place."
            : world.OfAuthorisation?.Kind != ExchangeKind.ImportConfirmation
            || (fact is LicenceMade ? fact.Case.Here : fact.Case.LastHere) is null
                ? $"{Universe.Importing} has confirmed nothing."
            : null;
    }

    private static string? OfBalances(World world, Fact fact)
    {
        var file = fact.Case.File;
        if (file.Case.Kind == LicenceKind.Import || file.Licence is null)
            return null;
        foreach (var line in file.Case.Consignment.Lines)
        {
            var gone = file.Exits.SelectMany(e => e.Lines).AmountOf(line.Number);
            if (gone > line.Quantity.Amount)
                return $"{gone:0} of item {line.Number} have left under a licence for {line.Quantity}.";
        }
        if (
            fact is not (LicenceMade or LicenceBack or GoodsGone)
            || world.OfAuthorisation?.Authorisation is not { } authorised
        )
            return null;
        foreach (var goods in authorised.Goods)
        {
            var taken = world
                .Cases.SelectMany(c =>
                    c.File.Reservations.Where(r => r.Part == goods.Part)
                        .Select(r => fact is GoodsGone ? Drawn(c, r) : Holds(c, r))
                )
                .Sum();
            if (taken > goods.Quantity.Amount)
                return $"{taken:0} of item {goods.Number} are {(fact is GoodsGone ? "shipped" : "licensed")} on an authorisation for {goods.Quantity}.";
        }
        return null;

        static decimal Drawn(CaseInWorld c, ReservationRecord r) =>
            c.Drawn.Where(d => d.Reservation == r.Id).Sum(d => d.Amount);
    }

    private static string? OfPersons(Fact fact) =>
        fact switch
        {
            StateSpoke { OfTheRegister: false, Document: { Provenance: Provenance.GivenInSystem } said }
                when Somebody.StateOf(said.GivenBy) != said.From =>
                $"Somebody of {Somebody.StateOf(said.GivenBy)} has answered for {said.From}.",
            StateSpoke { Document: { Provenance: Provenance.RecordedFromDocument } said }
                when said.ConfirmedBy is null || said.ConfirmedBy == said.GivenBy =>
                "The same person recorded the paper and confirmed it.",
            DecisionMade { Case.HandsBeforeAppeal: var before } made
                when before.Contains(made.RecommendedBy) || before.Contains(made.By) =>
                "Somebody who had a hand in the refusal had one in the appeal against it.",
            DecisionMade { } made when made.RecommendedBy == made.By =>
                "The same person recommended it and decided it.",
            LicenceBack { } back when back.ProposedBy == back.By => "The same person proposed it and reinstated it.",
            AuthorisationAmended { } amended when amended.ProposedBy == amended.By =>
                "The same person proposed the amendment and confirmed it.",
            _ => null,
        };
}
