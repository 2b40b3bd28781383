namespace Licensing.Web.Tests.Journeys;

public abstract class WhoMaySeeAndDo(RunningDemo demo) : JourneyTests(demo)
{
    private const string Halden = "halden@qm.example";
    private const string Brevik = "brevik@qm.example";
    private const string Officer = "officer@qm.example";
    private const string Senior = "senior@qm.example";
    private const string Customs = "customs@qm.example";
    private const string Auditor = "auditor@qm.example";
    private const string Administrator = "administrator@qm.example";
    private const string Importing = "correspondent@qn.example";
    private const string Transit = "correspondent@qp.example";
    private const string Elsewhere = "correspondent@qr.example";
    private const string Foreign = "officer@qn.example";
    private const string Across = "officer@qt.example";

    private static readonly string[] Everybody =
    [
        Halden,
        Brevik,
        Officer,
        Senior,
        Customs,
        Auditor,
        Administrator,
        Importing,
        Transit,
        Elsewhere,
        Foreign,
        Across,
    ];

    /// <summary>Address → who reads it, and who is told that there is no such thing. For all others it does not exist: 403.</summary>
    private static readonly Dictionary<string, (string[] May, string[] NotTheirs)> Readers = new(StringComparer.Ordinal)
    {
        ["exporter/applications"] = ([Halden, Brevik], []),
        ["exporter/applications/{draft}"] = ([Halden], [Brevik]),
        ["exporter/cases/{case}"] = ([Halden], [Brevik]),
        ["officer/cases"] = ([Officer, Senior, Foreign, Across], []),
        ["officer/cases/{case}"] = ([Officer, Senior], [Foreign, Across]),
        ["officer/cases/{case}/history"] = ([Officer, Senior], [Foreign, Across]),
        ["officer/transit/{own-transit}"] = ([Across], [Officer, Senior, Foreign]),
        ["officer/cases/{own-transit}/history"] = ([Across], [Officer, Senior, Foreign]),
        ["auditor/transit/{own-transit}"] = ([], [Auditor]),
        ["officer/arrangements"] = ([Officer, Senior, Foreign, Across], []),
        ["correspondent/requests"] = ([Importing, Transit, Elsewhere], []),
        ["correspondent/requests/{import}"] = ([Importing], [Transit, Elsewhere]),
        ["correspondent/requests/{transit}"] = ([Transit], [Importing, Elsewhere]),
        ["auditor/cases"] = ([Auditor], []),
        ["auditor/cases/{case}"] = ([Auditor], []),
        ["auditor/cases/{case}/history"] = ([Auditor], []),
        ["auditor/history"] = ([Auditor], []),
        ["documents/{certificate}"] = (
            [Halden, Officer, Senior, Auditor],
            [Brevik, Customs, Administrator, Importing, Transit, Elsewhere, Foreign, Across]
        ),
        ["documents/{draft-certificate}"] = (
            [Halden],
            [Brevik, Officer, Senior, Customs, Auditor, Administrator, Importing, Transit, Elsewhere, Foreign, Across]
        ),
        ["documents/{internal}"] = (
            [Officer, Senior, Auditor],
            [Halden, Brevik, Customs, Administrator, Importing, Transit, Elsewhere, Foreign, Across]
        ),
        ["me"] = (Everybody, []),
        ["states"] = (Everybody, []),
        ["states/QN/authorities"] = (Everybody, []),
    };

    /// <summary>Act → who may; all others are refused before it runs. Nobody here is told more than that it is not there.</summary>
    private static readonly Dictionary<string, string[]> Doers = new(StringComparer.Ordinal)
    {
        ["exporter/applications/{nowhere}/submission"] = [Halden, Brevik],
        ["exporter/cases/{nowhere}/withdrawal"] = [Halden, Brevik],
        ["exporter/cases/{nowhere}/information-requests/{nowhere}/answer"] = [Halden, Brevik],
        ["officer/cases/{nowhere}/information-requests"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/referrals"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/recorded-answers/{nowhere}/confirmation"] = [Officer, Senior, Foreign, Across],
        ["officer/arrangements/{nowhere}/confirmation"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/requests"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/recommendation"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/decision"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/return"] = [Officer, Senior, Foreign, Across],
        ["officer/cases/{nowhere}/transit-questions/{nowhere}/answer"] = [Officer, Senior, Foreign, Across],
        ["officer/transit/{nowhere}/acknowledgement"] = [Officer, Senior, Foreign, Across],
        ["officer/transit/{nowhere}/questions"] = [Officer, Senior, Foreign, Across],
        ["officer/transit/{nowhere}/recommendation"] = [Officer, Senior, Foreign, Across],
        ["officer/transit/{nowhere}/decision"] = [Officer, Senior, Foreign, Across],
        ["officer/transit/{nowhere}/withdrawal"] = [Officer, Senior, Foreign, Across],
        ["correspondent/requests/{nowhere}/objection"] = [Importing, Transit, Elsewhere],
    };

    public static TheoryData<string> Addresses => [.. Readers.Keys];

    public static TheoryData<string> Acts => [.. Doers.Keys];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_is_read_by_those_whose_it_is_and_by_nobody_else(string address)
    {
        var path = "/api/" + await Filled(address);
        var (may, notTheirs) = Readers[address];

        foreach (var email in Everybody)
        {
            var answer = await (await demo.Door.SignIn(email)).Read(path);
            var expected =
                may.Contains(email) ? 200
                : notTheirs.Contains(email) ? 404
                : 403;
            Assert.Equal((email, expected), (email, answer.Status));
        }
        Assert.Equal(401, (await demo.Door.Stranger.Read(path)).Status);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_is_open_to_those_whose_it_is_and_to_nobody_else(string act)
    {
        var path = "/api/" + act.Replace("{nowhere}", Guid.NewGuid().ToString(), StringComparison.Ordinal);

        foreach (var email in Everybody)
        {
            var answer = await (await demo.Door.SignIn(email)).Act(path, new { });
            if (Doers[act].Contains(email))
                Assert.Contains(answer.Status, (int[])[400, 404]);
            else
                Assert.Equal((email, 403), (email, answer.Status));
        }
        Assert.Equal(401, (await demo.Door.Stranger.Act(path, new { })).Status);
    }

    [Fact]
    public async Task Another_company_can_do_nothing_with_a_case_or_draft()
    {
        var lawful = new Lawful(demo);
        var (draft, version) = await lawful.Drafted();
        var open = await new Lawful(demo).WithOfficer();
        var asked = Lawful.Must(await (await demo.Officer).AskApplicant(open.Id, "Why?")).Id("created");
        var brevik = await demo.Brevik;

        Assert.Equal(404, (await brevik.Change(draft, version, lawful.Application())).Status);
        Assert.Equal(404, (await brevik.Submit(draft, version)).Status);
        Assert.Equal(404, (await brevik.Discard(draft)).Status);
        Assert.Equal(404, (await brevik.Attach(draft, "other", "a.pdf", Journey.Paper.Pdf("a"))).Status);
        Assert.Equal(404, (await brevik.Withdraw(open.Id, "Not mine.")).Status);
        Assert.Equal(404, (await brevik.AnswerTheAuthority(open.Id, asked, "Not mine.")).Status);
    }

    [Fact]
    public async Task Another_States_officer_can_do_nothing_with_a_case()
    {
        var open = await new Lawful(demo).WithOfficer();
        var foreign = await demo.Door.SignIn(Foreign);
        var grant = new Journey.Recommendation("grant", "Mine?");

        Assert.Equal(404, (await foreign.Recommend(open.Id, await open.Seen(), grant)).Status);
        Assert.Equal(404, (await foreign.AskApplicant(open.Id, "Why?")).Status);
        Assert.Equal(404, (await foreign.Refer(open.Id, "Police", "Known?")).Status);
        Assert.Equal(404, (await foreign.AskAgain(open.Id, "importing-state", "Once more.")).Status);
        Assert.Equal(0, (await foreign.Cases())["total"].GetInt32());
    }

    private async Task<string> Filled(string address)
    {
        var lawful = new Lawful(demo) { Through = ["QP", "QT"] };
        var (draft, _) = await lawful.Drafted();
        var open = await lawful.Confirmed();
        await open.Notify("QP", lawful.Notice());
        var transit = Lawful
            .Must(await (await demo.Door.SignIn(Across)).TransitCases())["items"]
            .EnumerateArray()
            .Single(c => c.GetProperty("reference").GetString()!.StartsWith(open.Number, StringComparison.Ordinal));
        var internalPaper = Lawful.Must(
            await (await demo.Officer).AttachToCase(open.Id, "other", "memo.pdf", Journey.Paper.Pdf("Memo"))
        );
        var drafted = (await (await demo.Halden).Draft(draft))["documents"][0];
        var submitted = (await open.AsApplicant()).GetProperty("documents")[0];
        return address
            .Replace("{draft}", draft.ToString(), StringComparison.Ordinal)
            .Replace("{own-transit}", transit.GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{case}", open.Id.ToString(), StringComparison.Ordinal)
            .Replace("{import}", (await open.ImportRequest()).ToString(), StringComparison.Ordinal)
            .Replace("{transit}", (await open.TransitRequest("QP")).ToString(), StringComparison.Ordinal)
            .Replace("{certificate}", submitted.GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{draft-certificate}", drafted.GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{internal}", internalPaper.Id("documentId").ToString(), StringComparison.Ordinal);
    }
}
