using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>A declaration to be ticked; the property is a bool. The label stands beside the box, the hint under it.</summary>
[HtmlTargetElement("gov-checkbox", Attributes = "for")]
public sealed class GovCheckbox : GovField
{
    protected override bool LabelsItself => true;

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var hintId = Hint is null ? null : $"{Id}-item-hint";
        var isChecked = string.Equals(Value, "true", StringComparison.OrdinalIgnoreCase);
        var item = GovChoices.Item(
            "checkboxes",
            Id,
            Name,
            new("true", Text, Hint),
            isChecked,
            Join(describedBy, hintId)
        );
        return Take(Markup.El("div", "govuk-checkboxes", item), attributes);
    }
}
