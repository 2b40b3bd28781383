using Licensing.Domain.Applications;
using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Tests;

public sealed class DraftTests
{
    private static readonly HashSet<Country> Known = [A.Meridia, A.Northmark, A.Portavia, A.Ridgeland];
    private static readonly DocumentKind[] Attached =
    [
        DocumentKind.EndUserCertificate,
        DocumentKind.ImportAuthorisation,
    ];

    [Fact]
    public void A_complete_draft_becomes_a_consignment_and_lacks_nothing()
    {
        var reading = Read(Complete());
        Assert.Empty(reading.Problems);
        Assert.Equal("Nordstern Jagd & Sport", reading.Consignment!.FinalRecipient.Name);
        Assert.Equal(["IA-1001"], reading.Consignment.AuthorisationNumbers);
        Assert.Equal("930330", reading.Consignment.Lines[0].HsCode);
        Assert.Equal(new Money(870, "EUR"), reading.Consignment.Lines[0].UnitValue);
    }

    [Fact]
    public void What_only_some_goods_have_may_be_said_of_those_and_the_type_stands_in_the_place_of_a_platform()
    {
        var reading = Read(
            Part(
                Complete() with
                {
                    DeclaredAs = DeclaredAs.FirearmsTakenApart,
                    DeclaredNetKg = 14.125m,
                    OrderDate = A.Today,
                },
                l =>
                    l with
                    {
                        Platform = null,
                        FirearmType = "pistol",
                        CompatibleModel = "BX-9",
                        SelectFire = false,
                        Deactivated = true,
                        ResultingCategory = "B",
                        ConsistsOf = [Of(PartKind.Barrel, 1), Of(PartKind.Slide, 1000)],
                    }
            )
        );
        Assert.Empty(reading.Problems);
        Assert.Null(reading.Consignment!.Lines[0].Platform);
    }

    [Fact]
    public void How_long_the_goods_stay_goes_with_the_leg()
    {
        var draft = Complete();
        var stay = draft.Route[0] with { DwellDays = 3650, FreeTradeZone = false };
        var leg = Read(draft with { Route = [stay, .. draft.Route.Skip(1)] }).Consignment!.Route[0];
        Assert.Equal((3650m, false), (leg.DwellDays, leg.FreeTradeZone));
    }

    [Fact]
    public void An_empty_draft_lists_everything_that_is_missing_and_nothing_that_is_wrong()
    {
        var reading = DraftReading.Of(new ApplicationDraft(), A.Meridia, A.Today, [], Known);
        Assert.Null(reading.Consignment);
        Assert.All(reading.Problems, p => Assert.True(p.IsMissing));
        Assert.Equal(Enum.GetValues<Section>().Order(), reading.Problems.Select(p => p.Section).Distinct().Order());
    }

    public static TheoryData<string, Func<ApplicationDraft, ApplicationDraft>, string, string> OneFactSpoilt() =>
        new()
        {
            {
                "an unknown State",
                d => d with { ImportingState = "ZZ" },
                "importingState",
                "ZZ is not in the directory of States."
            },
            {
                "no code at all",
                d => d with { ImportingState = "Northmark" },
                "importingState",
                "'Northmark' is not a State: write its two-letter ISO 3166-1 code."
            },
            {
                "a shipment yesterday",
                d => d with { PlannedShipmentOn = A.Today.AddDays(-1) },
                "plannedShipmentOn",
                "The planned day of shipment has passed."
            },
            {
                "an order of tomorrow",
                d => d with { OrderDate = A.Today.AddDays(1) },
                "orderDate",
                "The goods cannot have been ordered after today."
            },
            {
                "goods that weigh nothing",
                d => d with { DeclaredNetKg = 0 },
                "declaredNetKg",
                "A quantity must be more than zero."
            },
            {
                "goods weighed too finely",
                d => d with { DeclaredNetKg = 1.0005m },
                "declaredNetKg",
                "Kilograms have at most three decimals."
            },
            {
                "a stay of less than no day",
                d => d with { Route = [d.Route[0] with { DwellDays = -1 }] },
                "route[0].dwellDays",
                "Leg 1: The goods stay from 0 to 3650 days: correct the number."
            },
            {
                "a stay of more than ten years",
                d => d with { Route = [d.Route[0] with { DwellDays = 3650.5m }] },
                "route[0].dwellDays",
                "Leg 1: The goods stay from 0 to 3650 days: correct the number."
            },
            {
                "a firearm that fits another weapon",
                d => Line(d, l => l with { CompatibleModel = "BX-9" }),
                "lines[0].compatibleModel",
                "Line 1: only a part or component fits another weapon: leave this out."
            },
            {
                "a firearm that is fitted into one",
                d => Line(d, l => l with { ResultingCategory = "B" }),
                "lines[0].resultingCategory",
                "Line 1: only a part or component is fitted into a firearm: leave this out."
            },
            {
                "a firearm of a type instead of a platform",
                d => Line(d, l => l with { Platform = null, FirearmType = "pistol" }),
                "lines[0].firearmType",
                "Line 1: only a part or component fits a type of firearm: leave this out."
            },
            {
                "a firearm without a platform, whatever its type",
                d => Line(d, l => l with { Platform = null, FirearmType = "pistol" }),
                "lines[0].platform",
                "Line 1: give the platform that it is or fits."
            },
            {
                "a part without a platform or a type",
                d => Part(d, l => l with { Platform = null, FirearmType = " " }),
                "lines[0].platform",
                "Line 1: give the platform that it is or fits."
            },
            {
                "a type that never ends",
                d => Part(d, l => l with { FirearmType = new string('x', 51) }),
                "lines[0].firearmType",
                "This is longer than 50 characters: shorten it."
            },
            {
                "ammunition for automatic fire",
                d => Line(d, l => l with { Class = GoodsClass.Ammunition, SelectFire = false }),
                "lines[0].selectFire",
                "Line 1: ammunition itself does not fire automatically: leave this out."
            },
            {
                "deactivated ammunition",
                d => Line(d, l => l with { Class = GoodsClass.Ammunition, Deactivated = true }),
                "lines[0].deactivated",
                "Line 1: ammunition is not deactivated like a weapon: leave this out."
            },
            {
                "a firearm that consists of parts",
                d => Line(d, l => l with { ConsistsOf = [Of(PartKind.Barrel, 1)] }),
                "lines[0].consistsOf",
                "Line 1: only an assembly or kit of parts consists of parts: leave this out."
            },
            {
                "a kit of nothing in particular",
                d => Part(d, l => l with { ConsistsOf = [Of(null, 1)] }),
                "lines[0].consistsOf[0].part",
                "Line 1: say which part it consists of."
            },
            {
                "a kit of who knows how many",
                d => Part(d, l => l with { ConsistsOf = [Of(PartKind.Barrel, null)] }),
                "lines[0].consistsOf[0].amount",
                "Line 1: give how many of this part are in one."
            },
            {
                "a kit with half a barrel",
                d => Part(d, l => l with { ConsistsOf = [Of(PartKind.Barrel, 0.5m)] }),
                "lines[0].consistsOf[0].amount",
                "Line 1: a whole number from 1 to 1000 of this part is in one."
            },
            {
                "a kit with no barrel",
                d => Part(d, l => l with { ConsistsOf = [Of(PartKind.Slide, 1), Of(PartKind.Barrel, 0)] }),
                "lines[0].consistsOf[1].amount",
                "Line 1: a whole number from 1 to 1000 of this part is in one."
            },
            {
                "a kit that names a part twice",
                d => Part(d, l => l with { ConsistsOf = [Of(PartKind.Barrel, 1), Of(PartKind.Barrel, 2)] }),
                "lines[0].consistsOf[1].part",
                "Line 1: the same kind of part is given twice: add the numbers up."
            },
            {
                "a kit in a kit",
                d => Part(d, l => l with { ConsistsOf = [Of(PartKind.UpperAssembly, 1)] }),
                "lines[0].consistsOf[0].part",
                "Line 1: name the parts of the upper assembly one by one."
            },
            {
                "no quantity",
                d => Line(d, l => l with { Quantity = null }),
                "lines[0].quantity",
                "Line 1: give the quantity."
            },
            {
                "half a rifle",
                d => Line(d, l => l with { Quantity = 39.5m }),
                "lines[0].quantity",
                "Line 1: Pieces, sets and rounds are counted in whole numbers."
            },
            {
                "nothing",
                d => Line(d, l => l with { Quantity = 0 }),
                "lines[0].quantity",
                "Line 1: A quantity must be more than zero."
            },
            {
                "less than nothing",
                d => Line(d, l => l with { Quantity = -1 }),
                "lines[0].quantity",
                "Line 1: A quantity cannot be less than zero."
            },
            {
                "letters in the HS code",
                d => Line(d, l => l with { HsCode = "93O3" }),
                "lines[0].hsCode",
                "Line 1: an HS code has four to ten digits, such as 9303.30."
            },
            {
                "an unmarked firearm",
                d => Line(d, l => l with { Marking = MarkingForm.None }),
                "lines[0].marking",
                "Line 1: a firearm that is not marked may not be transferred (Art. 3(e), 8(1))."
            },
            {
                "a kind of part on a firearm",
                d => Line(d, l => l with { Part = PartKind.Barrel }),
                "lines[0].part",
                "Line 1: only a part or component has a kind of part."
            },
            {
                "no serials and none to come",
                d => Line(d, l => l with { SerialsLater = false }),
                "lines[0].serials",
                "Line 1: give the serial numbers, or say that they follow before release."
            },
            {
                "too few serials",
                d => Line(d, l => l with { SerialsLater = false, Serials = ["A1", "A2"] }),
                "lines[0].serials",
                "Line 1: 2 serial numbers for a quantity of 40."
            },
            {
                "a serial twice",
                d => Line(d, l => l with { Serials = ["A1", "a1 "] }),
                "lines[0].serials",
                "Line 1: a serial number is given twice."
            },
            {
                "a draw on an authorisation that is not given",
                d => Line(d, l => l with { Draws = [Draw("IA-9", 40)] }),
                "lines[0].draws[0].authorisation",
                "Line 1: IA-9 is not among the import authorisations given."
            },
            {
                "draws that do not add up",
                d => Line(d, l => l with { Draws = [Draw("IA-1001", 39)] }),
                "lines[0].draws",
                "Line 1: the amounts drawn add up to 39, not 40."
            },
            {
                "a route that ends elsewhere",
                d => d with { Route = [d.Route[0]] },
                "route[0]",
                "The last leg must end at the destination, in the importing State."
            },
            {
                "a final recipient elsewhere",
                d =>
                    d with
                    {
                        Parties =
                        [
                            .. d.Parties.Select(p => p.Role == PartyRole.FinalRecipient ? p with { State = "QR" } : p),
                        ],
                    },
                "parties",
                "The final recipient is in QR, not in the importing State QN."
            },
            {
                "a certificate signed tomorrow",
                d => d with { EndUserCertificate = d.EndUserCertificate! with { SignedOn = A.Today.AddDays(1) } },
                "endUserCertificate.signedOn",
                "The end-user certificate cannot have been signed after today."
            },
            {
                "two days of arrival",
                d => d with { Route = [d.Route[0], d.Route[1] with { ArrivesOn = A.Arrival.AddDays(-1) }] },
                "route[1].arrivesOn",
                "The last leg arrives on another day than the goods are expected to arrive: make them the same."
            },
            {
                "a port call after which the goods go on by road",
                d =>
                    d with
                    {
                        Route =
                        [
                            d.Route[0] with
                            {
                                Stop = Stop.PortCall,
                            },
                            d.Route[1] with
                            {
                                Mode = TransportMode.Road,
                            },
                        ],
                    },
                "route[0].stop",
                "Leg 1: the goods go on by another mode of transport, so this is a transshipment or an unloading."
            },
            {
                "a reference that is too long",
                d => d with { Reference = new string('r', 201) },
                "reference",
                "This is longer than 200 characters: shorten it."
            },
            { "no currency", d => d with { Currency = null }, "currency", "Give the currency of the values." },
            {
                "a currency in words",
                d => d with { Currency = "E1" },
                "currency",
                "A currency is written with the three letters of ISO 4217, such as EUR."
            },
        };

    [Theory]
    [MemberData(nameof(OneFactSpoilt))]
    public void One_fact_spoilt_names_its_field_and_says_what_is_wrong(
        string fact,
        Func<ApplicationDraft, ApplicationDraft> spoil,
        string field,
        string text
    )
    {
        Assert.NotEmpty(fact);
        var problems = Read(spoil(Complete())).Problems;
        Assert.Contains(problems, p => p.Field == field && p.Text == text);
    }

    public static TheoryData<string, Func<DraftTemporary, DraftTemporary>, string, string> OneFactOfAStaySpoilt() =>
        new()
        {
            {
                "no purpose",
                t => t with { Purpose = null },
                "temporary.purpose",
                "Say for what purpose the goods go for a while."
            },
            {
                "another purpose without words",
                t => t with { Purpose = TemporaryPurpose.Other },
                "temporary.otherPurpose",
                "Give the purpose in your own words."
            },
            {
                "two purposes",
                t => t with { OtherPurpose = "resale" },
                "temporary.otherPurpose",
                "The purpose is on the list: leave this out, or choose another purpose."
            },
            {
                "no day of return",
                t => t with { ReturnBy = null },
                "temporary.returnBy",
                "Give the last day on which the goods are back."
            },
            {
                "back on the day of arrival",
                t => t with { ReturnBy = A.Arrival },
                "temporary.returnBy",
                "The goods cannot be back before they have arrived: give a day after that."
            },
            {
                "back in a generation",
                t => t with { ReturnBy = DateOnly.MaxValue },
                "temporary.returnBy",
                "This is more than five years after the arrival: such goods do not go for a while."
            },
            {
                "no evidence",
                t => t with { Evidence = t.Evidence! with { Number = " " } },
                "temporary.evidence.number",
                "Give the number of the evidence of the purpose."
            },
            {
                "evidence of tomorrow",
                t => t with { Evidence = t.Evidence! with { IssuedOn = A.Today.AddDays(1) } },
                "temporary.evidence.issuedOn",
                "The evidence cannot have been issued after today."
            },
        };

    [Theory]
    [MemberData(nameof(OneFactOfAStaySpoilt))]
    public void One_fact_of_a_stay_spoilt_names_its_field(
        string what,
        Func<DraftTemporary, DraftTemporary> spoil,
        string field,
        string text
    )
    {
        var problem = Assert.Single(
            DraftReading
                .Of(
                    Complete() with
                    {
                        Temporary = spoil(Stay()),
                    },
                    A.Meridia,
                    A.Today,
                    [.. Attached, DocumentKind.PurposeEvidence],
                    Known
                )
                .Problems
        );
        Assert.True((field, text) == (problem.Field, problem.Text), $"{what}: {problem}");
    }

    [Fact]
    public void Goods_that_go_for_a_while_need_the_evidence_of_their_purpose()
    {
        var draft = Complete() with { Temporary = Stay() };

        Assert.Equal(
            "Attach the evidence of the purpose for which the goods go for a while.",
            Assert.Single(Read(draft).Problems).Text
        );
        var movement = DraftReading
            .Of(draft, A.Meridia, A.Today, [.. Attached, DocumentKind.PurposeEvidence], Known)
            .Consignment!.Temporary!;
        Assert.Equal(("hunting", A.Arrival.AddDays(20)), (movement.InWords, movement.ReturnBy));
    }

    private static DraftTemporary Stay() =>
        new()
        {
            Purpose = TemporaryPurpose.Hunting,
            ReturnBy = A.Arrival.AddDays(20),
            Evidence = new DraftEvidence
            {
                Number = "INV-7",
                Issuer = "Nordhaven Forest Office",
                IssuedOn = A.Today.AddDays(-5),
            },
        };

    [Fact]
    public void Without_its_papers_an_application_is_not_complete()
    {
        var reading = DraftReading.Of(Complete(), A.Meridia, A.Today, [], Known);
        Assert.Equal(
            ["Attach the end-user certificate.", "Attach a copy of the import authorisation."],
            reading.Problems.Select(p => p.Text)
        );
    }

    [Fact]
    public void An_authorisation_that_no_line_draws_on_is_pointed_out()
    {
        var draft = Complete();
        var problem = Assert.Single(
            Read(
                draft with
                {
                    ImportAuthorisations = [.. draft.ImportAuthorisations, new() { Number = "IA-2" }],
                }
            ).Problems
        );
        Assert.Equal("No goods line draws on IA-2: let a line draw on it, or remove it.", problem.Text);
    }

    private static DraftReading Read(ApplicationDraft draft) =>
        DraftReading.Of(draft, A.Meridia, A.Today, Attached, Known);

    private static ApplicationDraft Line(ApplicationDraft draft, Func<DraftLine, DraftLine> spoil) =>
        draft with
        {
            Lines = [spoil(draft.Lines[0])],
        };

    private static ApplicationDraft Part(ApplicationDraft draft, Func<DraftLine, DraftLine> spoil) =>
        Line(draft, l => spoil(l with { Class = GoodsClass.PartOrComponent, Part = PartKind.Slide }));

    private static DraftComponent Of(PartKind? part, decimal? amount) => new() { Part = part, Amount = amount };

    private static DraftDraw Draw(string number, decimal amount) => new() { Authorisation = number, Amount = amount };

    private static DraftParty Party(PartyRole role, string name, string state) =>
        new()
        {
            Role = role,
            Name = name,
            Address = "1 Quay Street",
            State = state,
        };

    private static ApplicationDraft Complete() =>
        new()
        {
            Reference = "HAW-1",
            ImportingState = "QN",
            Lines =
            [
                new DraftLine
                {
                    Class = GoodsClass.Firearm,
                    Platform = "BH308",
                    HsCode = "9303.30",
                    Calibre = ".308",
                    Make = "Halden",
                    Model = "BH308",
                    Description = "bolt-action rifle",
                    Quantity = 40,
                    Unit = Unit.Piece,
                    UnitValue = 870,
                    Category = "C",
                    Finish = FinishState.Finished,
                    Source = GoodsSource.Manufacture,
                    SerialsLater = true,
                    Marking = MarkingForm.MakerPlaceSerial,
                    Draws = [Draw("IA-1001", 40)],
                },
            ],
            Parties =
            [
                Party(PartyRole.Exporter, "Halden Arms Works", "QM"),
                Party(PartyRole.Importer, "Nordstern Jagd & Sport", "QN"),
                Party(PartyRole.Consignee, "Nordstern Jagd & Sport", "QN"),
                Party(PartyRole.FinalRecipient, "Nordstern Jagd & Sport", "QN"),
                Party(PartyRole.Carrier, "Blue Line", "QM"),
            ],
            Route =
            [
                new DraftLeg
                {
                    To = "QP",
                    Mode = TransportMode.Sea,
                    Stop = Stop.Transshipment,
                    Kilometres = 900,
                },
                new DraftLeg
                {
                    To = "QN",
                    Mode = TransportMode.Sea,
                    Stop = Stop.Destination,
                    Kilometres = 1700,
                },
            ],
            PlannedShipmentOn = A.Shipment,
            ExpectedArrivalOn = A.Arrival,
            EndUse = EndUse.DealerStock,
            EndUseStatement = "For sale to licensed hunters.",
            EndUserCertificate = new DraftEndUserCertificate
            {
                Number = "EUC-1",
                SignedBy = "Nordstern Jagd & Sport",
                SignedOn = new DateOnly(2026, 2, 1),
                ReexportClause = true,
            },
            OrderChannel = OrderChannel.Direct,
            Currency = "EUR",
            PaymentMethod = PaymentMethod.LetterOfCredit,
            FreightCost = 1200,
            ImportAuthorisations = [new DraftAuthorisation { Number = "IA-1001" }],
        };
}
