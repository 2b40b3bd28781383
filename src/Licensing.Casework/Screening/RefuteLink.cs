using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.Screening;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>A link that is found to mean nothing, as sent. Parties, attribute and value are those that the last screening of the case shows.</summary>
/// <param name="LastDay">The last day on which it is not to be followed, included.</param>
public sealed record RefutationGiven(
    string? PartyA,
    string? PartyB,
    LinkKind? Attribute,
    string? Value,
    string? Reason,
    DateOnly? LastDay
);

/// <summary>Officers look into a link between two parties and refute it. That switches an alarm off, in every case of the State: so a second
/// officer confirms it, one who may clear what rests on links, and anybody takes it back at once.</summary>
public sealed class RefuteLink(ActRunner acts)
{
    /// <summary>In years. Phones, addresses and owners change hands: what was found once keeps an alarm silent no longer than until somebody
    /// looks again.</summary>
    private const int Longest = 1;

    public Task<CaseReceipt> Refute(Acting acting, Guid caseId, RefutationGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "refute a link",
            new { caseId, given },
            async act =>
            {
                var file = await CaseFile.OpenForOfficer(act, caseId);
                var problems = new Problems();
                var (a, b) = (
                    problems.Text("partyA", given.PartyA, "one of the parties that it links", 210),
                    problems.Text("partyB", given.PartyB, "the other party that it links", 210)
                );
                var attribute = problems.Required("attribute", given.Attribute, "what they share");
                var value = problems.Text("value", given.Value, "the value that they share", 500);
                var reason = problems.Text("reason", given.Reason, "the reason: what was looked at and what was found");
                var lastDay = problems.Required(
                    "lastDay",
                    given.LastDay,
                    "the last day on which it is not to be followed"
                );
                if (given.LastDay < acting.Today)
                    problems.Add("lastDay", "The last day has passed.");
                if (given.LastDay > acting.Today.AddYears(Longest))
                    problems.Add(
                        "lastDay",
                        "The last day is more than a year ahead: by then it has to be looked into again."
                    );
                problems.ThrowIfAny();
                DisposeOfFlag.RequireOpen(file);
                var wanted = new Link(a, attribute, value, b);
                var picture = file.Screening is { } screening
                    ? await RefutedLinks.Shown(act.Db, file.Case.State, screening, cancel)
                    : null;
                if (picture?.Links.Any(l => l.Link == wanted || l.Link == wanted with { From = b, To = a }) is not true)
                    throw new RefusedException(
                        "no-such-link",
                        "The last screening of this case shows no such link.",
                        "Look at the case again."
                    );
                if (string.CompareOrdinal(a, b) > 0)
                    (a, b) = (b, a);
                if (
                    await act.Db.LinkRefutations.AnyAsync(
                        r =>
                            r.KeptBy == acting.State
                            && r.PartyA == a
                            && r.PartyB == b
                            && r.Attribute == attribute
                            && r.Value == value
                            && r.EndedAt == null
                            && r.LastDay >= acting.Today,
                        cancel
                    )
                )
                    throw new RefusedException(
                        "already-refuted",
                        "This link has been refuted already, or its refutation awaits a second officer.",
                        "Take that one back first, or wait until its last day is over."
                    );
                // Of two that are refuted at once, from two cases, the second finds the first: taken back means followed again.
                Act.Touch(file.State);
                var record = new LinkRefutation
                {
                    Id = Guid.CreateVersion7(act.Now),
                    KeptBy = acting.State,
                    CaseId = caseId,
                    PartyA = a,
                    PartyB = b,
                    NameA = Name(a),
                    NameB = Name(b),
                    Attribute = attribute,
                    Value = value,
                    Reason = reason,
                    LastDay = lastDay,
                    RefutedBy = acting.PersonId,
                    RefutedAt = act.Now,
                    Version = Guid.CreateVersion7(),
                };
                act.Db.LinkRefutations.Add(record);
                act.Audit(new LinkRefuted(record.NameA, attribute.Word(), value, record.NameB, lastDay, reason));
                return CaseReceipt.Of(file, record.Id);

                string Name(string party)
                {
                    var name = picture.Parties.First(p => p.Id == party).Name;
                    return name.Length <= 200 ? name : name[..200];
                }
            },
            cancel
        );

    /// <summary>A second officer agrees: the link is not followed from now on. The case in which it was found is screened anew.</summary>
    /// <exception cref="FourEyesException">The same person refuted it.</exception>
    public Task<CaseReceipt> Confirm(Acting acting, Guid id, CancellationToken cancel) =>
        acts.Run(
            acting,
            "confirm that a link is refuted",
            new { id },
            async act =>
            {
                // What rests on links is cleared by senior officers: two others must not get round them.
                acting.Require(Role.SeniorOfficer);
                var (record, file) = await Find(act, id);
                if (record.ConfirmedAt is not null)
                    throw new ChangedException("A second officer has confirmed it already.");
                FourEyes.Require(record.RefutedBy, acting.PersonId, "confirm", "refuted");
                if (record.LastDay < acting.Today)
                    throw new RefusedException(
                        "last-day-passed",
                        $"Its last day was {record.LastDay:yyyy-MM-dd}: it would never count.",
                        "Refute the link anew, with a later day."
                    );
                (record.ConfirmedBy, record.ConfirmedAt, record.ConfirmedOn) = (acting.PersonId, act.Now, acting.Today);
                Act.Touch(record);
                act.Audit(
                    new LinkRefutationConfirmed(
                        record.NameA,
                        record.Attribute.Word(),
                        record.Value,
                        record.NameB,
                        record.LastDay
                    )
                );
                await ScreenAnew(act, record, file);
                return CaseReceipt.Of(file, id);
            },
            cancel
        );

    /// <summary>The link is followed again, at once; what nobody has confirmed yet is rejected. One officer is enough: it can only raise an
    /// alarm.</summary>
    public Task<CaseReceipt> TakeBack(Acting acting, Guid id, string? because, CancellationToken cancel) =>
        acts.Run(
            acting,
            "take back that a link is refuted",
            new { id, because },
            async act =>
            {
                acting.Require(Role.LicensingOfficer, Role.SeniorOfficer);
                var reason = Problems.Reason(because);
                var (record, file) = await Find(act, id);
                (record.EndedBy, record.EndedAt, record.EndedBecause) = (acting.PersonId, act.Now, reason);
                // Whoever confirms it at this moment, or rests on it, must see this.
                Act.Touch(record);
                act.Audit(
                    new LinkRefutationEnded(
                        record.NameA,
                        record.Attribute.Word(),
                        record.Value,
                        record.NameB,
                        record.ConfirmedAt is not null,
                        reason
                    )
                );
                if (record.ConfirmedAt is not null)
                    await ScreenAnew(act, record, file);
                return CaseReceipt.Of(file, id);
            },
            cancel
        );

    private static async Task<(LinkRefutation, CaseFile)> Find(Act act, Guid id)
    {
        var record =
            await act.Db.LinkRefutations.SingleOrDefaultAsync(
                r => r.Id == id && r.KeptBy == act.Acting.State,
                act.Cancel
            ) ?? throw new NotFoundException("refuted link");
        var file = await CaseFile.OpenForOfficer(act, record.CaseId);
        if (record.EndedAt is not null)
            throw new ChangedException(
                $"It has been {(record.ConfirmedAt is null ? "rejected" : "taken back")} already."
            );
        return (record, file);
    }

    // Others of the State are screened anew by the timetable; one that is closed stays as it was decided.
    private static async Task ScreenAnew(Act act, LinkRefutation record, CaseFile file)
    {
        await DueForScreening.Make(act, record.KeptBy, [record.PartyA, record.PartyB], []);
        if (file.Case.GoesOn)
            await ScreenCase.IfAsked(act, file);
    }
}
