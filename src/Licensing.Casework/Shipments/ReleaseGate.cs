using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Shipments;

/// <summary>Gathers what the law looks at before goods leave. What the officer at the post sees and what the goods are released on are
/// gathered here, in the same way.</summary>
internal static class ReleaseGate
{
    /// <param name="conditionsMet">Null: as if all of them were; they are the officer's to see.</param>
    public static IReadOnlyList<Finding> Findings(
        CaseFile file,
        Shipment shipment,
        IReadOnlyList<string>? conditionsMet,
        DateOnly today
    )
    {
        var released = shipment.Status == ShipmentStatus.Released ? Released(file, shipment) : null;
        return ReleaseRequirements.Verify(
            Dossier(
                file,
                shipment,
                released ?? shipment.Declaration.Lines,
                conditionsMet ?? Conditions(file, shipment),
                released
            ),
            today
        );
    }

    /// <summary>Customs releases all that was declared.</summary>
    /// <exception cref="NotPermittedException">The law does not permit it.</exception>
    public static Release Release(
        CaseFile file,
        Shipment shipment,
        IReadOnlyList<string> conditionsMet,
        DateOnly today
    ) => Domain.Shipments.Release.Of(Dossier(file, shipment, shipment.Declaration.Lines, conditionsMet, null), today);

    /// <summary>These goods leave, of those that were released.</summary>
    /// <exception cref="NotPermittedException">The law does not permit it now.</exception>
    public static Release Leave(CaseFile file, Shipment shipment, IReadOnlyList<ShippedLine> lines, DateOnly today) =>
        Domain.Shipments.Release.Of(
            Dossier(file, shipment, lines, shipment.ConditionsMet, Released(file, shipment)),
            today
        );

    /// <param name="lines">What is to leave.</param>
    /// <param name="released">What is still to leave of what was released; null while nothing has been.</param>
    public static ReleaseDossier Dossier(
        CaseFile file,
        Shipment shipment,
        IReadOnlyList<ShippedLine> lines,
        IReadOnlyList<string> conditionsMet,
        IReadOnlyList<ShippedLine>? released
    )
    {
        var licence = Content(file) with { Conditions = Conditions(file, shipment) };
        var (before, gone) = (Committed(file, shipment), Gone(file));
        var drawn = released is null ? before : gone;
        return new ReleaseDossier(
            licence,
            file.Licence!.Status,
            Gate.Standing(file.Company, file.Registrations, file.Authorities),
            Gate.Authorisations(file, DrawnOf(file, licence, drawn)),
            [.. States(file, shipment).Select(state => Gate.Clearance(file, state))],
            file.Arrangements,
            file.Profile,
            shipment.Declaration with
            {
                Lines = lines,
            },
            before,
            gone,
            conditionsMet,
            [.. file.Holds.Where(h => h.ShipmentId == shipment.Id && h.LiftedAt is null).Select(h => h.Because)],
            released,
            file.Shipments.Any(s => s.Id != shipment.Id && Taken(file, s).Count > 0),
            Gate.Screening(file),
            file.Calendar
        );
    }

    /// <summary>Whether what other States have said still lets a shipment go on that has left.</summary>
    public static bool GroundHolds(CaseFile file, Shipment shipment, DateOnly today)
    {
        var licence = Content(file);
        IReadOnlyList<ShippedLine> others =
        [
            .. file.Shipments.Where(s => s.Id != shipment.Id).SelectMany(s => Gone(file, s)),
        ];
        var dossier = new ReleaseDossier(
            licence,
            file.Licence!.Status,
            Gate.Standing(file.Company, file.Registrations, file.Authorities),
            Gate.Authorisations(file, DrawnOf(file, licence, others)),
            [.. States(file, shipment).Select(state => Gate.Clearance(file, state))],
            file.Arrangements,
            file.Profile,
            shipment.Declaration with
            {
                Lines = Shipped.Sum(Gone(file, shipment)),
                ShipsOn = file.Exits.Where(e => e.ShipmentId == shipment.Id).Min(e => e.LeftOn),
            },
            others,
            others,
            [],
            [],
            Calendar: file.Calendar
        );
        return StandingGround.OfGoodsUnderway(dossier, today).All(f => f.IsMet);
    }

    /// <summary>The conditions of the licence, and those of the notices as they are now: a State may have given another since.</summary>
    public static IReadOnlyList<string> Conditions(CaseFile file, Shipment shipment) =>
        [
            .. Content(file)
                .Conditions.Concat(
                    States(file, shipment)
                        .SelectMany(state =>
                            (Gate.Clearance(file, state).Notice?.Conditions ?? []).Select(c => $"{state}: {c}")
                        )
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The licence as it was issued, with the last days that it has now.</summary>
    public static LicenceContent Content(CaseFile file) => Content(file.Licence!);

    public static LicenceContent Content(LicenceRecord licence)
    {
        var issued = licence.Read<LicenceContent>();
        return issued with
        {
            ExpiresOn = licence.ExpiresOn,
            Consignment = issued.Consignment.ToReturnBy(licence.ReturnBy),
        };
    }

    /// <summary>What has left under the licence.</summary>
    public static IReadOnlyList<ShippedLine> Gone(CaseFile file) => [.. file.Exits.SelectMany(e => e.Lines)];

    public static IReadOnlyList<ShippedLine> Gone(CaseFile file, Shipment shipment) =>
        [.. file.Exits.Where(e => e.ShipmentId == shipment.Id).SelectMany(e => e.Lines)];

    /// <summary>What may still leave of a released shipment.</summary>
    public static IReadOnlyList<ShippedLine> Released(CaseFile file, Shipment shipment) =>
        shipment.Declaration.Lines.Less(Gone(file, shipment));

    // What other shipments take of the licence, and what has left of this one.
    private static IReadOnlyList<ShippedLine> Committed(CaseFile file, Shipment but) =>
        [.. Gone(file, but), .. file.Shipments.Where(s => s.Id != but.Id).SelectMany(s => Taken(file, s))];

    // What customs has released may leave at any moment, and what it has seized comes back to nobody's licence by itself.
    private static IReadOnlyList<ShippedLine> Taken(CaseFile file, Shipment shipment) =>
        shipment.Status == ShipmentStatus.Released || file.Holds.Any(h => h.ShipmentId == shipment.Id && h.IsSeizure)
            ? shipment.Declaration.Lines
            : Gone(file, shipment);

    /// <summary>What has left under the licence, may leave at any moment, or was seized.</summary>
    public static IReadOnlyList<ShippedLine> AllCommitted(CaseFile file) =>
        [.. file.Shipments.SelectMany(s => Taken(file, s))];

    /// <summary>What the licence itself has used up of an authorisation, as other licences are counted.</summary>
    private static Func<string, IEnumerable<TakenQuantity>> DrawnOf(
        CaseFile file,
        LicenceContent licence,
        IReadOnlyList<ShippedLine> drawn
    ) =>
        number =>
            from line in licence.Consignment.Lines
            let amount = Math.Min(drawn.AmountOf(line.Number), line.Quantity.Amount)
            from down in DrawDown.Of(licence.Reservations, line.Number, 0, amount)
            where down.From.Authorisation == number
            select Gate.Taken(Record(file, down.From), down.Amount);

    public static ReservationRecord Record(CaseFile file, Reservation reservation) =>
        file.Reservations.First(r =>
            r.Authorisation == reservation.Authorisation
            && r.AuthorisedLine == reservation.AuthorisedLine
            && r.GoodsLine == reservation.GoodsLine
        );

    private static IEnumerable<Domain.States.Country> States(CaseFile file, Shipment shipment) =>
        (
            file.Consignment with
            {
                Route = shipment.Declaration.Route,
                PlannedShipmentOn = shipment.Declaration.ShipsOn,
                ExpectedArrivalOn = shipment.Declaration.ArrivesOn,
            }
        )
            .Passages(file.Profile.PortCallIsTransit)
            .Select(p => p.State);
}
