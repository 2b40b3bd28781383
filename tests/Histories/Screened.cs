using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Screening;
using Licensing.Casework.Storage;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Tests.Histories;

/// <summary>A case screened as the acts do it, in an act of its own that is not committed.</summary>
internal sealed class Screened : IAsyncDisposable
{
    private readonly LicensingDb _db;
    private readonly Act _act;

    private Screened(LicensingDb db, CaseFile file, DateTimeOffset now) =>
        (_db, File, _act) = (db, file, new Act(db, Acting.OfTheTimetable(file.State, now), default));

    public CaseFile File { get; }

    /// <summary>The case is opened; it is not screened yet.</summary>
    public static async Task<Screened> Open(Database database, Guid caseId, DateTimeOffset now)
    {
        var db = database.Open();
        await db.Database.OpenConnectionAsync();
        return new Screened(db, (await CaseFile.Find(db, caseId, default))!, now);
    }

    public async Task Run()
    {
        if (!await ScreenCase.Run(_act, File))
            throw new InvalidOperationException("No rule set is in force.");
    }

    public IReadOnlyList<KeptFlag> Flags => ScreeningOnFile.Flags(File.Screening!);

    /// <summary>What the rule would have to know to tell.</summary>
    public IEnumerable<string> MissingTo(string rule) =>
        ScreeningOnFile.NotAssessed(File.Screening!).Where(n => n.Rule == rule).SelectMany(n => n.Missing);

    public Task Save() => _db.SaveChangesAsync();

    /// <summary>Its rule has found it, and names the consignments on which it builds.</summary>
    public bool HasFound(PlantedKit kit) =>
        Flags.FirstOrDefault(f => f.Rule == kit.Rule)?.Evidence.GetRawText() is { } evidence
        && kit.Earlier.Select(e => e.Number)
            .Append(kit.Platform)
            .All(named => evidence.Contains(named, StringComparison.Ordinal));

    /// <summary>Whatever makes firearms of parts, rightly or wrongly.</summary>
    public bool HasFoundAny => Flags.Any(f => f.Rule is "DR-P01" or "DR-P02" or "DR-P03");

    public ValueTask DisposeAsync() => _db.DisposeAsync();
}
