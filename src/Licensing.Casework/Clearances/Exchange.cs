using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Clocks;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Clearances;

/// <summary>What is to be written into the exchange between two States.</summary>
internal sealed record ExchangeEntry(
    ExchangeKind Kind,
    Country From,
    Country To,
    DateOnly DatedOn,
    string Content,
    string? Authorisation = null,
    Guid? InReplyTo = null
)
{
    public Provenance Provenance { get; init; } = Provenance.GivenInSystem;

    /// <summary>Its number among the statements about an authorisation.</summary>
    public int? Statement { get; init; }

    /// <summary>The State's own register says it, whoever has changed it.</summary>
    public bool IsOfTheRegister { get; init; }

    /// <summary>Null: whoever acts.</summary>
    public Guid? GivenBy { get; init; }
    public Guid? ConfirmedBy { get; init; }
    public Guid? OriginalId { get; init; }
    public Guid? SenderId { get; init; }
}

/// <summary>Writes exchange documents. Each is numbered within its case and never changes.</summary>
internal static class Exchange
{
    public static ExchangeDocument Add(Act act, CaseFile file, ExchangeEntry entry)
    {
        var document = new ExchangeDocument
        {
            Id = Guid.CreateVersion7(act.Now),
            CaseId = file.Case.Id,
            Sequence = ++file.Case.ExchangeCount,
            Statement = entry.Statement,
            Number = $"{file.Case.Number}/{file.Case.ExchangeCount}",
            Kind = entry.Kind,
            From = entry.From,
            To = entry.To,
            Authorisation = entry.Authorisation,
            InReplyTo = entry.InReplyTo,
            DatedOn = entry.DatedOn,
            KnownAt = act.Now,
            Content = entry.Content,
            Sha256 = Wire.Hash(entry.Content),
            Provenance = entry.Provenance,
            GivenBy = entry.GivenBy ?? act.Acting.PersonId,
            ConfirmedBy = entry.ConfirmedBy,
            OriginalId = entry.OriginalId,
            SenderId = entry.SenderId,
        };
        act.Db.ExchangeDocuments.Add(document);
        file.Exchange.Add(document);
        return document;
    }

    public static Task AskImportingState(Act act, CaseFile file, ImportConfirmationRequestContent content)
    {
        var request = Add(
            act,
            file,
            new ExchangeEntry(
                ExchangeKind.ImportConfirmationRequest,
                file.Case.ExportingState,
                file.Case.ImportingState,
                LegalDay.Of(act.Now, file.State.TimeZone),
                Wire.Write(content),
                content.Authorisation
            )
        );
        Expect(act, file, request, DueKind.ImportConfirmation, file.Profile.Periods.ImportConfirmation);
        Note(act, file, new ImportConfirmationRequested(request.Number, content.Authorisation, request.To.Code));
        return Tell.State(act, file.Case, request.To, "A request to confirm an import authorisation");
    }

    public static async Task AskTransitState(Act act, CaseFile file, Country to, TransitRequestContent content)
    {
        var request = Add(
            act,
            file,
            new ExchangeEntry(
                ExchangeKind.TransitRequest,
                file.Case.ExportingState,
                to,
                LegalDay.Of(act.Now, file.State.TimeZone),
                Wire.Write(content)
            )
        );
        Expect(act, file, request, DueKind.TransitNotices, file.Profile.Periods.TransitNotice);
        Note(
            act,
            file,
            new TransitNoticeRequested(request.Number, to.Code, [.. content.ImportLicences.Select(l => l.Number)])
            {
                Silence = content.Silence is { } told
                    ? $"after {told.LastDay:yyyy-MM-dd} under {told.Instrument}"
                    : null,
            }
        );
        // The officers of a resident State are told by the case that they get of it.
        if (await act.Db.States.AnyAsync(s => s.Code == to && !s.IsResident, act.Cancel))
            await Tell.State(act, file.Case, to, "A request for notice of no objection to a transit", request.Id);
    }

    // Into the history of the case that asks: what moves it may be an act on another case, and of another State.
    private static void Note(Act act, CaseFile file, AuditEvent happened) =>
        Act.Write(act.Db, act.Acting, file.Case, null, happened);

    // Before the licence the procedure waits for the answers itself. After it a request has a day of its own; a newer one takes its place.
    private static void Expect(Act act, CaseFile file, ExchangeDocument request, DueKind kind, Period within)
    {
        if (file.Licence is null)
            return;
        var before = file
            .Exchange.Where(d =>
                d.Kind == request.Kind && d.To == request.To && d.Authorisation == request.Authorisation
            )
            .Select(d => (Guid?)d.Id)
            .ToHashSet();
        Deadlines.Settle(file, act.Now, d => d.SubjectId is not null && before.Contains(d.SubjectId));
        Deadlines.Set(act, file, kind, Deadlines.LastDay(act, file, within), 0, request.Id);
    }
}
