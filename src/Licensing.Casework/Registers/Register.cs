using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Domain.Screening;

namespace Licensing.Casework.Registers;

/// <summary>One register: what an entry of it holds, what it is found by, and what must be in it.</summary>
/// <param name="Name">In files and addresses: that of the field of a dossier into which its entries go.</param>
/// <param name="NeedsTwo">An entry states what is so, in place of what was known: it could quieten a rule, so that a second officer has to
/// confirm it. Others only add to what is known, and count at once.</param>
public sealed record Register(RegisterKind Kind, string Name, Type Content, bool NeedsTwo)
{
    public static readonly IReadOnlyList<Register> All =
    [
        new(RegisterKind.Party, "parties", typeof(PartyRecord), true),
        new(RegisterKind.CaseFact, "case_facts", typeof(CaseFacts), true),
        new(RegisterKind.Serial, "serial_register", typeof(SerialRecord), false),
        new(RegisterKind.Seizure, "seizures", typeof(Seizure), false),
        new(RegisterKind.Incident, "incidents", typeof(Incident), false),
        new(RegisterKind.Check, "psv_results", typeof(PostShipmentCheck), false),
        new(RegisterKind.Watch, "watch", typeof(WatchRecord), false),
        new(RegisterKind.Paper, "document_register", typeof(RegisteredDocument), true),
        new(RegisterKind.Licence, "history", typeof(HistoryLine), true),
        new(RegisterKind.AuthorisationUse, "import_auth_usage", typeof(AuthorisationUse), false),
    ];

    public static Register Of(RegisterKind kind) => All.Single(r => r.Kind == kind);

    /// <exception cref="NotFoundException">There is no register of that name.</exception>
    public static Register Named(string name) =>
        All.FirstOrDefault(r => r.Name == name) ?? throw new NotFoundException("register");

    /// <summary>The signs that are mistaken for each other anywhere: numbers are found although they were misread. The rules look closer.</summary>
    private const string Confusable = "O0,Q0,D0,I1,L1,Z2,S5,G6,B8";

    /// <summary>What a serial number is found by.</summary>
    internal static string SubjectOfSerial(string serial) => Serials.Blurred(serial, Confusable);

    /// <summary>What a number of a paper, an authorisation or a case is found by.</summary>
    internal static string SubjectOfNumber(string number) => InDossier.Plain(number, 100);

    /// <summary>An entry as it is kept: parties under their keys, and found by its subject.</summary>
    /// <param name="place">Of the entry, as the messages name it.</param>
    /// <param name="today">Null for what the system itself has seen: that is as it is.</param>
    /// <returns>Null where there was a problem, which is noted.</returns>
    internal Readable? Read(JsonElement given, string place, DateOnly? today, Problems problems)
    {
        try
        {
            return Kind switch
            {
                RegisterKind.Party => Of<PartyRecord>(p =>
                    new(p with { Id = Key("id", p.Id) }, Key("id", p.Id))
                    {
                        Owner = InDossier.PlainOrNull(p.BeneficialOwner, 200),
                        Account = InDossier.PlainOrNull(p.BankAccount, 200),
                    }
                ),
                RegisterKind.CaseFact => Of<CaseFacts>(f => new(f, SubjectOfNumber(f.CaseId))),
                RegisterKind.Serial => Of<SerialRecord>(s =>
                    new(
                        s with
                        {
                            Recipient = Key("recipient", s.Recipient),
                        },
                        SubjectOfSerial(s.Serial ?? ""),
                        Key("recipient", s.Recipient)
                    )
                ),
                RegisterKind.Seizure => Of<Seizure>(s => new(s, SubjectOfSerial(s.Serial ?? ""))),
                RegisterKind.Incident => Of<Incident>(i =>
                    new(
                        i with
                        {
                            Party = i.Party is null ? null : Key("party", i.Party),
                        },
                        i.CaseId is { } number ? SubjectOfNumber(number) : Key("party", i.Party),
                        i.Party is null ? null : Key("party", i.Party)
                    )
                ),
                RegisterKind.Check => Of<PostShipmentCheck>(c =>
                    new(c with { Party = Key("party", c.Party) }, Key("party", c.Party))
                ),
                RegisterKind.Watch => Of<WatchRecord>(w =>
                    new(w with { Party = Key("party", w.Party) }, Key("party", w.Party))
                ),
                RegisterKind.Paper => Of<RegisteredDocument>(d => new(d, SubjectOfNumber(d.Number ?? ""))),
                RegisterKind.Licence => Of<HistoryLine>(h =>
                    new(
                        h with
                        {
                            Exporter = h.Exporter is null ? null : Key("exporter", h.Exporter),
                            Consignee = h.Consignee is null ? null : Key("consignee", h.Consignee),
                            FinalRecipient = Key("final_recipient", h.FinalRecipient),
                        },
                        Key("final_recipient", h.FinalRecipient),
                        h.Consignee is null ? null : Key("consignee", h.Consignee)
                    )
                ),
                _ => Of<AuthorisationUse>(u => new(u, SubjectOfNumber(u.ImportAuthorisation ?? ""))),
            };
        }
        catch (UnreadableException unreadable)
        {
            foreach (var mistake in unreadable.Mistakes)
                problems.Add(Field(mistake), Sentence(mistake));
        }
        catch (NoSubjectException none)
        {
            problems.Add($"{place}.{none.Field}", none.Message);
        }
        return null;

        Readable Of<T>(Func<T, Kept> keep)
            where T : class
        {
            var it = ScreeningFile.Read<T>(given, place, "");
            List<string> mistakes = today is { } day
                ? [.. ReadScreening.OutOfRange(given, place), .. Mistakes(it, day).Select(m => $"{place}.{m}")]
                : [];
            if (mistakes.Count > 0)
                throw new UnreadableException("", mistakes);
            var kept = keep(it);
            if (kept.Subject.Length == 0)
                throw new NoSubjectException("", "Say what it is about.");
            var content = JsonSerializer.Serialize(kept.Content, kept.Content.GetType(), ScreeningJson.Options);
            return new Readable(kept.Subject, kept.Party, kept.Owner, kept.Account, content);
        }
    }

    private static string Key(string field, string? party) =>
        InDossier.KeyIn(party)
        ?? throw new NoSubjectException(
            field,
            "Give the party as its State and its number in the register there, or its name where it has none, e.g. QM/12345."
        );

    // "seizures[0].serial: is missing" and "seizures[0].qty must be a whole number" both begin with the field.
    private static string Field(string mistake) => mistake[..mistake.AsSpan().IndexOfAny(' ', ':')];

    private static string Sentence(string mistake)
    {
        var said = mistake[Field(mistake).Length..].TrimStart(':').Trim();
        return $"{char.ToUpperInvariant(said[0])}{said[1..]}.";
    }

    private static IEnumerable<string> Mistakes(object content, DateOnly today) =>
        content switch
        {
            PartyRecord p => [.. Known(p.KnownAt), .. NotAfter("registered_on", p.RegisteredOn, today)],
            CaseFacts f =>
            [
                .. OneOf("euc_verification", f.EucVerification, true, "verified", "pending", "failed"),
                .. NotAfter("euc_verified_on", f.EucVerifiedOn, today),
                .. NotAfter("flag_changed_on", f.FlagChangedOn, today),
                .. NotAfter("identity_changed_on", f.IdentityChangedOn, today),
            ],
            SerialRecord s =>
            [
                .. Known(s.KnownAt),
                .. Given("serial", s.Serial),
                .. OneOf("custody", s.Custody, false, "exported", "held", "returned", "destroyed"),
                .. NotAfter("delivered_on", s.DeliveredOn, today),
                .. NotAfter("returned_on", s.ReturnedOn, today),
            ],
            Seizure s =>
            [
                .. Known(s.KnownAt),
                .. Given("serial", s.Serial),
                .. NotAfter("recovered_on", s.RecoveredOn, today),
                .. NotAfter("reported_on", s.ReportedOn, today),
            ],
            Incident i =>
            [
                .. Known(i.KnownAt),
                .. OneOf("kind", i.Kind, false, "loss", "theft", "diversion", "delay"),
                .. OneOf("status", i.Status, false, "reported", "suspected", "confirmed"),
                .. NotAfter("date", i.Date, today),
                .. i.Party is null && i.CaseId is null
                    ? ["case_id: give the case, or the party"]
                    : Array.Empty<string>(),
            ],
            PostShipmentCheck c =>
            [
                .. Known(c.KnownAt),
                .. OneOf("result", c.Result, false, "positive", "negative", "refused", "postponed"),
                .. Required("date", c.Date),
                .. NotAfter("date", c.Date, today),
            ],
            WatchRecord w =>
            [
                .. Known(w.KnownAt),
                .. OneOf("kind", w.Kind, false, "denial", "diversion"),
                .. Required("date", w.Date),
                .. NotAfter("date", w.Date, today),
            ],
            RegisteredDocument d =>
            [
                .. Known(d.KnownAt),
                .. Given("number", d.Number),
                .. Given("sha256", d.Sha256),
                .. NotAfter("registered_on", d.RegisteredOn, today),
            ],
            HistoryLine h =>
            [
                .. Known(h.KnownAt),
                .. NotAfter("date", h.Date, today),
                .. Given("part_type", h.PartType),
            ],
            AuthorisationUse u =>
            [
                .. Known(u.KnownAt),
                .. Given("import_authorisation", u.ImportAuthorisation),
                .. Given("export_licence", u.ExportLicence),
                .. OneOf("status", u.Status, false, "issued", "shipped", "closed", "cancelled"),
            ],
            _ => [],
        };

    private static IEnumerable<string> Known(DateOnly? day) =>
        day is null ? [] : ["known_at: leave it out: an entry is known from when it counts here"];

    private static IEnumerable<string> Given(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [$"{field}: is missing"]
        : text.Length > 200 ? [$"{field}: is longer than 200 characters"]
        : [];

    private static IEnumerable<string> Required(string field, DateOnly? day) =>
        day is null ? [$"{field}: is missing"] : [];

    private static IEnumerable<string> NotAfter(string field, DateOnly? day, DateOnly today) =>
        day > today ? [$"{field}: is after today"] : [];

    private static IEnumerable<string> OneOf(string field, string? word, bool mayBeMissing, params string[] words) =>
        word is null && mayBeMissing || words.Contains(word)
            ? []
            : [$"{field}: must be one of {string.Join(", ", words)}"];

    /// <param name="Party">The key of a party that it names besides; null where there is none.</param>
    /// <param name="Content">As it is kept.</param>
    /// <param name="Owner">Of a party: who owns it, in the form in which equal names are equal.</param>
    /// <param name="Account">Of a party: its bank account, in that form.</param>
    internal sealed record Readable(string Subject, string? Party, string? Owner, string? Account, string Content);

    private sealed record Kept(object Content, string Subject, string? Party = null)
    {
        public string? Owner { get; init; }
        public string? Account { get; init; }
    }

    private sealed class NoSubjectException(string field, string message) : Exception(message)
    {
        public string Field { get; } = field;
    }
}
