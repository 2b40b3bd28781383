using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.Policies;
using Licensing.Workflow;

namespace Licensing.Casework.Publishing;

/// <summary>A file of <c>workflows/</c> that has been read and found right.</summary>
public sealed record ReadFile(PublishedKind Kind, string Id, int Version, string FileName, string Content);

/// <param name="Activity">The activity of a procedure it is about; null when it is about the file.</param>
public sealed record FileMistake(string FileName, string? Activity, string Text)
{
    public override string ToString() => Activity is null ? $"{FileName}: {Text}" : $"{FileName}: {Activity}: {Text}";
}

/// <summary>The folder that a process owner edits: procedures, policy profiles, calendars and rule sets of the screening.</summary>
public sealed record WorkflowFolder(IReadOnlyList<ReadFile> Files, IReadOnlyList<FileMistake> Mistakes)
{
    /// <summary>Reads everything in it and lists every mistake.</summary>
    public static WorkflowFolder Read(string path)
    {
        if (!Directory.Exists(path))
            return new WorkflowFolder([], [new FileMistake(path, null, "There is no such folder.")]);
        var files = new List<ReadFile>();
        var mistakes = new List<FileMistake>();
        foreach (var file in Json(path))
            Procedure(file, files, mistakes);
        foreach (var file in Json(Path.Combine(path, "policies")))
            Data<PolicyProfile>(file, PublishedKind.Policy, p => (p.Id, p.Version, p.Mistakes()), files, mistakes);
        foreach (var file in Json(Path.Combine(path, "calendars")))
            Data<Calendar>(file, PublishedKind.Calendar, c => (c.Id, c.Version, c.Mistakes()), files, mistakes);
        foreach (var file in Json(Path.Combine(path, "screening")))
            RuleSet(file, files, mistakes);
        if (files.Count == 0 && mistakes.Count == 0)
            mistakes.Add(new FileMistake(path, null, "It holds no procedure."));
        foreach (var twice in files.GroupBy(f => (f.Kind, f.Id, f.Version)).Where(g => g.Count() > 1))
            mistakes.Add(
                new FileMistake(
                    twice.Last().FileName,
                    null,
                    $"{twice.Key.Id} version {twice.Key.Version} stands in two files."
                )
            );
        return new WorkflowFolder(files, mistakes);
    }

    private static string[] Json(string path) =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)] : [];

    private static void Procedure(string path, List<ReadFile> files, List<FileMistake> mistakes)
    {
        var (file, wrong) = ReadProcedure(Path.GetFileName(path), File.ReadAllText(path));
        mistakes.AddRange(wrong);
        if (file is not null)
            files.Add(file);
    }

    /// <summary>A procedure, read as one of the folder is.</summary>
    /// <param name="name">How mistakes name it.</param>
    /// <returns>The file exactly when it has no mistakes.</returns>
    public static (ReadFile? File, IReadOnlyList<FileMistake> Mistakes) ReadProcedure(string name, string content)
    {
        var mistakes = new List<FileMistake>();
        var reading = ProcedureReader.Read(content, Catalogue.Types);
        mistakes.AddRange(reading.Mistakes.Select(m => new FileMistake(name, m.Activity, m.Text)));
        if (reading.Definition is not { } definition)
            return (null, mistakes);
        mistakes.AddRange(
            definition
                .Activities.Where(a =>
                    a.Inputs.TryGetValue("deadline", out var period) && !AnswerPeriods.Names.Contains(period)
                )
                .Select(a => new FileMistake(
                    name,
                    a.Id,
                    $"There is no period \"{a.Inputs["deadline"]}\": write one of {Words.And(AnswerPeriods.Names)}."
                ))
        );
        mistakes.AddRange(TooLong(name, definition));
        mistakes.AddRange(ShortCuts(name, definition));
        return mistakes.Count > 0
            ? (null, mistakes)
            : (new ReadFile(PublishedKind.Procedure, definition.Id, definition.Version, name, content), mistakes);
    }

    // What would not fit into the columns of a case is told here, and not by a database in the middle of an act.
    private static List<FileMistake> TooLong(string name, ProcedureDefinition procedure) =>
        [
            .. new[] { procedure.Id }
                .Where(id => id.Length > LongestId)
                .Select(_ => new FileMistake(name, null, $"The definitionId is longer than {LongestId} characters.")),
            .. procedure
                .Activities.Where(a => a.Id.Length > LongestId)
                .Select(a => new FileMistake(name, a.Id, $"The id is longer than {LongestId} characters.")),
            .. procedure
                .Activities.Where(a => a.Name.Length > LongestName)
                .Select(a => new FileMistake(name, a.Id, $"The name is longer than {LongestName} characters.")),
        ];

    private const int LongestId = 60;
    private const int LongestName = 200;

    // A procedure moves cases; it does not decide them. No drawing may lead from anything but a decision to what rests on it.
    private static readonly (string To, string From, string Outcome, string What)[] UponDecision =
    [
        (
            Catalogue.NameOf<IssueLicence>(),
            Catalogue.NameOf<AwaitDecision>(),
            AwaitDecision.Granted,
            "a licence is issued"
        ),
        (
            Catalogue.NameOf<IssueAuthorisation>(),
            Catalogue.NameOf<AwaitDecision>(),
            AwaitDecision.Granted,
            "a licence is issued"
        ),
        (
            Catalogue.NameOf<AwaitNoticeEnd>(),
            Catalogue.NameOf<AwaitNoticeDecision>(),
            AwaitNoticeDecision.Given,
            "a notice stands"
        ),
    ];

    private static List<FileMistake> ShortCuts(string name, ProcedureDefinition procedure) =>
        [
            .. from connection in procedure.Connections
            from upon in UponDecision
            where procedure.Activity(connection.To).Type.Name == upon.To
            let source = procedure.Activity(connection.From)
            where source.Type.Name != upon.From || connection.Outcome != upon.Outcome
            select new FileMistake(
                name,
                source.Id,
                $"The outcome \"{connection.Outcome}\" leads to {connection.To}: {upon.What} only upon the outcome "
                    + $"\"{upon.Outcome}\" of {upon.From}."
            ),
        ];

    private static void RuleSet(string path, List<ReadFile> files, List<FileMistake> mistakes)
    {
        var (name, content) = ($"screening/{Path.GetFileName(path)}", File.ReadAllText(path));
        try
        {
            var rules = ReadRuleSet.RuleSetIn(content, name);
            if (rules.Id.Length > LongestId)
                mistakes.Add(new FileMistake(name, null, $"id is longer than {LongestId} characters"));
            else
                files.Add(new ReadFile(PublishedKind.Screening, rules.Id, rules.Version, name, content));
        }
        catch (UnreadableException unreadable)
        {
            mistakes.AddRange(unreadable.Mistakes.Select(m => new FileMistake(name, null, m)));
        }
    }

    private static void Data<T>(
        string path,
        PublishedKind kind,
        Func<T, (string? Id, int Version, IReadOnlyList<string> Mistakes)> check,
        List<ReadFile> files,
        List<FileMistake> mistakes
    )
    {
        var name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
        var content = File.ReadAllText(path);
        try
        {
            var (id, version, wrong) = check(Wire.Read<T>(content));
            if (id?.Length > LongestId)
                wrong = [.. wrong, $"id is longer than {LongestId} characters"];
            mistakes.AddRange(wrong.Select(text => new FileMistake(name, null, text)));
            if (wrong.Count == 0)
                files.Add(new ReadFile(kind, id!, version, name, content));
        }
        catch (JsonException mistake)
        {
            mistakes.Add(new FileMistake(name, null, mistake.Message));
        }
    }
}
