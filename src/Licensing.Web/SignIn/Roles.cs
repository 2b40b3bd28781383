namespace Licensing.Web.SignIn;

/// <summary>
/// The values of the <c>roles</c> claim, exactly as the app roles are to be named in the directory. They say what somebody
/// may do here; which exporter or which State somebody belongs to is not said by a role.
/// </summary>
public static class Roles
{
    public const string Exporter = "exporter";
    public const string Importer = "importer";

    /// <summary>A manufacturer, dealer, broker or carrier that applies for nothing here.</summary>
    public const string Trader = "trader";
    public const string LicensingOfficer = "licensing-officer";
    public const string SeniorOfficer = "senior-officer";

    /// <summary>Answers for another State: that it has licensed the import, or does not object to transit.</summary>
    public const string StateCorrespondent = "state-correspondent";
    public const string CustomsOfficer = "customs-officer";

    /// <summary>Reads everything and changes nothing.</summary>
    public const string Auditor = "auditor";
    public const string Administrator = "administrator";

    /// <summary>The claim's value for a role.</summary>
    public static string Of(Casework.Role role) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
}
