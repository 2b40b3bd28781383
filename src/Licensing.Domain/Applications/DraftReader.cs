using Licensing.Domain.Authorisations;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;

namespace Licensing.Domain.Applications;

/// <summary>Goes through a draft once and notes every problem, so that the applicant sees all of them together.</summary>
internal sealed class DraftReader(
    ApplicationDraft draft,
    LicenceKind kind,
    Country own,
    DateOnly today,
    IReadOnlyCollection<DocumentKind> attached,
    IReadOnlySet<Country> known,
    NamedParty? applicant
)
{
    private readonly List<DraftProblem> _problems = [];
    private Section _section;

    public DraftReading Read()
    {
        var (exporting, importing) = Destination();
        var numbers = IsImport ? [] : Authorisations();
        var lines = Lines(numbers);
        var parties = Parties(exporting, importing);
        var (legs, shipment, arrival) = IsImport ? Arrival() : Journey(importing);
        EndUse();
        var temporary = Temporary();
        Commercial();
        Documents();
        var consignment =
            _problems.Count > 0
                ? null
                : new Consignment(
                    exporting!,
                    importing!,
                    lines,
                    parties,
                    legs,
                    shipment!.Value,
                    arrival!.Value,
                    draft.EndUse!.Value,
                    draft.EndUseStatement!.Trim(),
                    draft.Use,
                    IsImport ? draft.WantedUntil : null,
                    temporary
                );
        return new DraftReading(consignment, _problems);
    }

    private bool IsImport => kind == LicenceKind.Import;

    private (Country? Exporting, Country? Importing) Destination()
    {
        _section = Section.Destination;
        Optional("reference", draft.Reference, 200);
        if (IsImport)
        {
            var from = State("exportingState", draft.ExportingState, "the exporting State");
            if (from == own)
                Wrong("exportingState", "The exporting State is the importing State: this is not an import.");
            Required("use", draft.Use, "Say whether the authorisation is for one export licence or for several.");
            return (from, own);
        }
        var importing = State("importingState", draft.ImportingState, "the importing State");
        if (importing == own)
            Wrong("importingState", "The importing State is the exporting State: this is not an export.");
        return (own, importing);
    }

    // By which way the goods will come is not known yet: Art. 10(3) asks for it on the export licence.
    private (List<Leg>, DateOnly?, DateOnly?) Arrival()
    {
        _section = Section.Destination;
        Required("expectedArrivalOn", draft.ExpectedArrivalOn, "Give the day on which the first goods are expected.");
        if (draft.ExpectedArrivalOn < today)
            Wrong("expectedArrivalOn", "The expected day of arrival has passed.");
        if (draft.WantedUntil < today || draft.WantedUntil < draft.ExpectedArrivalOn)
            Wrong(
                "wantedUntil",
                "The last day of the authorisation cannot be before today, or before the goods arrive."
            );
        return ([], draft.ExpectedArrivalOn, draft.ExpectedArrivalOn);
    }

    private HashSet<string> Authorisations()
    {
        _section = Section.Authorisations;
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        if (draft.ImportAuthorisations.Count == 0)
            Missing(
                "importAuthorisations",
                "Give the import authorisation, or authorisations, of the importing State."
            );
        for (var i = 0; i < draft.ImportAuthorisations.Count; i++)
        {
            var given = draft.ImportAuthorisations[i];
            var at = $"importAuthorisations[{i}]";
            var number = Text($"{at}.number", given.Number, "the number of the import authorisation", 100);
            if (number is not null && AuthorisationNumber.Canonical(number).Length > 100)
                Wrong($"{at}.number", "This is longer than 100 characters: shorten it.");
            else if (number is not null && !numbers.Add(AuthorisationNumber.Canonical(number)))
                Wrong($"{at}.number", $"Import authorisation {number} is given twice.");
            if (given.ExpiresOn < given.IssuedOn)
                Wrong($"{at}.expiresOn", "The authorisation expires before it was issued: check both days.");
        }
        return numbers;
    }

    private List<GoodsLine> Lines(HashSet<string> authorisations)
    {
        _section = Section.Goods;
        if (draft.Lines.Count == 0)
            Missing("lines", "Add at least one goods line.");
        if (draft.Lines.Count > 500)
            Wrong("lines", "An application has at most 500 goods lines: split it.");
        if (draft.DeclaredNetKg is { } weight && Quantity.MistakeOfSome(weight, Unit.Kilogram) is { } mistake)
            Wrong("declaredNetKg", mistake);
        var lines = draft.Lines.Select((line, i) => Line(line, i, authorisations)).OfType<GoodsLine>().ToList();
        foreach (
            var number in authorisations.Except(lines.SelectMany(l => l.Draws).Select(d => d.Authorisation)).Order()
        )
            if (lines.Count == draft.Lines.Count && lines.Count > 0)
            {
                _section = Section.Authorisations;
                Wrong("importAuthorisations", $"No goods line draws on {number}: let a line draw on it, or remove it.");
            }
        return lines;
    }

    private GoodsLine? Line(DraftLine line, int index, HashSet<string> authorisations)
    {
        _section = Section.Goods;
        var before = _problems.Count;
        var at = $"lines[{index}]";
        var n = index + 1;
        Required(
            $"{at}.class",
            line.Class,
            $"Line {n}: say whether it is a firearm, a part or component, or ammunition."
        );
        var isPart = line.Class == GoodsClass.PartOrComponent;
        if (isPart)
            Required($"{at}.part", line.Part, $"Line {n}: say which kind of part it is.");
        else if (line.Class is not null && line.Part is not null)
            Wrong($"{at}.part", $"Line {n}: only a part or component has a kind of part.");
        var essential =
            isPart && line.Part == PartKind.OtherEssentialElement
                ? Text(
                    $"{at}.essentialBecause",
                    line.EssentialBecause,
                    $"line {n}: why it is essential to the operation",
                    500
                )
                : Optional($"{at}.essentialBecause", line.EssentialBecause, 500);
        var platform =
            line.Class is GoodsClass.Firearm || (isPart && string.IsNullOrWhiteSpace(line.FirearmType))
                ? Text($"{at}.platform", line.Platform, $"line {n}: the platform that it is or fits", 100)
                : Optional($"{at}.platform", line.Platform, 100);
        var calibre = line.Class is GoodsClass.Firearm or GoodsClass.Ammunition
            ? Text($"{at}.calibre", line.Calibre, $"line {n}: the calibre", 50)
            : Optional($"{at}.calibre", line.Calibre, 50);
        var hs = Hs(at, n, line.HsCode);
        var make = Text($"{at}.make", line.Make, $"line {n}: the make", 100);
        var model = Text($"{at}.model", line.Model, $"line {n}: the model", 100);
        var description = Text($"{at}.description", line.Description, $"line {n}: a description", 500);
        var category = Text($"{at}.category", line.Category, $"line {n}: the category under national law", 20);
        Required($"{at}.finish", line.Finish, $"Line {n}: say whether the goods are finished or semi-finished.");
        Required($"{at}.source", line.Source, $"Line {n}: say where the goods come from.");
        Required($"{at}.marking", line.Marking, $"Line {n}: say how the goods are marked.");
        if (line.Class == GoodsClass.Firearm && line.Marking == MarkingForm.None)
            Wrong($"{at}.marking", $"Line {n}: a firearm that is not marked may not be transferred (Art. 3(e), 8(1)).");
        var quantity = Amount(at, n, line);
        if (line.UnitValue is null)
            Missing($"{at}.unitValue", $"Line {n}: give the value of one unit.");
        else if (line.UnitValue < 0)
            Wrong($"{at}.unitValue", $"Line {n}: a value cannot be less than zero.");
        Serials(at, n, line);
        Particulars(at, n, line);
        var draws = Draws(at, n, line, authorisations);
        return _problems.Count > before
            ? null
            : new GoodsLine(
                n,
                line.Class!.Value,
                line.Part,
                platform,
                essential,
                hs!,
                calibre,
                make!,
                model!,
                description!,
                quantity!,
                new Money(line.UnitValue!.Value, draft.Currency?.Trim().ToUpperInvariant() ?? ""),
                category!,
                line.Finish!.Value,
                line.Source!.Value,
                [.. line.Serials.Select(s => s.Trim())],
                line.SerialsLater,
                line.Marking!.Value,
                draws
            );
    }

    private string? Hs(string at, int n, string? given)
    {
        var text = Text($"{at}.hsCode", given, $"line {n}: the HS code", 20);
        var digits = text?.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (digits is null)
            return null;
        if (digits.Length is < 4 or > 10 || !digits.All(char.IsAsciiDigit))
            Wrong($"{at}.hsCode", $"Line {n}: an HS code has four to ten digits, such as 9303.30.");
        return digits;
    }

    private Quantity? Amount(string at, int n, DraftLine line)
    {
        if (line.Quantity is null)
            Missing($"{at}.quantity", $"Line {n}: give the quantity.");
        Required($"{at}.unit", line.Unit, $"Line {n}: give the unit of the quantity.");
        if (line.Quantity is not { } amount || line.Unit is not { } unit)
            return null;
        var mistake = Quantity.MistakeOfSome(amount, unit);
        if (mistake is null)
            return new Quantity(amount, unit);
        Wrong($"{at}.quantity", $"Line {n}: {mistake}");
        return null;
    }

    private void Serials(string at, int n, DraftLine line)
    {
        if (line.Class == GoodsClass.Firearm && line.Serials.Count == 0 && !line.SerialsLater && !IsImport)
            Missing($"{at}.serials", $"Line {n}: give the serial numbers, or say that they follow before release.");
        if (line.Serials.Any(string.IsNullOrWhiteSpace) || line.Serials.Any(s => s?.Length > 100))
            Wrong($"{at}.serials", $"Line {n}: a serial number is empty or longer than 100 characters.");
        else if (
            line.Serials.Select(s => s.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() != line.Serials.Count
        )
            Wrong($"{at}.serials", $"Line {n}: a serial number is given twice.");
        if (!line.SerialsLater && line.Serials.Count > 0 && line.Quantity is { } q && line.Serials.Count != q)
            Wrong($"{at}.serials", $"Line {n}: {line.Serials.Count} serial numbers for a quantity of {q:0.###}.");
    }

    // What only some goods have, asked of nobody else.
    private void Particulars(string at, int n, DraftLine line)
    {
        var isPart = line.Class is null or GoodsClass.PartOrComponent;
        var isAmmunition = line.Class == GoodsClass.Ammunition;
        if (Optional($"{at}.compatibleModel", line.CompatibleModel, 100) is not null && !isPart)
            Wrong($"{at}.compatibleModel", $"Line {n}: only a part or component fits another weapon: leave this out.");
        if (Optional($"{at}.resultingCategory", line.ResultingCategory, 20) is not null && !isPart)
            Wrong(
                $"{at}.resultingCategory",
                $"Line {n}: only a part or component is fitted into a firearm: leave this out."
            );
        if (Optional($"{at}.firearmType", line.FirearmType, 50) is not null && !isPart)
            Wrong($"{at}.firearmType", $"Line {n}: only a part or component fits a type of firearm: leave this out.");
        if (line.SelectFire is not null && isAmmunition)
            Wrong($"{at}.selectFire", $"Line {n}: ammunition itself does not fire automatically: leave this out.");
        if (line.Deactivated is not null && isAmmunition)
            Wrong($"{at}.deactivated", $"Line {n}: ammunition is not deactivated like a weapon: leave this out.");
        if (line.ConsistsOf.Count > 0 && !isPart)
            Wrong($"{at}.consistsOf", $"Line {n}: only an assembly or kit of parts consists of parts: leave this out.");
        else
            ConsistsOf(at, n, line.ConsistsOf);
    }

    private void ConsistsOf(string at, int n, IReadOnlyList<DraftComponent> given)
    {
        var named = new HashSet<PartKind>();
        for (var i = 0; i < given.Count; i++)
        {
            var field = $"{at}.consistsOf[{i}]";
            Required($"{field}.part", given[i].Part, $"Line {n}: say which part it consists of.");
            if (given[i].Part == PartKind.UpperAssembly)
                Wrong($"{field}.part", $"Line {n}: name the parts of the upper assembly one by one.");
            else if (given[i].Part is { } part && !named.Add(part))
                Wrong($"{field}.part", $"Line {n}: the same kind of part is given twice: add the numbers up.");
            if (given[i].Amount is not { } amount)
                Missing($"{field}.amount", $"Line {n}: give how many of this part are in one.");
            else if (amount is < 1 or > 1_000 || decimal.Truncate(amount) != amount)
                Wrong($"{field}.amount", $"Line {n}: a whole number from 1 to 1000 of this part is in one.");
        }
    }

    private List<Draw> Draws(string at, int n, DraftLine line, HashSet<string> authorisations)
    {
        var draws = new List<Draw>();
        if (IsImport && line.Draws.Count > 0)
            Wrong($"{at}.draws", $"Line {n}: an import draws on no authorisation; it is one that is applied for.");
        if (IsImport)
            return draws;
        if (line.Draws.Count == 0)
            Missing($"{at}.draws", $"Line {n}: say which import authorisation it draws on, and how much.");
        for (var i = 0; i < line.Draws.Count; i++)
        {
            var field = $"{at}.draws[{i}]";
            var number = Text(
                $"{field}.authorisation",
                line.Draws[i].Authorisation,
                $"line {n}: the authorisation",
                100
            );
            number = number is null ? null : AuthorisationNumber.Canonical(number);
            if (number is not null && !authorisations.Contains(number))
                Wrong($"{field}.authorisation", $"Line {n}: {number} is not among the import authorisations given.");
            if (line.Draws[i].Amount is not { } amount)
                Missing($"{field}.amount", $"Line {n}: give how much it draws on {number}.");
            else if (
                amount is <= 0 or > 1_000_000_000
                || (line.Unit is { } unit && Quantity.Mistake(amount, unit) is not null)
            )
                Wrong($"{field}.amount", $"Line {n}: the amount drawn must be more than zero and fit the unit.");
            else if (number is not null)
                draws.Add(new Draw(number, amount));
        }
        if (draws.Count == line.Draws.Count && draws.Count > 0 && line.Quantity is { } quantity)
        {
            if (draws.Sum(d => d.Amount) != quantity)
                Wrong(
                    $"{at}.draws",
                    $"Line {n}: the amounts drawn add up to {draws.Sum(d => d.Amount):0.###}, not {quantity:0.###}."
                );
            if (draws.Select(d => d.Authorisation).Distinct().Count() != draws.Count)
                Wrong($"{at}.draws", $"Line {n}: it draws twice on the same authorisation: add the amounts up.");
        }
        return draws;
    }

    private List<Party> Parties(Country? exporting, Country? importing)
    {
        _section = Section.Parties;
        foreach (
            var (role, text) in new[]
            {
                (PartyRole.Exporter, "the exporter"),
                (PartyRole.Importer, "the importer"),
                (PartyRole.Consignee, "the consignee"),
                (PartyRole.FinalRecipient, "the final recipient"),
                (PartyRole.Carrier, "the carrier"),
            }
        )
            if (draft.Parties.All(p => p.Role != role) && !(IsImport && role == PartyRole.Carrier))
                Missing("parties", $"Add {text}.");
        foreach (var twice in draft.Parties.GroupBy(p => p.Role).Where(g => g.Count() > 1 && One(g.Key)))
            Wrong("parties", $"There can be only one party in the role {twice.Key}.");
        var parties = draft.Parties.Select(Party).OfType<Party>().ToList();
        foreach (var party in parties.Where(p => p.Role == PartyRole.FinalRecipient && p.State != importing))
            if (importing is not null)
                Wrong("parties", $"The final recipient is in {party.State}, not in the importing State {importing}.");
        var (applies, word) = IsImport ? (PartyRole.Importer, "importer") : (PartyRole.Exporter, "exporter");
        if (applicant is not null && parties.Any(p => p.Role == applies && !applicant.IsSameAs(p)))
            Wrong(
                "parties",
                $"The {word} must be the applicant as registered: {applicant.Name}, {applicant.RegistrationNumber}."
            );
        foreach (var party in parties.Where(p => p.Role == PartyRole.Exporter && p.State != exporting))
            if (exporting is not null)
                Wrong("parties", $"The exporter is in {party.State}, not in the exporting State {exporting}.");
        foreach (var party in parties.Where(p => IsImport && p.Role == PartyRole.Importer && p.State != own))
            Wrong("parties", $"The importer is in {party.State}, not in the importing State {own}.");
        return parties;
    }

    private static bool One(PartyRole? role) =>
        role is PartyRole.Exporter or PartyRole.Importer or PartyRole.FinalRecipient or PartyRole.Consignee;

    private Party? Party(DraftParty party, int index)
    {
        var before = _problems.Count;
        var at = $"parties[{index}]";
        var n = index + 1;
        Required($"{at}.role", party.Role, $"Party {n}: say what its role is.");
        var name = Text($"{at}.name", party.Name, $"party {n}: the name", 200);
        var address = Text($"{at}.address", party.Address, $"party {n}: the address", 500);
        var state = State($"{at}.state", party.State, $"party {n}: the State");
        var registration = Optional($"{at}.registrationNumber", party.RegistrationNumber, 100);
        var email = Optional($"{at}.email", party.Email, 200);
        var phone = Optional($"{at}.phone", party.Phone, 50);
        return _problems.Count > before
            ? null
            : new Party(party.Role!.Value, name!, address!, state!, registration, email, phone);
    }

    private (List<Leg>, DateOnly?, DateOnly?) Journey(Country? importing)
    {
        _section = Section.Route;
        Required("plannedShipmentOn", draft.PlannedShipmentOn, "Give the planned day of shipment.");
        Required("expectedArrivalOn", draft.ExpectedArrivalOn, "Give the expected day of arrival.");
        if (draft.PlannedShipmentOn < today)
            Wrong("plannedShipmentOn", "The planned day of shipment has passed.");
        if (draft.ExpectedArrivalOn < draft.PlannedShipmentOn)
            Wrong("expectedArrivalOn", "The goods cannot arrive before they are shipped.");
        if (draft.DirectKilometres < 0)
            Wrong("directKilometres", "A distance cannot be less than zero.");
        if (draft.Route.Count == 0)
            Missing("route", "Describe the route, leg by leg, with every State the goods pass through.");
        if (draft.Route.Count > 50)
            Wrong("route", "A route has at most 50 legs.");
        var legs = draft.Route.Select(Leg).OfType<Leg>().ToList();
        if (legs.Count != draft.Route.Count || legs.Count == 0)
            return (legs, draft.PlannedShipmentOn, draft.ExpectedArrivalOn);
        if (legs[^1].Stop != Stop.Destination || (importing is not null && legs[^1].To != importing))
            Wrong($"route[{legs.Count - 1}]", "The last leg must end at the destination, in the importing State.");
        if (legs[..^1].Any(leg => leg.Stop == Stop.Destination))
            Wrong("route", "Only the last leg ends at the destination.");
        if (legs[^1].ArrivesOn is { } last && draft.ExpectedArrivalOn is { } expected && last != expected)
            Wrong(
                $"route[{legs.Count - 1}].arrivesOn",
                "The last leg arrives on another day than the goods are expected to arrive: make them the same."
            );
        for (var i = 0; i + 1 < legs.Count; i++)
            if (legs[i].Stop is Stop.PortCall or Stop.LandCrossing && legs[i].Mode != legs[i + 1].Mode)
                Wrong(
                    $"route[{i}].stop",
                    $"Leg {i + 1}: the goods go on by another mode of transport, so this is a transshipment or an unloading."
                );
        var days = legs.Select(leg => leg.ArrivesOn).OfType<DateOnly>().ToList();
        if (!days.SequenceEqual(days.Order()))
            Wrong("route", "The days of arrival go backwards along the route.");
        if (days.Any(day => day < draft.PlannedShipmentOn || day > draft.ExpectedArrivalOn))
            Wrong("route", "A leg arrives before the shipment or after the expected arrival.");
        return (legs, draft.PlannedShipmentOn, draft.ExpectedArrivalOn);
    }

    private Leg? Leg(DraftLeg leg, int index)
    {
        var before = _problems.Count;
        var at = $"route[{index}]";
        var n = index + 1;
        var to = State($"{at}.to", leg.To, $"leg {n}: the State it goes to");
        Required($"{at}.mode", leg.Mode, $"Leg {n}: give the mode of transport.");
        Required($"{at}.stop", leg.Stop, $"Leg {n}: say what happens where it ends.");
        if (leg.Kilometres < 0)
            Wrong($"{at}.kilometres", $"Leg {n}: a distance cannot be less than zero.");
        if (Routes.Leg.Mistake(leg.DwellDays) is { } stay)
            Wrong($"{at}.dwellDays", $"Leg {n}: {stay}");
        var place = Optional($"{at}.place", leg.Place, 200);
        return _problems.Count > before
            ? null
            : new Leg(
                to!,
                leg.Mode!.Value,
                leg.Stop!.Value,
                leg.Kilometres,
                place,
                leg.ArrivesOn,
                leg.DwellDays,
                leg.FreeTradeZone
            );
    }

    private void EndUse()
    {
        _section = Section.EndUse;
        Required("endUse", draft.EndUse, "Say what the goods will be used for.");
        Text("endUseStatement", draft.EndUseStatement, "the end use in your own words", 4000);
        var certificate = draft.EndUserCertificate ?? new DraftEndUserCertificate();
        Text("endUserCertificate.number", certificate.Number, "the number of the end-user certificate", 100);
        Text("endUserCertificate.signedBy", certificate.SignedBy, "who signed the end-user certificate", 200);
        Required(
            "endUserCertificate.signedOn",
            certificate.SignedOn,
            "Give the day the end-user certificate was signed."
        );
        if (certificate.SignedOn > today)
            Wrong("endUserCertificate.signedOn", "The end-user certificate cannot have been signed after today.");
        Required(
            "endUserCertificate.reexportClause",
            certificate.ReexportClause,
            "Say whether the end-user certificate forbids re-export without consent."
        );
    }

    // Whether an authorisation lets them stay so long is the law's to find, when it is known.
    private TemporaryMovement? Temporary()
    {
        if (draft.Temporary is not { } given)
            return null;
        Required("temporary.purpose", given.Purpose, "Say for what purpose the goods go for a while.");
        var other =
            given.Purpose == TemporaryPurpose.Other
                ? Text("temporary.otherPurpose", given.OtherPurpose, "the purpose in your own words", 200)
                : null;
        if (given.Purpose is not (null or TemporaryPurpose.Other) && !string.IsNullOrWhiteSpace(given.OtherPurpose))
            Wrong("temporary.otherPurpose", "The purpose is on the list: leave this out, or choose another purpose.");
        Required("temporary.returnBy", given.ReturnBy, "Give the last day on which the goods are back.");
        if (given.ReturnBy <= draft.ExpectedArrivalOn)
            Wrong("temporary.returnBy", "The goods cannot be back before they have arrived: give a day after that.");
        if (draft.ExpectedArrivalOn is { } arrival && given.ReturnBy?.Year > arrival.Year + 5)
            Wrong(
                "temporary.returnBy",
                "This is more than five years after the arrival: such goods do not go for a while."
            );
        var evidence = given.Evidence ?? new DraftEvidence();
        var number = Text(
            "temporary.evidence.number",
            evidence.Number,
            "the number of the evidence of the purpose",
            100
        );
        var issuer = Text("temporary.evidence.issuer", evidence.Issuer, "who issued the evidence of the purpose", 200);
        Required("temporary.evidence.issuedOn", evidence.IssuedOn, "Give the day the evidence was issued.");
        if (evidence.IssuedOn > today)
            Wrong("temporary.evidence.issuedOn", "The evidence cannot have been issued after today.");
        return
            given is { Purpose: { } purpose, ReturnBy: { } returnBy }
            && number is not null
            && issuer is not null
            && evidence.IssuedOn is { } issued
            ? new TemporaryMovement(purpose, other, returnBy, new PurposeEvidence(number, issuer, issued))
            : null;
    }

    private void Commercial()
    {
        _section = Section.Commercial;
        Required("orderChannel", draft.OrderChannel, "Say how the order was placed.");
        Optional("orderReference", draft.OrderReference, 100);
        if (draft.OrderDate > today)
            Wrong("orderDate", "The goods cannot have been ordered after today.");
        Required("paymentMethod", draft.PaymentMethod, "Say how the goods are paid for.");
        if (!string.IsNullOrWhiteSpace(draft.PayerState))
            State("payerState", draft.PayerState, "the State the payment comes from");
        var currency = Text("currency", draft.Currency, "the currency of the values", 3);
        if (currency is not null && (currency.Length != 3 || !currency.All(char.IsAsciiLetter)))
            Wrong("currency", "A currency is written with the three letters of ISO 4217, such as EUR.");
        if (draft.FreightCost is null)
            Missing("freightCost", "Give the cost of freight; 0 when it is in the price.");
        else if (draft.FreightCost < 0)
            Wrong("freightCost", "The cost of freight cannot be less than zero.");
    }

    private void Documents()
    {
        _section = Section.Documents;
        if (!attached.Contains(DocumentKind.EndUserCertificate))
            Missing("documents", "Attach the end-user certificate.");
        if (!IsImport && !attached.Contains(DocumentKind.ImportAuthorisation))
            Missing("documents", "Attach a copy of the import authorisation.");
        if (draft.Temporary is not null && !attached.Contains(DocumentKind.PurposeEvidence))
            Missing("documents", "Attach the evidence of the purpose for which the goods go for a while.");
    }

    private Country? State(string field, string? given, string what)
    {
        if (string.IsNullOrWhiteSpace(given))
            Missing(field, Sentence(what));
        else if (!Country.TryParse(given, out var state))
            Wrong(field, $"'{Short(given)}' is not a State: write its two-letter ISO 3166-1 code.");
        else if (!known.Contains(state))
            Wrong(field, $"{state} is not in the directory of States.");
        else
            return state;
        return null;
    }

    private string? Text(string field, string? given, string what, int longest)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return Optional(field, given, longest);
        Missing(field, Sentence(what));
        return null;
    }

    private string? Optional(string field, string? given, int longest)
    {
        if (given?.Trim().Length > longest)
            Wrong(field, $"This is longer than {longest} characters: shorten it.");
        return string.IsNullOrWhiteSpace(given) ? null : given.Trim();
    }

    private void Required<T>(string field, T? given, string text)
        where T : struct
    {
        if (given is null)
            Missing(field, text);
    }

    // "line 2: the make" becomes "Line 2: give the make."
    private static string Sentence(string what)
    {
        var colon = what.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? $"Give {what}."
            : $"{char.ToUpperInvariant(what[0])}{what[1..colon]}: give {what[(colon + 2)..]}.";
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;

    private void Missing(string field, string text) => _problems.Add(new DraftProblem(_section, field, true, text));

    private void Wrong(string field, string text) => _problems.Add(new DraftProblem(_section, field, false, text));
}
