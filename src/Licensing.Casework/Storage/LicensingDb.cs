using System.Runtime.CompilerServices;
using Licensing.Domain.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Licensing.Casework.Storage;

/// <summary>Everything that is stored. One derived context per database, each with its own migrations; keys are made here and
/// features are plain, so that the model is the same on all of them.</summary>
public abstract class LicensingDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<StateRecord> States => Set<StateRecord>();
    public DbSet<Authority> Authorities => Set<Authority>();
    public DbSet<Company> Companies => Set<Company>();
    public DbSet<CompanyRegistration> CompanyRegistrations => Set<CompanyRegistration>();
    public DbSet<CompanyAuthority> CompanyAuthorities => Set<CompanyAuthority>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Application> Applications => Set<Application>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<ProcedureInstance> ProcedureInstances => Set<ProcedureInstance>();
    public DbSet<ProcedurePassage> ProcedurePassages => Set<ProcedurePassage>();
    public DbSet<ProcedureStimulus> ProcedureStimuli => Set<ProcedureStimulus>();
    public DbSet<DueTime> DueTimes => Set<DueTime>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<ExchangeDocument> ExchangeDocuments => Set<ExchangeDocument>();
    public DbSet<RecordedAnswer> RecordedAnswers => Set<RecordedAnswer>();
    public DbSet<AuthorisationAnchor> AuthorisationAnchors => Set<AuthorisationAnchor>();
    public DbSet<ArrangementRecord> Arrangements => Set<ArrangementRecord>();
    public DbSet<ReservationRecord> Reservations => Set<ReservationRecord>();
    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<LicenceRecord> Licences => Set<LicenceRecord>();
    public DbSet<Shipment> Shipments => Set<Shipment>();
    public DbSet<ShipmentExit> ShipmentExits => Set<ShipmentExit>();
    public DbSet<DrawDownRecord> DrawDowns => Set<DrawDownRecord>();
    public DbSet<LicenceAmendment> LicenceAmendments => Set<LicenceAmendment>();
    public DbSet<ShipmentHold> ShipmentHolds => Set<ShipmentHold>();
    public DbSet<ScreeningRecord> Screenings => Set<ScreeningRecord>();
    public DbSet<DispositionRecord> Dispositions => Set<DispositionRecord>();
    public DbSet<ScreenedGoods> ScreenedGoods => Set<ScreenedGoods>();
    public DbSet<ScreenedParty> ScreenedParties => Set<ScreenedParty>();
    public DbSet<LinkRefutation> LinkRefutations => Set<LinkRefutation>();
    public DbSet<ReferenceImport> ReferenceImports => Set<ReferenceImport>();
    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();
    public DbSet<ReturnEntry> ReturnEntries => Set<ReturnEntry>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<AuditEntry> AuditTrail => Set<AuditEntry>();
    public DbSet<AcceptedAct> AcceptedActs => Set<AcceptedAct>();
    public DbSet<PublishedFile> PublishedFiles => Set<PublishedFile>();

    /// <summary>What a failure of this database means.</summary>
    public abstract Fault FaultOf(System.Data.Common.DbException failure);

    /// <summary>The time on the database's own clock; null where it has none of its own.</summary>
    public abstract Task<DateTimeOffset?> ServerClock(CancellationToken cancel);

    /// <summary>Makes the commit fail if somebody has changed the row since it was read, without changing it.</summary>
    public void MustStillBe(IVersioned row) => Entry(row).Property(nameof(IVersioned.Version)).IsModified = true;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Country>().HaveConversion<CountryCode>().HaveMaxLength(2);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 3);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MapDirectory(modelBuilder);
        MapCases(modelBuilder);
        MapClearances(modelBuilder);
        MapDecisions(modelBuilder);
        MapShipments(modelBuilder);
        MapScreening(modelBuilder);
        MapPapers(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        foreach (
            var key in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetKeys()).SelectMany(k => k.Properties)
        )
            key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private static void MapDirectory(ModelBuilder model)
    {
        model.Entity<StateRecord>(state =>
        {
            state.HasKey(s => s.Code);
            state.Property(s => s.Name).HasMaxLength(100);
            state.Property(s => s.TimeZone).HasMaxLength(60);
            state.Property(s => s.Profile).HasMaxLength(60);
            state.Property(s => s.Calendar).HasMaxLength(60);
            state.Property(s => s.PlaceOfIssue).HasMaxLength(100);
        });
        model.Entity<Authority>(authority =>
        {
            authority.Property(a => a.Name).HasMaxLength(200);
            authority.Property(a => a.Email).HasMaxLength(200);
            authority.HasIndex(a => a.State);
        });
        model.Entity<Company>(company =>
        {
            company.Property(c => c.Name).HasMaxLength(200);
            company.Property(c => c.Address).HasMaxLength(500);
            company.Property(c => c.RegistrationNumber).HasMaxLength(100);
            company.HasIndex(c => new { c.State, c.RegistrationNumber }).IsUnique();
        });
        model.Entity<CompanyRegistration>().HasIndex(r => r.CompanyId);
        model.Entity<CompanyAuthority>(authority =>
        {
            authority.Property(a => a.Category).HasMaxLength(20);
            authority.HasIndex(a => a.CompanyId);
        });
        model.Entity<Person>(person =>
        {
            person.Property(p => p.Issuer).HasMaxLength(200);
            person.Property(p => p.Subject).HasMaxLength(200);
            person.Property(p => p.Name).HasMaxLength(200);
            person.Property(p => p.Email).HasMaxLength(200);
            person.HasIndex(p => new { p.Issuer, p.Subject }).IsUnique();
        });
        model.Entity<Appointment>(appointment =>
        {
            appointment.HasIndex(a => a.PersonId);
            appointment.HasIndex(a => new { a.State, a.Role });
            appointment.HasIndex(a => a.CompanyId);
        });
    }

    private static void MapCases(ModelBuilder model)
    {
        model.Entity<Application>(application =>
        {
            application.Property(a => a.Draft).HasJson();
            application.Property(a => a.AuditCount).IsConcurrencyToken();
            application.HasIndex(a => new { a.CompanyId, a.ChangedAt });
        });
        model.Entity<Case>(c =>
        {
            c.Property(x => x.Number).HasMaxLength(30);
            c.Property(x => x.Reference).HasMaxLength(200);
            c.Property(x => x.Profile).HasMaxLength(60);
            c.Property(x => x.Position).HasMaxLength(60);
            c.Property(x => x.PositionName).HasMaxLength(200);
            c.Property(x => x.ShownStep).HasMaxLength(200);
            c.Property(x => x.ShownActs).HasMaxLength(600);
            c.Property(x => x.PermittedActs).HasMaxLength(600);
            c.Property(x => x.Consignment).HasJson().IsRequired(false);
            c.Property(x => x.AuditCount).IsConcurrencyToken();
            c.HasIndex(x => x.ReplacesCaseId);
            c.HasIndex(x => x.Number).IsUnique();
            c.HasIndex(x => new
            {
                x.State,
                x.Status,
                x.SubmittedAt,
            });
            c.HasIndex(x => new { x.CompanyId, x.SubmittedAt });
            c.HasIndex(x => x.AskedInCaseId);
            c.HasIndex(x => x.MovingSince);
            c.Ignore(x => x.GoesOn);
        });
        model.Entity<ProcedureInstance>(instance =>
        {
            instance.HasKey(i => i.CaseId);
            instance.Property(i => i.DefinitionId).HasMaxLength(60);
            instance.Property(i => i.Position).HasMaxLength(60);
            instance.Property(i => i.Status).HasMaxLength(20);
            instance.Property(i => i.SetOff!).HasJson().IsRequired(false);
        });
        model.Entity<ProcedurePassage>(passage =>
        {
            passage.HasKey(p => new { p.CaseId, p.Visit });
            passage.Property(p => p.Activity).HasMaxLength(60);
            passage.Property(p => p.Outcome).HasMaxLength(60);
        });
        model.Entity<ProcedureStimulus>(stimulus =>
        {
            stimulus.Property(s => s.Stimulus).HasJson();
            stimulus.Property(s => s.SetOff).HasJson();
            stimulus.HasKey(s => new { s.CaseId, s.Sequence });
        });
        model.Entity<DueTime>(due =>
        {
            due.HasIndex(d => d.CaseId);
            due.HasIndex(d => new { d.SettledAt, d.DueAt });
            due.HasIndex(d => new
            {
                d.SettledAt,
                d.RemindedAt,
                d.RemindAt,
            });
        });
        model.Entity<Counter>(counter =>
        {
            counter.HasKey(c => c.Name);
            counter.Property(c => c.Name).HasMaxLength(60);
        });
    }

    private static void MapClearances(ModelBuilder model)
    {
        model.Entity<ExchangeDocument>(document =>
        {
            document.Property(d => d.Number).HasMaxLength(40);
            document.Property(d => d.Authorisation).HasMaxLength(100);
            document.Property(d => d.Sha256).HasMaxLength(64);
            document.HasIndex(d => d.Number).IsUnique();
            document.HasIndex(d => d.CaseId);
            document.HasIndex(d => new
            {
                d.From,
                d.To,
                d.Authorisation,
            });
            document.HasIndex(d => new
            {
                d.To,
                d.Kind,
                d.KnownAt,
            });
        });
        model.Entity<RecordedAnswer>(answer =>
        {
            answer.Property(a => a.Authorisation).HasMaxLength(100);
            answer.HasIndex(a => a.CaseId);
        });
        model.Entity<AuthorisationAnchor>(anchor =>
        {
            anchor.Property(a => a.Number).HasMaxLength(100);
            anchor.Property(a => a.Key).HasMaxLength(100);
            anchor.HasIndex(a => new
            {
                a.KeptBy,
                a.IssuedBy,
                a.Key,
            });
            anchor
                .HasIndex(a => new
                {
                    a.KeptBy,
                    a.IssuedBy,
                    a.Number,
                })
                .IsUnique();
        });
        model.Entity<ArrangementRecord>(record =>
        {
            record.Property(r => r.Arrangement).HasJson();
            record.HasIndex(r => r.KeptBy);
        });
        model.Entity<ReservationRecord>(reservation =>
        {
            reservation.Property(r => r.Authorisation).HasMaxLength(100);
            reservation.Property(r => r.Platform).HasMaxLength(100);
            reservation.Property(r => r.Calibre).HasMaxLength(50);
            reservation.HasIndex(r => new
            {
                r.KeptBy,
                r.IssuedBy,
                r.Authorisation,
            });
            reservation.HasIndex(r => r.CaseId);
        });
    }

    private static void MapDecisions(ModelBuilder model)
    {
        model.Entity<InformationRequest>().HasIndex(r => r.CaseId);
        model.Entity<Referral>(referral =>
        {
            referral.Property(r => r.Agency).HasMaxLength(200);
            referral.HasIndex(r => r.CaseId);
        });
        model.Entity<Recommendation>(recommendation =>
        {
            recommendation.Property(r => r.Conditions).HasJson();
            recommendation.Property(r => r.Reasons).HasJson();
            recommendation.Property(r => r.Checked).HasJson();
            recommendation.HasIndex(r => r.CaseId);
        });
        model.Entity<Decision>(decision =>
        {
            decision.Property(d => d.Conditions).HasJson();
            decision.Property(d => d.Reasons).HasJson();
            decision.HasIndex(d => d.CaseId);
        });
        model.Entity<LicenceRecord>(licence =>
        {
            licence.Property(l => l.Number).HasMaxLength(40);
            licence.Property(l => l.Sha256).HasMaxLength(64);
            // Of two acts that take the ground from one licence at once, one suspends it.
            licence.Property(l => l.Status).IsConcurrencyToken();
            licence.HasIndex(l => l.Number).IsUnique();
            licence.HasIndex(l => l.CaseId).IsUnique();
            licence.HasIndex(l => new { l.State, l.IssuedAt });
            licence.HasIndex(l => l.CompanyId);
        });
    }

    private static void MapShipments(ModelBuilder model)
    {
        model.Entity<Shipment>(shipment =>
        {
            shipment.Property(s => s.Number).HasMaxLength(50);
            shipment.Property(s => s.Declaration).HasJson();
            shipment.Property(s => s.ConditionsMet).HasJson();
            shipment.Property(s => s.ReleasedAtPost).HasMaxLength(200);
            shipment.HasIndex(s => s.Number).IsUnique();
            shipment.HasIndex(s => s.CaseId);
            shipment.HasIndex(s => new { s.Status, s.DeclaredAt });
        });
        model.Entity<ShipmentExit>(exit =>
        {
            exit.Property(e => e.Lines).HasJson();
            exit.Property(e => e.Post).HasMaxLength(200);
            exit.HasIndex(e => e.CaseId);
        });
        model.Entity<DrawDownRecord>().HasIndex(d => d.CaseId);
        model.Entity<ShipmentHold>(hold =>
        {
            hold.Property(h => h.Post).HasMaxLength(200);
            hold.HasIndex(h => h.CaseId);
        });
        model.Entity<ReturnEntry>(entry =>
        {
            entry.Property(r => r.Lines).HasJson();
            entry.Property(r => r.Post).HasMaxLength(200);
            entry.Property(r => r.Licence).HasMaxLength(40);
            // Two entries that do not know of each other cannot both be the next one.
            entry.HasIndex(r => new { r.CaseId, r.Sequence }).IsUnique();
        });
    }

    private static void MapScreening(ModelBuilder model)
    {
        model.Entity<ScreeningRecord>(screening =>
        {
            screening.Property(s => s.RuleSet).HasMaxLength(60);
            screening.Property(s => s.Band).HasMaxLength(40);
            screening.Property(s => s.Sha256).HasMaxLength(64);
            screening.HasIndex(s => new { s.CaseId, s.Sequence }).IsUnique();
        });
        model.Entity<DispositionRecord>(disposition =>
        {
            disposition.Property(d => d.Rule).HasMaxLength(20);
            disposition.Property(d => d.FlagSha256).HasMaxLength(64);
            disposition.HasIndex(d => d.CaseId);
        });
        model.Entity<ScreenedGoods>(goods =>
        {
            goods.Property(g => g.Exporter).HasMaxLength(210);
            goods.Property(g => g.Consignee).HasMaxLength(210);
            goods.Property(g => g.FinalRecipient).HasMaxLength(210);
            goods.Property(g => g.PartType).HasMaxLength(40);
            goods.Property(g => g.Mode).HasMaxLength(40);
            goods.Property(g => g.Particulars!).HasJson().IsRequired(false);
            goods.HasIndex(g => g.CaseId);
            goods.HasIndex(g => new { g.KeptBy, g.FinalRecipient });
            goods.HasIndex(g => new { g.KeptBy, g.Consignee });
            goods.HasIndex(g => new { g.KeptBy, g.Exporter });
        });
        model.Entity<ScreenedParty>(party =>
        {
            party.Property(p => p.Key).HasMaxLength(210);
            party.Property(p => p.RegistrationNumber).HasMaxLength(100);
            party.Property(p => p.Phone).HasMaxLength(60);
            party.Property(p => p.Email).HasMaxLength(200);
            party.Property(p => p.Address).HasMaxLength(500);
            party.HasIndex(p => new { p.KeptBy, p.Key });
            party.HasIndex(p => new { p.KeptBy, p.Phone });
            party.HasIndex(p => new { p.KeptBy, p.Email });
            party.HasIndex(p => new { p.KeptBy, p.Address });
            party.HasIndex(p => new { p.KeptBy, p.RegistrationNumber });
        });
        model.Entity<RegisterEntry>(entry =>
        {
            entry.Property(e => e.Subject).HasMaxLength(210);
            entry.Property(e => e.Party).HasMaxLength(210);
            entry.Property(e => e.Sha256).HasMaxLength(64);
            entry.Property(e => e.Source).HasMaxLength(500);
            entry.Property(e => e.Owner).HasMaxLength(200);
            entry.Property(e => e.Account).HasMaxLength(200);
            entry.HasIndex(e => new { e.KeptBy, e.Subject });
            entry.HasIndex(e => new { e.KeptBy, e.Kind });
            entry.HasIndex(e => new { e.KeptBy, e.Owner });
            entry.HasIndex(e => new { e.KeptBy, e.Account });
            entry.HasIndex(e => new { e.KeptBy, e.Party });
            entry.HasIndex(e => new { e.KeptBy, e.Sha256 });
            entry.HasIndex(e => new { e.KeptBy, e.RecordedAt });
        });
        model.Entity<LinkRefutation>(refutation =>
        {
            refutation.Property(r => r.PartyA).HasMaxLength(210);
            refutation.Property(r => r.PartyB).HasMaxLength(210);
            refutation.Property(r => r.NameA).HasMaxLength(200);
            refutation.Property(r => r.NameB).HasMaxLength(200);
            refutation.Property(r => r.Value).HasMaxLength(500);
            refutation.HasIndex(r => new { r.KeptBy, r.RefutedAt });
            refutation.HasIndex(r => r.CaseId);
        });
        model.Entity<ReferenceImport>(import =>
        {
            import.Property(i => i.Name).HasMaxLength(60);
            import.Property(i => i.Source).HasMaxLength(500);
            import.Property(i => i.Sha256).HasMaxLength(64);
            import
                .HasIndex(i => new
                {
                    i.KeptBy,
                    i.Name,
                    i.Sequence,
                })
                .IsUnique();
        });
    }

    private static void MapPapers(ModelBuilder model)
    {
        model.Entity<Document>(document =>
        {
            document.Property(d => d.FileName).HasMaxLength(200);
            document.Property(d => d.MediaType).HasMaxLength(100);
            document.Property(d => d.Number).HasMaxLength(100);
            document.Property(d => d.Sha256).HasMaxLength(64);
            document.HasIndex(d => d.ApplicationId);
            document.HasIndex(d => d.CaseId);
        });
        model.Entity<Notice>(notice =>
        {
            notice.Property(n => n.To).HasMaxLength(200);
            notice.Property(n => n.Subject).HasMaxLength(200);
            notice.HasIndex(n => new { n.SentAt, n.NextAttemptAt });
            notice.HasIndex(n => n.CaseId);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("AuditTrail");
            entry.Property(e => e.PersonName).HasMaxLength(200);
            entry.Property(e => e.Event).HasMaxLength(80);
            entry.HasIndex(e => new { e.CaseId, e.Sequence });
            entry.HasIndex(e => e.ApplicationId);
            entry.HasIndex(e => new { e.KeptBy, e.At });
            entry.HasIndex(e => new { e.State, e.At });
        });
        model.Entity<AcceptedAct>(act =>
        {
            act.HasKey(a => new { a.PersonId, a.Key });
            act.Property(a => a.Key).HasMaxLength(100);
            act.Property(a => a.RequestHash).HasMaxLength(64);
        });
        model.Entity<PublishedFile>(file =>
        {
            file.HasKey(f => new
            {
                f.Kind,
                f.Id,
                f.Version,
            });
            file.Property(f => f.Id).HasMaxLength(60);
            file.Property(f => f.FileName).HasMaxLength(200);
            file.Property(f => f.Sha256).HasMaxLength(64);
        });
    }

    private sealed class CountryCode() : ValueConverter<Country, string>(c => c.Code, code => Country.Parse(code));

    // SQLite neither compares nor sorts DateTimeOffset: moments are stored in UTC.
    private sealed class UtcMoment()
        : ValueConverter<DateTimeOffset, DateTime>(
            moment => moment.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );
}

internal static class JsonColumn
{
    /// <summary>Stores the value as JSON text. It is replaced as a whole, never changed in place, so that the same object is the same
    /// value.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            value => Wire.Write(value),
            text => Wire.Read<T>(text),
            new ValueComparer<T>(
                (a, b) => ReferenceEquals(a, b),
                value => RuntimeHelpers.GetHashCode(value),
                value => value
            )
        );
}
