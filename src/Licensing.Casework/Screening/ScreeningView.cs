using System.Text.Json;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Screening;

/// <summary>What was last made of a flag.</summary>
/// <param name="ClearedBy">The second officer; null while there is none.</param>
public sealed record DispositionView(
    Guid Id,
    DispositionKind Kind,
    string Reason,
    string By,
    bool ByMe,
    DateTimeOffset At,
    string? ClearedBy
);

/// <param name="MayBeClearedBy">Null for a finding of law: it is cured, never cleared.</param>
/// <param name="Evidence">The explanation record: rule and version, inputs, thresholds, what was computed, link path, lists and sources.</param>
/// <param name="IsOutstanding">It keeps the case from being granted.</param>
public sealed record FlagView(
    string Rule,
    Severity Severity,
    string Text,
    string OfficerAction,
    string FalsePositives,
    Role? MayBeClearedBy,
    JsonElement Evidence,
    bool IsOutstanding,
    DispositionView? Disposition
);

/// <summary>The last screening of a case.</summary>
/// <param name="ReferTo">Agencies whose advice the band asks for before a licence is issued, any one where none is named; null where it asks for
/// none.</param>
/// <param name="Checklist">What the band has officers look into before they recommend a grant; null where it is nothing.</param>
/// <param name="IsBlocked">A blocking flag is open: it keeps a gate closed until whoever may clear it has.</param>
/// <param name="Flags">The gravest first.</param>
/// <param name="NotAssessed">What could not be told is never clear.</param>
/// <param name="Times">How often it came out otherwise so far.</param>
public sealed record ScreeningView(
    DateTimeOffset At,
    DateOnly AsOf,
    string RuleSet,
    int RuleSetVersion,
    int Points,
    string Band,
    IReadOnlyList<string>? ReferTo,
    IReadOnlyList<string>? Checklist,
    bool IsBlocked,
    IReadOnlyList<FlagView> Flags,
    IReadOnlyList<NotAssessed> NotAssessed,
    int Times,
    string Sha256
)
{
    internal static ScreeningView? Of(CaseFile file, Guid me, Func<Guid, string> name)
    {
        if (file.Screening is not { } it)
            return null;
        var outstanding = ScreeningOnFile.Outcome(file)!.Outstanding.Select(f => f.Rule).ToHashSet();
        IReadOnlyList<FlagView> flags =
        [
            .. ScreeningOnFile
                .Flags(it)
                .OrderByDescending(f => f.Severity)
                .Select(f => Flag(file, f, outstanding.Contains(f.Rule), me, name)),
        ];
        return new ScreeningView(
            it.At,
            it.AsOf,
            it.RuleSet,
            it.RuleSetVersion,
            it.Points,
            it.Band,
            ScreeningOnFile.ReferTo(it),
            ScreeningOnFile.Checklist(it),
            flags.Any(f => f.Severity == Severity.Blocking && (f.IsOutstanding || f.MayBeClearedBy is null)),
            flags,
            ScreeningOnFile.NotAssessed(it),
            it.Sequence,
            it.Sha256
        );
    }

    private static FlagView Flag(CaseFile file, KeptFlag flag, bool isOutstanding, Guid me, Func<Guid, string> name)
    {
        var last = ScreeningOnFile.Last(file, flag);
        return new FlagView(
            flag.Rule,
            flag.Severity,
            flag.Text,
            flag.OfficerAction,
            flag.FalsePositives,
            flag.MayBeClearedBy,
            flag.Evidence,
            isOutstanding,
            last is null
                ? null
                : new DispositionView(
                    last.Id,
                    last.Kind,
                    last.Reason,
                    name(last.By),
                    last.By == me,
                    last.At,
                    last.ClearedBy is { } second ? name(second) : null
                )
        );
    }
}
