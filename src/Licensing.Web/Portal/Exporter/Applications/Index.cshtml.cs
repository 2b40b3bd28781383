using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Domain.Licences;
using Licensing.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>The task list of a draft.</summary>
public sealed class Index(ActingFor actingFor, CasesForApplicant cases, DirectoryOfStates directory)
    : DraftPage(actingFor, cases, directory)
{
    public IReadOnlyList<Progress> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } elsewhere)
            return elsewhere;
        Sections = [.. Chapters.For(Application.Kind).Select(chapter => chapter.Of(Application))];
        return Page();
    }

    /// <summary>How far a section is.</summary>
    /// <param name="Colour">Of its tag; null when it is done and needs no attention.</param>
    public sealed record Progress(Chapter Chapter, string Status, string? Colour, string? Hint);
}

/// <summary>A section of an application as its author meets it.</summary>
/// <param name="Page">Its address under the application's.</param>
/// <param name="IsBegun">Whether anything of it has been given.</param>
public sealed record Chapter(Section Section, string Title, string Page, Func<DraftForApplicant, bool> IsBegun)
{
    public Index.Progress Of(DraftForApplicant application)
    {
        var problems = application.Problems.Where(p => p.Section == Section).ToList();
        if (problems.Exists(p => !p.IsMissing))
            return new Index.Progress(
                this,
                "Something to correct",
                "red",
                Corrections(problems.Count(p => !p.IsMissing))
            );
        if (problems.Count == 0)
            return new Index.Progress(this, "Completed", null, null);
        return IsBegun(application)
            ? new Index.Progress(this, "In progress", "teal", null)
            : new Index.Progress(this, "Not started", "blue", null);
    }

    private static string Corrections(int count) => count == 1 ? "1 answer to correct" : $"{count} answers to correct";
}

public static class Chapters
{
    /// <summary>The authorisations come before the goods, since every line draws on one.</summary>
    private static readonly IReadOnlyList<Chapter> OfAnExport =
    [
        new(Section.Destination, "Destination", "destination", a => !string.IsNullOrWhiteSpace(a.Draft.ImportingState)),
        new(
            Section.Authorisations,
            "Import authorisations",
            "authorisations",
            a => a.Draft.ImportAuthorisations.Count > 0
        ),
        new(Section.Goods, "Goods", "goods", a => a.Draft.Lines.Count > 0),
        new(Section.Parties, "Parties", "parties", a => a.Draft.Parties.Count > 0),
        new(
            Section.Route,
            "Route and days",
            "route",
            a => a.Draft is { Route.Count: > 0 } or { PlannedShipmentOn: not null } or { ExpectedArrivalOn: not null }
        ),
        new(
            Section.EndUse,
            "End use",
            "end-use",
            a =>
                a.Draft is { EndUse: not null } or { EndUseStatement.Length: > 0 }
                || a.Draft.EndUserCertificate is { } certificate && certificate != new DraftEndUserCertificate()
        ),
        new(
            Section.Commercial,
            "Order and payment",
            "commercial",
            a =>
                a.Draft
                    is { OrderChannel: not null }
                        or { PaymentMethod: not null }
                        or { Currency.Length: > 0 }
                        or { FreightCost: not null }
        ),
        new(Section.Documents, "Documents", "documents", a => a.Documents.Count > 0),
    ];

    private static readonly IReadOnlyList<Chapter> OfAnImport =
    [
        new(
            Section.Destination,
            "Origin and use",
            "origin",
            a => a.Draft is { ExportingState.Length: > 0 } or { Use: not null } or { ExpectedArrivalOn: not null }
        ),
        .. OfAnExport.Where(c => c.Section is not (Section.Destination or Section.Authorisations or Section.Route)),
    ];

    /// <summary>In the order in which they are worked through.</summary>
    public static IReadOnlyList<Chapter> For(LicenceKind kind) => kind == LicenceKind.Import ? OfAnImport : OfAnExport;

    public static Chapter Of(LicenceKind kind, Section section) =>
        For(kind).Single(chapter => chapter.Section == section);
}
