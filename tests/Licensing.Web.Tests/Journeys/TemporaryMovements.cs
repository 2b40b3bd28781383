using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Art. 10(6): goods go for a while, and come back, or it is known what became of them.</summary>
public abstract class TemporaryMovements(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task Goods_go_to_an_exhibition_come_back_in_parts_and_the_case_is_closed_when_all_is_accounted_for()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 40);
        var customs = await demo.Customs;

        Lawful.Must(await customs.RecordReturn(open.Id, Seen(1, 10)));
        Lawful.Must(await open.Receive(1, 40));
        Assert.Equal("granted: Waiting for the goods to return", await open.Stands());
        Lawful.Must(await customs.RecordReturn(open.Id, Seen(11, 25)));

        var line = (await open.AsApplicant()).GetProperty("stay").GetProperty("lines")[0];
        Assert.Equal((40, 35, 5), (Of(line, "went"), Of(line, "back"), Of(line, "outstanding")));
        Assert.Equal(
            ["BH-036", "BH-037", "BH-038", "BH-039", "BH-040"],
            line.GetProperty("serials").EnumerateArray().Select(s => s.GetString())
        );
        Lawful.Must(await (await demo.Officer).AccountForGoods(open.Id, await Destroyed(open, 36, 1)));
        Lawful.Must(await (await demo.Senior).AccountForGoods(open.Id, Account(37, 1, "reported-stolen")));
        Lawful.Must(await customs.RecordReturn(open.Id, Seen(38, 3)));

        Assert.Equal("granted: Closed", await open.Stands());
        var happened = await open.Happened();
        Assert.Contains(happened, s => s.Contains("came back at Meridia harbour on", StringComparison.Ordinal));
        Assert.Contains(
            happened,
            s =>
                s.EndsWith(
                    "do not come back (reported stolen): 1 of line 1 (BH-037): As the police report says.",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task A_piece_that_never_left_or_came_back_before_is_refused_and_changes_nothing()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        var customs = await demo.Customs;
        Lawful.Must(await customs.RecordReturn(open.Id, Seen(1, 2)));

        Assert.Equal(["return-serials-outstanding"], Rules(await customs.RecordReturn(open.Id, Seen(2, 2))));
        Assert.Equal(["return-serials-outstanding"], Rules(await customs.RecordReturn(open.Id, Seen(10, 2))));
        Assert.Equal(
            ["return-within-outstanding", "return-serials-outstanding"],
            Rules(await customs.RecordReturn(open.Id, Seen(3, 9)))
        );
        var unnumbered = Seen(3, 1);
        unnumbered["lines"]![0]!["serials"] = new JsonArray();
        Assert.Equal(["return-serials-complete"], Rules(await customs.RecordReturn(open.Id, unnumbered)));

        Assert.Equal(8, Outstanding(await open.AsOfficer()));
        Lawful.Must(await customs.RecordReturn(open.Id, Seen(3, 8)));
    }

    [Fact]
    public async Task The_same_return_sent_twice_is_one_return()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        var key = Guid.NewGuid().ToString();

        Lawful.Must(await (await demo.Customs).RecordReturn(open.Id, Seen(1, 2), key));
        Lawful.Must(await (await demo.Customs).RecordReturn(open.Id, Seen(1, 2), key));

        Assert.Equal(8, Outstanding(await open.AsOfficer()));
    }

    [Fact]
    public async Task What_leaves_again_after_everything_was_back_is_due_again()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        Lawful.Must(await (await demo.Customs).RecordReturn(open.Id, Seen(1, 10)));
        Assert.Null(await ReturnDue(open));

        await open.Shipped(11, 5);

        Assert.Equal(open.Lawful.ReturnBy, await ReturnDue(open));
        Assert.Equal(5, Outstanding(await open.AsOfficer()));
    }

    [Fact]
    public async Task The_other_States_are_asked_for_a_movement_there_and_back()
    {
        var open = await Exhibited().Confirmed();

        var asked = Lawful.Must(await (await demo.Of("qp")).Request(await open.TransitRequest("QP")))["transit"];
        var import = Lawful.Must(await (await demo.Of("qn")).Request(await open.ImportRequest()))["importConfirmation"];

        foreach (var request in new[] { asked, import })
        {
            var stay = request.GetProperty("temporary");
            Assert.Equal(
                ("exhibition", Lawful.Day(open.Lawful.ReturnBy)),
                (stay.Word("purpose"), stay.Word("returnBy"))
            );
            Assert.Equal("Nordhaven Forest Office", stay.GetProperty("evidence").Word("issuer"));
        }
    }

    [Fact]
    public async Task An_importing_State_that_lets_them_stay_for_less_is_no_ground_for_the_licence()
    {
        var lawful = Exhibited();
        var shorter = lawful.Confirmation();
        shorter["leavesAgainBy"] = Lawful.Day(lawful.ReturnBy.AddDays(-1));
        var open = await lawful.WithOfficer(shorter);

        Assert.Equal(["authorisation-for-the-stay"], Rules(await open.Recommend()));

        await open.AssertNoLicence();
    }

    [Fact]
    public async Task Goods_that_go_for_good_do_not_go_on_an_authorisation_for_a_stay()
    {
        var lawful = new Lawful(demo);
        var stay = lawful.Confirmation();
        stay["leavesAgainBy"] = Lawful.Day(lawful.Arrival.AddDays(90));
        var open = await lawful.WithOfficer(stay);

        Assert.Equal(["authorisation-for-the-stay"], Unmet(await open.AsOfficer()));
    }

    [Fact]
    public async Task A_hunter_needs_no_notice_where_the_profile_says_so_and_the_record_names_its_instrument()
    {
        const string act = "Visiting Hunters and Marksmen Act of Meridia, 2024, section 4 (fictional)";
        // Portavia is told, and silent.
        var open = await new Lawful(demo) { Through = ["QP"], Purpose = "hunting" }.Confirmed();
        Assert.Equal("open: With a licensing officer", await open.Stands());
        var finding = (await open.AsOfficer())
            .GetProperty("findings")
            .EnumerateArray()
            .Single(f => f.Word("rule") == "transit-state-has-not-objected");
        Assert.True(finding.GetProperty("isMet").GetBoolean());
        Assert.Equal(act, finding.Word("simplifiedUnder"));
        Lawful.Must(await open.Recommend());
        Lawful.Must(await open.Decide());

        var simplified = (await open.AsOfficer())
            .GetProperty("licence")
            .GetProperty("content")
            .GetProperty("simplified")
            .EnumerateArray()
            .Single();
        Assert.Equal(("QP", act), (simplified.Word("subject"), simplified.Word("instrument")));
        Assert.Contains(
            await open.Happened(),
            s =>
                s.EndsWith(
                    $", of them by a simplified procedure: transit-state-has-not-objected of QP under {act}.",
                    StringComparison.Ordinal
                )
        );
        // Whoever speaks all the same is heard.
        Lawful.Must(await (await demo.Of("qp")).ObjectToTransit(await open.TransitRequest("QP"), "A closed season."));
        Assert.Equal("suspended", await open.LicenceStatus());
    }

    [Fact]
    public async Task What_no_profile_simplifies_waits_for_its_notice()
    {
        var open = await Exhibited().Confirmed();

        Assert.Equal("open: Waiting for the transit States", await open.Stands());
    }

    [Fact]
    public async Task Only_who_may_accounts_for_goods_and_only_with_what_bears_it_out()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        var officer = await demo.Officer;

        Assert.Equal(403, (await officer.AccountForGoods(open.Id, Account(1, 1, "stayed-unlawfully"))).Status);
        Assert.Equal(403, (await (await demo.Halden).AccountForGoods(open.Id, Account(1, 1, "consumed"))).Status);
        Assert.Equal(404, (await (await demo.CustomsOf("qn")).RecordReturn(open.Id, Seen(1, 1))).Status);
        Assert.Equal(["documentId"], Fields(await officer.AccountForGoods(open.Id, Account(1, 1, "consumed"))));
        var foreign = Account(1, 1, "destroyed");
        foreign["documentId"] = Guid.NewGuid().ToString();
        Assert.Equal(["documentId"], Fields(await officer.AccountForGoods(open.Id, foreign)));

        Assert.Equal(10, Outstanding(await open.AsOfficer()));
    }

    [Fact]
    public async Task Goods_that_were_sold_stay_under_a_licence_for_good_of_the_same_exporter()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        var officer = await demo.Officer;
        var sold = await Destroyed(open, 1, 1);
        sold["outcome"] = "sold-under-licence";
        Assert.Equal(["licence"], Fields(await officer.AccountForGoods(open.Id, sold)));
        sold["licence"] = Number(await open.AsOfficer());
        Assert.Equal("no-licence-for-good", (await officer.AccountForGoods(open.Id, sold)).Refusal!.Code);

        sold["licence"] = Number(await (await new Lawful(demo).Granted()).AsOfficer()).ToLowerInvariant();
        Lawful.Must(await officer.AccountForGoods(open.Id, sold));

        Assert.Equal(9, Outstanding(await open.AsOfficer()));
    }

    [Fact]
    public async Task Goods_that_go_for_good_do_not_come_back()
    {
        var open = await new Lawful(demo).Granted();
        await open.Shipped(1, 10);

        Assert.Equal("not-temporary", (await (await demo.Customs).RecordReturn(open.Id, Seen(1, 1))).Refusal!.Code);
        Assert.DoesNotContain(
            "record-return",
            (await open.AsOfficer()).GetProperty("permittedActs").EnumerateArray().Select(a => a.GetString())
        );
    }

    [Fact]
    public async Task A_licence_that_is_replaced_goes_on_waiting_for_what_left_under_it()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 15);
        Lawful.Must(await open.Receive(1, 15));

        var changed = await open.Changed(draft =>
        {
            var arrival = Lawful.Day(open.Lawful.Arrival.AddDays(5));
            draft["expectedArrivalOn"] = arrival;
            draft["route"]!.AsArray()[^1]!["arrivesOn"] = arrival;
        });
        Lawful.Must(await changed.Recommend());
        Lawful.Must(await changed.Decide());

        Assert.Equal("granted: Waiting for the goods to return", await open.Stands());
        await changed.Shipped(16, 25);
        Assert.Equal((15, 25), (Outstanding(await open.AsOfficer()), Outstanding(await changed.AsOfficer())));
        Assert.Equal(
            ["return-within-outstanding", "return-serials-outstanding"],
            Rules(await (await demo.Customs).RecordReturn(open.Id, Seen(1, 16)))
        );
        Lawful.Must(await (await demo.Customs).RecordReturn(open.Id, Seen(1, 15)));
        Assert.Equal("granted: Closed", await open.Stands());
    }

    [Fact]
    public async Task What_is_malformed_names_its_field()
    {
        var open = await Exhibited().Granted();
        await open.Shipped(1, 10);
        var wrong = Seen(1, 1);
        (wrong["on"], wrong["post"]) = (Lawful.Day(demo.Today.AddDays(1)), " ");
        wrong["lines"]![0]!["line"] = 9;

        Assert.Equal(["lines[0].line", "on", "post"], Fields(await (await demo.Customs).RecordReturn(open.Id, wrong)));
        Assert.Equal(
            ["returnBy"],
            Fields(await (await demo.Senior).ExtendReturn(open.Id, open.Lawful.ReturnBy, "Snow."))
        );
    }

    [Fact]
    public async Task Goods_that_come_in_for_a_while_need_not_be_marked_and_leave_again()
    {
        var import = await new Import(demo) { Purpose = "repair" }.Granted();
        var customs = await demo.CustomsOf("qn");
        var found = Lawful.Must(await customs.LookUpAuthorisation(import.Number.ToLowerInvariant()));
        Assert.Equal(Lawful.Day(demo.Today.AddDays(120)), found["content"].Word("leavesAgainBy"));
        Assert.Equal(["entry-within-authorisation"], Rules(await customs.RecordEntry(import.Id, Seen(1, 41))));

        Lawful.Must(await customs.RecordEntry(import.Id, Seen(1, 20)));
        Assert.Equal(["entry-serials-new"], Rules(await customs.RecordEntry(import.Id, Seen(20, 2))));
        Assert.Equal(["return-serials-outstanding"], Rules(await customs.RecordReturn(import.Id, Seen(21, 1))));
        Lawful.Must(await customs.RecordReturn(import.Id, Seen(1, 15)));

        Assert.Contains(
            await import.Happened(),
            s =>
                s.Contains(
                    "The import marking is waived: a temporary import for repair, which INV-7 of Nordhaven Forest Office bears out",
                    StringComparison.Ordinal
                )
        );
        Lawful.Must(await (await import.Importer).SurrenderLicence(import.Id, "The repair is done."));
        Assert.Equal("granted: Waiting for the goods to leave again", await import.Stands());
        Lawful.Must(await customs.RecordReturn(import.Id, Seen(16, 5)));
        Assert.Equal("granted: Closed", await import.Stands());
    }

    [Fact]
    public async Task How_long_goods_stay_that_came_in_is_amended_by_two_officers_and_told_to_the_exporting_State()
    {
        var import = await new Import(demo) { Purpose = "repair" }.Granted();
        var export = await import.ExportOf(10);
        Lawful.Must(await export.ConfirmFromRegister());
        Lawful.Must(await (await demo.CustomsOf("qn")).RecordEntry(import.Id, Seen(1, 10)));
        // It is for goods that leave again: these are to stay.
        Assert.Equal(["authorisation-for-the-stay"], Unmet(await export.AsOfficer()));
        var last = demo.Today.AddDays(150);

        await import.Amended(
            new JsonObject { ["leavesAgainBy"] = Lawful.Day(last), ["reason"] = "Spare parts are late." }
        );

        Assert.Equal(Lawful.Day(last), (await import.AsOfficer()).GetProperty("stay").Word("returnBy"));
        Assert.Equal(
            Lawful.Day(last),
            (await export.AsOfficer()).GetProperty("authorisations")[0].GetProperty("particulars").Word("leavesAgainBy")
        );
        await using var db = demo.OpenDatabase();
        Assert.Equal(
            last,
            db.DueTimes.Single(d =>
                d.CaseId == import.Id && d.Kind == Casework.Storage.DueKind.Return && d.SettledAt == null
            ).LastDay
        );
    }

    private Lawful Exhibited() =>
        new(demo)
        {
            Through = ["QP"],
            Purpose = "exhibition",
            NoticeFrom = demo.Today,
        };

    internal static JsonObject Seen(int from, int count, RunningDemo demo) =>
        new()
        {
            ["lines"] = OpenCase.Rifles(from, count),
            ["on"] = Lawful.Day(demo.Today),
            ["post"] = "Meridia harbour",
        };

    private JsonObject Seen(int from, int count) => Seen(from, count, demo);

    internal static JsonObject Account(int from, int count, string outcome) =>
        new()
        {
            ["lines"] = OpenCase.Rifles(from, count),
            ["outcome"] = outcome,
            ["reason"] = "As the police report says.",
        };

    private async Task<JsonObject> Destroyed(OpenCase open, int from, int count)
    {
        var account = Account(from, count, "destroyed");
        var paper = await (await demo.Officer).AttachToCase(
            open.Id,
            "other",
            "certificate.pdf",
            Paper.Pdf("Certificate of destruction")
        );
        account["documentId"] = Lawful.Must(paper).Text("documentId");
        return account;
    }

    private async Task<DateOnly?> ReturnDue(OpenCase open)
    {
        await using var db = demo.OpenDatabase();
        return db
            .DueTimes.SingleOrDefault(d =>
                d.CaseId == open.Id && d.Kind == Casework.Storage.DueKind.Return && d.SettledAt == null
            )
            ?.LastDay;
    }

    internal static decimal Outstanding(JsonElement seen) =>
        Of(seen.GetProperty("stay").GetProperty("lines")[0], "outstanding");

    private static string Number(JsonElement seen) => seen.GetProperty("licence").Word("number");

    private static decimal Of(JsonElement element, string member) => element.GetProperty(member).GetDecimal();

    private static IEnumerable<string> Unmet(JsonElement seen) =>
        seen.GetProperty("findings")
            .EnumerateArray()
            .Where(f => !f.GetProperty("isMet").GetBoolean())
            .Select(f => f.Word("rule"));

    internal static IEnumerable<string> Rules(Answer answer) =>
        answer.Json.GetProperty("findings").EnumerateArray().Select(f => f.Word("rule"));

    private static IEnumerable<string> Fields(Answer answer) => answer.Refusal!.Errors.Keys;
}

/// <summary>The last day of a return, on clocks of their own.</summary>
public abstract class LastDaysOfAReturn(RunningDemo first) : JourneyTests(first)
{
    [Fact]
    public async Task Goods_that_do_not_come_back_fall_due_after_their_last_day_and_stay_on_the_record_of_the_exporter()
    {
        await using var demo = await first.Another();
        var open = await Gone(demo);
        var last = open.Lawful.ReturnBy;
        await demo.RemindOn(last.AddDays(-5));
        Assert.Contains(
            $"The timetable of Meridia reminded Halden Arms Works that {Lawful.Day(last)} is the last day for the return of the goods.",
            await open.Happened()
        );
        demo.Clock.SetUtcNow(new DateTimeOffset(last, new TimeOnly(21, 0), TimeSpan.Zero));
        await demo.WakeWhatIsDue();
        Assert.False(Stay(await open.AsOfficer()).GetProperty("isOverdue").GetBoolean());

        await demo.Pass(last);
        await demo.WakeWhatIsDue();

        Assert.True(Stay(await open.AsOfficer()).GetProperty("isOverdue").GetBoolean());
        Assert.True(Stay(await open.AsApplicant()).GetProperty("isOverdue").GetBoolean());
        Assert.Single(
            await open.Happened(),
            s => s.Contains("the last day for the return of the goods (Halden Arms Works)", StringComparison.Ordinal)
        );
        await using (var db = demo.OpenDatabase())
            Assert.Contains(
                db.Notices.Where(n => n.CaseId == open.Id).AsEnumerable(),
                n => n.Subject.StartsWith("Goods that went for a while are overdue", StringComparison.Ordinal)
            );
        Assert.Equal("granted: Waiting for the goods to return", await open.Stands());
        var another = await new Lawful(demo).Submitted();
        var earlier = (await another.AsOfficer()).GetProperty("earlierStays").EnumerateArray().Single();
        Assert.Equal(
            (open.Id, true),
            (earlier.GetProperty("caseId").GetGuid(), earlier.GetProperty("isOverdue").GetBoolean())
        );

        // What comes late has come all the same; what stays away is settled.
        Lawful.Must(await (await demo.Customs).RecordReturn(open.Id, TemporaryMovements.Seen(1, 38, demo)));
        Lawful.Must(
            await (await demo.Senior).AccountForGoods(open.Id, TemporaryMovements.Account(39, 2, "stayed-unlawfully"))
        );

        Assert.Equal("granted: Closed", await open.Stands());
        Assert.Contains(await open.Happened(), s => s.EndsWith("; after the last day.", StringComparison.Ordinal));
        earlier = (await another.AsOfficer()).GetProperty("earlierStays").EnumerateArray().Single();
        Assert.False(earlier.GetProperty("isOverdue").GetBoolean());
        Assert.Equal("stayed-unlawfully", earlier.GetProperty("irregular")[0].GetString());
        // It is the officers' to know.
        Assert.DoesNotContain("stayed-unlawfully", (await open.AsApplicant()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_is_extended_once_on_its_last_day_at_the_latest_and_not_beyond_the_stay_that_is_authorised()
    {
        await using var demo = await first.Another();
        var open = await Gone(demo);
        var (last, authorised) = (open.Lawful.ReturnBy, open.Lawful.Arrival.AddDays(100));
        demo.Clock.SetUtcNow(new DateTimeOffset(last, new TimeOnly(9, 0), TimeSpan.Zero));
        var senior = await demo.Senior;
        Assert.Equal(403, (await (await demo.Officer).ExtendReturn(open.Id, authorised, "Snow.")).Status);
        Assert.Equal(
            ["authorisation-for-the-stay"],
            TemporaryMovements.Rules(await senior.ExtendReturn(open.Id, authorised.AddDays(1), "Snow."))
        );

        Lawful.Must(await senior.ExtendReturn(open.Id, authorised, "Snow has closed the pass."));

        var again = await senior.ExtendReturn(open.Id, authorised.AddDays(1), "Snow again.");
        Assert.Equal("already-extended", again.Refusal!.Code);
        var stay = Stay(await open.AsApplicant());
        Assert.Equal(
            (Lawful.Day(authorised), Lawful.Day(last), "Snow has closed the pass."),
            (stay.Word("returnBy"), stay.Word("firstReturnBy"), stay.Word("extendedBecause"))
        );
        await demo.Pass(last);
        Assert.False(Stay(await open.AsOfficer()).GetProperty("isOverdue").GetBoolean());
        await demo.Pass(authorised);
        Assert.True(Stay(await open.AsOfficer()).GetProperty("isOverdue").GetBoolean());
    }

    [Fact]
    public async Task What_has_ended_is_not_extended()
    {
        await using var demo = await first.Another();
        var open = await Gone(demo);
        var last = open.Lawful.ReturnBy;
        demo.Clock.SetUtcNow(new DateTimeOffset(last.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero));

        var refused = await (await demo.Senior).ExtendReturn(open.Id, last.AddDays(5), "Snow.");

        Assert.Equal("period-over", refused.Refusal!.Code);
    }

    [Fact]
    public async Task Nothing_leaves_that_could_not_be_back_in_time()
    {
        await using var demo = await first.Another();
        var open = await new Lawful(demo) { Purpose = "exhibition" }.Granted();
        var late = open.Shipment(1, 40);
        (late["shipsOn"], late["arrivesOn"]) = (Lawful.Day(open.Lawful.Shipment), Lawful.Day(open.Lawful.ReturnBy));
        var shipment = Lawful.Must(await (await demo.Halden).DeclareShipment(open.Id, late)).Id("created");

        Assert.Equal(["return-after-arrival"], TemporaryMovements.Rules(await open.Release(shipment)));
    }

    /// <summary>Forty rifles at an exhibition in Northmark, where they have arrived.</summary>
    private static async Task<OpenCase> Gone(RunningDemo demo)
    {
        var open = await new Lawful(demo) { Purpose = "exhibition" }.Granted();
        await open.Shipped(1, 40);
        Lawful.Must(await open.Receive(1, 40));
        return open;
    }

    private static JsonElement Stay(JsonElement seen) => seen.GetProperty("stay");
}
