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
    internal static CaseReceipt Of(CaseFile file, Guid? created = null)
    {
        Acts.Act.Touch(file.Case);
        var c = file.Case;
        return new CaseReceipt(c.Id, c.Number, c.Status, c.Position, c.PositionName, c.Version, created);
    }
}
