using System.Text.Json;
using System.Text.Json.Nodes;

namespace Licensing.Journey;

/// <summary>Where a dossier's case came to.</summary>
/// <param name="Reached">Null when it stopped on the way, since something was refused that the dossier says is done.</param>
public sealed record Outcome(Ending Expected, Ending? Reached, Guid? CaseId, string? CaseNumber)
{
    public bool IsAsWritten => Reached == Expected;
}

/// <summary>Takes a dossier through the system over its API, everybody acting for themselves.</summary>
/// <param name="told">Gets one line for each step.</param>
public sealed class CaseJourney(FrontDoor door, TextWriter told)
{
    public async Task<Outcome> Run(Dossier dossier)
    {
        var course = new Course(dossier, await door.SignIn(dossier.Applicant));
        await told.WriteLineAsync($"\n{dossier.Title}\n  {dossier.Story}\n");
        try
        {
            await PutArrangementsOnRecord(course);
            await Apply(course);
            await HearImportingState(course);
            await HearTransitStates(course);
            await Inquire(course);
            await End(course);
            await GoAndReturn(course);
        }
        catch (Stopped stop)
        {
            foreach (var line in stop.Refusal.InWords())
                await told.WriteLineAsync($"      {line}");
            return new Outcome(dossier.Ends, null, course.CaseId, course.CaseNumber);
        }
        var file = await (await Officer(course)).Case(course.CaseId!.Value);
        await Closing.Tell(told, file.Json);
        return new Outcome(dossier.Ends, Closing.EndingOf(file.Json), course.CaseId, course.CaseNumber);
    }

    private async Task PutArrangementsOnRecord(Course course)
    {
        if (course.Dossier.Arrangements.Count == 0)
            return;
        var (first, second) = (await Officer(course), await SecondOfficer(course));
        var there = await Step(first, "looked up the landlocked arrangements", first.Arrangements());
        foreach (var arrangement in course.Dossier.Arrangements)
        {
            var instrument = arrangement["instrument"]?.GetValue<string>();
            if (there["items"].EnumerateArray().Any(a => IsOnRecord(a, instrument)))
                continue;
            var recorded = await Step(
                first,
                $"recorded the landlocked arrangement of the {instrument}",
                first.RecordArrangement(arrangement.DeepClone())
            );
            await Step(
                second,
                "confirmed the arrangement as second officer",
                second.ConfirmArrangement(recorded.Id("arrangementId"))
            );
        }
    }

    private static bool IsOnRecord(JsonElement view, string? instrument) =>
        view.TryGetProperty("confirmedBy", out _)
        && !view.TryGetProperty("endedBy", out _)
        && view.GetProperty("arrangement").GetProperty("instrument").GetString() == instrument;

    private async Task Apply(Course course)
    {
        var (dossier, applicant) = (course.Dossier, course.Applicant);
        var begun = await Step(applicant, "began the application", applicant.Begin(dossier.Application.DeepClone()));
        var id = begun.Id("applicationId");
        foreach (var kind in dossier.Documents)
            await Step(
                applicant,
                $"attached the {kind.Replace('-', ' ')}",
                applicant.Attach(id, kind, $"{kind}.pdf", Paper.Pdf(dossier.Title, kind.Replace('-', ' ')))
            );
        var draft = await applicant.Draft(id);
        var submitted = await Step(applicant, "submitted it", applicant.Submit(id, draft.Id("version")));
        (course.CaseId, course.CaseNumber) = (submitted.Id("caseId"), submitted.Text("number"));
        await told.WriteLineAsync($"      It is case {course.CaseNumber}.");
    }

    private async Task HearImportingState(Course course)
    {
        var importing = course.Dossier.Application["importingState"]?.GetValue<string>() ?? "";
        foreach (var (number, says) in course.Dossier.ImportingState.Where(s => !s.Value.Silent))
        {
            var kind = says.Confirmation is null ? "import-denial" : "import-confirmation";
            var said = says.Confirmation is null ? $"denied {number}: {says.Denial}" : $"confirmed {number}";
            if (says.OnPaper is { } paper)
            {
                await Record(course, importing, number, paper, said, Content(kind, says.Confirmation, says.Denial));
                continue;
            }
            var there = await Correspondent(importing);
            var request = await RequestTo(there, course, number);
            await Step(
                there,
                said,
                says.Confirmation is { } particulars
                    ? there.ConfirmImport(request, particulars.DeepClone())
                    : there.DenyImport(request, says.Denial!)
            );
        }
    }

    private async Task HearTransitStates(Course course)
    {
        foreach (var (state, says) in course.Dossier.TransitStates.Where(s => !s.Value.Silent || s.Value.Acknowledged))
        {
            var kind = says.NoObjection is null ? "objection" : "no-objection";
            var said = says.NoObjection is null ? $"objected: {says.Objection}" : "gave notice of no objection";
            if (says.OnPaper is { } paper)
            {
                await Record(course, state, null, paper, said, Content(kind, says.NoObjection, says.Objection));
                continue;
            }
            var there = await Correspondent(state);
            var request = await RequestTo(there, course, null);
            if (says.Acknowledged)
                await Step(there, "acknowledged the request", there.Acknowledge(request));
            if (says.Silent)
                continue;
            await Step(
                there,
                said,
                says.NoObjection is { } notice
                    ? there.GiveNotice(request, notice.DeepClone())
                    : there.ObjectToTransit(request, says.Objection!)
            );
        }
    }

    private static JsonObject Content(string kind, JsonObject? particulars, string? reason)
    {
        var content = new JsonObject { ["kind"] = kind };
        if (kind == "import-confirmation")
            content["confirmation"] = particulars!.DeepClone();
        else if (kind == "no-objection")
            content["noObjection"] = particulars!.DeepClone();
        else
            content["reason"] = reason;
        return content;
    }

    // Whoever answers on paper may have nobody who signs in: the officer finds the request in the case.
    private async Task Record(
        Course course,
        string state,
        string? authorisation,
        PaperAnswer paper,
        string said,
        JsonObject content
    )
    {
        var (first, second, id) = (await Officer(course), await SecondOfficer(course), course.CaseId!.Value);
        var file = await first.Case(id);
        var request = file["exchange"]
            .EnumerateArray()
            .Last(d => d.GetProperty("to").GetString() == state && AboutOf(d) == authorisation);
        var original = await Step(
            first,
            $"attached {paper.FileName}, which came by post",
            first.AttachToCase(id, "foreign-answer", paper.FileName, Paper.Pdf($"{state} {said}"))
        );
        var authorities = await first.AuthoritiesOf(state);
        var recorded = await Step(
            first,
            $"recorded from it that {state} {said}",
            first.RecordAnswer(
                id,
                new JsonObject
                {
                    ["requestId"] = request.GetProperty("id").GetGuid(),
                    ["answer"] = content,
                    ["datedOn"] = request.GetProperty("datedOn").GetString(),
                    ["originalId"] = original.Id("documentId"),
                    ["senderId"] = authorities["items"][0].GetProperty("id").GetGuid(),
                }
            )
        );
        await Step(
            second,
            "compared it with the original and confirmed it",
            second.ConfirmRecorded(id, recorded.Id("created"))
        );
    }

    private static string? AboutOf(JsonElement request) =>
        request.TryGetProperty("authorisation", out var number) ? number.GetString() : null;

    private async Task Inquire(Course course)
    {
        var (officer, id) = (await Officer(course), course.CaseId!.Value);
        if (course.Dossier.Referral is { } referral)
        {
            var referred = await Step(
                officer,
                $"referred the case to {referral.Agency}: {referral.Question}",
                officer.Refer(id, referral.Agency, referral.Question)
            );
            await Step(
                officer,
                $"recorded its advice, {referral.Outcome.Replace('-', ' ')}: {referral.Advice}",
                officer.RecordAdvice(id, referred.Id("created"), referral.Outcome, referral.Advice)
            );
        }
        if (course.Dossier.Information is not { } information)
            return;
        var asked = await Step(
            officer,
            $"asked the applicant: {information.Question}",
            officer.AskApplicant(id, information.Question)
        );
        if (information.Answer is { } answer)
            await Step(
                course.Applicant,
                $"answered: {answer}",
                course.Applicant.AnswerTheAuthority(id, asked.Id("created"), answer)
            );
    }

    private async Task End(Course course)
    {
        var (dossier, id) = (course.Dossier, course.CaseId!.Value);
        if (dossier.Withdrawal is { } reason)
            await Step(course.Applicant, $"withdrew the application: {reason}", course.Applicant.Withdraw(id, reason));
        if (dossier.Recommend is not { } verdict)
            return;
        await LookAtFlags(course, id);
        var officer = await Officer(course);
        var words = verdict.Replace('-', ' ');
        var found = await officer.Case(id);
        var recommendation = new Recommendation(
            verdict,
            dossier.Note ?? "Every finding is met.",
            dossier.Reasons,
            dossier.Conditions,
            Checked: Desk.Checklist(found.Json)
        );
        var seen = found.Id("version");
        await Step(officer, $"recommended to {words}", officer.Recommend(id, seen, recommendation));
        if (dossier.Ends == Ending.AwaitingDecision)
            return;
        var senior = await door.SignIn($"senior@{course.Home}.example");
        seen = (await senior.Case(id)).Id("version");
        await Step(senior, $"decided to {words}", senior.Decide(id, seen, verdict, dossier.TextForApplicant));
    }

    private async Task LookAtFlags(Course course, Guid id)
    {
        var officer = await Officer(course);
        if (!(await officer.Case(id)).Json.TryGetProperty("screening", out var screening))
            return;
        foreach (var flag in screening.GetProperty("flags").EnumerateArray())
        {
            var rule = flag.GetProperty("rule").GetString()!;
            if (
                !flag.GetProperty("isOutstanding").GetBoolean()
                || !course.Dossier.Flags.TryGetValue(rule, out var reason)
            )
                continue;
            var made = await Step(
                officer,
                $"explained flag {rule}: {reason}",
                officer.DisposeOfFlag(id, rule, "explained", reason)
            );
            if (flag.GetProperty("severity").GetString() is not ("high" or "blocking"))
                continue;
            var senior = await door.SignIn($"senior@{course.Home}.example");
            await Step(senior, $"agreed to that of {rule}", senior.ClearFlag(id, made.Id("created")));
        }
    }

    private async Task GoAndReturn(Course course)
    {
        if (course.Dossier.Shipment is not { } shipment)
            return;
        var (id, customs) = (course.CaseId!.Value, await door.SignIn($"customs@{course.Home}.example"));
        var declared = await Step(
            course.Applicant,
            "declared what is to leave",
            course.Applicant.DeclareShipment(id, shipment.DeepClone())
        );
        var conditions = (await course.Applicant.MyCase(id))["licence"]
            .GetProperty("content")
            .GetProperty("conditions")
            .EnumerateArray()
            .Select(c => c.GetString()!);
        await Step(
            customs,
            "released it, with every condition seen to be met",
            customs.ReleaseShipment(declared.Id("created"), [.. conditions])
        );
        await Step(
            customs,
            "recorded that it has left",
            customs.RecordExit(declared.Id("created"), new JsonObject { ["lines"] = shipment["lines"]!.DeepClone() })
        );
        foreach (var seen in course.Dossier.Returns)
            await Step(customs, "recorded what has come back", customs.RecordReturn(id, seen.DeepClone()));
    }

    private static async Task<Guid> RequestTo(Desk there, Course course, string? authorisation) =>
        await there.RequestAbout(course.CaseNumber!, authorisation)
        ?? throw new Stopped(
            new Refusal(
                404,
                "No request",
                $"{there.State} has not been asked about {authorisation ?? "the transit"} in this case.",
                null,
                new Dictionary<string, IReadOnlyList<string>>(),
                []
            )
        );

    private Task<Desk> Officer(Course course) => door.SignIn($"officer@{course.Home}.example");

    private Task<Desk> SecondOfficer(Course course) => door.SignIn($"officer2@{course.Home}.example");

    // The domain part of an address ignores case, and so does sign-in.
    private Task<Desk> Correspondent(string state) => door.SignIn($"correspondent@{state}.example");

    private async Task<Answer> Step(Desk who, string what, Task<Answer> trying)
    {
        var answer = await trying;
        var end = answer.IsDone && !what.EndsWith('.') && !what.EndsWith('?') ? "." : "";
        await told.WriteLineAsync($"  {(answer.IsDone ? "+" : "-")} {who.Person}: {what}{end}");
        return answer.Refusal is { } refusal ? throw new Stopped(refusal) : answer;
    }

    private sealed class Course(Dossier dossier, Desk applicant)
    {
        public Dossier Dossier { get; } = dossier;
        public Desk Applicant { get; } = applicant;
        public string Home => Applicant.State;
        public Guid? CaseId { get; set; }
        public string? CaseNumber { get; set; }
    }

    private sealed class Stopped(Refusal refusal) : Exception(refusal.Title)
    {
        public Refusal Refusal { get; } = refusal;
    }
}
