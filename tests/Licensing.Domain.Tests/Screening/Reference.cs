using System.Text.Json;
using Licensing.Domain.Screening;

namespace Licensing.Domain.Tests.Screening;

/// <summary>The fictional reference data of the labelled dossiers.</summary>
internal static class Reference
{
    private static readonly JsonSerializerOptions Snake = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static ReferenceData Data { get; } =
        Read() with
        {
            Signatories = ["M. Solberg", "O. Nordahl"],
            CompetentAuthorities = [new CompetentAuthority("QN", "Northmark Arms Office")],
        };

    private static ReferenceData Read()
    {
        using var json = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Root, "samples", "screening", "labelled-dossiers.json"))
        );
        return json.RootElement.GetProperty("reference_data").Deserialize<ReferenceData>(Snake)!;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Licensing.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
