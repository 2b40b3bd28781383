using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>Several lines of text. With max, the characters left are counted; the server has to check them all the same.</summary>
[HtmlTargetElement("gov-textarea", Attributes = "for")]
public sealed class GovTextarea : GovField
{
    public int Rows { get; set; } = 5;

    /// <summary>The greatest number of characters; null when any length will do.</summary>
    public int? Max { get; set; }

    protected override string? AlsoDescribedBy => Max is null ? null : $"{Id}-info";

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        // A browser drops the first line break inside a textarea: one of ours is put there for it to drop.
        var css = Css("govuk-textarea", Max is null ? null : "govuk-js-character-count");
        var area = Take(Markup.El("textarea", css, new HtmlString("\n"), Value), attributes)
            .With("id", Id)
            .With("name", Name)
            .With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", describedBy);
        if (Max is null)
            return area;
        var info = Markup.El(
            "div",
            "govuk-hint govuk-character-count__message",
            $"You can enter up to {Max} characters"
        );
        return new HtmlContentBuilder().AppendHtml(area).AppendHtml(info.With("id", $"{Id}-info"));
    }

    protected override void Dress(TagHelperOutput output)
    {
        if (Max is null)
            return;
        output.AddClass("govuk-character-count", HtmlEncoder.Default);
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", Max);
    }
}
