using Licensing.Casework.Acts;
using Licensing.Casework.Storage;
using Licensing.Domain.Licences;
using Licensing.Domain.States;
using Licensing.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace Licensing.Casework.Tests;

public abstract class StorageTests(DatabaseServers servers, DatabaseProvider provider)
    : WithADatabase(servers, provider)
{
    [Theory]
    [InlineData("UPDATE \"AuditTrail\" SET \"Sentence\" = 'nothing happened'")]
    [InlineData("DELETE FROM \"AuditTrail\"")]
    public async Task The_database_refuses_to_change_the_history(string change)
    {
        await using var db = Kept.Database.Open();
        Act.Write(db, Somebody(), null, null, new Audit.ApplicationDrafted("A-1"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.Database.ExecuteSqlRawAsync(change, TestContext.Current.CancellationToken)
        );
        Assert.Contains("AuditTrail is append-only", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "Ada Lovelace, licensing officer of Meridia, began an application (A-1).",
            (await db.AuditTrail.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Sentence
        );
    }

    [Fact]
    public async Task Of_two_acts_that_suspend_one_licence_at_once_one_looks_again()
    {
        await using (var db = Kept.Database.Open())
        {
            db.Licences.Add(
                new LicenceRecord
                {
                    Id = Guid.NewGuid(),
                    Number = "QM-EX-2026-000001",
                    Kind = LicenceKind.Export,
                    CaseId = Guid.NewGuid(),
                    CompanyId = Guid.NewGuid(),
                    State = Domain.States.Country.Parse("QM"),
                    IssuedOn = new DateOnly(2026, 3, 20),
                    ExpiresOn = new DateOnly(2026, 12, 31),
                    IssuedAt = ADatabase.Now,
                    Content = "{}",
                    Sha256 = Wire.Hash("{}"),
                }
            );
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await using var one = Kept.Database.Open();
        await using var other = Kept.Database.Open();
        (await one.Licences.SingleAsync(TestContext.Current.CancellationToken)).Status = LicenceStatus.Suspended;
        (await other.Licences.SingleAsync(TestContext.Current.CancellationToken)).Status = LicenceStatus.Suspended;

        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        var failure = await Record.ExceptionAsync(() => other.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Fault.Race, Kept.Database.FaultIn(failure!));
    }

    [Fact]
    public async Task Whoever_read_an_older_version_cannot_commit()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var db = Kept.Database.Open())
        {
            db.Companies.Add(ACompany());
            await db.SaveChangesAsync(cancel);
        }
        await using var reader = Kept.Database.Open();
        var read = await reader.Companies.SingleAsync(cancel);
        await using (var other = Kept.Database.Open())
        {
            Act.Touch(await other.Companies.SingleAsync(cancel));
            await other.SaveChangesAsync(cancel);
        }
        reader.MustStillBe(read);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => reader.SaveChangesAsync(cancel));
    }

    [Fact]
    public async Task Whoever_only_relied_on_a_row_leaves_it_as_it_was()
    {
        var cancel = TestContext.Current.CancellationToken;
        var company = ACompany();
        await using var db = Kept.Database.Open();
        db.Companies.Add(company);
        await db.SaveChangesAsync(cancel);
        var version = company.Version;
        db.MustStillBe(company);
        await db.SaveChangesAsync(cancel);
        Assert.Equal(version, (await db.Companies.AsNoTracking().SingleAsync(cancel)).Version);
    }

    [Fact]
    public async Task Moments_come_back_as_they_were_and_in_order()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var db = Kept.Database.Open();
        var moments = new[] { 3, 1, 2 }
            .Select(h => new DateTimeOffset(2026, 3, 29, h, 0, 0, TimeSpan.FromHours(h)))
            .ToList();
        foreach (var moment in moments)
            db.Notices.Add(
                new Notice
                {
                    Id = Guid.NewGuid(),
                    To = "a@b.example",
                    Subject = "s",
                    Body = "b",
                    CreatedAt = moment,
                    NextAttemptAt = moment,
                }
            );
        await db.SaveChangesAsync(cancel);
        var stored = await db
            .Notices.AsNoTracking()
            .OrderBy(n => n.CreatedAt)
            .Select(n => n.CreatedAt)
            .ToListAsync(cancel);
        Assert.Equal(moments.Order(), stored);
    }

    internal static Acting Somebody(Role role = Role.LicensingOfficer, string? key = null) =>
        new(
            Guid.Parse("00000000-0000-0000-0000-00000000000a"),
            "Ada Lovelace",
            role,
            Country.Parse("QM"),
            "Meridia",
            null,
            ADatabase.Now,
            new DateOnly(2026, 3, 20),
            key
        );

    private static Company ACompany() =>
        new()
        {
            Id = Guid.NewGuid(),
            State = Country.Parse("QM"),
            Name = "Halden Arms Works",
            Address = "12 Foundry Lane",
            RegistrationNumber = "QM-4711",
            Version = Guid.NewGuid(),
        };
}
