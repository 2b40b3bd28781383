using Licensing.Domain.Screening;
using static Licensing.Domain.Tests.Screening.Screened;

namespace Licensing.Domain.Tests.Screening;

public sealed class RecoveredItemTests
{
    private const string Rule = "DR-S05";
    private static readonly DateOnly Delivered = new(2024, 2, 1);

    private static SerialRecord Held(string serial) => new("Halden", null, serial, "exported", "DLR-NORD", Delivered);

    private static Seizure Found(string serial, DateOnly day) => new("Halden", null, serial, day, day, "QR");

    private static ScreeningDossier With(params IReadOnlyList<Seizure> seizures) =>
        ADossier.Lawful() with
        {
            SerialRegister = [Held("BH-19001"), Held("BH-19002")],
            Seizures = seizures,
        };

    [Fact]
    public void One_item_that_went_to_the_recipient_was_recovered() =>
        AssertFlag(Rule, Severity.High, With(Found("BH19001", new DateOnly(2026, 1, 1))), computed: ("matches", 1));

    [Fact]
    public void Two_within_two_years_close_the_gate()
    {
        var edge = ADossier.Today.AddMonths(-24);
        AssertFlag(
            Rule,
            Severity.Blocking,
            With(Found("BH-19001", new DateOnly(2026, 1, 1)), Found("BH-19002", new DateOnly(2026, 1, 2)))
        );
        // Both are older than a year after delivery, so that the window alone decides.
        var old = With(Found("BH-19001", edge), Found("BH-19002", edge)) with
        {
            SerialRegister =
            [
                Held("BH-19001") with
                {
                    DeliveredOn = null,
                },
                Held("BH-19002") with
                {
                    DeliveredOn = null,
                },
            ],
        };
        AssertFlag(Rule, Severity.Blocking, old);
        AssertFlag(
            Rule,
            Severity.High,
            old with
            {
                Seizures = [Found("BH-19001", edge), Found("BH-19002", edge.AddDays(-1))],
            }
        );
    }

    [Theory]
    [InlineData(364, Severity.Blocking)]
    [InlineData(365, Severity.High)]
    public void One_that_turned_up_within_a_year_of_delivery_closes_it_too(int days, Severity severity) =>
        AssertFlag(
            Rule,
            severity,
            With(Found("BH-19001", Delivered.AddDays(days))),
            computed: ("days_to_recovery", days)
        );

    [Fact]
    public void An_item_of_the_case_itself_counts() =>
        AssertFlag(
            Rule,
            Severity.High,
            With(Found("BH-30000", new DateOnly(2026, 1, 1)))
                .WithCase(c =>
                    c with
                    {
                        Lines = [ADossier.Rifles(1) with { Serials = ["BH 30000"], Maker = "Halden" }],
                    }
                )
        );

    [Fact]
    public void What_was_reported_later_was_not_known() =>
        AssertClear(
            Rule,
            With(Found("BH-19001", new DateOnly(2026, 1, 1)) with { ReportedOn = ADossier.Today.AddDays(1) })
        );

    [Fact]
    public void The_number_of_another_maker_is_another_item() =>
        AssertClear(Rule, With(Found("BH-19001", new DateOnly(2026, 1, 1)) with { Maker = "Brigg" }));

    [Fact]
    public void Without_the_register_of_seizures_nobody_can_say() =>
        AssertNotAssessable(Rule, With() with { Seizures = null }, ["seizures"]);
}
