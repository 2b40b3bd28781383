using Licensing.Casework.Applications;
using Licensing.Casework.Cases;
using Licensing.Casework.StateDirectory;
using Licensing.Domain.Applications;
using Licensing.Web.SignIn;
using Licensing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Portal.Exporter.Applications;

/// <summary>One goods line: what it is, how many, how it is marked, and which authorisations it draws on.</summary>
public sealed class Line(ActingFor actingFor, CasesForApplicant cases, Drafts drafts, DirectoryOfStates directory)
    : SectionPage(actingFor, cases, drafts, directory)
{
    /// <summary>From 1; one more than there are is a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DraftLine Goods { get; set; } = new();

    /// <summary>One on each line of the text.</summary>
    [BindProperty]
    public string? Serials { get; set; }

    [BindProperty]
    public List<DraftDraw> Draws { get; set; } = [];

    /// <summary>What one consists of, with empty rows for more.</summary>
    [BindProperty]
    public List<DraftComponent> Components { get; set; } = [];

    /// <summary>Something of what only some goods have was given, or something on the page is wrong.</summary>
    public bool ShowsParticulars =>
        Components.Exists(row => row != new DraftComponent()) || Particulars.Of(Goods).Any() || !ModelState.IsValid;

    /// <summary>The authorisations to choose from, and what a row holds although it is none of them.</summary>
    public IReadOnlyList<Choice> Authorisations(DraftDraw row) =>
        [
            .. OnFile
                .ImportAuthorisations.Select(a => a.Number)
                .Append(row.Authorisation)
                .OfType<string>()
                .Select(number => number.Trim())
                .Where(number => number.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Select(number => new Choice(number, number)),
        ];

    protected override string Onward => $"{Home}/goods";

    private string Path => $"lines[{Number - 1}]";

    protected override bool Fill(ApplicationDraft draft)
    {
        if (Number < 1 || Number > draft.Lines.Count + 1)
            return false;
        if (Number <= draft.Lines.Count)
            Goods = draft.Lines[Number - 1];
        Serials = string.Join('\n', Goods.Serials);
        Draws = [.. Goods.Draws];
        if (More || Draws.Count == 0)
            Draws.Add(new DraftDraw());
        Components = [.. Goods.ConsistsOf, new DraftComponent(), new DraftComponent(), new DraftComponent()];
        return true;
    }

    protected override ApplicationDraft Written(ApplicationDraft draft) =>
        draft with
        {
            Lines = draft.Lines.With(
                Number,
                Goods with
                {
                    Serials =
                    [
                        .. (Serials ?? "").Split(
                            '\n',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        ),
                    ],
                    ConsistsOf = [.. Components.Where(row => row != new DraftComponent())],
                    Draws = [.. Draws.Where(row => row != new DraftDraw())],
                }
            ),
        };

    protected override string? FieldOf(string path) =>
        !path.StartsWith(Path + ".", StringComparison.Ordinal)
            ? null
            : path[(Path.Length + 1)..] switch
            {
                "serials" => nameof(Serials),
                "draws" => "",
                "consistsOf" => $"{nameof(Components)}[0].Part",
                var row when row.StartsWith("consistsOf[", StringComparison.Ordinal) => At(
                    "",
                    row.Replace("consistsOf", "components", StringComparison.Ordinal)
                ),
                var row when row.StartsWith("draws[", StringComparison.Ordinal) => At("", row),
                var field => At(nameof(Goods), field),
            };
}
