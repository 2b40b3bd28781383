using System.Data.Common;
using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Domain.Parties;
using Licensing.Domain.States;
using Licensing.Tests.Databases;
using Licensing.Tests.Histories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests.Screening;

/// <summary>Kits planted in a history of a few thousand goods lines; the benchmarks measure the same beside a million.</summary>
public abstract class PlantedKitsTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    private static readonly Country Meridia = Country.Parse("QM");
    private static readonly DateOnly Today = DateOnly.FromDateTime(ADatabase.Now.UtcDateTime);

    [Fact]
    public async Task Every_planted_kit_is_found_with_what_it_builds_on_and_nothing_else_is_taken_for_one()
    {
        var history = await Begun();
        var (kits, usual) = (new List<PlantedKit>(), new List<Case>());
        await Write(history.Usual(2000).Concat(history.Kits(40, kits)).Concat(history.Pending(40, usual)));

        var missed = new List<PlantedKit>();
        foreach (var kit in kits)
            if (!await Asked(kit.Case, s => s.HasFound(kit)))
                missed.Add(kit);
        var wrong = new List<Case>();
        foreach (var its in usual)
            if (await Asked(its, s => s.HasFoundAny))
                wrong.Add(its);

        Assert.Equal(40, kits.Count);
        Assert.Empty(missed.Select(k => $"{k.Rule} {k.Platform} over {k.Earlier.Count}"));
        Assert.Empty(wrong.Select(c => c.Number));
    }

    [Fact]
    public async Task How_often_the_database_is_asked_does_not_depend_on_the_size_of_the_history()
    {
        var history = await Begun();
        var (kits, usual) = (new List<PlantedKit>(), new List<Case>());
        await Write(history.Usual(1500).Concat(history.Kits(10, kits)).Concat(history.Pending(10, usual)));
        List<Case> cases = [.. kits.Select(k => k.Case), .. usual];
        var few = await Questions(cases);

        await Write(history.Usual(3000));

        Assert.Equal(few, await Questions(cases));
        Assert.All(few, count => Assert.InRange(count, 6, 30));
    }

    [Theory]
    [InlineData(4, true, false)]
    // Nobody has looked who else is linked to the last of them.
    [InlineData(5, true, true)]
    [InlineData(7, false, true)]
    public async Task A_chain_is_followed_over_four_links_and_that_it_is_cut_off_there_is_told(
        int parties,
        bool isFound,
        bool isCutShort
    )
    {
        var history = await Begun();
        var kits = new List<PlantedKit>();
        await Write(history.Usual(200).Concat(history.KitAlongAChain(parties, kits)));

        await using var screened = await Screened.Open(Kept.Database, kits[0].Case.Id, ADatabase.Now);
        await screened.Run();

        Assert.Equal(isFound, screened.HasFound(kits[0]));
        Assert.All(["DR-P02", "DR-E06"], rule => Assert.Equal(isCutShort, IsCutShort(screened, rule)));
    }

    [Fact]
    public async Task A_cluster_of_too_many_is_told_to_be_cut_short()
    {
        var history = await Begun();
        var usual = new List<Case>();
        await Write(history.Usual(200).Concat(history.Pending(1, usual)));
        var root = DossierOfCase
            .PartiesOf(usual[0], Today)
            .First(p => p.Key == InDossier.Key(usual[0].Consignment.FinalRecipient));
        // Nineteen share its phone, each of them its e-mail address with nineteen more, and those an address with one more.
        await Write(
            from a in Enumerable.Range(0, 19)
            from b in Enumerable.Range(0, 20)
            from c in Enumerable.Range(0, b == 0 ? 1 : 2)
            select Sharing($"{a}-{b}-{c}", b == 0 ? root.Phone : null, c == 0 ? $"{a}@X" : null, $"A{a}B{b}")
        );

        await using var screened = await Screened.Open(Kept.Database, usual[0].Id, ADatabase.Now);
        await screened.Run();

        Assert.True(IsCutShort(screened, "DR-P02"));
    }

    private static bool IsCutShort(Screened screened, string rule) =>
        screened.MissingTo(rule).Any(m => m.StartsWith("links of ", StringComparison.Ordinal));

    private static ScreenedParty Sharing(string name, string? phone, string? email, string address) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            CaseId = Guid.Empty,
            KeptBy = Meridia,
            Key = $"QN/{name}",
            Role = PartyRole.FinalRecipient,
            Name = name,
            State = Country.Parse("QN"),
            Phone = phone,
            Email = email,
            Address = address,
            On = Today,
        };

    private async Task<PlantedHistory> Begun()
    {
        await Kept.Publish();
        await Kept.Publish(ADatabase.DemoWorkflows);
        await using var db = Kept.Database.Open();
        db.States.Add(
            new StateRecord
            {
                Code = Meridia,
                Name = "Meridia",
                IsResident = true,
                TimeZone = "Europe/Vienna",
                Profile = "meridia",
                Calendar = "meridia",
                PlaceOfIssue = "Meridia City",
            }
        );
        var applicant = new Company
        {
            Id = Guid.CreateVersion7(),
            State = Meridia,
            Name = "Halden Arms Works",
            Address = "12 Foundry Lane",
            RegistrationNumber = "QM-4711",
        };
        db.Companies.Add(applicant);
        await db.SaveChangesAsync();
        using var labelled = JsonDocument.Parse(await File.ReadAllTextAsync(Shipped.Labelled));
        await Kept.Get<ImportReference>()
            .Run(
                "a test",
                Meridia,
                new ReferenceGiven(
                    labelled.RootElement.GetProperty("reference_data"),
                    "fictional samples",
                    Today,
                    null
                ),
                ADatabase.Now,
                default
            );
        return new PlantedHistory(
            await db.States.AsNoTracking().SingleAsync(s => s.Code == Meridia),
            await db.PublishedFiles.AsNoTracking().FirstAsync(f => f.Kind == PublishedKind.Policy && f.Id == "meridia"),
            applicant,
            ADatabase.Now
        );
    }

    private async Task Write(IEnumerable<object> rows)
    {
        foreach (var some in rows.Chunk(2000))
        {
            await using var db = Kept.Database.Open();
            db.AddRange(some);
            await db.SaveChangesAsync();
        }
    }

    private async Task<bool> Asked(Case its, Func<Screened, bool> asked)
    {
        await using var screened = await Screened.Open(Kept.Database, its.Id, ADatabase.Now);
        await screened.Run();
        return asked(screened);
    }

    private async Task<List<int>> Questions(IEnumerable<Case> cases)
    {
        var counter = new Counting();
        await using var services = new ServiceCollection()
            .AddCasework(Kept.Choice)
            .ConfigureDbContext<SqliteLicensingDb>(options => options.AddInterceptors(counter))
            .ConfigureDbContext<PostgreSqlLicensingDb>(options => options.AddInterceptors(counter))
            .ConfigureDbContext<SqlServerLicensingDb>(options => options.AddInterceptors(counter))
            .BuildServiceProvider();
        var database = services.GetRequiredService<Database>();
        // What is read once for all is read before.
        await Asked(cases.First(), _ => true);
        var counts = new List<int>();
        foreach (var its in cases)
        {
            await using var screened = await Screened.Open(database, its.Id, ADatabase.Now);
            counter.Count = 0;
            await screened.Run();
            counts.Add(counter.Count);
        }
        return counts;
    }

    private sealed class Counting : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
