namespace Licensing.Domain.Licences;

/// <summary>What is applied for, and issued: Art. 10(1) asks for both.</summary>
public enum LicenceKind
{
    /// <summary>The exporter applies in the exporting State.</summary>
    Export,

    /// <summary>The importer applies in the importing State.</summary>
    Import,
}
