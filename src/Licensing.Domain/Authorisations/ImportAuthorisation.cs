using Licensing.Domain.Goods;
using Licensing.Domain.Parties;
using Licensing.Domain.States;

namespace Licensing.Domain.Authorisations;

/// <summary>An import licence or authorisation with the particulars that its own State states.</summary>
/// <param name="Number">As the importing State writes it; unique within that State.</param>
/// <param name="ValidFrom">First day of use, included.</param>
/// <param name="ExpiresOn">The day of expiry still counts: one that expires on the 30th may be used on the 30th. Null where its State has set
/// none; whether an export licence may rest on such a one is the profile's word.</param>
/// <param name="Importer">Whom it authorises to import.</param>
/// <param name="Exporter">From whom; null when it names none, and then it is for any.</param>
/// <param name="DistinctFrom">The number of another authorisation that this one is not, said by its State where the two are spelt
/// alike.</param>
/// <param name="ExportingState">From where the goods may come, Art. 10(3); null when its State has not said so.</param>
/// <param name="Use">Null when its State has not said so: then it may be used until nothing is left on it.</param>
/// <param name="Conditions">Carried on to the export licence; null when there are none.</param>
/// <param name="LeavesAgainBy">Last day, included, on which goods that it lets in for a while have left again (Art. 10(6)); null where it
/// does not say that they have to.</param>
/// <param name="Consignee">Who takes the goods in; null when it names none, and then that is the importer's to choose.</param>
public sealed record ImportAuthorisation(
    string Number,
    Country IssuedBy,
    string PlaceOfIssue,
    DateOnly IssuedOn,
    DateOnly ValidFrom,
    DateOnly? ExpiresOn,
    NamedParty Importer,
    NamedParty FinalRecipient,
    NamedParty? Exporter,
    NamedParty? Consignee,
    IReadOnlyList<AuthorisedGoods> Goods,
    string? DistinctFrom = null,
    Country? ExportingState = null,
    AuthorisationUse? Use = null,
    IReadOnlyList<string>? Conditions = null,
    DateOnly? LeavesAgainBy = null
)
{
    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(ExpiresOn < day);

    /// <summary>Everybody it names, by role. What it does not name it leaves open.</summary>
    public IEnumerable<(PartyRole Role, NamedParty Party)> NamedParties()
    {
        yield return (PartyRole.Importer, Importer);
        yield return (PartyRole.FinalRecipient, FinalRecipient);
        if (Exporter is not null)
            yield return (PartyRole.Exporter, Exporter);
        if (Consignee is not null)
            yield return (PartyRole.Consignee, Consignee);
    }
}

/// <summary>How often an authorisation may be used.</summary>
public enum AuthorisationUse
{
    /// <summary>An import authorisation for one export licence; an export licence for one shipment.</summary>
    SingleUse,

    /// <summary>For as many as its quantities and days allow.</summary>
    MultipleUse,
}

/// <summary>One line of an import authorisation.</summary>
/// <param name="Platform">Null: whatever the platform.</param>
/// <param name="Calibre">Null: whatever the calibre.</param>
public sealed record AuthorisedGoods(
    int Number,
    GoodsClass Class,
    PartKind? Part,
    string? Platform,
    string? Calibre,
    Quantity Quantity
)
{
    /// <summary>Interpretation point 4: class, kind of part, platform and unit must be those authorised. A frame is not a
    /// barrel, and a part is never covered by an authorisation for the firearm it fits.</summary>
    public bool Covers(GoodsLine line) =>
        Class == line.Class
        && Part == line.Part
        && Quantity.Unit == line.Quantity.Unit
        && (Platform is null || Same(Platform, line.Platform))
        && (Calibre is null || Same(Calibre, line.Calibre));

    private static bool Same(string a, string? b) =>
        string.Equals(a.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the importing State has said of an authorisation so far.</summary>
public enum AuthorisationStanding
{
    /// <summary>Nothing. Not a denial, and never a yes.</summary>
    Unanswered,

    /// <summary>It has issued the authorisation and said so.</summary>
    Confirmed,

    /// <summary>It has not issued it, or not in this form.</summary>
    Denied,

    /// <summary>It had issued it and has taken it back.</summary>
    Revoked,
}

/// <summary>An import authorisation as it is known here on a day.</summary>
/// <param name="Particulars">As the importing State gave them; null until it has confirmed.</param>
/// <param name="AnsweredFor">Whether that State has answered the request made for this case.</param>
/// <param name="Reason">Of a denial or revocation, given in confidence to the exporting State (Art. 12(5)).</param>
/// <param name="Taken">What other export licences of this State have reserved on it.</param>
/// <param name="UsedByAnother">Whether another export licence of this State holds any of it, or has shipped on it.</param>
public sealed record KnownAuthorisation(
    string Number,
    Country IssuedBy,
    AuthorisationStanding Standing,
    ImportAuthorisation? Particulars,
    bool AnsweredFor,
    string? Reason,
    TakenByOthers Taken,
    bool UsedByAnother = false
)
{
    /// <summary>Authorised, less what other licences known here hold. Never less than zero: what was over-drawn elsewhere leaves nothing.</summary>
    public decimal Left(AuthorisedGoods goods) =>
        Math.Max(0, goods.Quantity.Amount - Taken.ByLine.GetValueOrDefault(goods.Number));
}
