using System.Text;
using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>What cannot be read is refused with the name of each field, and nothing is done.</summary>
public abstract class WhatIsMalformed(RunningDemo demo) : JourneyTests(demo)
{
    private static readonly Dictionary<string, Action<JsonObject>> Unreadable = new(StringComparer.Ordinal)
    {
        ["lines[0].class"] = a => a["lines"]![0]!["class"] = "cannon",
        ["lines[0].quantity"] = a => a["lines"]![0]!["quantity"] = "forty",
        ["plannedShipmentOn"] = a => a["plannedShipmentOn"] = "next week",
        ["colour"] = a => a["colour"] = "green",
        ["lines[0].colour"] = a => a["lines"]![0]!["colour"] = "green",
        ["parties"] = a => a["parties"] = 5,
    };

    private static readonly Dictionary<string, Action<JsonObject>> Wrong = new(StringComparer.Ordinal)
    {
        ["lines[0].draws, lines[0].quantity"] = a => a["lines"]![0]!["quantity"] = -1,
        ["lines[0].description"] = a => a["lines"]![0]!["description"] = new string('x', 501),
        ["endUseStatement"] = a => a["endUseStatement"] = new string('x', 4001),
        ["importingState"] = a => a["importingState"] = "ZZ",
        ["route[0].to"] = a => a["route"]![0]!["to"] = "Atlantis",
        ["currency"] = a => a["currency"] = "E1",
        ["lines"] = a => a["lines"] = new JsonArray(),
    };

    public static TheoryData<string> UnreadableFields => [.. Unreadable.Keys];

    public static TheoryData<string> WrongFields => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(UnreadableFields))]
    public async Task A_draft_that_cannot_be_read_is_not_begun(string field)
    {
        var exporter = await demo.Halden;
        var application = new Lawful(demo).Application();
        Unreadable[field](application);
        var before = (await exporter.MyApplications())["total"].GetInt32();

        var answer = await exporter.Begin(application);

        AssertNames(answer, field);
        Assert.Equal(before, (await exporter.MyApplications())["total"].GetInt32());
    }

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task A_draft_that_is_wrong_is_kept_and_not_submitted(string fields)
    {
        var (exporter, lawful) = (await demo.Halden, new Lawful(demo));
        var application = lawful.Application();
        Wrong[fields](application);
        var (id, version) = await lawful.Drafted(exporter, application);

        var answer = await exporter.Submit(id, version);

        AssertNames(answer, fields);
        var draft = await exporter.Draft(id);
        Assert.False(draft.Json.TryGetProperty("caseId", out _));
        Assert.Equal(version, draft.Id("version"));
    }

    [Theory]
    [InlineData("end-user-certificate", "fake.pdf", "MZ not a pdf", "file")]
    [InlineData("end-user-certificate", "empty.pdf", "", "file")]
    [InlineData("end-user-certificate", "program.exe", "%PDF-1.4", "file")]
    [InlineData("end-user-certificate", "///", "%PDF-1.4", "file")]
    [InlineData("love-letter", "letter.pdf", "%PDF-1.4", "kind")]
    [InlineData("7", "letter.pdf", "%PDF-1.4", "kind")]
    [InlineData("0", "letter.pdf", "%PDF-1.4", "kind")]
    [InlineData(null, "letter.pdf", "%PDF-1.4", "kind")]
    public async Task A_document_that_is_not_what_it_says_is_not_attached(
        string? kind,
        string fileName,
        string content,
        string field
    )
    {
        var (exporter, lawful) = (await demo.Halden, new Lawful(demo));
        var (id, _) = await lawful.Drafted(exporter);

        var answer = await exporter.Attach(id, kind, fileName, Encoding.ASCII.GetBytes(content));

        AssertNames(answer, field);
        Assert.Equal(2, (await exporter.Draft(id))["documents"].GetArrayLength());
    }

    [Fact]
    public async Task An_answer_of_a_State_that_lacks_something_names_it()
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.Submitted();
        var (there, request) = (await demo.Of("qn"), await open.ImportRequest());

        AssertNames(await there.DenyImport(request, " "), "reason");
        AssertNames(
            await there.ConfirmImport(request, new JsonObject()),
            "expiresOn, finalRecipient.name, finalRecipient.state, goods, importer.name, importer.state, issuedOn, placeOfIssue"
        );
        await open.Confirm(open.Lawful.Confirmation());
        var notice = open.Lawful.Notice();
        notice["quantities"]![0]!["line"] = 7;
        notice["modes"] = new JsonArray();
        AssertNames(
            await (await demo.Of("qp")).GiveNotice(await open.TransitRequest("QP"), notice),
            "modes, quantities[0].line"
        );

        Assert.Equal("open: Waiting for the transit States", await open.Stands());
    }

    [Fact]
    public async Task An_act_of_an_officer_or_applicant_that_lacks_something_names_it()
    {
        var open = await new Lawful(demo).WithOfficer();
        var (officer, exporter, seen) = (await demo.Officer, await demo.Halden, await open.Seen());

        AssertNames(await officer.AskApplicant(open.Id, ""), "question");
        AssertNames(await officer.AskApplicant(open.Id, "Why?", demo.Today), "lastDay");
        AssertNames(await officer.Refer(open.Id, "", ""), "agency, question");
        AssertNames(await officer.AskAgain(open.Id, "everybody", "x"), "whom");
        AssertNames(await officer.Recommend(open.Id, seen, new Recommendation("grant", "")), "note");
        AssertNames(await officer.Recommend(open.Id, seen, new Recommendation("refuse", "No.")), "reasons");
        AssertNames(
            await officer.Recommend(open.Id, seen, new Recommendation("grant-with-conditions", "Yes.")),
            "conditions"
        );
        AssertNames(await officer.Recommend(open.Id, seen, new Recommendation("maybe", "?")), "verdict");
        AssertNames(await exporter.Withdraw(open.Id, ""), "reason");
        AssertNames(await exporter.Withdraw(open.Id, new string('x', 1001)), "reason");
        var asked = Lawful.Must(await officer.AskApplicant(open.Id, "Why?"));
        AssertNames(await exporter.AnswerTheAuthority(open.Id, asked.Id("created"), " "), "answer");

        Assert.Equal("open: With a licensing officer", await open.Stands());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_object_is_refused(string body)
    {
        var answer = await (await demo.Halden).ActAsWritten("/api/exporter/applications", body);

        Assert.Equal(400, answer.Status);
        Assert.NotEqual("", answer.Refusal!.Detail);
    }

    [Fact]
    public async Task An_idempotency_key_that_is_too_long_is_refused()
    {
        var answer = await (await demo.Halden).Begin(new Lawful(demo).Application(), new string('k', 101));

        AssertNames(answer, "Idempotency-Key");
    }

    private static void AssertNames(Answer answer, string fields)
    {
        Assert.Equal(400, answer.Status);
        Assert.Equal(fields, string.Join(", ", answer.Refusal!.Errors.Keys.Order(StringComparer.Ordinal)));
        Assert.All(answer.Refusal.Errors.Values.SelectMany(texts => texts), text => Assert.NotEqual("", text));
    }
}
