using Bogus;
using Licensing.Casework;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Demo.Issuer;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Web.SignIn;

namespace Licensing.Demo.People;

/// <summary>States, authorities, companies and people that do not exist. States bear ISO 3166-1 user-assigned codes; names come from
/// Bogus with a fixed seed, so that everybody sees the same ones.</summary>
public static class DemoDirectory
{
    private static readonly DateOnly Since = new(2020, 1, 1);

    private static readonly StateEntry[] States =
    [
        State("QM", "Meridia", "Europe/Vienna", "Meridia City", resident: true),
        State("QN", "Northmark", "Europe/Oslo", "Nordhaven", resident: true),
        State("QP", "Portavia", "Europe/Lisbon", "Porto Alto"),
        State("QQ", "Quillon", "Europe/Zurich", "Quill", landlocked: true),
        State("QR", "Ridgeland", "Europe/Prague", "Ridge"),
        State("QY", "Yarrowmark", "Europe/Warsaw", "Yarrow"),
        State("QT", "Tarnland", "Europe/Helsinki", "Tarn", resident: true),
        State("QS", "Sundmark", "Europe/Copenhagen", "Sund"),
    ];

    /// <summary>Those that have people of their own below, besides what every State has.</summary>
    private static readonly string[] WithTheirOwn = ["QM", "QS", "QT"];

    private static readonly CompanyEntry[] Companies =
    [
        new(
            Country.Parse("QM"),
            "QM-4711",
            "Halden Arms Works",
            "12 Foundry Lane, Meridia City",
            new DateOnly(2011, 4, 2),
            null,
            Categories("B", "C")
        ),
        new(
            Country.Parse("QM"),
            "QM-0815",
            "Brevik Components",
            "3 Canal Road, Meridia City",
            new DateOnly(2016, 9, 1),
            null,
            Categories("B", "C")
        ),
        new(
            Country.Parse("QM"),
            "QM-2001",
            "Lapsed Trading House",
            "9 Old Market, Meridia City",
            new DateOnly(2001, 1, 1),
            new DateOnly(2023, 12, 31),
            Categories("C")
        ),
        new(
            Country.Parse("QM"),
            "QM-3300",
            "Marlow Brokers",
            "12 Exchange Court, Meridia City",
            new DateOnly(2019, 5, 2),
            null,
            []
        ),
        new(
            Country.Parse("QS"),
            "QS-1701",
            "Sund Precision",
            "4 Ropewalk, Sund",
            new DateOnly(2014, 2, 3),
            null,
            Categories("B", "C")
        ),
        new(
            Country.Parse("QN"),
            "QN-88120",
            "Nordstern Jagd & Sport",
            "7 Havnegata, Nordhaven",
            new DateOnly(2009, 5, 4),
            null,
            [.. Categories("B", "C").Select(c => c with { For = LicenceKind.Import })]
        ),
    ];

    public static DirectoryFile Make(Uri issuer)
    {
        var names = new Faker("en") { Random = new Randomizer(10) };
        var people = new List<PersonEntry>();
        people.Add(Person(issuer, names, "halden", Role.Exporter, "QM", "QM-4711"));
        people.Add(Person(issuer, names, "brevik", Role.Exporter, "QM", "QM-0815"));
        people.Add(Person(issuer, names, "lapsed", Role.Exporter, "QM", "QM-2001"));
        people.Add(Person(issuer, names, "officer", Role.LicensingOfficer, "QM"));
        people.Add(Person(issuer, names, "officer2", Role.LicensingOfficer, "QM"));
        people.Add(Person(issuer, names, "senior", Role.SeniorOfficer, "QM"));
        people.Add(Person(issuer, names, "customs", Role.CustomsOfficer, "QM"));
        people.Add(Person(issuer, names, "auditor", Role.Auditor, "QM"));
        people.Add(Person(issuer, names, "administrator", Role.Administrator, "QM"));
        foreach (var state in States.Where(s => !WithTheirOwn.Contains(s.Code.Code)))
            people.Add(Person(issuer, names, "correspondent", Role.StateCorrespondent, state.Code.Code));
        people.Add(Person(issuer, names, "officer", Role.LicensingOfficer, "QN"));
        // Names are drawn in this order: whoever joins comes last, so that the others keep theirs.
        people.Add(Person(issuer, names, "senior2", Role.SeniorOfficer, "QM"));
        people.Add(Person(issuer, names, "auditor", Role.Auditor, "QN"));
        foreach (var state in States.Where(s => !WithTheirOwn.Contains(s.Code.Code)))
            people.Add(Person(issuer, names, "customs", Role.CustomsOfficer, state.Code.Code));
        people.Add(Person(issuer, names, "nordstern", Role.Importer, "QN", "QN-88120"));
        people.Add(Person(issuer, names, "officer2", Role.LicensingOfficer, "QN"));
        people.Add(Person(issuer, names, "senior", Role.SeniorOfficer, "QN"));
        people.Add(Person(issuer, names, "senior2", Role.SeniorOfficer, "QN"));
        people.Add(Person(issuer, names, "officer", Role.LicensingOfficer, "QT"));
        people.Add(Person(issuer, names, "officer2", Role.LicensingOfficer, "QT"));
        people.Add(Person(issuer, names, "senior", Role.SeniorOfficer, "QT"));
        people.Add(Person(issuer, names, "senior2", Role.SeniorOfficer, "QT"));
        people.Add(Person(issuer, names, "auditor", Role.Auditor, "QT"));
        people.Add(Person(issuer, names, "correspondent", Role.StateCorrespondent, "QT"));
        people.Add(Person(issuer, names, "customs", Role.CustomsOfficer, "QT"));
        people.Add(Person(issuer, names, "sund", Role.Exporter, "QS", "QS-1701"));
        people.Add(Person(issuer, names, "officer", Role.LicensingOfficer, "QS"));
        people.Add(Person(issuer, names, "officer2", Role.LicensingOfficer, "QS"));
        people.Add(Person(issuer, names, "senior", Role.SeniorOfficer, "QS"));
        people.Add(Person(issuer, names, "senior2", Role.SeniorOfficer, "QS"));
        people.Add(Person(issuer, names, "customs", Role.CustomsOfficer, "QS"));
        people.Add(Person(issuer, names, "auditor", Role.Auditor, "QS"));
        people.Add(Person(issuer, names, "correspondent", Role.StateCorrespondent, "QS"));
        people.Add(Person(issuer, names, "broker", Role.Trader, "QM", "QM-3300"));
        people.Add(Person(issuer, names, "administrator2", Role.Administrator, "QM"));
        return new DirectoryFile
        {
            States = States,
            Authorities =
            [
                .. States.Select(s => new AuthorityEntry(
                    s.Code,
                    AuthorityKind.PointOfContact,
                    $"National point of contact of {s.Name}",
                    $"contact@{s.Name.ToLowerInvariant()}.example",
                    Since
                )),
            ],
            Companies = Companies,
            People = people,
        };
    }

    /// <summary>The same people, for the issuer.</summary>
    public static IReadOnlyList<DemoPerson> People(DirectoryFile directory) =>
        [
            .. directory.People.Select(person =>
            {
                var held = person.Appointments[0];
                var state = directory.States.First(s => s.Code == held.State).Name;
                var company = directory.Companies.FirstOrDefault(c => c.RegistrationNumber == held.Company)?.Name;
                return new DemoPerson(
                    person.Subject,
                    person.Name,
                    person.Email,
                    Roles.Of(held.Role),
                    company is null ? $"{state}: authorities" : $"{state}: {company}"
                );
            }),
        ];

    /// <param name="user">User name within the State: <c>officer</c> of QM signs in as officer@qm.example.</param>
    private static PersonEntry Person(
        Uri issuer,
        Faker names,
        string user,
        Role role,
        string state,
        string? company = null
    )
    {
        var email = $"{user}@{state.ToLowerInvariant()}.example";
        return new PersonEntry(
            issuer.ToString(),
            email,
            $"{names.Name.FirstName()} {names.Name.LastName()}",
            email,
            [new AppointmentEntry(role, Country.Parse(state), Since, null, company)]
        );
    }

    private static CategoryEntry[] Categories(params string[] categories) =>
        [.. categories.Select(c => new CategoryEntry(c, Since))];

    /// <param name="resident">Its officers work here. The others answer by their correspondents, or on paper.</param>
    private static StateEntry State(
        string code,
        string name,
        string zone,
        string seat,
        bool landlocked = false,
        bool resident = false
    ) =>
        new(
            Country.Parse(code),
            name,
            landlocked,
            resident,
            zone,
            // Sundmark shows a law that takes silence for consent; no State of the demo is one that exists.
            code switch
            {
                "QM" => "meridia",
                "QS" => "eu-258-2012",
                _ => "protocol",
            },
            code == "QY" ? "yarrowmark" : "meridia",
            seat
        );
}
