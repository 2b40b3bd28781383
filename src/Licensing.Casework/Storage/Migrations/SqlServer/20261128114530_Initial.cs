using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Licensing.Casework.Storage.Migrations.SqlServer
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
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RequestHash = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Result = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Draft = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacedExits = table.Column<int>(type: "int", nullable: false),
                    AuditCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Arrangement = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonName = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Role = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Event = table.Column<string>(
                        type: "nvarchar(80)",
                        maxLength: 80,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Data = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sentence = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Refused = table.Column<bool>(type: "bit", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssuedBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Number = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Key = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Statements = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Email = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(
                        type: "nvarchar(30)",
                        maxLength: 30,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ExportingState = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ImportingState = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacedExits = table.Column<int>(type: "int", nullable: false),
                    FirstCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reference = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Consignment = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    AskedInCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Profile = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ProfileVersion = table.Column<int>(type: "int", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Position = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PositionName = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PositionSince = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ShownStep = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ShownSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ShownActs = table.Column<string>(
                        type: "nvarchar(600)",
                        maxLength: 600,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ShownUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ShownDueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PermittedActs = table.Column<string>(
                        type: "nvarchar(600)",
                        maxLength: 600,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    MovingSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ExtendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExtendedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExtendedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReopenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReopenedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReopenedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IsOnAppeal = table.Column<bool>(type: "bit", nullable: false),
                    ExchangeCount = table.Column<int>(type: "int", nullable: false),
                    ScreenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AuditCount = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Address = table.Column<string>(
                        type: "nvarchar(500)",
                        maxLength: 500,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RegistrationNumber = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Category = table.Column<string>(
                        type: "nvarchar(20)",
                        maxLength: 20,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    For = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    KnownAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Name = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Last = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecommendationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Verdict = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Conditions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TextForApplicant = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Note = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(
                        type: "nvarchar(20)",
                        maxLength: 20,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    FlagSha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Reason = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClearedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClearedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    FileName = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    MediaType = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Pieces = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: true),
                    NetKg = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: true),
                    UploadedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReservationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Visit = table.Column<int>(type: "int", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RemindedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HasPassed = table.Column<bool>(type: "bit", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Statement = table.Column<int>(type: "int", nullable: true),
                    Number = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    From = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    To = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Authorisation = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    InReplyTo = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Provenance = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    GivenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OriginalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AskedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Answer = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    LapsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Because = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Key = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CompanyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    SuspendedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReinstatementBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReinstatementBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AmendedContent = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AmendmentBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AmendmentBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AmendmentContent = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReturnBy = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnExtendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnExtendedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReturnExtendedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReturnSettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PartyA = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PartyB = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    NameA = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    NameB = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Attribute = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Value = table.Column<string>(
                        type: "nvarchar(500)",
                        maxLength: 500,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Reason = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    RefutedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RefutedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExchangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    To = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Subject = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Body = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastError = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Issuer = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Subject = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Email = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DefinitionId = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Status = table.Column<string>(
                        type: "nvarchar(20)",
                        maxLength: 20,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Visit = table.Column<int>(type: "int", nullable: false),
                    LeftVisit = table.Column<int>(type: "int", nullable: true),
                    SentBefore = table.Column<int>(type: "int", nullable: false),
                    SetOff = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ActId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Said = table.Column<int>(type: "int", nullable: false),
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
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Visit = table.Column<int>(type: "int", nullable: false),
                    Activity = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Outcome = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    ActId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stimulus = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SetOff = table.Column<string>(type: "nvarchar(max)", nullable: false),
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
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Id = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<int>(type: "int", nullable: false),
                    FileName = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Verdict = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Conditions = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Note = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Checked = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answer = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReturnedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    From = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Authorisation = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    DatedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    OriginalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SenderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RejectedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Source = table.Column<string>(
                        type: "nvarchar(500)",
                        maxLength: 500,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RetrievedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReviewBy = table.Column<DateOnly>(type: "date", nullable: true),
                    ImportedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Agency = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Question = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReferredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReferredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Advice = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AdviceText = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AdvisedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LapsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Subject = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Party = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Owner = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Account = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Content = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Source = table.Column<string>(
                        type: "nvarchar(500)",
                        maxLength: 500,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Replaces = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CountsSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IssuedBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Authorisation = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AuthorisedLine = table.Column<int>(type: "int", nullable: false),
                    Class = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Part = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Platform = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Calibre = table.Column<string>(
                        type: "nvarchar(50)",
                        maxLength: 50,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    GoodsLine = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Post = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Outcome = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Because = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    MarkedYear = table.Column<int>(type: "int", nullable: true),
                    Licence = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    DocumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Exporter = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Consignee = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    FinalRecipient = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PartType = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Platform = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Amount = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Unit = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Category = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Finish = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Model = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Calibre = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Mode = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    OrderValue = table.Column<decimal>(type: "decimal(18,3)", precision: 18, scale: 3, nullable: false),
                    Particulars = table.Column<string>(type: "nvarchar(max)", nullable: true),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeptBy = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Key = table.Column<string>(
                        type: "nvarchar(210)",
                        maxLength: 210,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Role = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    State = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RegistrationNumber = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Phone = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Email = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Address = table.Column<string>(
                        type: "nvarchar(500)",
                        maxLength: 500,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Stage = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RuleSet = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RuleSetVersion = table.Column<int>(type: "int", nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    Band = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IsBlocked = table.Column<bool>(type: "bit", nullable: false),
                    Report = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Dossier = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Lists = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sha256 = table.Column<string>(
                        type: "nvarchar(64)",
                        maxLength: 64,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Post = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsSeizure = table.Column<bool>(type: "bit", nullable: false),
                    Because = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Post = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LiftedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LicenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(
                        type: "nvarchar(50)",
                        maxLength: 50,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Declaration = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DeclaredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReleasedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReleasedAtPost = table.Column<string>(
                        type: "nvarchar(200)",
                        maxLength: 200,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ConditionsMet = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    EndedBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    RecallLiftBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecallLiftBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    ReceiptRequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Outcome = table.Column<string>(
                        type: "nvarchar(40)",
                        maxLength: 40,
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    SettledBecause = table.Column<string>(
                        type: "nvarchar(max)",
                        nullable: true,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
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
                    Code = table.Column<string>(
                        type: "nvarchar(2)",
                        maxLength: 2,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Name = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    IsLandlocked = table.Column<bool>(type: "bit", nullable: false),
                    IsResident = table.Column<bool>(type: "bit", nullable: false),
                    TimeZone = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Profile = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Calendar = table.Column<string>(
                        type: "nvarchar(60)",
                        maxLength: 60,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    PlaceOfIssue = table.Column<string>(
                        type: "nvarchar(100)",
                        maxLength: 100,
                        nullable: false,
                        collation: "Latin1_General_100_BIN2"
                    ),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
            AppendOnly.OnSqlServer(migrationBuilder);
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
