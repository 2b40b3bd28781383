using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>What radios and checkboxes share: answers below each other, each with a hint and with what it reveals.</summary>
public abstract class GovChoices(string kind) : GovField
{
    private readonly Dictionary<string, IHtmlContent> revealed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The answers; when absent those of the property's enum, or yes and no.</summary>
    public IEnumerable<Choice>? Items { get; set; }

    public bool Inline { get; set; }

    protected override bool IsGroup => true;

    public override void Init(TagHelperContext context) => context.Items[typeof(GovReveal)] = revealed;

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var list = Take(Markup.El("div", Join($"govuk-{kind}", Inline ? $"govuk-{kind}--inline" : null)), attributes);
        var items =
            Items
            ?? Choice.Of(For.Metadata.ElementMetadata?.UnderlyingOrModelType ?? For.Metadata.UnderlyingOrModelType);
        foreach (var (index, item) in items.Index())
            AddItem(list.InnerHtml, item, index == 0 ? Id : $"{Id}-{index + 1}");
        return list;
    }

    private void AddItem(IHtmlContentBuilder list, Choice item, string id)
    {
        var isChecked = Values().Contains(item.Value, StringComparer.OrdinalIgnoreCase);
        var describedBy = item.Hint is null ? null : $"{id}-item-hint";
        list.AppendHtml(Item(kind, id, Name, item, isChecked, describedBy));
        // The stylesheet shows it while the answer is chosen; no script is needed.
        if (revealed.TryGetValue(item.Value, out var reveals))
            list.AppendHtml(Markup.El("div", $"govuk-{kind}__conditional", reveals));
    }

    internal static TagBuilder Item(
        string kind,
        string id,
        string name,
        Choice item,
        bool isChecked,
        string? describedBy
    )
    {
        var input = Markup
            .El("input", $"govuk-{kind}__input")
            .With("id", id)
            .With("name", name)
            .With("type", kind == "radios" ? "radio" : "checkbox")
            .With("value", item.Value)
            .WithIf(isChecked, "checked", "checked")
            .With("aria-describedby", describedBy);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return Markup.El(
            "div",
            $"govuk-{kind}__item",
            input,
            Markup.El("label", $"govuk-label govuk-{kind}__label", item.Text).With("for", id),
            item.Hint is null
                ? null
                : Markup.El("div", $"govuk-hint govuk-{kind}__hint", item.Hint).With("id", $"{id}-item-hint")
        );
    }
}

/// <summary>One of a few.</summary>
[HtmlTargetElement("gov-radios", Attributes = "for")]
public sealed class GovRadios() : GovChoices("radios");

/// <summary>Any number of a few; the property is a list.</summary>
[HtmlTargetElement("gov-checkboxes", Attributes = "for")]
public sealed class GovCheckboxes() : GovChoices("checkboxes");

/// <summary>Inside radios or checkboxes: what is asked as well when the answer with this value is chosen.</summary>
[HtmlTargetElement("gov-reveal", Attributes = "value")]
public sealed class GovReveal : TagHelper
{
    public string Value { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (
            !context.Items.TryGetValue(typeof(GovReveal), out var found)
            || found is not Dictionary<string, IHtmlContent> revealed
        )
            throw new InvalidOperationException("<gov-reveal> belongs inside <gov-radios> or <gov-checkboxes>.");
        revealed[Value] = new HtmlString((await output.GetChildContentAsync()).GetContent());
        output.SuppressOutput();
    }
}
