using Licensing.Domain.Goods;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>A dossier that no rule has anything against and that leaves none unanswered. A test spoils one fact with <c>with</c>.</summary>
internal static class ADossier
{
    public static readonly DateOnly Today = new(2026, 3, 20);

    /// <summary>A licensed dealer buys forty bolt-action rifles, by sea, straight from QM to QN.</summary>
    public static ScreeningDossier Lawful() =>
        new(
            Today,
            Stage.Application,
            Case(),
            [
                new PartyRecord(
                    "EXP-HALDEN",
                    "Halden Arms Works",
                    PartyTypes.Manufacturer,
                    "QM",
                    AddressKey: "1 FORGE ROAD, MERIDIA",
                    RegistrationNo: "QM-10002"
                ),
                Dealer(),
            ],
            History: [],
            SerialRegister: [],
            Seizures: [],
            ImportAuthUsage: [],
            Watch: [],
            Drawdown: [],
            Incidents: [],
            PsvResults: [],
            DocumentRegister: [],
            ListMeta: new Dictionary<string, ListMeta>
            {
                ["embargo"] = new(Today.AddDays(-1), Today.AddDays(30)),
                ["sanctions"] = new(Today.AddDays(-1), Today.AddDays(30)),
            },
            Authority: "QM"
        );

    public static PartyRecord Dealer() =>
        new(
            "DLR-NORD",
            "Nordstern Jagd & Sport",
            PartyTypes.Dealer,
            "QN",
            [
                new PartyAuthorisation(AuthorisationKinds.DealerStock, "B", ValidTo: new DateOnly(2028, 12, 31)),
                new PartyAuthorisation(AuthorisationKinds.DealerStock, "C", ValidTo: new DateOnly(2028, 12, 31)),
            ],
            RegisteredOn: new DateOnly(2011, 4, 2),
            BeneficialOwner: "BO-DLR-NORD",
            Quota: new Dictionary<string, decimal> { ["B"] = 400, ["C"] = 800 },
            Holdings: new Dictionary<string, decimal> { ["B"] = 60, ["C"] = 240 },
            Fleet: new Dictionary<string, decimal>(),
            Phone: "+000-555-0100",
            Email: "office@nordstern.example",
            AddressKey: "3 HARBOUR STREET, NORTHMARK",
            AddressFtz: false,
            AddressType: "secure_premises",
            BusinessArms: true,
            RegistrationNo: "QN-10001"
        );

    public static CaseLine Rifles(decimal quantity = 40) =>
        new(
            Parts.CompleteFirearm,
            "BH308",
            quantity,
            Hs: "930330",
            Description: "bolt-action rifle",
            UnitValue: 870,
            Category: "C",
            FinishState: FinishState.Finished,
            Marking: "complete",
            SerialsStatus: "later"
        );

    /// <summary>A line of parts at their usual price.</summary>
    public static CaseLine Part(string part, string platform, decimal quantity) =>
        new(
            part,
            platform,
            quantity,
            Hs: "930510",
            Description: part,
            UnitValue: Reference.Data.PriceMedians!.GetValueOrDefault($"{part}|{platform}", 100),
            Category: "B",
            FinishState: FinishState.Finished,
            Marking: "complete",
            SerialsStatus: "later"
        );

    /// <summary>A line of an earlier licence to the dealer.</summary>
    public static HistoryLine Earlier(string part, string platform, decimal quantity, int daysAgo) =>
        new(
            $"EX-2026-{daysAgo:0000}",
            Today.AddDays(-daysAgo),
            "EXP-HALDEN",
            "DLR-NORD",
            "DLR-NORD",
            platform,
            part,
            quantity,
            "B"
        );

    private static CaseSnapshot Case() =>
        new(
            "CASE-1",
            "export",
            "QM",
            "QN",
            "USD",
            new CaseParties("EXP-HALDEN", "DLR-NORD", "DLR-NORD", Payer: "DLR-NORD"),
            "dealer_stock",
            "direct",
            IdentityVerified: true,
            "sea",
            new DateOnly(2026, 4, 10),
            new DateOnly(2026, 4, 28),
            [Rifles()],
            DeclaredTransit: [],
            Route: new CaseRoute(2400, [new CaseLeg("QN", "sea", 2600, CaseStop.Destination)]),
            TransitConsents: [],
            Euc: new EndUserCertificate(
                true,
                true,
                true,
                new DateOnly(2026, 1, 20),
                "EUC-77",
                "e0c77",
                "O. Nordahl",
                "verified"
            ),
            OrderDate: new DateOnly(2026, 1, 12),
            Payment: new Payment("letter_of_credit", "QN"),
            FreightCost: 1500,
            ImportAuthorisation: Authorisation([
                new ImportPaperLine(Parts.CompleteFirearm, Parts.CompleteFirearm, "BH308", 40),
            ])
        );

    public static ImportPaper Authorisation(IReadOnlyList<ImportPaperLine> lines) =>
        new(
            "IA-1001",
            "QN",
            "Nordhaven",
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 1, 5),
            new DateOnly(2026, 12, 31),
            "verified",
            Lines: lines,
            Sha256: "1a1001",
            Signatory: "M. Solberg",
            Issuer: "Northmark Arms Office"
        );

    /// <summary>The same when the licence has been issued and the goods are about to leave, with the papers that travel with them.</summary>
    public static ScreeningDossier Licensed() =>
        Lawful()
            .WithCase(c =>
                c with
                {
                    ExportLicence = new ExportPaper(
                        "EX-1",
                        "Meridia",
                        new DateOnly(2026, 3, 5),
                        new DateOnly(2026, 3, 5),
                        new DateOnly(2026, 9, 5)
                    ),
                    Amendments = [],
                    DeclaredNetKg = 128,
                    Documents =
                    [
                        new CaseDocument("invoice", "INV-9", Qty: 40),
                        new CaseDocument("packing_list", "PL-9", Qty: 40),
                    ],
                }
            ) with
        {
            Stage = Stage.PreShipment,
        };

    public static ScreeningDossier OfLines(params IReadOnlyList<CaseLine> lines) =>
        Lawful().WithCase(c => c with { Lines = lines });

    public static ScreeningDossier WithCase(this ScreeningDossier dossier, Func<CaseSnapshot, CaseSnapshot> spoil) =>
        dossier with
        {
            Case = spoil(dossier.Case),
        };

    /// <summary>With the dealer as the test wants it.</summary>
    public static ScreeningDossier WithDealer(this ScreeningDossier dossier, Func<PartyRecord, PartyRecord> spoil) =>
        dossier with
        {
            Parties = [.. dossier.Parties!.Select(p => p.Id == "DLR-NORD" ? spoil(p) : p)],
        };

    /// <summary>With another party on the register.</summary>
    public static ScreeningDossier And(this ScreeningDossier dossier, params IEnumerable<PartyRecord> parties) =>
        dossier with
        {
            Parties = [.. dossier.Parties!, .. parties],
        };
}
