using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>A component that puts a frame around what the page writes inside it.</summary>
public abstract class GovBlock : TagHelper
{
    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Frame(output, new HtmlString((await output.GetChildContentAsync()).GetContent()));

    protected abstract void Frame(TagHelperOutput output, IHtmlContent inside);
}

/// <summary>
/// A state in a coloured box: grey, green, teal, blue, purple, magenta, red, orange, yellow. The word says it; the colour
/// only helps to find it.
/// </summary>
public sealed class GovTag : GovBlock
{
    public string? Colour
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become("strong", Colour is null ? "govuk-tag" : $"govuk-tag govuk-tag--{Colour}", inside);
}

public sealed class GovInset : GovBlock
{
    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become("div", "govuk-inset-text", inside);
}

/// <summary>What has legal consequences if it is overlooked.</summary>
public sealed class GovWarning : GovBlock
{
    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become(
            "div",
            "govuk-warning-text",
            Markup.El("span", "govuk-warning-text__icon", "!").With("aria-hidden", "true"),
            Markup.El("strong", "govuk-warning-text__text", Markup.Hidden("Warning"), " ", inside)
        );
}

/// <summary>The end of a long way: what was done, and its number.</summary>
public sealed class GovPanel : GovBlock
{
    public string Title { get; set; } = "";

    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become(
            "div",
            "govuk-panel govuk-panel--confirmation",
            Markup.El("h1", "govuk-panel__title", Title),
            Markup.El("div", "govuk-panel__body", inside)
        );
}

/// <summary>What few need to read, behind a line that says what it is.</summary>
public sealed class GovDetails : GovBlock
{
    public string Summary { get; set; } = "";

    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become(
            "details",
            "govuk-details",
            Markup.El("summary", "govuk-details__summary", Markup.El("span", "govuk-details__summary-text", Summary)),
            Markup.El("div", "govuk-details__text", inside)
        );
}

/// <summary>News about the whole page. Kind is "important" or "success"; the latter is read out at once.</summary>
public sealed class GovBanner : GovBlock
{
    public string Kind { get; set; } = "important";

    /// <summary>The banner's name; "Important" or "Success" when absent.</summary>
    public string? Title { get; set; }

    protected override void Frame(TagHelperOutput output, IHtmlContent inside)
    {
        var success = Kind == "success";
        var title = Title ?? (success ? "Success" : "Important");
        output.Become(
            "div",
            success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner",
            Markup.El(
                "div",
                "govuk-notification-banner__header",
                Markup.El("h2", "govuk-notification-banner__title", title)
            ),
            Markup.El("div", "govuk-notification-banner__content", inside)
        );
        output.Attributes.SetAttribute("role", success ? "alert" : "region");
        output.Attributes.SetAttribute("aria-label", title);
        output.Attributes.SetAttribute("data-module", "govuk-notification-banner");
    }
}

/// <summary>An act. Kind is "secondary" or "warning"; with href it is a link that looks like a button.</summary>
public sealed class GovButton : GovBlock
{
    public string? Kind
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }
    public string? Href
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    protected override void Frame(TagHelperOutput output, IHtmlContent inside)
    {
        output.Become(
            Href is null ? "button" : "a",
            Kind is null ? "govuk-button" : $"govuk-button govuk-button--{Kind}",
            inside
        );
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }
        if (!output.Attributes.ContainsName("type"))
            output.Attributes.SetAttribute("type", "submit");
        // A second click within a second is a slip of the hand, not a second application.
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}
