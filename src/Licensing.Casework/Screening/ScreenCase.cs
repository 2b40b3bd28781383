using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Publishing;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Licences;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>Screens a case for diversion risk with what is on record on the day: resolution 8/3, paragraph 10.</summary>
public sealed class ScreenCase(ActRunner acts)
{
    /// <summary>Kept beside the report: agencies whose advice the band asks for.</summary>
    internal const string ReferTo = "referTo";

    /// <summary>Kept beside the report: what the band has officers look into.</summary>
    internal const string Checklist = "checklist";

    /// <summary>An officer has the case screened once more, e.g. because a list has been loaded.</summary>
    /// <exception cref="RefusedException">The policy profile of the case asks for no screening, or no rule set is in force.</exception>
    public Task<CaseReceipt> Again(Acting acting, Guid caseId, CancellationToken cancel) =>
        acts.Run(
            acting,
            "screen a case",
            new { caseId },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                if (!file.Profile.Screened || file.Case.Kind != LicenceKind.Export)
                    throw new RefusedException(
                        "not-screened",
                        $"Cases under policy profile {file.Profile.Id} {file.Profile.Version} are not screened.",
                        "Nothing has to be done."
                    );
                if (!await Run(act, file))
                    throw new RefusedException(
                        "no-rule-set",
                        "No rule set of the screening is in force today.",
                        "Ask the administrator of the authority to publish one."
                    );
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>What an act has found that was refused for it is kept all the same, so that officers can look at it: the refusal undoes all that
    /// the act has written.</summary>
    internal async Task<CaseReceipt> KeepIfRefused(
        Acting acting,
        Func<Task<CaseReceipt>> doing,
        Func<Act, Task<CaseFile>> open,
        CancellationToken cancel
    )
    {
        try
        {
            return await doing();
        }
        catch (NotPermittedException refusal) when (refusal.Findings.Any(f => f.IsWithheld))
        {
            await acts.Run(
                acting with
                {
                    IdempotencyKey = null,
                },
                "keep what the screening has found",
                "found",
                async act =>
                {
                    await IfAsked(act, await open(act));
                    return true;
                },
                cancel
            );
            throw;
        }
    }

    /// <summary>Flags are those of today: a list may have been loaded since the case was looked at.</summary>
    internal static async Task IfAsked(Act act, CaseFile file)
    {
        if (file.Profile.Screened && file.Case.Kind == LicenceKind.Export)
            await Run(act, file);
    }

    /// <summary>Screens the case as of today, for the stage at which it stands. What comes out as before is not written down again.</summary>
    /// <returns>False where no rule set is in force.</returns>
    internal static async Task<bool> Run(Act act, CaseFile file)
    {
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        if (await Publishing.Published.RulesInForce(act.Db, today, act.Cancel) is not { } rules)
            return false;
        var reference = await ReferenceOnFile.Read(act.Db, file.Case.State, today, act.Cancel);
        var dossiers = await DossierOfCase.Read(act.Db, file, today, rules, reference, act.Cancel);
        var profile = new ScreeningProfile(file.Profile, []);
        var gate = Findings(file, today);
        var report = file.Licence is null
            ? BeforeTheLicence(dossiers[0], reference, rules, profile, gate)
            : ScreeningReport.Together(
                [.. dossiers.Select(dossier => ScreeningRun.Of(dossier, reference, rules, profile, gate: gate))],
                rules
            );
        Keep(act, file, report, dossiers, rules, reference);
        file.Case.ScreenedAt = act.Now;
        return true;
    }

    /// <summary>What is asked at the issue, and what only an application is asked: that stays a question until the licence is issued.</summary>
    internal static ScreeningReport BeforeTheLicence(
        ScreeningDossier dossier,
        ReferenceData reference,
        RuleSet rules,
        ScreeningProfile profile,
        GateFindings? gate
    )
    {
        var report = ScreeningRun.Of(dossier, reference, rules, profile, gate: gate);
        var onlyThen = rules with
        {
            Rules =
            [
                .. rules.Rules.Where(r => r.Stages.Contains(Stage.Application) && !r.Stages.Contains(Stage.Issue)),
            ],
        };
        var before = ScreeningRun.Of(
            dossier with
            {
                Stage = Stage.Application,
            },
            reference,
            onlyThen,
            profile,
            gate: gate
        );
        return ScreeningReport.Together([report, before], rules);
    }

    /// <summary>What the gate itself finds in the case, for the rules that restate it.</summary>
    private static GateFindings Findings(CaseFile file, DateOnly today)
    {
        var terms = Gate.UsualTerms(file, today);
        var dossier = Gate.Dossier(file, terms) with { Profile = file.Profile with { Screened = false } };
        var alone = dossier with
        {
            Authorisations =
            [
                .. dossier.Authorisations.Select(a => a with { Taken = TakenByOthers.Nothing, UsedByAnother = false }),
            ],
        };
        return new GateFindings(Verify(dossier), Verify(alone), [], []);

        // The days of a licensed consignment are those of its shipments, which the release looks at.
        IReadOnlyList<Finding> Verify(ExportDossier it) =>
            file.Licence is null ? ExportRequirements.Verify(it, today) : StandingGround.Verify(it, today);
    }

    private static void Keep(
        Act act,
        CaseFile file,
        ScreeningReport report,
        IReadOnlyList<ScreeningDossier> dossiers,
        RuleSet rules,
        ReferenceData reference
    )
    {
        var lists = Lists(reference.Hashes!);
        var kept = WriteReport.AsJson(report);
        if (rules.BandOf(report.Score.Points).ReferTo is { } agencies)
            kept[ReferTo] = JsonSerializer.SerializeToNode(agencies, ScreeningJson.Options);
        if (rules.BandOf(report.Score.Points).Checklist is { } checklist)
            kept[Checklist] = JsonSerializer.SerializeToNode(checklist, ScreeningJson.Options);
        var refuted = RefutedOnFile.InWords(dossiers[0].RefutedLinks ?? []);
        var hash = Wire.Hash(
            $"{rules.Id} {rules.Version}\n{lists}\n"
                + string.Concat(refuted.Select(r => $"{r}\n"))
                + string.Join('\n', report.Flags.Select(f => $"{f.Rule} {f.Severity} {f.Text}"))
                + "\n"
                + string.Join('\n', report.NotAssessed.Select(n => $"{n.Rule} {string.Join(' ', n.Missing)}"))
        );
        if (file.Screening?.Sha256 == hash)
            return;
        var record = new ScreeningRecord
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Sequence = (file.Screening?.Sequence ?? 0) + 1,
            Stage = dossiers[^1].Stage,
            AsOf = dossiers[0].AsOf,
            At = act.Now,
            By = act.Acting.PersonId,
            RuleSet = rules.Id,
            RuleSetVersion = rules.Version,
            Points = report.Score.Points,
            Band = report.Score.Band,
            IsBlocked = report.Score.IsBlocked,
            Report = kept.ToJsonString(ScreeningJson.Options),
            Dossier =
                dossiers.Count == 1
                    ? JsonSerializer.Serialize(dossiers[0], ScreeningJson.Options)
                    : JsonSerializer.Serialize(new { scenarios = dossiers }, ScreeningJson.Options),
            Lists = lists,
            Sha256 = hash,
        };
        act.Db.Screenings.Add(record);
        var before = file.Screening;
        file.Screening = record;
        Act.Touch(file.Case);
        Act.Write(
            act.Db,
            act.Acting,
            file.Case,
            null,
            new CaseScreened(rules.Id, rules.Version, report.Score.Disposition, report.Flags.Count)
            {
                New = before is null ? [] : Rules(ScreeningOnFile.News(before, record)),
                Gone = before is null ? [] : Rules(ScreeningOnFile.News(record, before)),
            }
        );
    }

    /// <summary>Which lists were read, as it is written down.</summary>
    internal static string Lists(IReadOnlyDictionary<string, string> hashes) =>
        JsonSerializer.Serialize(hashes, ScreeningJson.Options);

    private static IReadOnlyList<string> Rules(IEnumerable<KeptFlag> flags) =>
        [.. flags.Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A screening as it was kept, read back.</summary>
internal static class ScreeningOnFile
{
    /// <summary>As the law looks at it; null where the case has not been screened.</summary>
    public static ScreeningOutcome? Outcome(CaseFile file) =>
        file.Screening is null
            ? null
            : new ScreeningOutcome(
                [
                    .. Flags(file.Screening)
                        .Select(f => new RaisedFlag(
                            f.Rule,
                            f.Severity,
                            f.Text,
                            f.OfficerAction,
                            f.MayBeClearedBy is null ? null : InDossier.Snake(f.MayBeClearedBy),
                            Last(file, f) is { } last
                                ? new FlagDisposition(last.Kind, last.ClearedBy is not null)
                                : null
                        )),
                ],
                ReferTo(file.Screening),
                [.. file.Referrals.Where(r => r.AdvisedAt is not null).Select(r => r.Agency)],
                Checklist(file.Screening)
            );

    /// <summary>Agencies whose advice the band asks for, any one where none is named; null where it asks for none.</summary>
    public static IReadOnlyList<string>? ReferTo(ScreeningRecord record) => Asked(record, ScreenCase.ReferTo);

    /// <summary>What the band has officers look into before they recommend a grant; null where it is nothing.</summary>
    public static IReadOnlyList<string>? Checklist(ScreeningRecord record) => Asked(record, ScreenCase.Checklist);

    private static List<string>? Asked(ScreeningRecord record, string what) =>
        JsonNode.Parse(record.Report)![what]?.Deserialize<List<string>>(ScreeningJson.Options);

    public static IReadOnlyList<KeptFlag> Flags(ScreeningRecord record) =>
        [
            .. JsonNode.Parse(record.Report)!["flags"]!
                .AsArray()
                .Select(f => new KeptFlag(
                    f!["rule"]!.GetValue<string>(),
                    f["severity"].Deserialize<Severity>(ScreeningJson.Options),
                    f["text"]!.GetValue<string>(),
                    f["evidence"]!["officer_action"]!.GetValue<string>(),
                    f["evidence"]!["false_positives"]!.GetValue<string>(),
                    f["evidence"]!["may_be_cleared_by"].Deserialize<Role?>(ScreeningJson.Options),
                    JsonSerializer.SerializeToElement(f["evidence"], ScreeningJson.Options)
                )),
        ];

    public static IReadOnlyList<NotAssessed> NotAssessed(ScreeningRecord record) =>
        JsonNode.Parse(record.Report)!["notAssessed"].Deserialize<List<NotAssessed>>(ScreeningJson.Options)!;

    /// <summary>The flags of the one that are not in the other.</summary>
    public static IReadOnlyList<KeptFlag> News(ScreeningRecord before, ScreeningRecord after)
    {
        var known = Flags(before).Select(f => (f.Rule, f.Sha256)).ToHashSet();
        return [.. Flags(after).Where(f => !known.Contains((f.Rule, f.Sha256)))];
    }

    /// <summary>What was last made of this very flag.</summary>
    public static DispositionRecord? Last(CaseFile file, KeptFlag flag) =>
        file.Dispositions.LastOrDefault(d => d.Rule == flag.Rule && d.FlagSha256 == flag.Sha256);
}

/// <summary>A flag as it was kept with its case.</summary>
/// <param name="MayBeClearedBy">Null for a finding of law: it is cured, never cleared.</param>
public sealed record KeptFlag(
    string Rule,
    Severity Severity,
    string Text,
    string OfficerAction,
    string FalsePositives,
    Role? MayBeClearedBy,
    JsonElement Evidence
)
{
    public string Sha256 => Wire.Hash($"{Severity} {Text}");
}
