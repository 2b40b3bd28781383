using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Transit;

namespace Licensing.Casework.Decisions;

/// <summary>Makes the licence that was decided, if the law permits it now.</summary>
internal static class Issuing
{
    /// <summary>The export licence, through the gate of Art. 10(2) and (3).</summary>
    /// <exception cref="NotPermittedException">Article 10 is not met. Nothing has been added.</exception>
    public static async Task Issue(Act act, CaseFile file)
    {
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        var number = await Numbers.Next(act, $"{file.Case.State}-EX", today.Year);
        var licence = Licence(number, file, today);
        foreach (var deemed in licence.Deemed ?? [])
            act.Audit(new NoObjectionDeemed(deemed.State.Code, deemed.On, deemed.Instrument));
        Add(act, file, licence);
        HoldTheGround(act, file);
        await Tell.Applicant(act, file.Case, "A decision has been made");
        foreach (var state in licence.TransitStates.Prepend(file.Case.ImportingState))
            await Tell.State(act, file.Case, state, "An export licence has been issued");
    }

    /// <summary>The import authorisation, Art. 10(1).</summary>
    /// <exception cref="NotPermittedException">The law is not met. Nothing has been added.</exception>
    public static async Task IssueAuthorisation(Act act, CaseFile file)
    {
        var today = LegalDay.Of(act.Now, file.State.TimeZone);
        var number = await Numbers.Next(act, $"{file.Case.State}-IM", today.Year);
        var issued = Authorisation(number, file, today);
        var authorisation = issued.Authorisation;
        var record = Record(
            file,
            authorisation.Number,
            authorisation.IssuedOn,
            Terms(file, file.Decision!, today).ExpiresOn,
            Wire.Write(issued),
            act.Now
        );
        act.Db.Licences.Add(record);
        act.Audit(new AuthorisationIssued(record.Number, record.ExpiresOn, record.Sha256));
        // The register entry of the importer must still be as it was read.
        act.Db.MustStillBe(file.Company);
        await Tell.Applicant(act, file.Case, "A decision has been made");
    }

    /// <summary>The export licence of that number, as it is issued on that day. Nothing is added.</summary>
    /// <exception cref="NotPermittedException">Article 10 is not met.</exception>
    public static ExportLicence Licence(string number, CaseFile file, DateOnly today)
    {
        var (decision, grant) = Granted(file);
        return ExportLicence.Issue(number, Gate.Dossier(file, Terms(file, decision, today)), grant, today);
    }

    /// <summary>The same of the import authorisation.</summary>
    /// <exception cref="NotPermittedException">The law is not met.</exception>
    public static ImportLicence Authorisation(string number, CaseFile file, DateOnly today)
    {
        var (decision, grant) = Granted(file);
        return ImportLicence.Issue(number, Gate.ImportDossier(file, Terms(file, decision, today)), grant, today);
    }

    // Whatever a procedure leads here: a licence rests on a grant, taken on the recommendation that is on the desk.
    private static (Decision, GrantDecision) Granted(CaseFile file)
    {
        var decision = file.Decision ?? throw new InvalidOperationException("A licence needs a decision.");
        var recommendation =
            file.Pending is { } pending && pending.Id == decision.RecommendationId
                ? pending
                : throw new InvalidOperationException(
                    "A licence needs a decision on the recommendation that is pending."
                );
        if (decision.Verdict == Verdict.Refuse || recommendation.Verdict != decision.Verdict)
            throw new InvalidOperationException("A licence needs a decision that grants it.");
        return (decision, GrantDecision.By(recommendation.By, decision.By, decision.Conditions));
    }

    /// <summary>The licence as the case has it from now on.</summary>
    internal static LicenceRecord Record(
        CaseFile file,
        string number,
        DateOnly issuedOn,
        DateOnly expiresOn,
        string content,
        DateTimeOffset now
    )
    {
        var record = new LicenceRecord
        {
            Id = Guid.CreateVersion7(now),
            Number = number,
            Kind = file.Case.Kind,
            CaseId = file.Case.Id,
            CompanyId = file.Company.Id,
            State = file.Case.State,
            IssuedOn = issuedOn,
            ExpiresOn = expiresOn,
            IssuedAt = now,
            Content = content,
            Sha256 = Wire.Hash(content),
            ReturnBy = file.Case.Consignment.Temporary?.ReturnBy,
        };
        file.Licence = record;
        return record;
    }

    /// <summary>What the recommendation and the decision fixed; the longest lawful term where they fixed none.</summary>
    public static LicenceTerms Terms(CaseFile file, Decision decision, DateOnly today)
    {
        var usual = Gate.UsualTerms(file, today);
        return usual with { ExpiresOn = decision.ExpiresOn ?? usual.ExpiresOn, Conditions = decision.Conditions };
    }

    private static void Add(Act act, CaseFile file, ExportLicence licence)
    {
        var (record, reservations) = Record(file, licence, act.Now);
        act.Db.Licences.Add(record);
        act.Db.Reservations.AddRange(reservations);
        var met = ExportRequirements.Verify(
            Gate.Dossier(file, new LicenceTerms(licence.PlaceOfIssue, licence.ExpiresOn, licence.Conditions)),
            licence.IssuedOn
        );
        act.Audit(
            new LicenceIssued(licence.Number, licence.ExpiresOn, record.Sha256, met.Count)
            {
                Simplified = [.. licence.Simplified.Select(s => $"{s.Rule} of {s.Subject} under {s.Instrument}")],
            }
        );
    }

    /// <summary>A notice that goes on is taken back in the case in which it was given: whoever does that sees this licence, or fails.</summary>
    public static void HoldAncestors(Act act, CaseFile file)
    {
        foreach (var before in file.Ancestors)
            act.Db.MustStillBe(before.Case);
    }

    /// <summary>The licence as the case has it from now on, with what it reserves.</summary>
    internal static (LicenceRecord, IReadOnlyList<ReservationRecord>) Record(
        CaseFile file,
        ExportLicence licence,
        DateTimeOffset now
    )
    {
        var content = Wire.Write(licence);
        var record = Record(file, licence.Number, licence.IssuedOn, licence.ExpiresOn, content, now);
        var authorised = Gate.Authorisations(file)
            // A simplified procedure may do without the importing State's word: then nothing of it is taken.
            .Where(a => a.Particulars is not null)
            .ToDictionary(a => a.Number, a => a.Particulars!.Goods);
        foreach (var reservation in licence.Reservations)
        {
            var line = authorised[reservation.Authorisation].First(g => g.Number == reservation.AuthorisedLine);
            file.Reservations.Add(
                new ReservationRecord
                {
                    Id = Guid.CreateVersion7(now),
                    LicenceId = record.Id,
                    CaseId = file.Case.Id,
                    KeptBy = file.Case.State,
                    IssuedBy = file.Case.ImportingState,
                    Authorisation = reservation.Authorisation,
                    AuthorisedLine = reservation.AuthorisedLine,
                    Class = line.Class,
                    Part = line.Part,
                    Platform = line.Platform,
                    Calibre = line.Calibre,
                    GoodsLine = reservation.GoodsLine,
                    Amount = reservation.Amount,
                    Unit = line.Quantity.Unit,
                }
            );
        }
        return (record, file.Reservations);
    }

    // What the gate read must still be true at the commit: the balances (which this licence changes), the register entry of the
    // exporter and the records of the State. Where the licence rests on a landlocked arrangement, whoever ends that one meanwhile must
    // see this licence: so the version of the State moves.
    private static void HoldTheGround(Act act, CaseFile file)
    {
        foreach (var anchor in file.Anchors)
            Act.Touch(anchor);
        act.Db.MustStillBe(file.Company);
        HoldAncestors(act, file);
        var transit = Gate.TransitStates(file).Select(state => Gate.Clearance(file, state));
        if (transit.All(t => t.Standing == TransitStanding.NoObjection))
            act.Db.MustStillBe(file.State);
        else
            Act.Touch(file.State);
    }
}
