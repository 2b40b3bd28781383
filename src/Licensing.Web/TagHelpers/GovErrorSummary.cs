using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>
/// Every error of the page at its top, each leading to the answer it is about. The layout holds one; a page needs none.
/// </summary>
[HtmlTargetElement("gov-error-summary")]
public sealed class GovErrorSummary : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var anchors = FieldAnchors.Of(ViewContext);
        var lines =
            from entry in ViewContext.ModelState
            where entry.Value is { Errors.Count: > 0 }
            orderby anchors.Order(entry.Key)
            from error in entry.Value.Errors
            select Line(
                anchors.Id(entry.Key),
                error.ErrorMessage is "" ? $"{entry.Key} cannot be read" : error.ErrorMessage
            );
        var list = Markup.El("ul", "govuk-list govuk-error-summary__list", [.. lines]);
        if (!list.HasInnerHtml)
        {
            output.SuppressOutput();
            return;
        }
        var title = Markup.El("h2", "govuk-error-summary__title", "There is a problem");
        var body = Markup.El("div", "govuk-error-summary__body", list);
        output.Become("div", "govuk-error-summary", Markup.El("div", null, title, body).With("role", "alert"));
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
    }

    private static TagBuilder Line(string? id, string message) =>
        Markup.El("li", null, id is null ? message : Markup.El("a", null, message).With("href", $"#{id}"));
}
