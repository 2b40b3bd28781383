using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>What there is to do, and how far each thing is.</summary>
public sealed class GovTaskList : GovBlock
{
    protected override void Frame(TagHelperOutput output, IHtmlContent inside) =>
        output.Become("ul", "govuk-task-list", inside);
}

/// <summary>One thing to do; without href it cannot be begun yet. With a colour the status is a tag.</summary>
[HtmlTargetElement("gov-task", Attributes = "title")]
public sealed class GovTask : TagHelper
{
    public string Title { get; set; } = "";
    public string? Href
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }
    public string Status { get; set; } = "";
    public string? Colour
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }
    public string? Hint
    {
        get;
        set => field = string.IsNullOrEmpty(value) ? null : value;
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = $"task-{TagBuilder.CreateSanitizedId(Title.Replace(' ', '-').ToLowerInvariant(), "_")}";
        var describedBy = Hint is null ? $"{id}-status" : $"{id}-hint {id}-status";
        var name = Href is null
            ? Markup.El("div", null, Title)
            : Markup
                .El("a", "govuk-link govuk-task-list__link", Title)
                .With("href", Href)
                .With("aria-describedby", describedBy);
        var hint = Hint is null ? null : Markup.El("div", "govuk-task-list__hint", Hint).With("id", $"{id}-hint");
        object state = Colour is null ? Status : Markup.El("strong", $"govuk-tag govuk-tag--{Colour}", Status);
        output.Become(
            "li",
            "govuk-task-list__item" + (Href is null ? "" : " govuk-task-list__item--with-link"),
            Markup.El("div", "govuk-task-list__name-and-hint", name, hint),
            Markup
                .El(
                    "div",
                    "govuk-task-list__status" + (Href is null ? " govuk-task-list__status--cannot-start-yet" : ""),
                    state
                )
                .With("id", $"{id}-status")
        );
    }
}
