using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Web.TagHelpers;

namespace Licensing.Web.Portal;

/// <summary>How an answer is written in the form.</summary>
public enum AnswerKind
{
    Text,
    Day,
    YesNo,
    OneOf,
    Number,

    /// <summary>One on each line.</summary>
    Several,

    /// <summary>On each line a name and how many.</summary>
    Amounts,

    /// <summary>On each line kind, category, first and last day.</summary>
    Authorisations,

    /// <summary>On each line a day and hours.</summary>
    Gaps,

    /// <summary>On each line a day and a place.</summary>
    Stops,
}

/// <param name="Name">In the words of a dossier of the screening.</param>
public sealed record Question(
    string Name,
    string Label,
    string? Hint = null,
    AnswerKind Kind = AnswerKind.Text,
    IReadOnlyList<Choice>? Choices = null
);

/// <summary>A register as people call it, and what its form asks.</summary>
/// <param name="About">What one entry is about.</param>
public sealed record RegisterForm(RegisterKind Kind, string Title, string About, IReadOnlyList<Question> Questions)
{
    private const string HowAParty =
        "Its State and its number in the register there, or its name where it has none: QM/12345";

    private static readonly Question Party = new("party", "Party", HowAParty);

    public static readonly IReadOnlyList<RegisterForm> All =
    [
        new(
            RegisterKind.Party,
            "Parties",
            "What is known of a manufacturer, dealer, broker, carrier, authority or person, whatever a case says of it. What you leave empty stays as it was known.",
            [
                new("id", "Party", HowAParty),
                new(
                    "type",
                    "What it is",
                    Kind: AnswerKind.OneOf,
                    Choices: Words(
                        "government",
                        "manufacturer",
                        "dealer",
                        "private_individual",
                        "trading_company",
                        "freight_forwarder",
                        "courier",
                        "bank",
                        "mail_forwarding"
                    )
                ),
                new(
                    "authorisations",
                    "What it is authorised to do",
                    "One on each line: MANUFACTURE, DEALER_STOCK, POSSESSION, GOVERNMENT or STORAGE, the category, the first and the last day. DEALER_STOCK B 2026-01-01 2030-12-31",
                    AnswerKind.Authorisations
                ),
                new("registered_on", "Registered as a company on", Kind: AnswerKind.Day),
                new("beneficial_owner", "Owner behind it"),
                new("listed", "Are its shares traded on an exchange?", Kind: AnswerKind.YesNo),
                new("business_arms", "Does it deal in arms as its business?", Kind: AnswerKind.YesNo),
                new(
                    "fleet",
                    "Firearms in service",
                    "One platform on each line, and how many: AX9 120",
                    AnswerKind.Amounts
                ),
                new(
                    "holdings",
                    "Firearms held",
                    "One category of the law on each line, and how many: B 40",
                    AnswerKind.Amounts
                ),
                new("quota", "Firearms that it may hold", "By category, in the same way: B 60", AnswerKind.Amounts),
                new(
                    "address_type",
                    "What its address is",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("business", "po_box", "virtual_office", "formation_agent", "residential")
                ),
                new("address_ftz", "Does it lie in a free-trade zone?", Kind: AnswerKind.YesNo),
                new("bank_account", "Bank account"),
                new("birth_date", "Born on, if it is a person", Kind: AnswerKind.Day),
            ]
        ),
        new(
            RegisterKind.CaseFact,
            "Facts of a case",
            "What you have found out about a case that nobody applied with: what was verified, and what was seen on the way.",
            [
                new("case_id", "Number of the case"),
                new("identity_verified", "Was the buyer seen to be who it says it is?", Kind: AnswerKind.YesNo),
                new(
                    "euc_verification",
                    "End-user certificate, as its issuer says",
                    Kind: AnswerKind.OneOf,
                    Choices:
                    [
                        new("verified", "It is genuine"),
                        new("failed", "It is not"),
                        new("pending", "No answer yet"),
                    ]
                ),
                new("euc_verified_on", "Day of that answer", Kind: AnswerKind.Day),
                new(
                    "euc_channel",
                    "How its issuer was asked",
                    "For example: the address in the directory of authorities"
                ),
                new("import_paper_channel", "How the import authorisation was verified, if outside this system"),
                new("import_paper_signatory", "Who signed the import authorisation"),
                new("import_paper_issuer", "The body that it names as its issuer"),
                new(
                    "embargo_exemptions",
                    "Embargo entries from which an exemption was approved",
                    "One id on each line",
                    AnswerKind.Several
                ),
                new("flag_changed_on", "The conveyance last changed its flag on", Kind: AnswerKind.Day),
                new("identity_changed_on", "It last changed its name or number on", Kind: AnswerKind.Day),
                new(
                    "tracking_gaps",
                    "When it could not be tracked",
                    "One on each line, the day and for how many hours: 2027-03-01 14",
                    AnswerKind.Gaps
                ),
                new(
                    "unscheduled_stops",
                    "Stops that were not planned",
                    "One on each line, the day and the place: 2027-03-01 anchorage off Port Vesta",
                    AnswerKind.Stops
                ),
            ]
        ),
        new(
            RegisterKind.Incident,
            "Incidents",
            "A loss, a theft or a diversion. To settle one that is on record, replace it by one with its resolution.",
            [
                new("id", "Number of the report, if it has one"),
                new(
                    "kind",
                    "What happened",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("loss", "theft", "diversion", "delay")
                ),
                new(
                    "status",
                    "How certain it is",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("reported", "suspected", "confirmed")
                ),
                Party,
                new("case_id", "Number of the case, if it is about one"),
                new("date", "When it happened", Kind: AnswerKind.Day),
                new("resolution", "How it was settled, if it is"),
            ]
        ),
        new(
            RegisterKind.Seizure,
            "Seizures and traces",
            "An item that was seized, found or traced: R13.",
            [
                new("maker", "Maker"),
                new("model", "Model"),
                new("serial", "Serial number"),
                new("recovered_on", "Recovered on", Kind: AnswerKind.Day),
                new("reported_on", "Reported on", Kind: AnswerKind.Day),
                new("place", "Where"),
            ]
        ),
        new(
            RegisterKind.Check,
            "Checks after shipment",
            "A visit to a recipient after goods have arrived.",
            [
                Party,
                new(
                    "result",
                    "Result",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("positive", "negative", "refused", "postponed")
                ),
                new("date", "Day", Kind: AnswerKind.Day),
                new("resolved", "Has what was wrong been settled?", Kind: AnswerKind.YesNo),
            ]
        ),
        new(
            RegisterKind.Watch,
            "Denials and diversions of other States",
            "What another authority has notified. What this one has refused is on record by itself.",
            [
                Party,
                new("kind", "What it is", Kind: AnswerKind.OneOf, Choices: Words("denial", "diversion")),
                new("date", "Day", Kind: AnswerKind.Day),
                new("authority", "Which authority"),
                new(
                    "item_class",
                    "Goods that it was for",
                    "A kind of part, or a platform, as in the tables of the screening"
                ),
                new("resolved", "Is it settled?", Kind: AnswerKind.YesNo),
            ]
        ),
        new(
            RegisterKind.Serial,
            "Serial numbers",
            "Where a numbered item is. What leaves under a licence of this authority is on record by itself.",
            [
                new("maker", "Maker"),
                new("model", "Model"),
                new("serial", "Serial number"),
                new(
                    "custody",
                    "Where it is",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("exported", "held", "returned", "destroyed")
                ),
                new("recipient", "Who has it", HowAParty),
                new("delivered_on", "Delivered on", Kind: AnswerKind.Day),
                new("returned_on", "Returned on", Kind: AnswerKind.Day),
                new("ref", "Licence or paper"),
            ]
        ),
        new(
            RegisterKind.Paper,
            "Papers",
            "The file that belongs to the number of a certificate or an authorisation.",
            [
                new("number", "Number"),
                new("sha256", "SHA-256 of the file"),
                new("registered_on", "Registered on", Kind: AnswerKind.Day),
                new("supersedes", "SHA-256 of the file that it replaces under the same number"),
            ]
        ),
        new(
            RegisterKind.Licence,
            "Licences of other States",
            "A goods line that another State has licensed for a recipient.",
            [
                new("ref", "Licence"),
                new("date", "Day", Kind: AnswerKind.Day),
                new("exporter", "Exporter", HowAParty),
                new("consignee", "Consignee", HowAParty),
                new("final_recipient", "Final recipient", HowAParty),
                new("part_type", "Kind of part", "As in the tables of the screening: FRAME, BARREL, COMPLETE_FIREARM"),
                new("platform", "Platform"),
                new("qty", "How many", Kind: AnswerKind.Number),
                new("category", "Category"),
                new("mode", "Mode of transport"),
                new("compatible_model", "Model that it fits"),
                new("order_value", "Value of the order", Kind: AnswerKind.Number),
                new("deactivated", "Was it deactivated?", Kind: AnswerKind.YesNo),
                new("temporary", "Was it for a while?", Kind: AnswerKind.YesNo),
                new("in_holdings", "Do the recipient's holdings count it?", Kind: AnswerKind.YesNo),
                new("exit_date", "Left on", Kind: AnswerKind.Day),
                new("verified_on", "Delivery verified on", Kind: AnswerKind.Day),
            ]
        ),
        new(
            RegisterKind.AuthorisationUse,
            "Draws of other States",
            "An export licence of another State that draws on an import authorisation.",
            [
                new("import_authorisation", "Import authorisation"),
                new("export_licence", "Export licence"),
                new("exporter", "Exporter"),
                new("part_type", "Kind of part"),
                new("platform", "Platform"),
                new("qty", "How many", Kind: AnswerKind.Number),
                new(
                    "status",
                    "Where it stands",
                    Kind: AnswerKind.OneOf,
                    Choices: Words("issued", "shipped", "closed", "cancelled")
                ),
                new("shipped_qty", "How many were shipped, if it is closed", Kind: AnswerKind.Number),
            ]
        ),
    ];

    public string Name => Casework.Registers.Register.Of(Kind).Name;

    public static RegisterForm Named(string name) =>
        All.Single(f => f.Kind == Casework.Registers.Register.Named(name).Kind);

    private static IReadOnlyList<Choice> Words(params string[] words) =>
        [.. words.Select(w => new Choice(w, Capital(w.Replace('_', ' '))))];

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    /// <summary>An entry as its form shows it: question by question, what was answered.</summary>
    public IEnumerable<(string Label, string Answer)> Read(JsonElement content)
    {
        foreach (var question in Questions)
            if (content.TryGetProperty(question.Name, out var value) && value.ValueKind != JsonValueKind.Null)
                yield return (question.Label, InWords(question, value));
        if (content.TryGetProperty("remark", out var remark) && remark.ValueKind == JsonValueKind.String)
            yield return ("Remark", remark.GetString()!);
    }

    private static string InWords(Question question, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "Yes",
            JsonValueKind.False => "No",
            JsonValueKind.Array when value.GetArrayLength() == 0 => "None",
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(OnOneLine)),
            JsonValueKind.Object => OnOneLine(value),
            _ when question.Kind == AnswerKind.Day
                    && DateOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var day) => Written.Day(
                day
            ),
            _ => question.Choices?.FirstOrDefault(c => c.Value == value.ToString())?.Text ?? value.ToString(),
        };

    private static string OnOneLine(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? string.Join(
                ", ",
                value
                    .EnumerateObject()
                    .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                    .Select(p => p.Value.ValueKind == JsonValueKind.Number ? $"{p.Name} {p.Value}" : p.Value.ToString())
            )
            : value.ToString();

    /// <summary>What was written, in the words of a dossier. What is empty is left out.</summary>
    /// <param name="field">The form's own name for an answer, for the messages.</param>
    /// <exception cref="MalformedException">An answer cannot be read.</exception>
    public JsonElement Content(
        IReadOnlyDictionary<string, string?> texts,
        IReadOnlyDictionary<string, DateOnly?> days,
        string? remark,
        Func<string, string> field
    )
    {
        var (content, problems) = (new JsonObject(), new List<FieldProblem>());
        foreach (var question in Questions)
        {
            if (question.Kind == AnswerKind.Day)
            {
                if (days.GetValueOrDefault(question.Name) is { } day)
                    content[question.Name] = Day(day);
                continue;
            }
            if (texts.GetValueOrDefault(question.Name)?.Trim() is not { Length: > 0 } text)
                continue;
            try
            {
                content[question.Name] = Answer(question.Kind, text);
            }
            catch (FormatException mistake)
            {
                problems.Add(new FieldProblem(field(question.Name), mistake.Message));
            }
        }
        if (!string.IsNullOrWhiteSpace(remark))
            content["remark"] = remark.Trim();
        return problems.Count > 0 ? throw new MalformedException(problems) : JsonSerializer.SerializeToElement(content);
    }

    private static JsonNode Answer(AnswerKind kind, string text) =>
        kind switch
        {
            AnswerKind.YesNo => text == "true",
            AnswerKind.Number => Number(text),
            AnswerKind.Several => new JsonArray([.. Lines(text).Select(l => (JsonNode)l)]),
            AnswerKind.Amounts => new JsonObject(
                Lines(text)
                    .Select(Parts)
                    .GroupBy(p => string.Join(' ', p[..^1]))
                    .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Sum(p => Number(p[^1]))))
            ),
            AnswerKind.Authorisations => new JsonArray([.. Lines(text).Select(Authorisation)]),
            AnswerKind.Gaps => new JsonArray([
                .. Lines(text)
                    .Select(Parts)
                    .Select(p => (JsonNode)new JsonObject { ["date"] = Day(p[0]), ["hours"] = Number(p[1]) }),
            ]),
            AnswerKind.Stops => new JsonArray([
                .. Lines(text)
                    .Select(Parts)
                    .Select(p =>
                        (JsonNode)new JsonObject { ["date"] = Day(p[0]), ["place"] = string.Join(' ', p[1..]) }
                    ),
            ]),
            _ => text,
        };

    private static JsonNode Authorisation(string line)
    {
        var parts = Parts(line);
        if (parts.Length > 4)
            throw new FormatException($"\"{line}\": write kind, category, first day and last day.");
        var authorisation = new JsonObject { ["kind"] = parts[0], ["category"] = parts[1] };
        if (parts.Length > 2)
            authorisation["valid_from"] = Day(parts[2]);
        if (parts.Length > 3)
            authorisation["valid_to"] = Day(parts[3]);
        return authorisation;
    }

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string[] Parts(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts
            ? parts
            : throw new FormatException($"\"{line}\": there is something missing on this line.");

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"\"{text}\" is no number.");

    private static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Day(day)
            : throw new FormatException($"\"{text}\" is no day: write it as 2027-03-01.");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
