using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>Elements with encoded text. A string is always text; only <see cref="IHtmlContent"/> is taken as markup.</summary>
internal static class Markup
{
    public static TagBuilder El(string tag, string? css, params object?[] inner)
    {
        var element = new TagBuilder(tag);
        if (!string.IsNullOrEmpty(css))
            element.Attributes["class"] = css;
        foreach (var part in inner)
        {
            if (part is IHtmlContent html)
                element.InnerHtml.AppendHtml(html);
            else if (part is not null)
                element.InnerHtml.Append(Convert.ToString(part, CultureInfo.InvariantCulture)!);
        }
        return element;
    }

    /// <summary>Sets an attribute; null leaves it away.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
            element.Attributes[name] = value;
        return element;
    }

    public static TagBuilder WithIf(this TagBuilder element, bool condition, string name, string value = "") =>
        condition ? element.With(name, value) : element;

    public static TagBuilder Hidden(string text) => El("span", "govuk-visually-hidden", text);

    /// <summary>Turns the helper's own tag into the component's outermost element; a class given in the page is kept.</summary>
    public static void Become(this TagHelperOutput output, string tag, string css, params object?[] inner)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", own is null ? css : $"{css} {own}");
        output.Content.Clear();
        foreach (var part in inner)
        {
            if (part is IHtmlContent html)
                output.Content.AppendHtml(html);
            else if (part is not null)
                output.Content.Append(Convert.ToString(part, CultureInfo.InvariantCulture)!);
        }
    }
}
