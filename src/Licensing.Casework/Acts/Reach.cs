using Licensing.Casework.Storage;

namespace Licensing.Casework.Acts;

/// <summary>Tells a fault of ours from a database that cannot be reached just now.</summary>
public sealed class Reach(Database database)
{
    public bool IsLost(Exception failure) =>
        failure is OutOfReachException || database.FaultIn(failure) is Fault.OutOfReach;
}
