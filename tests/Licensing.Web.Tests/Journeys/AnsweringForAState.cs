using System.Text.Json.Nodes;
using Licensing.Journey;

namespace Licensing.Web.Tests.Journeys;

/// <summary>An answer can only come from the State that was asked.</summary>
public abstract class AnsweringForAState(RunningDemo demo) : JourneyTests(demo)
{
    private static readonly string[] OfImport = ["confirmation", "denial", "revocation"];
    private static readonly string[] OfTransit = ["acknowledgement", "no-objection", "objection", "withdrawal"];

    private static readonly (string Email, int Status)[] Others =
    [
        ("correspondent@qr.example", 404),
        ("correspondent@qy.example", 404),
        ("correspondent@qq.example", 404),
        ("halden@qm.example", 403),
        ("brevik@qm.example", 403),
        ("officer@qm.example", 403),
        ("officer2@qm.example", 403),
        ("senior@qm.example", 403),
        ("officer@qn.example", 403),
        ("customs@qm.example", 403),
        ("auditor@qm.example", 403),
        ("administrator@qm.example", 403),
    ];

    public static TheoryData<string> Kinds => [.. OfImport, .. OfTransit];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_else_can_answer_for_a_State(string kind)
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();
        var request = OfImport.Contains(kind) ? await open.ImportRequest() : await open.TransitRequest("QP");
        var before = (await open.AsOfficer()).GetRawText();

        foreach (var (email, status) in Others)
        {
            var answer = await (await demo.Door.SignIn(email)).AnswerRequest(request, kind, Body(kind, open.Lawful));
            Assert.Equal((email, status), (email, answer.Status));
        }
        var other = OfImport.Contains(kind) ? "qp" : "qn";
        Assert.Equal(404, (await (await demo.Of(other)).AnswerRequest(request, kind, Body(kind, open.Lawful))).Status);
        Assert.Equal(401, (await demo.Door.Stranger.AnswerRequest(request, kind, Body(kind, open.Lawful))).Status);

        Assert.Equal(before, (await open.AsOfficer()).GetRawText());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_State_cannot_answer_what_it_was_not_asked(string kind)
    {
        var open = await new Lawful(demo) { Through = ["QP"] }.WithOfficer();
        var isImport = OfImport.Contains(kind);
        var (asked, request) = isImport ? ("qp", await open.TransitRequest("QP")) : ("qn", await open.ImportRequest());

        var answer = await (await demo.Of(asked)).AnswerRequest(request, kind, Body(kind, open.Lawful));

        Assert.Equal(400, answer.Status);
    }

    private static JsonObject Body(string kind, Lawful lawful) =>
        kind switch
        {
            "confirmation" => lawful.Confirmation(),
            "no-objection" => lawful.Notice(),
            _ => new JsonObject { ["reason"] = "Because." },
        };
}
