using System.Text.Json;
using System.Text.Json.Nodes;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Screening;

/// <summary>Reference data as sent.</summary>
/// <param name="Data">Tables and lists in the published format; only those that are in it are loaded.</param>
/// <param name="Source">Where they come from, in words.</param>
/// <param name="RetrievedOn">The day on which they were fetched from there.</param>
/// <param name="ReviewBy">The last day on which they may be used without being looked through again; left out: none.</param>
public sealed record ReferenceGiven(JsonElement? Data, string? Source, DateOnly? RetrievedOn, DateOnly? ReviewBy);

/// <param name="Loaded">Names of the tables and lists that are new.</param>
/// <param name="Unchanged">Those that are there already, exactly so.</param>
public sealed record ReferenceReceipt(IReadOnlyList<string> Loaded, IReadOnlyList<string> Unchanged);

/// <summary>A table or list of the reference data, as administrators see it.</summary>
public sealed record ReferenceSummary(
    string Name,
    int Sequence,
    int? Rows,
    string Source,
    DateOnly RetrievedOn,
    DateOnly? ReviewBy,
    DateTimeOffset ImportedAt,
    string Sha256
);

/// <summary>Loads embargo, sanctions, risk and other lists and the tables that rules compare with. Nothing is overwritten: what is loaded
/// holds from that day on.</summary>
public sealed class ImportReference(ActRunner acts, Database database)
{
    internal const string InLists = "lists.";

    /// <exception cref="MalformedException">A field is unknown, or not what it should be. Nothing was loaded.</exception>
    public Task<ReferenceReceipt> Run(Acting acting, ReferenceGiven given, CancellationToken cancel) =>
        acts.Run(
            acting,
            "load reference data",
            given,
            async act =>
            {
                acting.Require(Role.Administrator);
                var problems = new Problems();
                var source = problems.Text("source", given.Source, "where the data come from", 500);
                var on = problems.Required("retrievedOn", given.RetrievedOn, "the day on which they were fetched");
                if (given.RetrievedOn > acting.Today)
                    problems.Add("retrievedOn", "They cannot have been fetched after today.");
                if (given.ReviewBy < given.RetrievedOn)
                    problems.Add("reviewBy", "They would have to be reviewed before they were fetched.");
                if (given.Data is not { ValueKind: JsonValueKind.Object })
                    problems.Add("data", "Give the tables and lists as an object.");
                problems.ThrowIfAny();
                var parts = Parts(given.Data!.Value);
                var state = acting.State;
                var there = await Last(act.Db, state, cancel);
                var (loaded, unchanged) = (new List<string>(), new List<string>());
                foreach (var (name, content) in parts)
                {
                    var last = there.GetValueOrDefault(name);
                    var hash = Wire.Hash(content);
                    if (
                        last is not null
                        && last.Sha256 == hash
                        && last.RetrievedOn == on
                        && last.ReviewBy == given.ReviewBy
                    )
                    {
                        unchanged.Add(name);
                        continue;
                    }
                    loaded.Add(name);
                    act.Db.ReferenceImports.Add(
                        new ReferenceImport
                        {
                            Id = Guid.CreateVersion7(act.Now),
                            KeptBy = state,
                            Name = name,
                            Sequence = (last?.Sequence ?? 0) + 1,
                            Content = content,
                            Sha256 = hash,
                            Source = source,
                            RetrievedOn = on,
                            ReviewBy = given.ReviewBy,
                            ImportedBy = acting.PersonId,
                            ImportedAt = act.Now,
                            KnownOn = acting.Today,
                        }
                    );
                }
                if (loaded.Count > 0)
                    act.Audit(new ReferenceLoaded(loaded, source));
                return new ReferenceReceipt(loaded, unchanged);
            },
            cancel
        );

    /// <summary>The same at the command line, by whoever may write to the database.</summary>
    /// <param name="user">As the history is to name who it was.</param>
    /// <exception cref="NotFoundException">No authority of that State works here.</exception>
    public async Task<ReferenceReceipt> Run(
        string user,
        Country state,
        ReferenceGiven given,
        DateTimeOffset now,
        CancellationToken cancel
    ) => await Run(await database.AdministratorAtTheCommandLine(user, state, now, cancel), given, cancel);

    /// <summary>What is in use in the State, by name.</summary>
    public async Task<IReadOnlyList<ReferenceSummary>> List(Acting acting, CancellationToken cancel)
    {
        acting.Require(Role.Administrator);
        await using var db = database.Open();
        return
        [
            .. (await Last(db, acting.State, cancel))
                .Values.OrderBy(r => r.Name, StringComparer.Ordinal)
                .Select(r => new ReferenceSummary(
                    r.Name,
                    r.Sequence,
                    JsonNode.Parse(r.Content) switch
                    {
                        JsonArray rows => rows.Count,
                        JsonObject rows => rows.Count,
                        _ => null,
                    },
                    r.Source,
                    r.RetrievedOn,
                    r.ReviewBy,
                    r.ImportedAt,
                    r.Sha256
                )),
        ];
    }

    private static async Task<Dictionary<string, ReferenceImport>> Last(
        LicensingDb db,
        Country state,
        CancellationToken cancel
    ) =>
        (
            await db
                .ReferenceImports.AsNoTracking()
                .Where(r => r.KeptBy == state)
                .OrderBy(r => r.Sequence)
                .ToListAsync(cancel)
        )
            .GroupBy(r => r.Name)
            .ToDictionary(g => g.Key, g => g.Last());

    private static List<(string Name, string Content)> Parts(JsonElement data)
    {
        var text = data.GetRawText();
        try
        {
            ReadScreening.ReferenceIn(text, "data");
        }
        catch (UnreadableException mistake)
        {
            throw new MalformedException([.. mistake.Mistakes.Select(m => new FieldProblem("data", m))]);
        }
        var all = data.TryGetProperty("reference_data", out var inside) ? inside : data;
        return
        [
            .. all.EnumerateObject()
                .Where(p => p.Name is not ("note" or "lists" or "list_meta") && p.Value.ValueKind != JsonValueKind.Null)
                .Select(p => (p.Name, p.Value.GetRawText())),
            .. all.TryGetProperty("lists", out var lists) && lists.ValueKind == JsonValueKind.Object
                ? lists.EnumerateObject().Select(p => ($"{InLists}{p.Name}", p.Value.GetRawText()))
                : [],
        ];
    }
}
