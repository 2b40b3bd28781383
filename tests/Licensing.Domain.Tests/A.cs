using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Traders;
using Licensing.Domain.Transit;

namespace Licensing.Domain.Tests;

/// <summary>Lawful things. A test spoils one fact with <c>with</c>.</summary>
internal static class A
{
    public static readonly Country Meridia = Country.Parse("QM");
    public static readonly Country Northmark = Country.Parse("QN");
    public static readonly Country Portavia = Country.Parse("QP");
    public static readonly Country Ridgeland = Country.Parse("QR");

    public static readonly DateOnly Today = new(2026, 3, 20);
    public static readonly DateOnly Shipment = new(2026, 4, 10);
    public static readonly DateOnly Arrival = new(2026, 4, 28);

    public static Quantity Pieces(decimal amount) => new(amount, Unit.Piece);

    public static GoodsLine Rifles(int number = 1, decimal quantity = 40, string authorisation = "IA-1001") =>
        new(
            number,
            GoodsClass.Firearm,
            null,
            "BH308",
            null,
            "930330",
            ".308",
            "Halden",
            "BH308",
            "bolt-action rifle",
            Pieces(quantity),
            new Money(870, "EUR"),
            "C",
            FinishState.Finished,
            GoodsSource.Manufacture,
            [],
            true,
            MarkingForm.MakerPlaceSerial,
            [new Draw(authorisation, quantity)]
        );

    public static Party Party(PartyRole role, string name, Country state) =>
        new(role, name, "1 Quay Street", state, null, null, null);

    public static Consignment Consignment() =>
        new(
            Meridia,
            Northmark,
            [Rifles()],
            [
                Party(PartyRole.Exporter, "Halden Arms Works", Meridia),
                Party(PartyRole.Importer, "Nordstern Jagd & Sport", Northmark),
                Party(PartyRole.Consignee, "Nordstern Jagd & Sport", Northmark),
                Party(PartyRole.FinalRecipient, "Nordstern Jagd & Sport", Northmark),
                Party(PartyRole.Carrier, "Blue Line", Meridia),
            ],
            [
                new Leg(
                    Portavia,
                    TransportMode.Sea,
                    Stop.Transshipment,
                    900,
                    "Portavia harbour",
                    new DateOnly(2026, 4, 15)
                ),
                new Leg(Northmark, TransportMode.Sea, Stop.Destination, 1700, null, new DateOnly(2026, 4, 28)),
            ],
            Shipment,
            Arrival,
            EndUse.DealerStock,
            "For sale to licensed hunters."
        );

    public static ImportAuthorisation ImportAuthorisation(string number = "IA-1001", decimal quantity = 40) =>
        new(
            number,
            Northmark,
            "Nordhaven",
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 12, 31),
            new NamedParty("Nordstern Jagd & Sport", Northmark, null),
            new NamedParty("Nordstern Jagd & Sport", Northmark, null),
            null,
            null,
            [new AuthorisedGoods(1, GoodsClass.Firearm, null, "BH308", null, Pieces(quantity))]
        );

    public static KnownAuthorisation Confirmed(ImportAuthorisation authorisation) =>
        new(
            authorisation.Number,
            authorisation.IssuedBy,
            AuthorisationStanding.Confirmed,
            authorisation,
            true,
            null,
            TakenByOthers.Nothing
        );

    public static NoObjection Notice() =>
        new(
            new DateOnly(2026, 3, 18),
            new DateOnly(2026, 4, 1),
            new DateOnly(2026, 5, 31),
            [TransportMode.Sea],
            [new LineQuantity(1, Pieces(40))],
            []
        );

    public static TransitClearance Cleared(Country state) =>
        new(
            state,
            TransitStanding.NoObjection,
            new DateOnly(2026, 3, 10),
            new DateOnly(2026, 3, 10),
            new DateOnly(2026, 3, 18),
            Notice(),
            null
        );

    public static LandlockedArrangement Arrangement() =>
        new(
            Northmark,
            Portavia,
            "Treaty of Portavia, 2021",
            "Article 7(2)",
            [GoodsClass.Firearm],
            [TransitDirection.Inbound],
            new DateOnly(2021, 1, 1),
            new DateOnly(2030, 12, 31)
        );

    public static PolicyProfile Protocol() =>
        new(
            "protocol",
            1,
            "Strict",
            "The Protocol",
            new DateOnly(2005, 7, 3),
            null,
            true,
            365,
            10,
            new AnswerPeriods(
                Period.Parse("30 days"),
                Period.Parse("30 days"),
                Period.Parse("15 days"),
                Period.Parse("20 days")
            )
        );

    public static TraderStanding Exporter() =>
        new(
            "Halden Arms Works",
            [new Registration(new DateOnly(2011, 4, 2), null)],
            [new TradeAuthority("C", new DateOnly(2024, 1, 1), new DateOnly(2028, 12, 31))]
        );

    public static ExportDossier LawfulDossier() =>
        new(
            Consignment(),
            Exporter(),
            [Confirmed(ImportAuthorisation())],
            [Cleared(Portavia)],
            [],
            new LicenceTerms("Meridia City", new DateOnly(2026, 12, 31), []),
            Protocol()
        );

    public static readonly Guid FirstOfficer = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid SecondOfficer = Guid.Parse("00000000-0000-0000-0000-000000000002");

    public static GrantDecision Grant(params string[] conditions) =>
        GrantDecision.By(FirstOfficer, SecondOfficer, conditions);
}
