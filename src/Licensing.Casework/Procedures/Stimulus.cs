using System.Text.Json.Serialization;
using Licensing.Casework.Storage;

namespace Licensing.Casework.Procedures;

/// <summary>Something that may move a waiting case.</summary>
[JsonDerivedType(typeof(StateAnswered), "state-answered")]
[JsonDerivedType(typeof(DeadlineReached), "deadline-reached")]
[JsonDerivedType(typeof(RecommendationGiven), "recommendation-given")]
[JsonDerivedType(typeof(AskAgainWanted), "ask-again-wanted")]
[JsonDerivedType(typeof(DecisionTaken), "decision-taken")]
[JsonDerivedType(typeof(DecisionReturned), "decision-returned")]
[JsonDerivedType(typeof(WithdrawalDeclared), "withdrawal-declared")]
[JsonDerivedType(typeof(RefusalReopened), "refusal-reopened")]
[JsonDerivedType(typeof(RequestReplaced), "request-replaced")]
[JsonDerivedType(typeof(RequestOver), "request-over")]
[JsonDerivedType(typeof(LicenceStoppedNow), "licence-stopped-now")]
[JsonDerivedType(typeof(LicenceResumed), "licence-resumed")]
[JsonDerivedType(typeof(LicenceOver), "licence-over")]
[JsonDerivedType(typeof(GoodsAccountedFor), "goods-accounted-for")]
[JsonDerivedType(typeof(ImportsAreMarked), "imports-are-marked")]
[JsonDerivedType(typeof(ShipmentChanged), "shipment-changed")]
public abstract record Stimulus;

/// <summary>A State's answer has been added to the case. The transit State's own case hears of it as well.</summary>
/// <param name="On">The day on which it was, in the State whose case it is.</param>
public sealed record StateAnswered(ExchangeKind Kind, DateOnly On) : Stimulus;

public sealed record DeadlineReached(DueKind Kind, int Visit) : Stimulus;

public sealed record RecommendationGiven : Stimulus;

/// <summary>The officer wants a State asked again.</summary>
public sealed record AskAgainWanted(bool ImportingState) : Stimulus;

public sealed record DecisionTaken(Verdict Verdict) : Stimulus;

public sealed record DecisionReturned : Stimulus;

public sealed record WithdrawalDeclared : Stimulus;

/// <summary>The applicant has appealed against the refusal, or the authority reopens the case.</summary>
public sealed record RefusalReopened : Stimulus;

/// <summary>The exporting State has sent a newer request, which takes the place of the one before.</summary>
public sealed record RequestReplaced : Stimulus;

/// <summary>The case in which a transit was asked needs no answer as it stands.</summary>
/// <param name="ForGood">It has come to its end: what was answered matters no longer either.</param>
public sealed record RequestOver(bool ForGood) : Stimulus;

/// <summary>The licence has just been suspended.</summary>
public sealed record LicenceStoppedNow : Stimulus;

/// <summary>It has just been reinstated.</summary>
public sealed record LicenceResumed : Stimulus;

/// <summary>It has just been revoked, surrendered or used up.</summary>
public sealed record LicenceOver : Stimulus;

/// <summary>Everything that went for a while is back or accounted for.</summary>
public sealed record GoodsAccountedFor : Stimulus;

/// <summary>Every firearm that came in for good bears the import marking, or need not.</summary>
public sealed record ImportsAreMarked : Stimulus;

/// <summary>A shipment has been cancelled or settled.</summary>
public sealed record ShipmentChanged : Stimulus;
