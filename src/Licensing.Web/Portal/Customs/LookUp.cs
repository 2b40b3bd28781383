namespace Licensing.Web.Portal.Customs;

/// <summary>What the form looks up.</summary>
/// <param name="Number">Of a licence, or of a shipment under one, as it was typed.</param>
public sealed record LookUp(string? Number);
