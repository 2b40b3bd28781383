using Licensing.Casework.Acts;
using Licensing.Casework.Setup;
using Licensing.Casework.Storage;
using Licensing.Domain.States;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Casework.Tests;

public abstract class CheckupTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    [Fact]
    public async Task A_database_that_has_been_migrated_and_not_filled_lacks_a_directory_and_administrators()
    {
        await Kept.Publish();
        Assert.Equal(["directory", "administrators"], Ill(await Found()));
    }

    [Fact]
    public async Task A_deployment_that_is_well_is_told_so()
    {
        await Filled();
        var found = await Found();
        Assert.Empty(Ill(found));
        Assert.Equal(
            [
                "database",
                "schema",
                "clock",
                "procedures",
                "directory",
                "screening",
                "calendars",
                "officers",
                "administrators",
                "cases",
                "deadlines",
                "notices",
            ],
            found.Select(d => d.What)
        );
    }

    [Fact]
    public async Task A_resident_State_without_two_officers_is_found()
    {
        await Kept.Publish();
        await Kept.Publish(ADatabase.DemoWorkflows);
        var (ada, eve) = (Directory.People[0], Directory.People[1]);
        await Kept.Fill(Directory with { People = [ada with { Appointments = [.. ada.Appointments, Senior] }] });
        var officers = (await Found()).Single(d => d.What == "officers");
        Assert.False(officers.IsWell);
        Assert.Equal("Meridia works here without two officers, one of them a senior one.", officers.Finding);

        await Kept.Fill(Directory with { People = [eve] });
        Assert.Empty(Ill(await Found()));
    }

    [Fact]
    public async Task A_State_that_screens_its_exports_without_a_rule_set_in_force_is_found()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(ADatabase.Workflows, "*.json"))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            var policies = folder.CreateSubdirectory("policies");
            foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(ADatabase.Workflows, "policies")))
                File.Copy(file, Path.Combine(policies.FullName, Path.GetFileName(file)));
            await Kept.Publish(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        await Kept.Publish(ADatabase.DemoWorkflows);
        await Kept.Fill(Directory);
        Assert.Equal(["screening"], Ill(await Found()));

        await Kept.Publish();
        Assert.Empty(Ill(await Found()));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_sent_is_found_with_what_the_mail_server_says()
    {
        await Filled();
        await using (var db = Kept.Database.Open())
        {
            db.Notices.Add(
                new Notice
                {
                    Id = Guid.NewGuid(),
                    To = "a@b.example",
                    Subject = "s",
                    Body = "b",
                    CreatedAt = ADatabase.Now,
                    NextAttemptAt = ADatabase.Now,
                    LastError = "535 wrong password",
                }
            );
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var notices = (await Found()).Single(d => d.What == "notices");
        Assert.Equal("1 are unsent; the oldest failed with: 535 wrong password.", notices.Finding);
        Assert.Equal("Check the settings of Mail and whether its server answers.", notices.WhatToDo);
    }

    [Fact]
    public async Task A_database_whose_schema_is_newer_is_not_looked_into_further()
    {
        await using (var db = Kept.Database.Open())
        {
            var insert =
                "INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('99990101000000_Later', '10.0.0')";
            await db.Database.ExecuteSqlRawAsync(insert, TestContext.Current.CancellationToken);
        }
        var found = await Found();
        Assert.Equal(["database", "schema"], found.Select(d => d.What));
        Assert.Equal("The database is newer than this program: 99990101000000_Later.", found[^1].Finding);
    }

    private Task<IReadOnlyList<Diagnosis>> Found() => Kept.Get<Checkup>().Run(TestContext.Current.CancellationToken);

    private static IEnumerable<string> Ill(IEnumerable<Diagnosis> found) =>
        found.Where(d => !d.IsWell).Select(d => d.What);

    private async Task Filled()
    {
        await Kept.Publish();
        await Kept.Publish(ADatabase.DemoWorkflows);
        await Kept.Fill(Directory);
    }

    private static AppointmentEntry Senior { get; } =
        new(Role.SeniorOfficer, Country.Parse("QM"), new DateOnly(2020, 1, 1));

    /// <summary>One State with an administrator and two officers.</summary>
    internal static DirectoryFile Directory { get; } =
        new()
        {
            States =
            [
                new StateEntry(
                    Country.Parse("QM"),
                    "Meridia",
                    false,
                    true,
                    "Europe/Vienna",
                    "protocol",
                    "meridia",
                    "Meridia City"
                ),
            ],
            People =
            [
                new PersonEntry(
                    "issuer",
                    "ada",
                    "Ada",
                    "ada@qm.example",
                    [new AppointmentEntry(Role.Administrator, Country.Parse("QM"), new DateOnly(2020, 1, 1))]
                ),
                new PersonEntry(
                    "issuer",
                    "eve",
                    "Eve",
                    "eve@qm.example",
                    [new AppointmentEntry(Role.LicensingOfficer, Country.Parse("QM"), new DateOnly(2020, 1, 1))]
                ),
                new PersonEntry("issuer", "kim", "Kim", "kim@qm.example", [Senior]),
            ],
        };
}
