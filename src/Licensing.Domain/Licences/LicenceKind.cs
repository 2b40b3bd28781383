namespace Licensing.Domain.Licences;

/// <summary>What a case of an authority is about: Art. 10(1) asks for a system of export and import licences, and for measures on transit.</summary>
public enum LicenceKind
{
    /// <summary>The exporter applies in the exporting State.</summary>
    Export,

    /// <summary>The importer applies in the importing State.</summary>
    Import,

    /// <summary>An exporting State asks a transit State for notice of no objection, Art. 10(2)(b). Nobody applies, and no licence is issued.</summary>
    Transit,
}
