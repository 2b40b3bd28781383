using Licensing.Casework.Storage;

namespace Licensing.Casework.Cases;

/// <summary>What an act on a case answers: where the case stands now.</summary>
/// <param name="Version">To be sent back as <c>seen</c> by whoever decides on what it stands for.</param>
/// <param name="Created">Id of what the act added: a request, an answer, a recommendation.</param>
public sealed record CaseReceipt(
    Guid CaseId,
    string Number,
    CaseStatus Status,
    string Position,
    string PositionName,
    Guid Version,
    Guid? Created
)
{
    /// <summary>The same once the case has come to rest.</summary>
    internal CaseReceipt Of(Case c) =>
        this with
        {
            Status = c.Status,
            Position = c.Position,
            PositionName = c.PositionName,
            Version = c.Version,
        };

    internal static CaseReceipt Of(CaseFile file, Guid? created = null)
    {
        Acts.Act.Touch(file.Case);
        var c = file.Case;
        return new CaseReceipt(c.Id, c.Number, c.Status, c.Position, c.PositionName, c.Version, created);
    }
}
