namespace Licensing.Domain.Article10;

/// <summary>A row of the law that a finding applies: its id in our table and the place in the instrument.</summary>
public sealed record Law(string Row, string Article)
{
    public static readonly Law ImportingState = new("P10.2a", "Art. 10(2)(a)");
    public static readonly Law TransitStates = new("P10.2b", "Art. 10(2)(b)");
    public static readonly Law Particulars = new("P10.3a", "Art. 10(3)");
    public static readonly Law ImportInformation = new("P10.3b", "Art. 10(3), last sentence");
    public static readonly Law System = new("P10.1", "Art. 10(1)");
    public static readonly Law Register = new("P12.1", "Art. 10(1) and 12(1)");
    public static readonly Law Marking = new("P8a", "Art. 8(1)(a)");
    public static readonly Law PartsAndComponents = new("R10", "Resolution 8/3, paragraph 10");
    public static readonly Law Temporary = new("P10.6", "Art. 10(6)");
    public static readonly Law ImportMarking = new("P8b", "Art. 8(1)(b)");
    public static readonly Law Controls = new("P11", "Art. 11");
}
