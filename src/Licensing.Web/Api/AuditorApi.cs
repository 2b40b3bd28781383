using Licensing.Casework;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Registers;
using Licensing.Casework.Screening;
using Licensing.Casework.Transits;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What an auditor reads: everything of the own State. There is nothing to change here.</summary>
public static class AuditorApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("auditor", "Auditor", Role.Auditor);

        api.MapGet(
                "/cases",
                (Caller who, HistoryForAuditor history, int? page, int? size, CancellationToken cancel) =>
                    history.Cases(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the State's cases, the latest first.");
        api.MapGet(
                "/cases/{id:guid}",
                (Guid id, Caller who, CasesForOfficer cases, CancellationToken cancel) =>
                    cases.Case(who.Acting, id, cancel)
            )
            .WithSummary("Shows a case as its officers see it.");
        api.MapGet(
                "/cases/{id:guid}/history",
                (Guid id, Caller who, HistoryForAuditor history, int? page, int? size, CancellationToken cancel) =>
                    history.OfCase(who.Acting, id, Audience.Page(page, size), cancel)
            )
            .WithSummary("Shows the history of a case as sentences, refused attempts too.");
        api.MapGet(
                "/cases/{id:guid}/screenings",
                (Guid id, Caller who, HistoryForAuditor history, CancellationToken cancel) =>
                    history.Screenings(who.Acting, id, cancel)
            )
            .WithSummary(
                "Lists how a case came out of the screening for diversion risk: which rule set judged it, when."
            );
        api.MapGet(
                "/transit/{id:guid}",
                (Guid id, Caller who, TransitCasesForOfficer cases, CancellationToken cancel) =>
                    cases.Case(who.Acting, id, cancel)
            )
            .WithSummary("Shows the case of a transit as its officers see it.");
        api.MapGet(
                "/registers",
                (
                    Caller who,
                    RegistersOnFile registers,
                    string? register,
                    string? about,
                    int? page,
                    int? size,
                    CancellationToken cancel
                ) => registers.List(who.Acting, register, about, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the entries of the registers that the screening reads, the latest first.");
        api.MapGet(
                "/arrangements",
                (Caller who, ArrangementsOnFile arrangements, int? page, int? size, CancellationToken cancel) =>
                    arrangements.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the landlocked arrangements that the State relies on.");
        api.MapGet(
                "/refuted-links",
                (Caller who, RefutedLinks links, int? page, int? size, CancellationToken cancel) =>
                    links.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists the links between parties that the State's officers have refuted, the latest first.");
        api.MapGet(
                "/cases/{id:guid}/links",
                (Guid id, Caller who, RefutedLinks links, CancellationToken cancel) =>
                    links.OfCase(who.Acting, id, cancel)
            )
            .WithSummary("Shows who is linked to whom around the case, as its last screening saw it.");
        api.MapGet(
                "/history",
                (Caller who, HistoryForAuditor history, string? text, int? page, int? size, CancellationToken cancel) =>
                    history.OfState(who.Acting, text, Audience.Page(page, size), cancel)
            )
            .WithSummary("Searches everything that happened in the State, the latest first.");
    }
}
