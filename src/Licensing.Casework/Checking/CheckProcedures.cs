using System.Globalization;
using Licensing.Casework.Publishing;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Policies;
using Licensing.Workflow;

namespace Licensing.Casework.Checking;

/// <summary>Explores every state that the procedures of a folder can reach, under each of its policy profiles, and says whether what must hold
/// holds.</summary>
public static class CheckProcedures
{
    private static readonly Statement Enough = new(3, 2, 60);
    private static readonly Statement TooLittle = new(1, 2, 60);

    internal static readonly Universe TwoTransitStates = new(
        "Two transit States",
        "One export case for 2 and 1 of two items, two transit States, one shipment. The importing State confirms, denies, revokes; each transit State "
            + "gives notice, objects, withdraws: as often and in whatever order, and asked again at any time.",
        "No number of answers bounds it. Like transit States are interchangeable, so that one of two mirrored states is visited. What a restated "
            + "authorisation or a notice for too little does to a transit State's clearance it does to each by itself: the next universes.",
        1,
        [Universe.FirstTransit, Universe.SecondTransit],
        [Enough],
        [(2, 1)]
    );

    internal static readonly Universe NoticeForTooLittle = new(
        "A notice for too little",
        "One export case, one transit State, one shipment. The importing State confirms, denies, revokes; the transit State gives notice, gives it for too "
            + "little, objects, withdraws.",
        "Each notice is compared with the consignment by itself.",
        1,
        [Universe.FirstTransit],
        [Enough],
        [(2, 1)],
        Narrow: true
    );

    internal static readonly Universe RestatedAuthorisation = new(
        "A restated authorisation",
        "One export case, one transit State, one shipment. The importing State states its authorisation as valid for longer or until an earlier day, "
            + "denies, revokes, in this case or in another; the transit State gives notice and withdraws it.",
        "The other case is here all that the importing State may say in one; what it takes of the balance is in the next universe. An objection is in the "
            + "universes before.",
        1,
        [Universe.FirstTransit],
        [Enough, new(3, 2, 40)],
        [(2, 1)],
        Elsewhere: true
    );

    internal static readonly Universe TwoCases = new(
        "Two cases on one authorisation",
        "Two export cases, each for 2 and 1 of the two items, on one authorisation that is stated for 3 and 2, too little for both, or for 4 and 2, as often as it "
            + "may be, and revoked. Shipments of a part. The days before, of and after the last day of each licence.",
        "A transit State, a denial, a question asked again, a refusal can only forbid what is permitted here, or suspend what an officer may suspend here at "
            + "any moment; giving a licence back frees what revoking it frees; until there is a licence the days move no balance. The cases are alike, so "
            + "that one of two mirrored states is visited.",
        2,
        [],
        [Enough, new(4, 2, 60)],
        [(1, 0)],
        Few: true
    );

    internal static readonly Universe Persons = new(
        "Persons",
        "One export case, one transit State. Whoever recommended or proposed tries to complete it as well, and whoever had a hand in a refusal to have one in "
            + "the appeal against it; refusals are appealed against and reopened; correspondents try to answer for other States.",
        "The product asks of two persons only whether they are the same, so that two stand for any number, and two more in an appeal. A reopened case "
            + "stands where it stood when a refusal was recommended, and while it stood refused no State could give anything: it brings no other state to "
            + "the other universes.",
        1,
        [Universe.FirstTransit],
        [Enough],
        [],
        Persons: true
    );

    internal static readonly Universe Papers = new(
        "Papers",
        "One export case, one transit State, whose answers come on paper too. Whoever recorded one tries to confirm it as well; the importing State confirms, "
            + "or is silent.",
        "A paper that was confirmed is that State's answer, which the first universe lets two States give.",
        1,
        [Universe.FirstTransit],
        [Enough],
        [],
        Papers: true
    );

    internal static readonly Universe Customs = new(
        "Shipments and customs",
        "One export case straight to the importing State. Two shipments at once, of one piece or of the rest, held, released, seized, leaving piece by "
            + "piece, received, settled, while the authorisation is confirmed, made too little and revoked.",
        "A transit State's word is looked at again for each shipment in the same way as the authorisation; that it stops one is in the first universe. "
            + "What forbids without moving anything is left to the others.",
        1,
        [],
        [Enough, TooLittle],
        [(1, 0), (1, 1)],
        AtOnce: 2,
        Customs: true,
        Few: true
    );

    internal static readonly Universe Import = new(
        "The importing State's own procedure",
        "The importing State issues the authorisation by its own procedure, amends it to less and back, suspends, reinstates, revokes it, its importer "
            + "surrenders it, and each statement of its register reaches the export case that rests on it; its correspondents deny beside it.",
        "What is refused, and what is shipped under the licence, is in the other universes: here it is looked at whenever it is issued or put in force again.",
        1,
        [],
        [new(2, 1, 365)],
        [],
        WithImport: true,
        Amendments: [new(1, 1, 365), new(2, 1, 365)]
    );

    internal static readonly Universe ImportPersons = new(
        "The persons of the importing State",
        "The importing State's own procedure alone. Whoever recommended or proposed tries to complete it as well; refusals are appealed against; the authorisation is "
            + "amended to less, to an earlier day, and back.",
        "What the exporting State hears of it is in the universe before.",
        0,
        [],
        [],
        [],
        Persons: true,
        WithImport: true,
        Amendments: [new(1, 1, 365), new(2, 1, 40), new(2, 1, 365)]
    );

    internal static readonly Universe TransitStateIsSilent = new(
        "A transit State is silent",
        "One export case, two transit States, one shipment: one is asked for notice, and the goods pass the other on board of one ship. The message to the "
            + "first is handed over on the day or later, or not; it acknowledges, asks a question, objects, is asked a second time, or is silent beyond its last day. The other need not speak, and objects. The importing State confirms.",
        "What such a profile adds to the others is when a transit State need not speak; how long its other periods are moves the days, which are each looked "
            + "at before, on and after. Each request counts by itself, so that two stand for any number. A State that has given notice is not silent: what becomes "
            + "of a notice is in the universes before.",
        1,
        [Universe.FirstTransit],
        [Enough],
        [(2, 1)],
        Silence: true
    );

    internal static readonly IReadOnlyList<Universe> Universes =
    [
        TwoTransitStates,
        NoticeForTooLittle,
        RestatedAuthorisation,
        TwoCases,
        Persons,
        Papers,
        Customs,
        Import,
        ImportPersons,
        TransitStateIsSilent,
    ];

    private static readonly IReadOnlyList<string> NotYet =
    [
        "a licence that takes another's place: the journeys of a change of licence hold it to examples",
        "goods that go or come in for a while, and a licence for one shipment: goods go for good here, under a licence for several; that the goods are awaited "
            + "back once the licence has ended is held to examples by the journeys of temporary movements",
        "how a transit State that works here comes to its word: its own case puts an officer's answer before a second one and hands it to the case that asked, "
            + "where it is explored as that State's answer; the case itself is held to examples by the journeys of transit",
    ];

    private static readonly IReadOnlyList<string> NotCovered =
    [
        "questions to the applicant and referrals: they can only hold back a recommendation, and withdrawing stays possible",
        "the period for the decision and its extension: that it is over is noted, and permits and forbids nothing",
        "arrangements that favour landlocked States: where none is recorded every transit State has to give its notice, and the end of one is looked at as "
            + "a withdrawn notice is",
        "reports of movement, recalls, and answers to receipts that differ from what left: no rule that issues, releases or counts reads them, and a senior "
            + "officer can settle every receipt",
        "what the exporter, a registration or an authority to trade loses by itself: it can only forbid",
        "the screening for diversion risk: a flag that nobody has looked at, or that is rightly raised, can only forbid a grant, a release, an exit and a "
            + "reinstatement, and a refusal and withdrawing stay possible; every case is explored as if its policy profile asked for none",
        "what comes in under the authorisation, and its marking: no rule that issues, releases or counts reads it, and a senior officer can end the wait "
            + "for the marking by a waiver",
    ];

    /// <returns>Whether everything holds.</returns>
    public static bool Run(WorkflowFolder folder, TextWriter output) => Run(folder, output, Universes);

    internal static bool Run(WorkflowFolder folder, TextWriter output, IReadOnlyList<Universe> universes)
    {
        var procedures = folder
            .Files.Where(f => f.Kind == PublishedKind.Procedure)
            .Select(f => ProcedureReader.Read(f.Content, Catalogue.Types).Definition!)
            .ToList();
        var exports = procedures.Where(p => Has<IssueLicence>(p)).ToList();
        var imports = procedures.Where(p => Has<IssueAuthorisation>(p)).ToList<ProcedureDefinition?>();
        var profiles = folder
            .Files.Where(f => f.Kind == PublishedKind.Policy)
            .Select(f => Wire.Read<PolicyProfile>(f.Content))
            .ToList();
        if (exports.Count == 0 || profiles.Count == 0)
            return true;
        output.WriteLine();
        output.WriteLine("Every state that can be reached, for each procedure and policy profile. In each of them:");
        foreach (var invariant in Invariant.All)
            output.WriteLine($"  {invariant.Number}. {invariant.Text}");
        output.WriteLine(
            "Between any two events pass no days, or days up to the day before, of or after each that counts."
        );
        output.WriteLine("Left out because they are not explored yet:");
        foreach (var left in NotYet)
            output.WriteLine($"  - {left}.");
        output.WriteLine("Left out, and why it cannot matter to any of them:");
        foreach (var left in NotCovered)
            output.WriteLine($"  - {left}.");
        List<ProcedureDefinition?> none = [null];
        var runs =
            from profile in profiles
            from universe in universes.Where(u => u.Silence == MaySaveANotice(profile))
            from export in exports
            from import in universe.WithImport ? imports : none
            select (universe, export, import, profile);
        var holds = true;
        // Two at a time: each by itself leaves a processor idle whenever it notes what it has found.
        foreach (
            var (said, isBroken) in runs.AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(2)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(run => Explore(run.universe, run.export, run.import, run.profile))
        )
        {
            output.Write(said);
            holds &= !isBroken;
        }
        return holds;
    }

    private static (string Said, bool IsBroken) Explore(
        Universe universe,
        ProcedureDefinition export,
        ProcedureDefinition? import,
        PolicyProfile profile
    )
    {
        using var output = new StringWriter();
        var result = new Explorer(universe, export, import, profile, new Rules()).Run();
        output.WriteLine();
        output.WriteLine(
            $"{universe.Name} ({Named(export)}{(import is null ? "" : $" with {Named(import)}")}, {profile.Id} version {profile.Version})"
        );
        output.WriteLine($"  {universe.Text}");
        output.WriteLine($"  Why this is enough: {universe.WhySound}");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {result.States:N0} states, {result.Transitions:N0} transitions, {result.Took.TotalSeconds:0.0} seconds: "
            ) + (result.Violations.Count == 0 ? "all hold." : "")
        );
        foreach (var violation in result.Violations)
            output.WriteLine($"  Broken: {violation}");
        return (output.ToString(), result.Violations.Count > 0);
    }

    private static bool MaySaveANotice(PolicyProfile profile) =>
        profile is not { TransitSilence: null, ExemptTransit: null };

    private static string Named(ProcedureDefinition procedure) => $"{procedure.Id} version {procedure.Version}";

    private static bool Has<T>(ProcedureDefinition procedure)
        where T : CaseStep => procedure.Activities.Any(a => a.Type.Name == Catalogue.NameOf<T>());
}
