using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Publishing;
using Licensing.Casework.Screening;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Applications;
using Licensing.Domain.Article10;
using Licensing.Domain.Authorisations;
using Licensing.Domain.Clocks;
using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Applications;

/// <summary>Sends an application to the authority: from then on it is a case and no longer changes.</summary>
public sealed class SubmitApplication(ActRunner acts, IProcedures procedures)
{
    /// <param name="seen">Version of the draft that its author checked.</param>
    /// <exception cref="MalformedException">The draft is incomplete or wrong; it lists every field.</exception>
    /// <exception cref="NotPermittedException">The applicant is not registered, or not authorised for the goods, today.</exception>
    public Task<CaseReceipt> Run(Acting acting, Guid applicationId, Guid seen, CancellationToken cancel) =>
        acts.Run(
            acting,
            "submit the application",
            new { applicationId },
            async act =>
            {
                var application = await Drafts.Own(act, applicationId);
                if (application.Version != seen)
                    throw new ChangedException(
                        "The draft has changed since you checked it. Check it again; it was not sent."
                    );
                var reading = await DraftOnFile.Read(act.Db, application, acting.Today, cancel);
                var consignment =
                    reading.Consignment
                    ?? throw new MalformedException([
                        .. reading.Problems.Select(p => new FieldProblem(p.Field, p.Text)),
                    ]);
                await RequireStanding(act, application, consignment);
                var replaced = await Replaced(act, application);
                var file = await Open(act, application, consignment, replaced);
                act.Audit(new ApplicationSubmitted(file.Case.Number, file.Case.Reference));
                if (file.Case.Kind == LicenceKind.Export)
                    await DossierOfCase.Keep(act, file, application.Draft);
                await procedures.Start(act, file);
                Deadlines.SetForDecision(act, file);
                await Tell.Applicant(act, file.Case, "Your application has been received");
                await Tell.Officers(act, file.Case, "A new application");
                return CaseReceipt.Of(file);
            },
            cancel
        );

    /// <summary>P10.1, P12.1: registered, and authorised for the category of every line, on the day of submission.</summary>
    private static async Task RequireStanding(Act act, Application application, Consignment consignment)
    {
        var unmet = await StandingOf(act.Db, application, consignment, act.Acting.Today, act.Cancel);
        if (unmet.Any(f => !f.IsMet))
            throw new NotPermittedException([.. unmet.Where(f => !f.IsMet)]);
    }

    internal static async Task<IReadOnlyList<Finding>> StandingOf(
        LicensingDb db,
        Application application,
        Consignment consignment,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var companyId = application.CompanyId;
        var company = (await db.Companies.FindAsync([companyId], cancel))!;
        var registrations = await db
            .CompanyRegistrations.AsNoTracking()
            .Where(r => r.CompanyId == companyId)
            .ToListAsync(cancel);
        var authorities = await db
            .CompanyAuthorities.AsNoTracking()
            .Where(a => a.CompanyId == companyId)
            .ToListAsync(cancel);
        return Gate.Standing(company, registrations, authorities).On(application.Kind, today, consignment.Lines);
    }

    /// <summary>The case whose licence is to be replaced. Its version moves, so that no second change of it can be applied for meanwhile.</summary>
    private static async Task<CaseFile?> Replaced(Act act, Application application)
    {
        if (application.ReplacesCaseId is not { } id)
            return null;
        var before = (await CaseFile.Find(act.Db, id, act.Cancel))!;
        await ChangeLicence.RequirePossible(act.Db, before, act.Cancel);
        Act.Touch(before.Case);
        Act.Write(act.Db, act.Acting, before.Case, null, new ChangeAppliedFor(before.Licence!.Number));
        return before;
    }

    private static async Task<CaseFile> Open(
        Act act,
        Application application,
        Consignment consignment,
        CaseFile? replaced
    )
    {
        var state = await act.Db.States.SingleAsync(s => s.Code == application.State, act.Cancel);
        var (profile, calendar) = await RulesInForce(act, state);
        var id = Guid.CreateVersion7(act.Now);
        var found = new Case
        {
            Id = id,
            Number = await Numbers.Next(act, application.State.Code, act.Acting.Today.Year),
            Kind = application.Kind,
            State = application.State,
            ExportingState = consignment.ExportingState,
            ImportingState = consignment.ImportingState,
            CompanyId = application.CompanyId,
            ApplicationId = application.Id,
            ReplacesCaseId = application.ReplacesCaseId,
            ReplacedExits = application.ReplacedExits,
            FirstCaseId = replaced?.Case.FirstCaseId ?? id,
            Reference = Drafts.NameOf(application.Draft),
            Consignment = consignment,
            Profile = profile.Id,
            ProfileVersion = profile.Version,
            SubmittedAt = act.Now,
            SubmittedBy = act.Acting.PersonId,
            Version = Guid.CreateVersion7(),
        };
        act.Db.Cases.Add(found);
        application.CaseId = found.Id;
        Act.Touch(application);
        act.About(found);
        await AnchorAuthorisations(act, found);
        var numbers = found.Consignment.AuthorisationNumbers;
        var (importing, exporting) = (found.ImportingState, found.ExportingState);
        return CaseFile.Begun(
            found,
            replaced,
            state,
            await act.Db.Companies.FindAsync([application.CompanyId], act.Cancel),
            profile,
            calendar,
            [],
            await act
                .Db.ExchangeDocuments.Where(d =>
                    d.From == importing
                    && d.To == exporting
                    && d.Authorisation != null
                    && numbers.Contains(d.Authorisation)
                )
                .OrderBy(d => d.Statement)
                .ToListAsync(act.Cancel),
            await CaseFile.ReservationsOfOthers(act.Db, found, numbers, act.Cancel),
            await CaseFile.ArrangementsOf(act.Db, exporting, act.Cancel)
        );
    }

    /// <summary>The policy profile under which a case of that State is opened today, and its calendar.</summary>
    internal static async Task<(PolicyProfile, Calendar)> RulesInForce(Act act, StateRecord state)
    {
        var published = await act
            .Db.PublishedFiles.AsNoTracking()
            .Where(f => f.Kind == PublishedKind.Policy)
            .Select(f => f.Content)
            .ToListAsync(act.Cancel);
        var profile =
            Published.InForce(published.Select(Published.Policy), state.Profile, LegalDay.Of(act.Now, state.TimeZone))
            ?? throw new RefusedException(
                "no-policy-profile",
                $"No policy profile of {state.Name} is in force today.",
                "Ask the administrator of the authority to publish one."
            );
        var calendar =
            await Published.Calendar(act.Db, state.Calendar, act.Cancel)
            ?? throw new RefusedException(
                "no-calendar",
                $"Calendar {state.Calendar} of {state.Name} has not been published.",
                "Ask the administrator of the authority to publish it."
            );
        return (profile, calendar);
    }

    private static async Task AnchorAuthorisations(Act act, Case found)
    {
        var numbers = found.Consignment.AuthorisationNumbers;
        var there = await act
            .Db.AuthorisationAnchors.Where(a =>
                a.KeptBy == found.ExportingState && a.IssuedBy == found.ImportingState && numbers.Contains(a.Number)
            )
            .Select(a => a.Number)
            .ToListAsync(act.Cancel);
        foreach (var number in numbers.Except(there))
            act.Db.AuthorisationAnchors.Add(
                new AuthorisationAnchor
                {
                    Id = Guid.CreateVersion7(act.Now),
                    KeptBy = found.ExportingState,
                    IssuedBy = found.ImportingState,
                    Number = number,
                    Key = AuthorisationNumber.Key(number),
                    Version = Guid.CreateVersion7(),
                }
            );
    }
}
