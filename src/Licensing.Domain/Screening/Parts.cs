namespace Licensing.Domain.Screening;

/// <summary>Part types by their names in a dossier (catalogue, section 2).</summary>
public static class Parts
{
    public const string CompleteFirearm = "COMPLETE_FIREARM";
    public const string Frame = "FRAME";
    public const string Receiver = "RECEIVER";
    public const string LowerReceiver = "LOWER_RECEIVER";
    public const string UpperReceiver = "UPPER_RECEIVER";
    public const string Barrel = "BARREL";
    public const string Bolt = "BOLT";
    public const string Slide = "SLIDE";
    public const string Cylinder = "CYLINDER";
    public const string Suppressor = "SUPPRESSOR";
    public const string TriggerGroup = "TRIGGER_GROUP";
    public const string ConversionAuto = "CONVERSION_AUTO";
    public const string Magazine = "MAGAZINE";
    public const string BlankFirer = "BLANK_FIRER";
    public const string UpperAssembly = "UPPER_ASSEMBLY";
    public const string CalibreKit = "CALIBRE_KIT";
    public const string PartsSet = "PARTS_SET";
    public const string Ammunition = "AMMUNITION";

    /// <summary>Those without which no firearm works.</summary>
    public static readonly IReadOnlyList<string> Essential =
    [
        Frame,
        Receiver,
        LowerReceiver,
        UpperReceiver,
        Slide,
        Cylinder,
        Bolt,
        Barrel,
    ];

    /// <summary>Those that make a firearm what it is: each is a future firearm.</summary>
    public static readonly IReadOnlyList<string> ReceiverType = [Frame, Receiver, LowerReceiver];

    /// <summary>Means of making firearms.</summary>
    public static readonly IReadOnlyList<string> MeansOfManufacture =
    [
        "JIG",
        "TOOLING",
        "PRINT_FILE",
        "CNC_MACHINE_FIREARM",
    ];

    /// <summary>Other names for the same part (catalogue, 2.1).</summary>
    private static readonly Dictionary<string, string> Synonyms = new()
    {
        ["BREECH_BOLT"] = Bolt,
        ["BREECH_BLOCK"] = Bolt,
        ["BOLT_CARRIER"] = Bolt,
        ["SILENCER"] = Suppressor,
        ["SOUND_MODERATOR"] = Suppressor,
        ["SOUND_SUPPRESSOR"] = Suppressor,
    };

    /// <summary>The part type that a paper means, whatever its spelling and whichever of its names it uses.</summary>
    public static string Named(string part)
    {
        var spelt = part.Trim().ToUpperInvariant().Replace(' ', '_').Replace('-', '_');
        return Synonyms.GetValueOrDefault(spelt, spelt);
    }

    /// <summary>Every part type that has a name.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        CompleteFirearm,
        .. Essential,
        Suppressor,
        TriggerGroup,
        ConversionAuto,
        Magazine,
        BlankFirer,
        UpperAssembly,
        CalibreKit,
        PartsSet,
        Ammunition,
        .. MeansOfManufacture,
        "SIGHT",
        "STOCK",
        "GRIP",
        "RAIL",
        "SPRING",
        "PIN",
    ];

    public static bool IsEssential(string? part) => part is not null && Essential.Contains(part);

    public static bool IsReceiverType(string? part) => part is not null && ReceiverType.Contains(part);

    /// <summary>A complete firearm, or what makes one.</summary>
    public static bool IsFirearmEquivalent(string? part) => part == CompleteFirearm || IsReceiverType(part);

    /// <summary>A firearm or a part that Article 3 names, or goods that a State has put into a category of its law.</summary>
    public static bool IsControlled(string? part, string? category) =>
        category is not null
        || part is CompleteFirearm or Suppressor or ConversionAuto
        || IsEssential(part)
        || IsAssembly(part);

    /// <summary>An assembly that stands for several essential parts.</summary>
    public static bool IsAssembly(string? part) => part is UpperAssembly or CalibreKit or PartsSet;
}
