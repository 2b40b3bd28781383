using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.States;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>What is explored together: who takes part, what they may say, and what is left to another universe.</summary>
/// <param name="Text">What it holds, for whoever reads the result.</param>
/// <param name="WhySound">Why what it leaves out is not lost.</param>
/// <param name="Cases">Export cases on the one authorisation.</param>
/// <param name="Statements">What the importing State may say of the authorisation, besides denying and revoking it.</param>
/// <param name="Shipments">What may be declared under a licence, by goods line.</param>
/// <param name="Amendments">What the importing State's own procedure may make of it.</param>
/// <param name="AtOnce">So many shipments under one licence at most.</param>
/// <param name="Narrow">A transit State may give its notice for too little.</param>
/// <param name="Few">Only what can move a balance.</param>
/// <param name="Silence">When a transit State need not speak: messages arrive or do not, States ask, and one State is passed on board.</param>
/// <param name="WithImport">The importing State's own procedure issues the authorisation.</param>
internal sealed record Universe(
    string Name,
    string Text,
    string WhySound,
    int Cases,
    IReadOnlyList<Country> TransitStates,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<(decimal First, decimal Second)> Shipments,
    int AtOnce = 1,
    bool Elsewhere = false,
    bool Persons = false,
    bool Papers = false,
    bool Customs = false,
    bool WithImport = false,
    bool Few = false,
    bool Narrow = false,
    bool Silence = false,
    IReadOnlyList<Statement>? Amendments = null
)
{
    public static readonly Country Exporting = Country.Parse("QM");
    public static readonly Country Importing = Country.Parse("QN");
    public static readonly Country FirstTransit = Country.Parse("QP");
    public static readonly Country SecondTransit = Country.Parse("QR");

    /// <summary>Where <see cref="Silence"/> is explored, the goods stay on board while they pass it.</summary>
    public static readonly Country PassedOnBoard = Country.Parse("QW");

    public const string Authorisation = "IA-1";

    public static readonly DateOnly Day0 = new(2027, 3, 1);
    public static readonly DateOnly Shipping = Day0.AddDays(30);
    public static readonly DateOnly Arrival = Day0.AddDays(34);

    /// <summary>Of each case: two of the first item and one of the second.</summary>
    private static readonly IReadOnlyList<decimal> Wanted = [2, 1];

    /// <summary>The world in which nothing has happened yet.</summary>
    public World Beginning(ProcedureDefinition export, ProcedureDefinition? import, PolicyProfile profile)
    {
        var cases = Enumerable.Range(1, Cases).Select(i => Case(i, LicenceKind.Export, export, profile));
        return new World
        {
            Today = Day0,
            Cases =
                WithImport && import is not null
                    ? [.. cases, Case(Cases + 1, LicenceKind.Import, import, profile)]
                    : [.. cases],
        };
    }

    /// <summary>Refusals move no balance; what comes of one is explored for each procedure alone.</summary>
    public bool Refusals => !Few && (!WithImport || Cases == 0);

    /// <summary>Nothing happens any more to a case that has ended, nor, where refusals are not contested, to one that stands refused, but that its last day
    /// passes.</summary>
    public bool IsOver(CaseInWorld c) => c.HasEnded || (!Persons && c.File.Case.Status == CaseStatus.Refused);

    /// <summary>The days that the law compares with today, as long as a case can still be touched by them. Once the planned day of shipment is over, nothing
    /// can be licensed any more whatever comes, and no more days pass for a case without a licence but those for an appeal.</summary>
    public IEnumerable<DateOnly> Deadlines(World world)
    {
        return FixedDays(world)
            .Concat(
                Few
                    ? []
                    : world
                        .Cases.Where(c => !c.HasEnded)
                        .SelectMany(c => c.File.DueTimes.Where(d => d.Kind == DueKind.Appeal || Matters(c, d)))
                        .Select(d => d.LastDay)
            );

        bool Matters(CaseInWorld c, DueTime due) =>
            (c.File.Licence is not null || world.Today <= Shipping)
            && (due.LastDay <= Shipping || world.Cases.Exists(other => other.File.Licence is not null));
    }

    /// <summary>Those of them that do not depend on when anybody was asked.</summary>
    public IEnumerable<DateOnly> FixedDays(World world)
    {
        foreach (var c in world.Cases.Where(c => !IsOver(c)))
        {
            if (c.File.Licence is not { } licence)
            {
                if (!Few)
                    yield return Shipping;
                // A refused case is reopened on a later day.
                if (Persons)
                    foreach (var statement in Statements)
                        yield return statement.ExpiresOn;
                continue;
            }
            if (licence.EndedAt is not null)
                continue;
            yield return licence.ExpiresOn;
            if (!Few)
                foreach (var statement in Statements)
                    yield return statement.ExpiresOn;
            if ((Customs || !Few) && c.File.Shipments.Exists(s => Steps.EndLicence.HasNotLeft(s)))
                yield return Shipping;
        }
    }

    /// <summary>Where silence is explored a State is asked twice at most: each request counts by itself.</summary>
    public static bool IsAskedAgain(CaseInWorld c) =>
        c.File.Exchange.Count(d => d.Kind == ExchangeKind.TransitRequest && d.To == FirstTransit) > 1;

    private CaseInWorld Case(int number, LicenceKind kind, ProcedureDefinition procedure, PolicyProfile profile)
    {
        var id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]);
        var state = kind == LicenceKind.Export ? Exporting : Importing;
        var company = new Company
        {
            Id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 8]),
            State = state,
            Name = kind == LicenceKind.Export ? "Exporter" : "Importer",
            Address = "1 Quay Street",
            RegistrationNumber = "1",
        };
        return new CaseInWorld
        {
            Procedure = procedure,
            File = new CaseFile
            {
                Case = new Case
                {
                    Id = id,
                    Number = $"{state}-{number}",
                    Kind = kind,
                    State = state,
                    ExportingState = Exporting,
                    ImportingState = Importing,
                    CompanyId = company.Id,
                    ApplicationId = id,
                    FirstCaseId = id,
                    Reference = "",
                    Consignment = Consignment(kind),
                    Profile = profile.Id,
                    ProfileVersion = profile.Version,
                    SubmittedAt = new DateTimeOffset(Day0, TimeOnly.MinValue, TimeSpan.Zero),
                    SubmittedBy = company.Id,
                },
                Replaced = null,
                HandedOver = new Dictionary<Guid, DateTimeOffset>(),
                Returns = [],
                State = new StateRecord
                {
                    Code = state,
                    Name = state.Code,
                    TimeZone = "UTC",
                    Profile = profile.Id,
                    Calendar = "every-day",
                    PlaceOfIssue = "Capital",
                },
                Company = company,
                Anchors = [],
                Profile = profile with { Screened = false },
                Calendar = new Calendar("every-day", 1, "Every day", [], Day0, Day0.AddYears(2), []),
                Exchange = [],
                SaidElsewhere = [],
                SaidOfOtherChanges = [],
                OtherReservations = new List<HeldReservation>(),
                Arrangements = [],
                RecordedAnswers = [],
                InformationRequests = [],
                Referrals = [],
                Recommendations = [],
                Screening = null,
                Dispositions = [],
                Decisions = [],
                DueTimes = [],
                Licence = null,
                Reservations = [],
                Shipments = [],
                Exits = [],
                Holds = [],
                Registrations =
                [
                    new CompanyRegistration
                    {
                        Id = company.Id,
                        CompanyId = company.Id,
                        From = Day0.AddYears(-1),
                        KnownAt = DateTimeOffset.UnixEpoch,
                    },
                ],
                Authorities =
                [
                    new CompanyAuthority
                    {
                        Id = company.Id,
                        CompanyId = company.Id,
                        Category = "C",
                        For = kind,
                        From = Day0.AddYears(-1),
                        KnownAt = DateTimeOffset.UnixEpoch,
                    },
                ],
            },
        };
    }

    private Consignment Consignment(LicenceKind kind) =>
        new(
            Exporting,
            Importing,
            [Line(1, PartKind.Receiver, Wanted[0]), Line(2, PartKind.Barrel, Wanted[1])],
            [
                Party(PartyRole.Exporter, "Exporter", Exporting),
                Party(PartyRole.Importer, "Importer", Importing),
                Party(PartyRole.Consignee, "Importer", Importing),
                Party(PartyRole.FinalRecipient, "Importer", Importing),
            ],
            kind == LicenceKind.Import
                ? []
                :
                [
                    .. TransitStates.Select(t => new Leg(t, TransportMode.Sea, Stop.Transshipment, null, null, null)),
                    .. Silence
                        ? new[] { new Leg(PassedOnBoard, TransportMode.Sea, Stop.PortCall, null, null, null) }
                        : [],
                    new Leg(Importing, TransportMode.Sea, Stop.Destination, null, null, null),
                ],
            Shipping,
            Arrival,
            EndUse.DealerStock,
            "For sale.",
            kind == LicenceKind.Import ? AuthorisationUse.MultipleUse : null
        );

    private static GoodsLine Line(int number, PartKind part, decimal amount) =>
        new(
            number,
            GoodsClass.PartOrComponent,
            part,
            "BH308",
            null,
            "930599",
            null,
            "Halden",
            "BH308",
            part.ToString(),
            new Quantity(amount, Unit.Piece),
            new Money(1, "EUR"),
            "C",
            FinishState.Finished,
            GoodsSource.Manufacture,
            [],
            true,
            MarkingForm.MakerPlaceSerial,
            [new Draw(Authorisation, amount)]
        );

    private static Party Party(PartyRole role, string name, Country state) =>
        new(role, name, "1 Quay Street", state, null, null, null);
}

/// <summary>Particulars in which the importing State may state its authorisation.</summary>
/// <param name="First">Of the first item.</param>
internal sealed record Statement(decimal First, decimal Second, int Days)
{
    public DateOnly ExpiresOn => Universe.Day0.AddDays(Days);

    /// <summary>By the line of the authorisation.</summary>
    public IReadOnlyDictionary<int, decimal> Quantities => new Dictionary<int, decimal> { [1] = First, [2] = Second };

    public string Words =>
        FormattableString.Invariant($"{Universe.Authorisation} for {First} and {Second} until day {Days}");

    public string Content { get; } =
        Wire.Write(
            new ImportAuthorisation(
                Universe.Authorisation,
                Universe.Importing,
                "Capital",
                Universe.Day0.AddDays(-30),
                Universe.Day0.AddDays(-30),
                Universe.Day0.AddDays(Days),
                new NamedParty("Importer", Universe.Importing, null),
                new NamedParty("Importer", Universe.Importing, null),
                null,
                null,
                [Goods(1, PartKind.Receiver, First), Goods(2, PartKind.Barrel, Second)]
            )
        );

    private static AuthorisedGoods Goods(int number, PartKind part, decimal amount) =>
        new(number, GoodsClass.PartOrComponent, part, "BH308", null, new Quantity(amount, Unit.Piece));
}

/// <summary>Those who act. Two seniors are enough, and two more upon an appeal: the product asks of persons only whether they are the same.</summary>
internal sealed record Somebody(Guid Id, string Name, Role Role, Country State)
{
    public static readonly Somebody FirstOfficer = new(1, "the first officer", Role.SeniorOfficer, Universe.Exporting);
    public static readonly Somebody SecondOfficer = new(
        2,
        "the second officer",
        Role.SeniorOfficer,
        Universe.Exporting
    );

    public static readonly Somebody ThirdOfficer = new(3, "the third officer", Role.SeniorOfficer, Universe.Exporting);
    public static readonly Somebody FourthOfficer = new(
        4,
        "the fourth officer",
        Role.SeniorOfficer,
        Universe.Exporting
    );

    private Somebody(int id, string name, Role role, Country state)
        : this(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 7]), name, role, state) { }

    public static Somebody Correspondent(Country state) =>
        new(100 + state.Code[1], $"the correspondent of {state}", Role.StateCorrespondent, state);

    /// <summary>The State for which that person may speak; null for one who acts in another's procedure.</summary>
    public static Country? StateOf(Guid person) =>
        new[]
        {
            Universe.Importing,
            Universe.FirstTransit,
            Universe.SecondTransit,
            Universe.PassedOnBoard,
            Universe.Exporting,
        }.FirstOrDefault(s => Correspondent(s).Id == person)
        ?? (
            new[] { FirstOfficer, SecondOfficer, ThirdOfficer, FourthOfficer }.Any(o => o.Id == person)
                ? Universe.Exporting
                : null
        );

    public Acting On(World world) => new(Id, Name, Role, State, State.Code, null, world.Now, world.Today);
}
