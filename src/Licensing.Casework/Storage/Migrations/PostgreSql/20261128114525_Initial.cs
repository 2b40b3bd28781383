using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Licensing.Casework.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AcceptedActs",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RequestHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Result = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AcceptedActs", x => new { x.PersonId, x.Key });
                }
            );

            migrationBuilder.CreateTable(
                name: "Applications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Draft = table.Column<string>(type: "text", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacesCaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedExits = table.Column<int>(type: "integer", nullable: false),
                    AuditCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Applications", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Appointments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointments", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Arrangements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Arrangement = table.Column<string>(type: "text", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBecause = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Arrangements", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuditTrail",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Event = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Data = table.Column<string>(type: "text", nullable: false),
                    Sentence = table.Column<string>(type: "text", nullable: false),
                    Refused = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrail", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "AuthorisationAnchors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Statements = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuthorisationAnchors", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Authorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Authorities", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ExportingState = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    ImportingState = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacesCaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReplacedExits = table.Column<int>(type: "integer", nullable: false),
                    FirstCaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Consignment = table.Column<string>(type: "text", nullable: true),
                    AskedInCaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Profile = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ProfileVersion = table.Column<int>(type: "integer", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PositionName = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: false
                    ),
                    PositionSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ShownStep = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ShownSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ShownActs = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    ShownUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ShownDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PermittedActs = table.Column<string>(
                        type: "character varying(600)",
                        maxLength: 600,
                        nullable: false
                    ),
                    MovingSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExtendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExtendedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ExtendedBecause = table.Column<string>(type: "text", nullable: true),
                    ReopenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReopenedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReopenedBecause = table.Column<string>(type: "text", nullable: true),
                    IsOnAppeal = table.Column<bool>(type: "boolean", nullable: false),
                    ExchangeCount = table.Column<int>(type: "integer", nullable: false),
                    ScreenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AuditCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Companies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RegistrationNumber = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Companies", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CompanyAuthorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    For = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyAuthorities", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "CompanyRegistrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyRegistrations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Counters",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counters", x => x.Name);
                }
            );

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    TextForApplicant = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Dispositions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    FlagSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClearedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClearedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispositions", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DocumentContents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentContents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Pieces = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: true),
                    NetKg = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: true),
                    UploadedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DrawDowns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReservationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DrawDowns", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "DueTimes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    Visit = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HasPassed = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DueTimes", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ExchangeDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Statement = table.Column<int>(type: "integer", nullable: true),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    To = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Authorisation = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    InReplyTo = table.Column<Guid>(type: "uuid", nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Provenance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    OriginalId = table.Column<Guid>(type: "uuid", nullable: true),
                    SenderId = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeDocuments", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "InformationRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InformationRequests", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "LicenceAmendments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LicenceAmendments", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Licences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SuspendedBecause = table.Column<string>(type: "text", nullable: true),
                    ReinstatementBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReinstatementBecause = table.Column<string>(type: "text", nullable: true),
                    AmendedContent = table.Column<string>(type: "text", nullable: true),
                    AmendmentBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AmendmentBecause = table.Column<string>(type: "text", nullable: true),
                    AmendmentContent = table.Column<string>(type: "text", nullable: true),
                    ReturnBy = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnExtendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnExtendedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnExtendedBecause = table.Column<string>(type: "text", nullable: true),
                    ReturnSettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBecause = table.Column<string>(type: "text", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Licences", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "LinkRefutations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyA = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    PartyB = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    NameA = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameB = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Attribute = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    RefutedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RefutedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBecause = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRefutations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    ExchangeId = table.Column<Guid>(type: "uuid", nullable: true),
                    To = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastError = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ProcedureInstances",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    DefinitionId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Visit = table.Column<int>(type: "integer", nullable: false),
                    LeftVisit = table.Column<int>(type: "integer", nullable: true),
                    SentBefore = table.Column<int>(type: "integer", nullable: false),
                    SetOff = table.Column<string>(type: "text", nullable: true),
                    ActId = table.Column<Guid>(type: "uuid", nullable: true),
                    Said = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedureInstances", x => x.CaseId);
                }
            );

            migrationBuilder.CreateTable(
                name: "ProcedurePassages",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Visit = table.Column<int>(type: "integer", nullable: false),
                    Activity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedurePassages", x => new { x.CaseId, x.Visit });
                }
            );

            migrationBuilder.CreateTable(
                name: "ProcedureStimuli",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    ActId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stimulus = table.Column<string>(type: "text", nullable: false),
                    SetOff = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedureStimuli", x => new { x.CaseId, x.Sequence });
                }
            );

            migrationBuilder.CreateTable(
                name: "PublishedFiles",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_PublishedFiles",
                        x => new
                        {
                            x.Kind,
                            x.Id,
                            x.Version,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Checked = table.Column<string>(type: "text", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReturnedBecause = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "RecordedAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Authorisation = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    OriginalId = table.Column<Guid>(type: "uuid", nullable: false),
                    SenderId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SettledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RejectedBecause = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordedAnswers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ReferenceImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RetrievedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReviewBy = table.Column<DateOnly>(type: "date", nullable: true),
                    ImportedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    KnownOn = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceImports", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false),
                    ReferredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Advice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AdviceText = table.Column<string>(type: "text", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AdvisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "RegisterEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    Party = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: true),
                    Owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Account = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    CountsSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndProposedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EndBecause = table.Column<string>(type: "text", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterEntries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Reservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Authorisation = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    AuthorisedLine = table.Column<int>(type: "integer", nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Platform = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Calibre = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    GoodsLine = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reservations", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ReturnEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Because = table.Column<string>(type: "text", nullable: true),
                    MarkedYear = table.Column<int>(type: "integer", nullable: true),
                    Licence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DocumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnEntries", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ScreenedGoods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Exporter = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    Consignee = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    FinalRecipient = table.Column<string>(
                        type: "character varying(210)",
                        maxLength: 210,
                        nullable: false
                    ),
                    PartType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Platform = table.Column<string>(type: "text", nullable: true),
                    Amount = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Category = table.Column<string>(type: "text", nullable: false),
                    Finish = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Model = table.Column<string>(type: "text", nullable: false),
                    Calibre = table.Column<string>(type: "text", nullable: true),
                    Mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrderValue = table.Column<decimal>(type: "numeric(18,3)", precision: 18, scale: 3, nullable: false),
                    Particulars = table.Column<string>(type: "text", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreenedGoods", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ScreenedParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeptBy = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Key = table.Column<string>(type: "character varying(210)", maxLength: 210, nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    RegistrationNumber = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: true
                    ),
                    Phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreenedParties", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Screenings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleSet = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RuleSetVersion = table.Column<int>(type: "integer", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    Band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsBlocked = table.Column<bool>(type: "boolean", nullable: false),
                    Report = table.Column<string>(type: "text", nullable: false),
                    Dossier = table.Column<string>(type: "text", nullable: false),
                    Lists = table.Column<string>(type: "text", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Screenings", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ShipmentExits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentExits", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ShipmentHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsSeizure = table.Column<bool>(type: "boolean", nullable: false),
                    Because = table.Column<string>(type: "text", nullable: false),
                    Post = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LiftedBecause = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentHolds", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "Shipments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Declaration = table.Column<string>(type: "text", nullable: false),
                    DeclaredBy = table.Column<Guid>(type: "uuid", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReleasedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleasedAtPost = table.Column<string>(
                        type: "character varying(200)",
                        maxLength: 200,
                        nullable: true
                    ),
                    ConditionsMet = table.Column<string>(type: "text", nullable: false),
                    EndedBecause = table.Column<string>(type: "text", nullable: true),
                    RecallLiftBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecallLiftBecause = table.Column<string>(type: "text", nullable: true),
                    ReceiptRequestId = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SettledBecause = table.Column<string>(type: "text", nullable: true),
                    SettledBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shipments", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "States",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    IsLandlocked = table.Column<bool>(type: "boolean", nullable: false),
                    IsResident = table.Column<bool>(type: "boolean", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Profile = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Calendar = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    PlaceOfIssue = table.Column<string>(
                        type: "character varying(100)",
                        maxLength: 100,
                        nullable: false
                    ),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_States", x => x.Code);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Applications_CompanyId_ChangedAt",
                table: "Applications",
                columns: new[] { "CompanyId", "ChangedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Appointments_CompanyId", table: "Appointments", column: "CompanyId");

            migrationBuilder.CreateIndex(name: "IX_Appointments_PersonId", table: "Appointments", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_State_Role",
                table: "Appointments",
                columns: new[] { "State", "Role" }
            );

            migrationBuilder.CreateIndex(name: "IX_Arrangements_KeptBy", table: "Arrangements", column: "KeptBy");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_ApplicationId",
                table: "AuditTrail",
                column: "ApplicationId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_CaseId_Sequence",
                table: "AuditTrail",
                columns: new[] { "CaseId", "Sequence" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_KeptBy_At",
                table: "AuditTrail",
                columns: new[] { "KeptBy", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_State_At",
                table: "AuditTrail",
                columns: new[] { "State", "At" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuthorisationAnchors_KeptBy_IssuedBy_Key",
                table: "AuthorisationAnchors",
                columns: new[] { "KeptBy", "IssuedBy", "Key" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_AuthorisationAnchors_KeptBy_IssuedBy_Number",
                table: "AuthorisationAnchors",
                columns: new[] { "KeptBy", "IssuedBy", "Number" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Authorities_State", table: "Authorities", column: "State");

            migrationBuilder.CreateIndex(name: "IX_Cases_AskedInCaseId", table: "Cases", column: "AskedInCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_CompanyId_SubmittedAt",
                table: "Cases",
                columns: new[] { "CompanyId", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Cases_MovingSince", table: "Cases", column: "MovingSince");

            migrationBuilder.CreateIndex(name: "IX_Cases_Number", table: "Cases", column: "Number", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Cases_ReplacesCaseId", table: "Cases", column: "ReplacesCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_Status_SubmittedAt",
                table: "Cases",
                columns: new[] { "State", "Status", "SubmittedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Companies_State_RegistrationNumber",
                table: "Companies",
                columns: new[] { "State", "RegistrationNumber" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_CompanyAuthorities_CompanyId",
                table: "CompanyAuthorities",
                column: "CompanyId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_CompanyRegistrations_CompanyId",
                table: "CompanyRegistrations",
                column: "CompanyId"
            );

            migrationBuilder.CreateIndex(name: "IX_Decisions_CaseId", table: "Decisions", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_Dispositions_CaseId", table: "Dispositions", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ApplicationId",
                table: "Documents",
                column: "ApplicationId"
            );

            migrationBuilder.CreateIndex(name: "IX_Documents_CaseId", table: "Documents", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_DrawDowns_CaseId", table: "DrawDowns", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_DueTimes_CaseId", table: "DueTimes", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_DueTimes_SettledAt_DueAt",
                table: "DueTimes",
                columns: new[] { "SettledAt", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_DueTimes_SettledAt_RemindedAt_RemindAt",
                table: "DueTimes",
                columns: new[] { "SettledAt", "RemindedAt", "RemindAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeDocuments_CaseId",
                table: "ExchangeDocuments",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeDocuments_From_To_Authorisation",
                table: "ExchangeDocuments",
                columns: new[] { "From", "To", "Authorisation" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeDocuments_Number",
                table: "ExchangeDocuments",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeDocuments_To_Kind_KnownAt",
                table: "ExchangeDocuments",
                columns: new[] { "To", "Kind", "KnownAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_InformationRequests_CaseId",
                table: "InformationRequests",
                column: "CaseId"
            );

            migrationBuilder.CreateIndex(name: "IX_Licences_CaseId", table: "Licences", column: "CaseId", unique: true);

            migrationBuilder.CreateIndex(name: "IX_Licences_CompanyId", table: "Licences", column: "CompanyId");

            migrationBuilder.CreateIndex(name: "IX_Licences_Number", table: "Licences", column: "Number", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Licences_State_IssuedAt",
                table: "Licences",
                columns: new[] { "State", "IssuedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_LinkRefutations_CaseId", table: "LinkRefutations", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkRefutations_KeptBy_RefutedAt",
                table: "LinkRefutations",
                columns: new[] { "KeptBy", "RefutedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_Notices_CaseId", table: "Notices", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_SentAt_NextAttemptAt",
                table: "Notices",
                columns: new[] { "SentAt", "NextAttemptAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_People_Issuer_Subject",
                table: "People",
                columns: new[] { "Issuer", "Subject" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Recommendations_CaseId", table: "Recommendations", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_RecordedAnswers_CaseId", table: "RecordedAnswers", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceImports_KeptBy_Name_Sequence",
                table: "ReferenceImports",
                columns: new[] { "KeptBy", "Name", "Sequence" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_Referrals_CaseId", table: "Referrals", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Account",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Account" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Kind",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Kind" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Owner",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Owner" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Party",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Party" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_RecordedAt",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "RecordedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Sha256",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Sha256" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_KeptBy_Subject",
                table: "RegisterEntries",
                columns: new[] { "KeptBy", "Subject" }
            );

            migrationBuilder.CreateIndex(name: "IX_Reservations_CaseId", table: "Reservations", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Reservations_KeptBy_IssuedBy_Authorisation",
                table: "Reservations",
                columns: new[] { "KeptBy", "IssuedBy", "Authorisation" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ReturnEntries_CaseId_Sequence",
                table: "ReturnEntries",
                columns: new[] { "CaseId", "Sequence" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ScreenedGoods_CaseId", table: "ScreenedGoods", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedGoods_KeptBy_Consignee",
                table: "ScreenedGoods",
                columns: new[] { "KeptBy", "Consignee" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedGoods_KeptBy_Exporter",
                table: "ScreenedGoods",
                columns: new[] { "KeptBy", "Exporter" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedGoods_KeptBy_FinalRecipient",
                table: "ScreenedGoods",
                columns: new[] { "KeptBy", "FinalRecipient" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedParties_KeptBy_Address",
                table: "ScreenedParties",
                columns: new[] { "KeptBy", "Address" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedParties_KeptBy_Email",
                table: "ScreenedParties",
                columns: new[] { "KeptBy", "Email" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedParties_KeptBy_Key",
                table: "ScreenedParties",
                columns: new[] { "KeptBy", "Key" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedParties_KeptBy_Phone",
                table: "ScreenedParties",
                columns: new[] { "KeptBy", "Phone" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ScreenedParties_KeptBy_RegistrationNumber",
                table: "ScreenedParties",
                columns: new[] { "KeptBy", "RegistrationNumber" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_Screenings_CaseId_Sequence",
                table: "Screenings",
                columns: new[] { "CaseId", "Sequence" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ShipmentExits_CaseId", table: "ShipmentExits", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_ShipmentHolds_CaseId", table: "ShipmentHolds", column: "CaseId");

            migrationBuilder.CreateIndex(name: "IX_Shipments_CaseId", table: "Shipments", column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Number",
                table: "Shipments",
                column: "Number",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Status_DeclaredAt",
                table: "Shipments",
                columns: new[] { "Status", "DeclaredAt" }
            );
            AppendOnly.OnPostgreSql(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "AcceptedActs");

            migrationBuilder.DropTable(name: "Applications");

            migrationBuilder.DropTable(name: "Appointments");

            migrationBuilder.DropTable(name: "Arrangements");

            migrationBuilder.DropTable(name: "AuditTrail");

            migrationBuilder.DropTable(name: "AuthorisationAnchors");

            migrationBuilder.DropTable(name: "Authorities");

            migrationBuilder.DropTable(name: "Cases");

            migrationBuilder.DropTable(name: "Companies");

            migrationBuilder.DropTable(name: "CompanyAuthorities");

            migrationBuilder.DropTable(name: "CompanyRegistrations");

            migrationBuilder.DropTable(name: "Counters");

            migrationBuilder.DropTable(name: "Decisions");

            migrationBuilder.DropTable(name: "Dispositions");

            migrationBuilder.DropTable(name: "DocumentContents");

            migrationBuilder.DropTable(name: "Documents");

            migrationBuilder.DropTable(name: "DrawDowns");

            migrationBuilder.DropTable(name: "DueTimes");

            migrationBuilder.DropTable(name: "ExchangeDocuments");

            migrationBuilder.DropTable(name: "InformationRequests");

            migrationBuilder.DropTable(name: "LicenceAmendments");

            migrationBuilder.DropTable(name: "Licences");

            migrationBuilder.DropTable(name: "LinkRefutations");

            migrationBuilder.DropTable(name: "Notices");

            migrationBuilder.DropTable(name: "People");

            migrationBuilder.DropTable(name: "ProcedureInstances");

            migrationBuilder.DropTable(name: "ProcedurePassages");

            migrationBuilder.DropTable(name: "ProcedureStimuli");

            migrationBuilder.DropTable(name: "PublishedFiles");

            migrationBuilder.DropTable(name: "Recommendations");

            migrationBuilder.DropTable(name: "RecordedAnswers");

            migrationBuilder.DropTable(name: "ReferenceImports");

            migrationBuilder.DropTable(name: "Referrals");

            migrationBuilder.DropTable(name: "RegisterEntries");

            migrationBuilder.DropTable(name: "Reservations");

            migrationBuilder.DropTable(name: "ReturnEntries");

            migrationBuilder.DropTable(name: "ScreenedGoods");

            migrationBuilder.DropTable(name: "ScreenedParties");

            migrationBuilder.DropTable(name: "Screenings");

            migrationBuilder.DropTable(name: "ShipmentExits");

            migrationBuilder.DropTable(name: "ShipmentHolds");

            migrationBuilder.DropTable(name: "Shipments");

            migrationBuilder.DropTable(name: "States");
        }
    }
}
