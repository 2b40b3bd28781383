using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>Facts as name and value, in a card when it has a title.</summary>
public sealed class GovSummary : GovBlock
{
    public string? Card { get; set; }

    protected override void Frame(TagHelperOutput output, IHtmlContent inside)
    {
        if (Card is null)
        {
            output.Become("dl", "govuk-summary-list", inside);
            return;
        }
        var title = Markup.El("h2", "govuk-summary-card__title", Card);
        output.Become(
            "div",
            "govuk-summary-card",
            Markup.El("div", "govuk-summary-card__title-wrapper", title),
            Markup.El("div", "govuk-summary-card__content", Markup.El("dl", "govuk-summary-list", inside))
        );
    }
}

/// <summary>One fact. With href it gets a link to change it, which says to a screen reader what it changes.</summary>
[HtmlTargetElement("gov-row", Attributes = "key")]
public sealed class GovRow : GovBlock
{
    public string Key { get; set; } = "";
    public string? Href
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The link's word.</summary>
    public string Action { get; set; } = "Change";

    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become(
            "div",
            "govuk-summary-list__row" + (Href is null ? " govuk-summary-list__row--no-actions" : ""),
            Markup.El("dt", "govuk-summary-list__key", Key),
            Markup.El("dd", "govuk-summary-list__value", inside),
            Href is null ? null : Markup.El("dd", "govuk-summary-list__actions", Link(Href))
        );

    private TagBuilder Link(string href) =>
        Markup.El("a", "govuk-link", Action, Markup.Hidden($" {Key.ToLowerInvariant()}")).With("href", href);
}
