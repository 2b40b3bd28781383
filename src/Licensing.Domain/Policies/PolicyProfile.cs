namespace Licensing.Domain.Policies;

/// <summary>One legal reading of Article 10, dated. An authority works under one; a case keeps the version it was opened
/// under. Read from <c>workflows/policies</c>.</summary>
/// <param name="AppliesFrom">First day, included.</param>
/// <param name="AppliesTo">Last day, included; null while it is open.</param>
/// <param name="PortCallIsTransit">Interpretation point 6: whether a call where the cargo stays on board is transit.</param>
/// <param name="LicenceValidityDays">The longest an export licence may run, in days after its day of issue.</param>
/// <param name="RetentionYears">P7: how long records are kept after the last event of a case. The Protocol's least is ten.</param>
public sealed record PolicyProfile(
    string Id,
    int Version,
    string Title,
    string Instrument,
    DateOnly AppliesFrom,
    DateOnly? AppliesTo,
    bool PortCallIsTransit,
    int LicenceValidityDays,
    int RetentionYears,
    AnswerPeriods Periods
)
{
    public bool IsInForceOn(DateOnly day) => AppliesFrom <= day && !(AppliesTo < day);

    /// <summary>Every mistake in it; empty when it may be used.</summary>
    public IReadOnlyList<string> Mistakes() =>
        [
            .. new[]
            {
                string.IsNullOrWhiteSpace(Id) ? "id is missing" : null,
                Version < 1 ? "version must be 1 or more" : null,
                AppliesTo < AppliesFrom ? "appliesTo is before appliesFrom" : null,
                LicenceValidityDays < 1 ? "licenceValidityDays must be 1 or more" : null,
                RetentionYears < 10 ? "retentionYears must be 10 or more (Art. 7)" : null,
                Periods is null ? "periods is missing" : null,
                Periods is not null && Periods.All.Any(days => days < 1) ? "every period must be 1 day or more" : null,
            }.OfType<string>(),
        ];
}

/// <summary>How long each answer may take, in calendar days after the day of asking. The last day counts.</summary>
public sealed record AnswerPeriods(int ImportConfirmation, int TransitNotice, int Information, int Advice)
{
    /// <summary>The names by which procedures call the periods.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "import-confirmation",
        "transit-notice",
        "information",
        "advice",
    ];

    internal IEnumerable<int> All => Names.Select(Days);

    /// <exception cref="ArgumentException">No period has that name.</exception>
    public int Days(string name) =>
        name switch
        {
            "import-confirmation" => ImportConfirmation,
            "transit-notice" => TransitNotice,
            "information" => Information,
            "advice" => Advice,
            _ => throw new ArgumentException($"There is no period {name}.", nameof(name)),
        };
}
