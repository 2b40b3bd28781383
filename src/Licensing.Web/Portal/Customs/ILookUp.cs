namespace Licensing.Web.Portal.Customs;

/// <summary>A page on which a licence can be looked up.</summary>
public interface ILookUp
{
    /// <summary>Of a licence, or of a shipment under one, as it was typed.</summary>
    string? Number { get; }
}
