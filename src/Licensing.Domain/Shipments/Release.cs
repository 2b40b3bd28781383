using Licensing.Domain.Article10;
using Licensing.Domain.Licences;

namespace Licensing.Domain.Shipments;

/// <summary>Leave for goods to go under a licence: "prior to shipment" of Art. 10(2)(b) is a second moment after "before issuing",
/// and a ground that was good at the first can be gone at the second. <see cref="Of"/> is the only way to make one.</summary>
public sealed record Release
{
    private Release() { }

    public string Licence { get; private init; } = "";
    public IReadOnlyList<ShippedLine> Lines { get; private init; } = [];
    public DateOnly On { get; private init; }

    /// <summary>What the shipment draws on the reservations of its licence, once it leaves.</summary>
    public IReadOnlyList<DrawDown> DrawDowns { get; private init; } = [];

    /// <summary>Runs Article 10 once more, on what is really to leave, and gives leave only when nothing is unmet. It serves both the
    /// release and each exit of what was released.</summary>
    /// <exception cref="NotPermittedException">One or more findings are unmet; it carries all of them.</exception>
    public static Release Of(ReleaseDossier dossier, DateOnly today)
    {
        var unmet = ReleaseRequirements.Verify(dossier, today).Where(f => !f.IsMet).ToList();
        if (unmet.Count > 0)
            throw new NotPermittedException(unmet);
        return new Release
        {
            Licence = dossier.Licence.Number,
            Lines = dossier.Shipment.Lines,
            On = today,
            DrawDowns = [.. dossier.Shipment.Lines.SelectMany(l => dossier.DrawDowns(l.Line))],
        };
    }
}
