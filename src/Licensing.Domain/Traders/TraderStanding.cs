using Licensing.Domain.Article10;
using Licensing.Domain.Goods;
using Licensing.Domain.Licences;

namespace Licensing.Domain.Traders;

/// <summary>An entry in the register of parties, P12.1. Both days are included; an open end is null.</summary>
public sealed record Registration(DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>What its own State allows a company to export or to import, by category of that State's law. Both days are included.</summary>
public sealed record TradeAuthority(string Category, DateOnly From, DateOnly? To, LicenceKind For = LicenceKind.Export)
{
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>The exporter or importer as its own State knows it on the day.</summary>
public sealed record TraderStanding(
    string Name,
    IReadOnlyList<Registration> Registrations,
    IReadOnlyList<TradeAuthority> Authorities
)
{
    /// <summary>P10.1, P12.1: registered, and authorised to export, or to import, the category of every line on that day.</summary>
    public IReadOnlyList<Finding> On(LicenceKind kind, DateOnly day, IEnumerable<GoodsLine> lines) =>
        [
            IsRegistered(kind, day),
            .. lines
                .Select(line => line.Category)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(category => IsAuthorised(kind, category, day)),
        ];

    private Finding IsRegistered(LicenceKind kind, DateOnly day) =>
        Finding.When(
            Registrations.Any(r => r.HoldsOn(day)),
            Law.Register,
            $"{Word(kind)}er-registered",
            Name,
            $"{Name} is registered on {day:yyyy-MM-dd}.",
            $"{Name} is not registered as an {Word(kind)}er on {day:yyyy-MM-dd}.",
            "Register with the authority, or ask it to correct the register, and submit again."
        );

    private Finding IsAuthorised(LicenceKind kind, string category, DateOnly day) =>
        Finding.When(
            Authorities.Any(a =>
                a.For == kind && a.Category.Equals(category, StringComparison.OrdinalIgnoreCase) && a.HoldsOn(day)
            ),
            Law.Register,
            $"{Word(kind)}er-authorised",
            $"{Name}, category {category}",
            $"{Name} is authorised for category {category} on {day:yyyy-MM-dd}.",
            $"{Name} is not authorised to {Word(kind)} category {category} on {day:yyyy-MM-dd}.",
            $"Obtain or renew the authorisation for category {category}, or remove the goods of that category."
        );

    private static string Word(LicenceKind kind) => kind == LicenceKind.Export ? "export" : "import";
}
