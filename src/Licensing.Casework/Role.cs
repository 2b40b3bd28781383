namespace Licensing.Casework;

/// <summary>What a person acts as. Every role is held for one State; an exporter's, importer's or trader's for one company of that State.</summary>
public enum Role
{
    Exporter,
    Importer,

    /// <summary>A manufacturer, dealer, broker or carrier of the register that applies for nothing here: it reports (P15).</summary>
    Trader,
    LicensingOfficer,

    /// <summary>Decides, besides all that a licensing officer does.</summary>
    SeniorOfficer,

    /// <summary>Answers for its State as importing or transit State.</summary>
    StateCorrespondent,
    CustomsOfficer,

    /// <summary>Reads everything of its State and changes nothing.</summary>
    Auditor,
    Administrator,

    /// <summary>The timetable, when a deadline passes. Nobody signs in as it.</summary>
    Timetable,
}
