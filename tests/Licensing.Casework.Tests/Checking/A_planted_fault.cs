using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Checking;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Licences;
using Licensing.Casework.Procedures;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Policies;
using Licensing.Domain.Routes;
using Licensing.Domain.Shipments;
using Licensing.Domain.Transit;
using Licensing.Workflow;

namespace Licensing.Casework.Tests.Checking;

/// <summary>Something that guards the law is taken away, and the exploration tells the shortest story in which it is missed.</summary>
public sealed class A_planted_fault
{
    [Fact]
    public void A_gate_that_does_not_look_at_objections_breaks_the_first_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: QP objects",
                "day 0: the first officer recommends a grant",
                "day 0: the second officer decides as recommended",
            ],
            Story(1, OneTransitState, new GateThatHears(TransitStanding.Objected))
        );

    [Fact]
    public void Goods_that_leave_without_a_second_look_break_the_first_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: the first officer recommends a grant",
                "day 0: the second officer decides as recommended",
                "day 0: the exporter declares a shipment of 2 and 1",
                "day 0: customs holds the shipment",
                "day 0: customs releases the shipment",
            ],
            Story(1, CheckProcedures.Customs with { AtOnce = 1, Shipments = [(2, 1)] }, new ReleaseWithoutLooking())
        );

    [Fact]
    public void A_gate_that_takes_silence_for_a_notice_breaks_the_second_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: QN denies IA-1",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: the first officer recommends a grant",
                "day 0: the second officer decides as recommended",
            ],
            Story(2, OneTransitState, new GateThatHears(TransitStanding.Silent))
        );

    [Fact]
    public void Balances_that_do_not_count_other_licences_break_the_third_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits case 1",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60 in case 1",
                "day 0: the first officer recommends a grant in case 1",
                "day 0: the second officer decides as recommended in case 1",
                "day 0: the applicant submits case 2",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60 in case 2",
                "day 0: the first officer recommends a grant in case 2",
                "day 0: the second officer decides as recommended in case 2",
            ],
            Sorted(Story(3, CheckProcedures.TwoCases, new OthersUncounted()))
        );

    [Fact]
    public void One_who_decides_what_they_recommended_breaks_the_fourth_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN denies IA-1",
                "day 0: the first officer recommends a refusal",
                "day 0: the first officer decides as recommended",
            ],
            Story(4, CheckProcedures.Persons, new OneForTwo())
        );

    [Fact]
    public void One_who_answers_for_another_State_breaks_the_fourth_rule() =>
        Assert.Equal(
            ["day 0: the applicant submits", "day 0: the correspondent of QP answers for QN"],
            Story(4, CheckProcedures.Persons, new AnybodyAnswers())
        );

    [Fact]
    public void One_who_confirms_what_they_recorded_breaks_the_fourth_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: the first officer records the notice of no objection of QP from a paper",
                "day 0: the first officer confirms the recorded answer",
            ],
            Story(4, CheckProcedures.Papers, new OneReadsThePaper())
        );

    [Fact]
    public void One_who_reinstates_what_they_proposed_breaks_the_fourth_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 0: QP gives notice of no objection",
                "day 0: the first officer recommends a grant",
                "day 0: the second officer decides as recommended",
                "day 0: an officer suspends the licence",
                "day 0: the first officer proposes to reinstate the licence",
                "day 0: the first officer reinstates the licence",
            ],
            Story(4, CheckProcedures.Persons, new OneReinstates())
        );

    [Fact]
    public void One_who_decides_an_appeal_against_what_they_decided_breaks_the_fourth_rule() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN denies IA-1",
                "day 0: the first officer recommends a refusal",
                "day 0: the second officer decides as recommended",
                "day 0: the applicant appeals",
                "day 0: the first officer recommends a refusal",
                "day 0: the second officer decides as recommended",
            ],
            Story(4, CheckProcedures.Persons, new OneHearsTheAppeal())
        );

    [Fact]
    public void One_who_confirms_the_amendment_that_they_proposed_breaks_the_fourth_rule() =>
        Assert.Equal(
            [
                "day 0: the importer applies for the authorisation",
                "day 0: the first officer recommends a grant in the importing State",
                "day 0: the second officer decides as recommended in the importing State",
                "day 0: the first officer of the importing State proposes IA-1 for 1 and 1 until day 365 instead",
                "day 0: the first officer of the importing State confirms the amendment",
            ],
            Story(4, CheckProcedures.ImportPersons, new OneAmends())
        );

    [Fact]
    public void Goods_do_not_leave_under_a_licence_that_nobody_has_suspended() =>
        // The release looks again by itself: it takes two faults to let them go.
        Assert.Empty(
            Run(
                CheckProcedures.Customs with
                {
                    AtOnce = 1,
                    Customs = false,
                },
                new NothingIsLost(),
                Export(text => text)
            ).Violations
        );

    [Fact]
    public void A_connection_that_leads_where_nothing_happens_any_more_breaks_the_fifth_and_the_sixth_rule()
    {
        var swapped = Export(text =>
            text.Replace(
                Connection("end-licence", "NothingUnderway", "check-return"),
                Connection("end-licence", "NothingUnderway", "await-receipts"),
                StringComparison.Ordinal
            )
        );
        IReadOnlyList<string> story =
        [
            "day 0: the applicant submits",
            "day 0: QN confirms IA-1 for 3 and 2 until day 60",
            "day 0: the first officer recommends a grant",
            "day 0: the second officer decides as recommended",
        ];
        var found = Run(
            CheckProcedures.Customs with
            {
                AtOnce = 1,
                Customs = false,
                Statements = [new Statement(3, 2, 60)],
            },
            new Rules(),
            swapped
        );
        // Suspended without another State's word it can be neither reinstated nor ended.
        Assert.Equal([.. story, "day 0: QN revokes IA-1"], Of(5, found));
        Assert.Equal([.. story, "day 0: an officer revokes the licence"], Of(6, found));
    }

    [Fact]
    public void Silence_that_is_consent_although_the_request_never_went_out_breaks_the_second_rule_where_the_law_knows_it() =>
        Assert.Equal(
            [
                "day 0: the applicant submits",
                "day 0: QN confirms IA-1 for 3 and 2 until day 60",
                "day 21: the timetable notes that a last day has passed",
                "day 21: the first officer recommends a grant",
                "day 21: the second officer decides as recommended",
            ],
            Story(2, CheckProcedures.TransitStateIsSilent, new GateThatHears(TransitStanding.Silent))
        );

    [Fact]
    public void A_step_that_waits_for_a_State_alone_breaks_the_sixth_rule() =>
        Assert.Equal(
            ["day 0: the applicant submits"],
            Of(6, Run(OneTransitState, new ForEver(), Export(text => text, new ForEver().Steps)))
        );

    private static readonly Universe OneTransitState = CheckProcedures.NoticeForTooLittle with { Narrow = false };

    private static IReadOnlyList<string> Story(int invariant, Universe universe, Rules rules) =>
        Of(invariant, Run(universe, rules, Export(text => text)));

    private static Exploration Run(Universe universe, Rules rules, ProcedureDefinition export) =>
        new Explorer(
            universe,
            export,
            universe.WithImport ? Procedure("import-authorisation", text => text, Catalogue.Types) : null,
            Wire.Read<PolicyProfile>(
                File.ReadAllText(
                    Path.Combine(
                        ADatabase.Workflows,
                        "policies",
                        universe.Silence ? "eu-258-2012.json" : "protocol.json"
                    )
                )
            ),
            rules
        ).Run();

    private static IReadOnlyList<string> Of(int invariant, Exploration found) =>
        found.Violations.First(v => v.Invariant.StartsWith($"{invariant}.", StringComparison.Ordinal)).Story;

    // Which of two cases comes first is the same.
    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> story) =>
        [.. story.OrderBy(s => s.Contains("case 2", StringComparison.Ordinal))];

    private static ProcedureDefinition Export(Func<string, string> spoil, IReadOnlyList<CaseStep>? steps = null) =>
        Procedure(
            "export-authorisation",
            spoil,
            steps is null ? Catalogue.Types : new StepCatalogue(steps.Select(s => s.Type))
        );

    private static ProcedureDefinition Procedure(string id, Func<string, string> spoil, StepCatalogue types) =>
        ProcedureReader
            .Read(spoil(File.ReadAllText(Path.Combine(ADatabase.Workflows, $"{id}.json"))), types)
            .Definition!;

    private static string Connection(string from, string port, string to) =>
        $$"""
                  {
                    "source": {
                      "activity": "{{from}}",
                      "port": "{{port}}"
                    },
                    "target": {
                      "activity": "{{to}}",
                      "port": "In"
                    }
                  }
            """.Trim();

    private static IReadOnlyList<CaseStep> With(params CaseStep[] others) =>
        [.. Catalogue.Steps.Where(s => others.All(o => o.Type.Name != s.Type.Name)), .. others];

    /// <summary>Wherever a transit State stands so, it is taken to have given notice.</summary>
    private sealed class GateThatHears(TransitStanding standing) : Rules
    {
        public override IReadOnlyList<CaseStep> Steps { get; } = With(new Issue(standing));

        public override IReadOnlyList<Finding> Unmet(CaseFile file, DateOnly today) =>
            [
                .. ExportRequirements
                    .Verify(Heard(Gate.Dossier(file, Gate.UsualTerms(file, today)), today, standing), today)
                    .Where(f => !f.IsMet),
            ];

        public override Recommendation Decidable(CaseFile file, Verdict verdict, Acting acting) => file.Pending!;

        private static ExportDossier Heard(ExportDossier dossier, DateOnly today, TransitStanding standing) =>
            dossier with
            {
                Transit =
                [
                    .. dossier.Transit.Select(t =>
                        t.Standing == standing
                            ? t with
                            {
                                Standing = TransitStanding.NoObjection,
                                ImportInformationSentOn = today,
                                Notice = new NoObjection(
                                    today,
                                    DateOnly.MinValue,
                                    DateOnly.MaxValue,
                                    [TransportMode.Sea],
                                    [.. dossier.Consignment.Lines.Select(l => new LineQuantity(l.Number, l.Quantity))],
                                    []
                                ),
                            }
                            : t
                    ),
                ],
            };

        private sealed class Issue(TransitStanding standing) : IssueLicence
        {
            public override ExportLicence Licence(string number, CaseFile file, DateOnly today) =>
                ExportLicence.Issue(
                    number,
                    Heard(Gate.Dossier(file, Issuing.Terms(file, file.Decision!, today)), today, standing),
                    GrantDecision.By(file.Pending!.By, file.Decision!.By, []),
                    today
                );
        }
    }

    private sealed class ReleaseWithoutLooking : Rules
    {
        public override Release Release(CaseFile file, Shipment shipment, DateOnly today) => null!;
    }

    private sealed class OthersUncounted : Rules
    {
        public override HeldReservation Held(ReservationRecord reservation, bool hasEnded, decimal shipped) =>
            new(reservation, 0, IsOfOneLine: false);
    }

    private sealed class OneForTwo : Rules
    {
        public override Recommendation Decidable(CaseFile file, Verdict verdict, Acting acting) => file.Pending!;
    }

    private sealed class OneReinstates : Rules
    {
        public override void PutInForce(CaseFile file, Guid by, DateOnly today) =>
            base.PutInForce(file, Guid.Empty, today);
    }

    private sealed class OneHearsTheAppeal : Rules
    {
        public override void RequireOtherOfficers(CaseFile file, Guid person) { }

        public override Recommendation Decidable(CaseFile file, Verdict verdict, Acting acting) =>
            file.Pending!.By == acting.PersonId ? base.Decidable(file, verdict, acting) : file.Pending;
    }

    private sealed class OneAmends : Rules
    {
        public override ImportLicenceContent Amended(
            CaseFile file,
            Guid by,
            IReadOnlyDictionary<int, decimal> left,
            DateOnly today
        ) => base.Amended(file, Guid.Empty, left, today);
    }

    private sealed class NothingIsLost : Rules
    {
        public override Lost Lost(CaseFile file, DateTimeOffset now) => new(file, false, []);
    }

    private sealed class AnybodyAnswers : Rules
    {
        public override bool IsAsked(Acting acting, ExchangeDocument request) => true;
    }

    private sealed class OneReadsThePaper : Rules
    {
        public override ExchangeEntry Confirmed(CaseFile file, RecordedAnswer recorded, Guid by) =>
            base.Confirmed(file, recorded, Guid.Empty) with
            {
                ConfirmedBy = by,
            };
    }

    /// <summary>The importing State is waited for without a last day, and nobody can do anything about it.</summary>
    private sealed class ForEver : Rules
    {
        public override IReadOnlyList<CaseStep> Steps { get; } = With(new Wait());

        private sealed class Wait()
            : WaitingStep(
                "AwaitImportConfirmation",
                ["Confirmed", "Denied", "Lapsed", "Withdrawn"],
                [CaseActs.AnswerImport],
                [new StepInput("deadline", true, "")],
                ""
            )
        {
            private static readonly AwaitImportConfirmation Shipped = new();

            public override string? Look(CaseFile file, Stimulus stimulus, int visit) =>
                Shipped.Look(file, stimulus, visit);
        }
    }
}
