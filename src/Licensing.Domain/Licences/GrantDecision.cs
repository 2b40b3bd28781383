namespace Licensing.Domain.Licences;

/// <summary>A grant that one officer recommended and another decided.</summary>
public sealed record GrantDecision
{
    private GrantDecision(Guid recommendedBy, Guid decidedBy, IReadOnlyList<string> conditions) =>
        (RecommendedBy, DecidedBy, Conditions) = (recommendedBy, decidedBy, conditions);

    public Guid RecommendedBy { get; }
    public Guid DecidedBy { get; }
    public IReadOnlyList<string> Conditions { get; }

    /// <exception cref="FourEyesException">The same person recommended it.</exception>
    public static GrantDecision By(Guid recommendedBy, Guid decidedBy, IReadOnlyList<string> conditions)
    {
        FourEyes.Require(recommendedBy, decidedBy, "decide", "recommended");
        return new GrantDecision(recommendedBy, decidedBy, conditions);
    }
}

/// <summary>No one completes alone what needs two: recommending and deciding, recording an answer and confirming it.</summary>
public static class FourEyes
{
    public static void Require(Guid first, Guid second, string act, string firstAct)
    {
        if (first == second)
            throw new FourEyesException($"You cannot {act} what you {firstAct}: a second officer must.");
    }
}

public sealed class FourEyesException(string message) : Exception(message);

/// <summary>Why an application is refused. Codes are for statistics; the text to the applicant says the rest.</summary>
public enum RefusalReason
{
    /// <summary>Art. 10(2)(a): the importing State has not authorised the shipment.</summary>
    ImportNotAuthorised,

    /// <summary>Art. 10(2)(b): a transit State has not given notice, or objects.</summary>
    TransitNotCleared,

    /// <summary>Art. 10(3): particulars are missing or contradict each other.</summary>
    ParticularsNotMet,
    DiversionRisk,
    EndUseNotCredible,
    ExporterNotEntitled,
    InformationNotGiven,

    /// <summary>Another ground of the State's own law, named in the text.</summary>
    NationalLaw,
}
