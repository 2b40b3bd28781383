using Licensing.Casework.Acts;
using Licensing.Casework.Applications;
using Licensing.Casework.Audit;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Documents;
using Licensing.Casework.Information;
using Licensing.Casework.Licences;
using Licensing.Casework.Notices;
using Licensing.Casework.Procedures;
using Licensing.Casework.Publishing;
using Licensing.Casework.Registers;
using Licensing.Casework.Returns;
using Licensing.Casework.Screening;
using Licensing.Casework.Setup;
using Licensing.Casework.Shipments;
using Licensing.Casework.StateDirectory;
using Licensing.Casework.Storage;
using Licensing.Casework.Transits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Licensing.Casework;

public static class CaseworkServices
{
    /// <summary>Everything of casework, on the chosen database. Whoever sends mail adds an <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, DatabaseChoice database)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        database.Register(services);
        services.AddSingleton<ActRunner>();
        services.AddSingleton<Reach>();
        services.AddSingleton<NoteAttempt>();
        services.AddSingleton<Definitions>();
        services.AddSingleton<MovingCases>();
        services.AddSingleton<OutboxProcedures>();
        services.AddSingleton<StepsForEngine>();
        services.AddSingleton<LeftMoving>();
        // A host with an engine of its own has named it before.
        services.TryAddSingleton<IProcedures, EmbeddedProcedures>();
        foreach (var type in Acts.Concat(Queries))
            services.AddSingleton(type);
        return services;
    }

    /// <summary>An engine outside the database moves the cases: acts commit how a step is left, and the engine carries the case on with
    /// <see cref="StepsForEngine"/>.</summary>
    public static IServiceCollection AddEngineOutside(this IServiceCollection services)
    {
        services.Replace(
            ServiceDescriptor.Singleton<IProcedures>(provider => provider.GetRequiredService<OutboxProcedures>())
        );
        return services;
    }

    private static readonly Type[] Acts =
    [
        typeof(Drafts),
        typeof(ChangeLicence),
        typeof(ScreenCase),
        typeof(DisposeOfFlag),
        typeof(RefuteLink),
        typeof(ImportReference),
        typeof(KeepRegisters),
        typeof(ReportIncident),
        typeof(Rescreen),
        typeof(SubmitApplication),
        typeof(WithdrawApplication),
        typeof(AttachDocument),
        typeof(GiveAnswer),
        typeof(RecordAnswer),
        typeof(Arrangements),
        typeof(AskAgain),
        typeof(Inquiries),
        typeof(RecommendDecision),
        typeof(DecideCase),
        typeof(ExtendDecision),
        typeof(Appeals),
        typeof(LicenceLife),
        typeof(AmendAuthorisation),
        typeof(AnswerFromCase),
        typeof(TransitQuestions),
        typeof(RecommendNotice),
        typeof(DecideNotice),
        typeof(DeclareShipment),
        typeof(AtThePost),
        typeof(LiftHold),
        typeof(ReportMovement),
        typeof(SettleShipment),
        typeof(LiftRecall),
        typeof(RecordReturn),
        typeof(AccountForGoods),
        typeof(ExtendReturn),
        typeof(ImportMarking),
        typeof(PassDeadline),
        typeof(SendNotices),
        typeof(PublishWorkflows),
        typeof(PublishProcedure),
        typeof(FillDirectory),
    ];

    private static readonly Type[] Queries =
    [
        typeof(CasesForApplicant),
        typeof(CasesForOfficer),
        typeof(TransitCasesForOfficer),
        typeof(ShipmentsForCustoms),
        typeof(StaysForCustoms),
        typeof(RequestsForCorrespondent),
        typeof(HistoryForAuditor),
        typeof(DirectoryOfStates),
        typeof(PublishedFiles),
        typeof(CheckAnswer),
        typeof(ReadDocument),
        typeof(ArrangementsOnFile),
        typeof(RefutedLinks),
        typeof(Checkup),
        typeof(Backlog),
        typeof(BackTest),
        typeof(RegistersOnFile),
    ];
}
