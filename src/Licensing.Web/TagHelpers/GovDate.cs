using Licensing.Web.Frontend;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>A day in three boxes. An error marks, and leads to, the box that is wrong.</summary>
[HtmlTargetElement("gov-date", Attributes = "for")]
public sealed class GovDate : GovField
{
    protected override bool IsGroup => true;

    protected override string? GroupRole => "group";

    protected override string AnchorId => $"{Id}_{Parts.Wrong().FirstOrDefault("Day")}";

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var wrong = Parts.Wrong();
        var boxes = Take(Markup.El("div", "govuk-date-input"), attributes).With("id", Id);
        foreach (var part in DateParts.Names)
        {
            // A real day that is refused for another reason (too late, a holiday) is wrong as a whole.
            var marked = HasError && (wrong.Count == 0 || wrong.Contains(part));
            boxes.InnerHtml.AppendHtml(Markup.El("div", "govuk-date-input__item", Box(part, marked)));
        }
        return boxes;
    }

    private DateParts Parts
    {
        get
        {
            if (ViewContext.ModelState.ContainsKey($"{Name}.Day"))
                return new(Posted("Day"), Posted("Month"), Posted("Year"));
            return For.Model is DateOnly day ? DateParts.Of(day) : new("", "", "");
        }
    }

    private string Posted(string part) => ViewContext.ModelState[$"{Name}.{part}"]?.AttemptedValue?.Trim() ?? "";

    private TagBuilder Box(string part, bool marked)
    {
        var css = $"govuk-input govuk-date-input__input govuk-input--width-{(part == "Year" ? 4 : 2)}";
        var input = Markup
            .El("input", marked ? $"{css} govuk-input--error" : css)
            .With("id", $"{Id}_{part}")
            .With("name", $"{Name}.{part}")
            .With("type", "text")
            .With("inputmode", "numeric")
            .With("value", Parts[part]);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var label = Markup.El("label", "govuk-label govuk-date-input__label", part).With("for", $"{Id}_{part}");
        return Markup.El("div", "govuk-form-group", label, input);
    }
}
