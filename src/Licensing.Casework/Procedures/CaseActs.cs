namespace Licensing.Casework.Procedures;

/// <summary>The acts that a procedure permits or does not permit at a position, by the words its steps use.</summary>
public static class CaseActs
{
    /// <summary>The importing State confirms or denies; officers record its answer.</summary>
    public const string AnswerImport = "answer-import";

    /// <summary>A transit State acknowledges, gives notice, objects; officers record its answer.</summary>
    public const string AnswerTransit = "answer-transit";
    public const string AskInformation = "ask-information";
    public const string AnswerInformation = "answer-information";
    public const string Refer = "refer";
    public const string RecordAdvice = "record-advice";
    public const string AskAgain = "ask-again";
    public const string Recommend = "recommend";
    public const string Decide = "decide";

    /// <summary>An officer extends the legal period for the decision.</summary>
    public const string ExtendDecision = "extend-decision";
    public const string Withdraw = "withdraw";
}
