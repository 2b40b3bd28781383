using System.Globalization;
using System.Text.RegularExpressions;
using Licensing.Casework;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Screening;
using Licensing.Domain.States;
using Licensing.Domain.Temporary;
using Licensing.Domain.Transit;

namespace Licensing.Web.Portal.Officer;

/// <summary>How things are said to an officer: days in full, moments in the own State's time, States by name, codes as words.</summary>
public sealed partial class Wording(IReadOnlyList<StateView> states, Acting acting)
{
    private readonly string zone = states.First(s => s.Code == acting.State).TimeZone;

    /// <summary>Every State in the directory, by name.</summary>
    public IReadOnlyList<StateView> States { get; } = states;

    /// <summary>A legal day: "23 November 2026".</summary>
    public static string Day(DateOnly day) => Written.Day(day);

    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "Not given";

    /// <summary>A moment on the clocks of the officer's State.</summary>
    public string Moment(DateTimeOffset moment) => Written.Moment(moment, zone);

    /// <summary>The legal day of a moment in the officer's State.</summary>
    public string DayOf(DateTimeOffset moment) => Day(LegalDay.Of(moment, zone));

    /// <summary>How many legal days ago: "today", "1 day", "12 days".</summary>
    public string Age(DateTimeOffset since) =>
        (acting.Today.DayNumber - LegalDay.Of(since, zone).DayNumber) switch
        {
            <= 0 => "Today",
            1 => "1 day",
            var days => $"{days} days",
        };

    /// <summary>"Portavia (QP)"; the code alone when the directory has no such State.</summary>
    public string State(Country code) =>
        States.FirstOrDefault(s => s.Code == code) is { } known ? $"{known.Name} ({code})" : code.Code;

    /// <summary>A party as a State's paper names it.</summary>
    public string Party(NamedParty party) => Written.Party(party, State(party.State));

    public string State(string? code) => Country.TryParse(code, out var country) ? State(country) : "Not given";

    /// <summary>A text of ours with States as codes and days as numbers, for people. Not for what others wrote.</summary>
    public string Named(string text) =>
        Capital(StateCode().Replace(text, m => States.FirstOrDefault(s => s.Code.Code == m.Value)?.Name ?? m.Value));

    /// <summary>The same text with every 2026-11-23 in full.</summary>
    public static string Days(string text) =>
        IsoDay()
            .Replace(
                text,
                m =>
                    DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
                        ? Day(day)
                        : m.Value
            );

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"Part or component".</summary>
    public static string Of(Enum value) =>
        value switch
        {
            ExchangeKind.ImportConfirmationRequest => "Request to confirm an import authorisation",
            ExchangeKind.ImportConfirmation => "Confirmation of an import authorisation",
            ExchangeKind.ImportDenial => "Denial of an import authorisation",
            ExchangeKind.ImportRevocation => "Revocation of an import authorisation",
            ExchangeKind.TransitRequest => "Request for notice of no objection",
            ExchangeKind.TransitAcknowledgement => "Acknowledgement of the request",
            ExchangeKind.NoObjection => "Notice of no objection",
            ExchangeKind.Objection => "Objection to the transit",
            ExchangeKind.NoticeWithdrawal => "Withdrawal of the notice of no objection",
            ExchangeKind.TransitQuestion => "Question about the transit",
            ExchangeKind.TransitQuestionAnswer => "Answer to the question about the transit",
            ExchangeKind.DrawDown => "Notice that goods have left",
            ExchangeKind.ReceiptRequest => "Request for receipt of a shipment",
            ExchangeKind.ReceiptConfirmation => "Receipt of a shipment",
            ExchangeKind.NonReceipt => "Answer that a shipment has not been received",
            ExchangeKind.MovementReport => "Report of customs on the way",
            ExchangeKind.Recall => "Recall of a shipment",
            ExchangeKind.RecallReply => "Answer to a recall",
            TransitStanding.Deemed => "No objection deemed, no notice given",
            RefusalReason.ImportNotAuthorised => "The importing State has not authorised the import",
            RefusalReason.TransitNotCleared => "A transit State has not given notice, or objects",
            RefusalReason.ParticularsNotMet => "Particulars are missing or contradict each other",
            RefusalReason.DiversionRisk => "The goods may be diverted",
            RefusalReason.EndUseNotCredible => "The stated end use is not credible",
            RefusalReason.ExporterNotEntitled => "The exporter is not entitled to export these goods",
            RefusalReason.InformationNotGiven => "The applicant did not give information that was asked for",
            RefusalReason.NationalLaw => "Another ground of national law",
            NotReturned.SoldUnderLicence => "Sold, and stay under a licence of their own",
            NotReturned.Consumed => "Used up, such as ammunition that was fired",
            NotReturned.SeizedAbroad => "Seized by another State",
            ReturnEntryKind.Back => "Came back",
            AuthorityKind.PointOfContact => "Point of contact",
            _ => Capital(Words.Of(value)),
        };

    /// <summary>Where a case stands, in a word or two: of a transit it is the State's own answer.</summary>
    public static string Standing(LicenceKind kind, CaseStatus status) =>
        (kind, status) switch
        {
            (LicenceKind.Transit, CaseStatus.Granted) => "No objection",
            (LicenceKind.Transit, CaseStatus.Refused) => "Objected",
            (LicenceKind.Transit, CaseStatus.Withdrawn) => "No longer asked",
            _ => Of(status),
        };

    /// <summary>What a case is about, with the other State.</summary>
    public static string About(CaseSummary item, Func<Country, string> state) =>
        item.Kind switch
        {
            LicenceKind.Import => $"Import from {state(item.ExportingState)}",
            LicenceKind.Transit => $"Transit from {state(item.ExportingState)} to {state(item.ImportingState)}",
            _ => $"Export to {state(item.ImportingState)}",
        };

    /// <summary>Folder of its page within the pages of officers, and of auditors.</summary>
    public static string Folder(LicenceKind kind) => kind == LicenceKind.Transit ? "transit" : "cases";

    /// <summary>The colour of the tag; its word says the same.</summary>
    public static string Colour(CaseStatus status) =>
        status switch
        {
            CaseStatus.Granted => "green",
            CaseStatus.Refused => "red",
            CaseStatus.Withdrawn => "grey",
            _ => "blue",
        };

    public static string Colour(Severity severity) =>
        severity switch
        {
            Severity.Blocking => "red",
            Severity.High => "orange",
            Severity.Elevated => "yellow",
            _ => "grey",
        };

    public static string Colour(LicenceStatus status) =>
        status switch
        {
            LicenceStatus.InForce => "green",
            LicenceStatus.Suspended => "orange",
            LicenceStatus.Revoked => "red",
            _ => "grey",
        };

    /// <summary>Where a shipment stands, in words, and the colour of the tag around them.</summary>
    public static (string Status, string Colour) Of(ShipmentView shipment) =>
        shipment switch
        {
            { Status: ShipmentStatus.Seized } => ("Seized", "red"),
            _ when shipment.Holds.Any(h => h.LiftedAt is null) => ("Held", "orange"),
            { Status: ShipmentStatus.Declared } => ("Awaits its release", "blue"),
            { Status: ShipmentStatus.Released, Exits.Count: > 0 } => ("Released, some of it has left", "green"),
            { Status: ShipmentStatus.Released } => ("Released", "green"),
            { Status: ShipmentStatus.Left } => ("On its way", "blue"),
            { Outcome: ShipmentOutcome.NotReceived } => ("Not received", "red"),
            { Status: ShipmentStatus.Settled } => ("Received", "green"),
            _ => ("Cancelled", "grey"),
        };

    /// <summary>What an article of the Protocol asks, as a heading.</summary>
    public static string Heading(string article) =>
        article switch
        {
            "Art. 10(1)" => "An effective system of licensing",
            "Art. 10(2)(a)" => "The importing State has authorised the import",
            "Art. 10(2)(b)" => "The transit States have given notice of no objection",
            "Art. 10(3)" => "The particulars are complete",
            "Art. 10(3), last sentence" => "The transit States had the import information in advance",
            "Art. 10(6)" => "Goods that go for a while come back",
            "Art. 8(1)(b)" => "Marking at import",
            "Art. 10(1) and 12(1)" => "The applicant is registered and entitled",
            _ => "Other requirements",
        };

    /// <summary>Where the reasons of a refusal stand in the Protocol; null for grounds of national law.</summary>
    public static string? Article(RefusalReason reason) =>
        reason switch
        {
            RefusalReason.ImportNotAuthorised => "Art. 10(2)(a)",
            RefusalReason.TransitNotCleared => "Art. 10(2)(b)",
            RefusalReason.ParticularsNotMet => "Art. 10(3)",
            _ => null,
        };

    public static string Amount(decimal amount) => amount.ToString("#,##0.###", CultureInfo.InvariantCulture);

    public static string Amount(Quantity quantity) =>
        quantity
            .ToString()
            .Replace(
                quantity.Amount.ToString("0.###", CultureInfo.InvariantCulture),
                Amount(quantity.Amount),
                StringComparison.Ordinal
            );

    public static string Size(long bytes) =>
        bytes < 1_000_000
            ? $"{Math.Max(1, bytes / 1000)} kB"
            : $"{(bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture)} MB";

    [GeneratedRegex(@"(?<![\w/-])[A-Z]{2}(?![\w/-])")]
    private static partial Regex StateCode();

    [GeneratedRegex(@"(?<!\w)\d{4}-\d{2}-\d{2}(?![\w-])")]
    private static partial Regex IsoDay();
}
