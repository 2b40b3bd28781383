using Licensing.Domain.Article10;
using Licensing.Domain.Goods;

namespace Licensing.Domain.Exporters;

/// <summary>An entry in the register of parties, P12.1. Both days are included; an open end is null.</summary>
public sealed record Registration(DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>What the exporter's own State allows it to export, by category of that State's law. Both days are included.</summary>
public sealed record ExportAuthority(string Category, DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>The exporter as its own State knows it on the day.</summary>
public sealed record ExporterStanding(
    string Name,
    IReadOnlyList<Registration> Registrations,
    IReadOnlyList<ExportAuthority> Authorities
)
{
    /// <summary>P10.1, P12.1: a registered exporter, authorised for the category of every line on that day.</summary>
    public IReadOnlyList<Finding> On(DateOnly day, IEnumerable<GoodsLine> lines) =>
        [
            IsRegistered(day),
            .. lines
                .Select(line => line.Category)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(category => IsAuthorised(category, day)),
        ];

    private Finding IsRegistered(DateOnly day) =>
        Registrations.Any(r => r.HoldsOn(day))
            ? Finding.Met(Law.Register, "exporter-registered", Name, $"{Name} is registered on {day:yyyy-MM-dd}.")
            : Finding.Unmet(
                Law.Register,
                "exporter-registered",
                Name,
                $"{Name} is not registered as an exporter on {day:yyyy-MM-dd}.",
                "Register with the authority, or ask it to correct the register, and submit again."
            );

    private Finding IsAuthorised(string category, DateOnly day) =>
        Authorities.Any(a => a.Category.Equals(category, StringComparison.OrdinalIgnoreCase) && a.HoldsOn(day))
            ? Finding.Met(
                Law.Register,
                "exporter-authorised",
                $"{Name}, category {category}",
                $"{Name} is authorised for category {category} on {day:yyyy-MM-dd}."
            )
            : Finding.Unmet(
                Law.Register,
                "exporter-authorised",
                $"{Name}, category {category}",
                $"{Name} is not authorised to export category {category} on {day:yyyy-MM-dd}.",
                $"Obtain or renew the authorisation for category {category}, or remove the goods of that category."
            );
}
