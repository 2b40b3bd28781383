using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>One of many. For few answers radios are easier to use.</summary>
[HtmlTargetElement("gov-select", Attributes = "for")]
public sealed class GovSelect : GovField
{
    /// <summary>The answers; those of the property's enum when absent.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    /// <summary>What stands first and answers nothing. An empty text leaves it away.</summary>
    public string Empty { get; set; } = "Choose one";

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var select = Take(Markup.El("select", Css("govuk-select")), attributes)
            .With("id", Id)
            .With("name", Name)
            .With("aria-describedby", describedBy);
        if (Empty.Length > 0)
            select.InnerHtml.AppendHtml(Markup.El("option", null, Empty).With("value", ""));
        foreach (var item in Items ?? Choice.Of(For.Metadata.UnderlyingOrModelType))
            select.InnerHtml.AppendHtml(Option(item));
        return select;
    }

    private TagBuilder Option(Choice item) =>
        Markup
            .El("option", null, item.Text)
            .With("value", item.Value)
            .WithIf(string.Equals(item.Value, Value, StringComparison.OrdinalIgnoreCase), "selected", "selected");
}
