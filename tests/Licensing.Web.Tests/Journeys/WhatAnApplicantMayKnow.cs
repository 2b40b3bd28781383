using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Web.Tests.Journeys;

/// <summary>Which of the two it was, a State's "no" or its silence, is that State's to release (Art. 12(5)).</summary>
public abstract class WhatAnApplicantMayKnow(RunningDemo demo) : JourneyTests(demo)
{
    [Fact]
    public async Task A_transit_State_that_objects_looks_like_one_that_is_silent_until_its_last_day()
    {
        await using var alone = await demo.Another();
        var silent = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        var objected = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        Lawful.Must(await (await alone.Of("qp")).ObjectToTransit(await objected.TransitRequest("QP"), "Not these."));
        Assert.Equal("open: With a licensing officer", await objected.Stands());

        await AssertAlike(alone, silent, objected, "Waiting for the transit States");

        await alone.Pass(alone.Today.AddDays(30));
        await AssertAlike(alone, silent, objected, "With a licensing officer");
        Assert.Equal(Text(await silent.AsApplicant(), "since"), Text(await objected.AsApplicant(), "since"));
    }

    [Fact]
    public async Task What_an_officer_does_about_an_objection_does_not_betray_it_before_the_State_s_last_day()
    {
        await using var alone = await demo.Another();
        var silent = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        var objected = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        Lawful.Must(await (await alone.Of("qp")).ObjectToTransit(await objected.TransitRequest("QP"), "Not these."));
        var refusal = new Licensing.Journey.Recommendation("refuse", "It objects.", ["transit-not-cleared"]);
        Lawful.Must(await (await alone.Officer).Recommend(objected.Id, await objected.Seen(), refusal));
        Assert.Equal("open: Waiting for the decision", await objected.Stands());

        await AssertAlike(alone, silent, objected, "Waiting for the transit States");
    }

    [Fact]
    public async Task That_a_State_was_asked_once_more_does_not_betray_its_objection_before_its_last_day()
    {
        await using var alone = await demo.Another();
        var lastDay = alone.Today.AddDays(30);
        var silent = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        var objected = await new Lawful(alone) { Through = ["QP"] }.Confirmed();
        Lawful.Must(await (await alone.Of("qp")).ObjectToTransit(await objected.TransitRequest("QP"), "Not these."));
        alone.Clock.SetUtcNow(alone.Clock.GetUtcNow().AddDays(4));
        Lawful.Must(await (await alone.Officer).AskAgain(objected.Id, "transit-states", "It may have been a mistake."));

        Assert.Equal("2027-02-25", await AskedOn(silent));
        Assert.Equal("2027-02-25", await AskedOn(objected));

        await alone.Pass(lastDay);
        Assert.Equal("2027-03-01", await AskedOn(objected));

        static async Task<string?> AskedOn(OpenCase open) =>
            (await open.AsApplicant())
                .GetProperty("clearances")
                .EnumerateArray()
                .Single(c => c.GetProperty("about").GetString() == "Transit")
                .GetProperty("askedOn")
                .GetString();
    }

    [Fact]
    public async Task An_importing_State_that_denies_looks_like_one_that_is_silent_until_its_last_day()
    {
        await using var alone = await demo.Another();
        var silent = await new Lawful(alone).Submitted();
        var denied = await new Lawful(alone).Submitted();
        Lawful.Must(await (await alone.Of("qn")).DenyImport(await denied.ImportRequest(), "Not ours."));
        Assert.Equal("open: With a licensing officer", await denied.Stands());

        await AssertAlike(alone, silent, denied, "Waiting for the importing State");

        await alone.Pass(alone.Today.AddDays(30));
        await AssertAlike(alone, silent, denied, "With a licensing officer");
    }

    [Fact]
    public async Task An_applicant_sees_the_case_move_when_every_State_has_cleared_it()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();

        Assert.Equal(
            "With a licensing officer",
            (await open.AsApplicant()).GetProperty("progress").GetProperty("step").GetString()
        );
    }

    private static async Task AssertAlike(RunningDemo demo, OpenCase silent, OpenCase refused, string step)
    {
        var (one, other) = (await silent.AsApplicant(), await refused.AsApplicant());
        foreach (var member in new[] { "step", "heldBy", "next", "by", "status" })
            Assert.Equal(Text(one, member), Text(other, member));
        Assert.Equal(step, Text(one, "step"));
        Assert.Equal(Clearances(one), Clearances(other));
        var list = Lawful.Must(await (await demo.Halden).Read("/api/exporter/applications?size=100"))["items"];
        var rows = list.EnumerateArray()
            .Where(a =>
                a.GetProperty("caseId").GetGuid() == silent.Id || a.GetProperty("caseId").GetGuid() == refused.Id
            )
            .Select(a => $"{a.GetProperty("step").GetString()}, {a.GetProperty("heldBy").GetString()}")
            .ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0], rows[1]);
        await using var db = demo.OpenDatabase();
        Assert.Equal(await Mails(db, silent), await Mails(db, refused));
    }

    private static string Text(JsonElement applicants, string member) =>
        applicants.GetProperty("progress").TryGetProperty(member, out var value) ? value.ToString() : "";

    private static string Clearances(JsonElement applicants) =>
        string.Join(
            "; ",
            applicants
                .GetProperty("clearances")
                .EnumerateArray()
                .Select(c => $"{c.GetProperty("state")} {c.GetProperty("isCleared")} {c.GetProperty("acknowledged")}")
        );

    private static async Task<string> Mails(Casework.Storage.LicensingDb db, OpenCase open)
    {
        var subjects = await db
            .Notices.AsNoTracking()
            .Where(n => n.CaseId == open.Id && n.To == "halden@qm.example")
            .Select(n => n.Subject)
            .ToListAsync();
        return string.Join("; ", subjects.Select(s => s.Replace(open.Number, "", StringComparison.Ordinal)).Order());
    }
}
