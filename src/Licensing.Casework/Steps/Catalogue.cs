using Licensing.Workflow;

namespace Licensing.Casework.Steps;

/// <summary>Every step that a procedure may be made of.</summary>
public static class Catalogue
{
    public static readonly IReadOnlyList<CaseStep> Steps =
    [
        new RequestImportConfirmation(),
        new AwaitImportConfirmation(),
        new RequestTransitNotices(),
        new AwaitTransitNotices(),
        new AwaitRecommendation(),
        new AwaitAssessment(),
        new AwaitDecision(),
        new IssueLicence(),
        new IssueAuthorisation(),
        new AwaitShipments(),
        new AwaitReinstatement(),
        new EndLicence(),
        new AwaitReceipts(),
        new CheckReturn(),
        new CheckMarking(),
        new AwaitMarking(),
        new AwaitReturn(),
        new AwaitUse(),
        new AwaitRestoration(),
        new EndAuthorisation(),
        new CloseRefused(),
        new OfferAppeal(),
        new AwaitAppeal(),
        new ReopenCase(),
        new CloseWithdrawn(),
        new AwaitNoticeRecommendation(),
        new AwaitNoticeDecision(),
        new AwaitNoticeEnd(),
        new AwaitSecondThoughts(),
        new CloseNotAsked(),
    ];

    public static readonly StepCatalogue Types = new(Steps.Select(step => step.Type));

    /// <summary>The type of a step as definitions name it.</summary>
    public static string NameOf<T>()
        where T : CaseStep => $"Licensing.{typeof(T).Name}";

    /// <exception cref="KeyNotFoundException">No step has that type.</exception>
    public static CaseStep Step(string type) =>
        Steps.FirstOrDefault(step => step.Type.Name == type)
        ?? throw new KeyNotFoundException($"There is no step {type} in the catalogue.");
}
