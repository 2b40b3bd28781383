using Licensing.Domain.Licences;
using Licensing.Domain.Parties;
using Licensing.Domain.States;

namespace Licensing.Domain.Applications;

/// <summary>The parts of an application, as its author works through them.</summary>
public enum Section
{
    Destination,
    Goods,
    Parties,
    Route,
    EndUse,
    Commercial,
    Authorisations,
    Documents,
}

/// <summary>What keeps a draft from being submitted.</summary>
/// <param name="Field">Path of the field in the draft's JSON, e.g. <c>lines[0].quantity</c>.</param>
/// <param name="IsMissing">True when something has yet to be given; false when what was given is wrong.</param>
public sealed record DraftProblem(Section Section, string Field, bool IsMissing, string Text);

/// <summary>A draft read as an application: the whole list of problems, or the consignment.</summary>
public sealed record DraftReading(Consignment? Consignment, IReadOnlyList<DraftProblem> Problems)
{
    /// <summary>Reads a draft for submission on a day. Art. 10(3) needs the particulars that are asked for here.</summary>
    /// <param name="attached">Kinds of the documents attached so far.</param>
    /// <param name="known">The States in the directory.</param>
    /// <param name="state">That of the applicant: the exporting State for an export, the importing State for an import.</param>
    /// <param name="applicant">As the register has it: the exporter, or the importer, must be it. Null where there is no register to ask.</param>
    public static DraftReading Of(
        ApplicationDraft draft,
        Country state,
        DateOnly today,
        IReadOnlyCollection<DocumentKind> attached,
        IReadOnlySet<Country> known,
        NamedParty? applicant = null,
        LicenceKind kind = LicenceKind.Export
    )
    {
        var reader = new DraftReader(draft, kind, state, today, attached, known, applicant);
        return reader.Read();
    }
}
