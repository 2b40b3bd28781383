using System.Text.Json;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>The fictional reference data of the labelled dossiers, with what these have no use for.</summary>
internal static class Reference
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static ReferenceData Data { get; } = With(Read());

    private static ReferenceData With(ReferenceData labelled) =>
        labelled with
        {
            States = labelled.States!.ToDictionary(
                s => s.Key,
                s => s.Key == "QN" ? s.Value with { PhonePrefix = "+000" } : s.Value
            ),
            Signatories = ["M. Solberg", "O. Nordahl"],
            CompetentAuthorities = [new CompetentAuthority("QN", "Northmark Arms Office")],
            WebmailDomains = ["freemail.example"],
            Lists = labelled.Lists! with { Sanctions = [] },
        };

    private static ReferenceData Read()
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Root, "samples", "screening", "labelled-dossiers.json"))
        );
        return json.RootElement.GetProperty("reference_data").Deserialize<ReferenceData>(Snake)!;
    }

    /// <summary>With its lists as the test wants them.</summary>
    public static ReferenceData WithLists(Func<ReferenceLists, ReferenceLists> spoil) =>
        Data with
        {
            Lists = spoil(Data.Lists!),
        };

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Licensing.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
