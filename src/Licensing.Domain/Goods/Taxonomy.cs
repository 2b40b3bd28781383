namespace Licensing.Domain.Goods;

/// <summary>What Article 3(a)-(c) of the Protocol distinguishes.</summary>
public enum GoodsClass
{
    /// <summary>Art. 3(a): portable, barrelled, expels, is designed to expel or may be readily converted to expel a
    /// projectile by the action of an explosive.</summary>
    Firearm,

    /// <summary>Art. 3(b): specifically designed for a firearm and essential to its operation.</summary>
    PartOrComponent,

    /// <summary>Art. 3(c): the complete round; its components only where the State itself controls them.</summary>
    Ammunition,
}

/// <summary>Kinds of parts. Those that Art. 3(b) names come first; the list there is by way of illustration, so any other
/// essential element is declared with its reason.</summary>
public enum PartKind
{
    Barrel,
    Frame,
    Receiver,
    LowerReceiver,
    UpperReceiver,
    Slide,
    Cylinder,
    Bolt,
    Suppressor,
    UpperAssembly,
    TriggerGroup,
    AutomaticConversion,
    Magazine,

    /// <summary>Art. 3(b), "any element … essential to its operation": the line says which and why.</summary>
    OtherEssentialElement,
}

/// <summary>How goods are counted. Pieces, sets and rounds are whole numbers; kilograms have at most three decimals.</summary>
public enum Unit
{
    Piece,
    Set,
    Round,
    Kilogram,
}

public enum FinishState
{
    Finished,

    /// <summary>A blank, forging, casting or print that still needs work: controlled as the finished part.</summary>
    SemiFinished,
}

/// <summary>Where the goods come from. Some sources bring a marking duty with them.</summary>
public enum GoodsSource
{
    Manufacture,
    CommercialStock,
    PrivateOwner,

    /// <summary>Art. 8(1)(c): to be marked when passing from government stocks to permanent civilian use.</summary>
    GovernmentStock,

    /// <summary>Art. 6(3): confiscated goods leave other than by destruction only when marked and recorded.</summary>
    Confiscated,
}

/// <summary>Art. 8(1)(a): either form of marking is lawful.</summary>
public enum MarkingForm
{
    /// <summary>Name of the manufacturer, country or place of manufacture and serial number.</summary>
    MakerPlaceSerial,

    /// <summary>Simple geometric symbols with a numeric or alphanumeric code.</summary>
    SymbolsWithCode,

    /// <summary>Not marked. Firearms may not leave so; whether parts may is national law.</summary>
    None,
}
