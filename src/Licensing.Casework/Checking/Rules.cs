using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Clearances;
using Licensing.Casework.Decisions;
using Licensing.Casework.Licences;
using Licensing.Casework.Shipments;
using Licensing.Casework.Steps;
using Licensing.Casework.Storage;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Licensing.Domain.Shipments;

namespace Licensing.Casework.Checking;

/// <summary>The judgements of the product that the exploration asks: its steps, and its acts without what they write. A test takes one away and sees
/// that it is missed.</summary>
internal class Rules
{
    public virtual IReadOnlyList<CaseStep> Steps => Catalogue.Steps;

    public virtual bool IsAsked(Acting acting, ExchangeDocument request) => Answering.IsAsked(acting, request);

    public virtual ExchangeEntry Confirmed(CaseFile file, RecordedAnswer recorded, Guid by) =>
        RecordAnswer.Confirmed(file, recorded, by);

    /// <summary>What the law does not permit, if a grant were recommended.</summary>
    public virtual IReadOnlyList<Finding> Unmet(CaseFile file, DateOnly today) =>
        RecommendDecision.Unmet(file, null, [], [], today);

    public virtual Recommendation Decidable(CaseFile file, Verdict verdict, Acting acting)
    {
        var recommendation = DecideCase.Decidable(file, file.Case.Version, verdict, acting);
        DecideCase.RequireLawful(file, recommendation, acting.Today);
        return recommendation;
    }

    public virtual void RequireOtherOfficers(CaseFile file, Guid person) => Appeals.RequireOtherOfficers(file, person);

    public virtual Lost Lost(CaseFile file, DateTimeOffset now) => Clearances.Lost.Of(file, now);

    public virtual void PutInForce(CaseFile file, Guid by, DateOnly today) =>
        LicenceLife.PutInForce(file, file.Case.Version, by, today);

    public virtual ImportLicenceContent Amended(
        CaseFile file,
        Guid by,
        IReadOnlyDictionary<int, decimal> left,
        DateOnly today
    ) => AmendAuthorisation.Confirmed(file, file.Case.Version, by, left, today);

    public virtual Release Release(CaseFile file, Shipment shipment, DateOnly today) =>
        ReleaseGate.Release(file, shipment, ReleaseGate.Conditions(file, shipment), today);

    public virtual Release Leave(CaseFile file, Shipment shipment, IReadOnlyList<ShippedLine> lines, DateOnly today) =>
        ReleaseGate.Leave(file, shipment, lines, today);

    public virtual HeldReservation Held(ReservationRecord reservation, bool hasEnded, decimal shipped) =>
        HeldReservation.Of(reservation, hasEnded, shipped, isOfOneLine: false);
}
