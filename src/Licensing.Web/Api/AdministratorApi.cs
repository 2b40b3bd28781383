using Licensing.Casework;
using Licensing.Casework.Publishing;
using Licensing.Casework.Registers;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>What an administrator reads: every version of the procedures and policies that was ever published.</summary>
public static class AdministratorApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapAudience("administrator", "Administrator", Role.Administrator);
        api.MapGet(
                "/published",
                (Caller who, PublishedFiles published, int? page, int? size, CancellationToken cancel) =>
                    published.List(who.Acting, Audience.Page(page, size), cancel)
            )
            .WithSummary("Lists every published version, the latest of each first.");
        api.MapGet(
                "/reference",
                (Caller who, ImportReference reference, CancellationToken cancel) => reference.List(who.Acting, cancel)
            )
            .WithSummary("Lists the reference data of the screening that are in use in the own State.");
        api.MapPost(
                "/reference",
                (Caller who, ReferenceGiven body, ImportReference reference, CancellationToken cancel) =>
                    reference.Run(who.Acting, body, cancel)
            )
            .WithSummary("Loads lists and tables of the screening. Nothing is overwritten: they hold from today on.")
            .IsAct();
        api.MapPost(
                "/registers",
                (Caller who, EntriesGiven body, KeepRegisters registers, CancellationToken cancel) =>
                    registers.Load(who.Acting, body, cancel)
            )
            .WithSummary("Loads entries of other agencies into the registers that the screening reads.")
            .IsAct();
        api.MapGet(
                "/published/{kind}/{id}/{version:int}",
                async (
                    string kind,
                    string id,
                    int version,
                    Caller who,
                    PublishedFiles published,
                    CancellationToken cancel
                ) =>
                {
                    var file = await published.File(
                        who.Acting,
                        Audience.Word<PublishedKind>("kind", kind)!.Value,
                        id,
                        version,
                        cancel
                    );
                    return Results.Text(file.Content, "application/json");
                }
            )
            .WithSummary("Returns a version exactly as it was published.");
    }
}
