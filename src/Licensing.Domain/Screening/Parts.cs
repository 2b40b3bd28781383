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

    public static bool IsEssential(string? part) => part is not null && Essential.Contains(part);

    public static bool IsReceiverType(string? part) => part is not null && ReceiverType.Contains(part);

    /// <summary>A complete firearm, or what makes one.</summary>
    public static bool IsFirearmEquivalent(string? part) => part == CompleteFirearm || IsReceiverType(part);

    /// <summary>An assembly that stands for several essential parts.</summary>
    public static bool IsAssembly(string? part) => part is UpperAssembly or CalibreKit or PartsSet;
}
