using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>
/// Ways to the other pages of a list: the first, the last and the neighbours. The links keep the rest of the address,
/// such as a search. Nothing is shown for a list of one page.
/// </summary>
public sealed class GovPagination : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;
    public int Pages { get; set; }

    /// <summary>The name of the page number in the address. Not "page", which Razor Pages keeps for itself.</summary>
    public string Key { get; set; } = "p";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages < 2)
        {
            output.SuppressOutput();
            return;
        }
        var list = Markup.El("ul", "govuk-pagination__list");
        var before = 0;
        foreach (var number in Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Page) < 2))
        {
            if (number > before + 1)
                list.InnerHtml.AppendHtml(
                    Markup.El("li", "govuk-pagination__item govuk-pagination__item--ellipsis", "⋯")
                );
            list.InnerHtml.AppendHtml(Item(number));
            before = number;
        }
        output.Become(
            "nav",
            "govuk-pagination",
            Page > 1 ? Step(Page - 1, "prev", "Previous") : null,
            list,
            Page < Pages ? Step(Page + 1, "next", "Next") : null
        );
        output.Attributes.SetAttribute("aria-label", "Pages");
    }

    private TagBuilder Item(int number)
    {
        var css = number == Page ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item";
        return Markup.El(
            "li",
            css,
            Markup
                .El("a", "govuk-link govuk-pagination__link", number)
                .With("href", Address(number))
                .With("aria-label", $"Page {number}")
                .WithIf(number == Page, "aria-current", "page")
        );
    }

    private TagBuilder Step(int number, string rel, string word)
    {
        var title = Markup.El("span", "govuk-pagination__link-title", word, Markup.Hidden(" page"));
        var arrow = Arrow(rel);
        var link =
            rel == "prev"
                ? Markup.El("a", "govuk-link govuk-pagination__link", arrow, title)
                : Markup.El("a", "govuk-link govuk-pagination__link", title, arrow);
        return Markup.El("div", $"govuk-pagination__{rel}", link.With("href", Address(number)).With("rel", rel));
    }

    private static HtmlString Arrow(string rel)
    {
        var path = rel == "prev" ? "M7 1 1.5 6.5 7 12M1.5 6.5H15" : "M8 1l5.5 5.5L8 12M13.5 6.5H0";
        return new(
            $"""<svg class="govuk-pagination__icon govuk-pagination__icon--{rel}" height="13" width="15" viewBox="0 0 15 13" aria-hidden="true" focusable="false"><path d="{path}" fill="none" stroke="currentColor" stroke-width="2"/></svg>"""
        );
    }

    private string Address(int number)
    {
        var query = ViewContext.HttpContext.Request.Query.Where(pair =>
            !pair.Key.Equals(Key, StringComparison.OrdinalIgnoreCase)
        );
        var address = new QueryBuilder(query) { { Key, number.ToString(CultureInfo.InvariantCulture) } };
        return address.ToQueryString().Value!;
    }
}
