using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>A file, or several. The form needs enctype="multipart/form-data". A refused file has to be chosen again.</summary>
[HtmlTargetElement("gov-file", Attributes = "for")]
public sealed class GovFile : GovField
{
    /// <summary>Endings or media types that the browser offers, like ".pdf,.png". The server has to check them all the same.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var input = Take(Markup.El("input", Css("govuk-file-upload")), attributes)
            .With("id", Id)
            .With("name", Name)
            .With("type", "file")
            .With("accept", Accept)
            .WithIf(Multiple, "multiple")
            .With("aria-describedby", describedBy);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }
}
