namespace Licensing.Casework.Storage;

/// <summary>Opens the chosen database. Every act and every query opens its own context.</summary>
public sealed class Database(Func<LicensingDb> open)
{
    public LicensingDb Open() => open();
}
