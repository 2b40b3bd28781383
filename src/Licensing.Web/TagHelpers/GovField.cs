using System.Collections;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>
/// A question with its label, hint, errors and control, tied together for a screen reader. What was posted is shown
/// again, so that nobody types twice what was refused once.
/// </summary>
public abstract class GovField : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question; the property's display name when absent.</summary>
    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>The label's size: s, m, l or xl; plain when absent.</summary>
    public string? Size { get; set; }

    /// <summary>The question is the page's heading: for a page that asks one thing.</summary>
    public bool Heading { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>The element that an error leads to.</summary>
    protected virtual string AnchorId => Id;

    /// <summary>Several controls under one legend, rather than one control with a label.</summary>
    protected virtual bool IsGroup => false;

    /// <summary>Some screen readers leave the description of several text boxes unsaid unless they are called a group.</summary>
    protected virtual string? GroupRole => null;

    /// <summary>The control brings its own label and hint.</summary>
    protected virtual bool LabelsItself => false;

    /// <summary>Ids of further elements that describe the control.</summary>
    protected virtual string? AlsoDescribedBy => null;

    protected bool HasError => Error is not null;

    private string? Error { get; set; }

    protected string Text => Label ?? For.Metadata.GetDisplayName();

    protected abstract IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes);

    /// <summary>What the outermost element carries beside its class.</summary>
    protected virtual void Dress(TagHelperOutput output) { }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        FieldAnchors.Of(ViewContext).Add(Name, AnchorId);
        var inside = await output.GetChildContentAsync();
        Error = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? Say(entry) : null;

        // What the page writes on the tag beside our own attributes (maxlength, hx-get, …) is meant for the control.
        var others = new TagHelperAttributeList(output.Attributes.Where(a => a.Name is not "class"));
        foreach (var other in others)
            output.Attributes.Remove(other);

        var hint = Hint is null || LabelsItself ? null : Markup.El("div", "govuk-hint", Hint).With("id", $"{Id}-hint");
        var error = Error is null ? null : ErrorMessage(Error);
        var describedBy = Join(hint?.Attributes["id"], error?.Attributes["id"], AlsoDescribedBy);
        var control = Control(describedBy, others);

        output.Become("div", HasError ? "govuk-form-group govuk-form-group--error" : "govuk-form-group");
        Dress(output);
        if (IsGroup)
            output.Content.AppendHtml(Fieldset(describedBy, hint, error, control, inside));
        else
            output.Content.AppendAll(LabelsItself ? null : Heading1(LabelFor()), hint, error, control, inside);
    }

    protected TagBuilder LabelFor() => Markup.El("label", Sized("govuk-label"), Text).With("for", Id);

    /// <summary>What was posted for this field, else the model's value, as texts: none, one or several.</summary>
    protected IReadOnlyList<string> Values(string? name = null) =>
        ViewContext.ModelState.TryGetValue(name ?? Name, out var entry) && entry.RawValue is not null
            ? entry.RawValue as string[] ?? [entry.AttemptedValue ?? ""]
            : For.Model switch
            {
                null => [],
                string text => [text],
                IEnumerable several => [.. several.Cast<object>().Select(Written)],
                var one => [Written(one)],
            };

    protected string Value => Values() is [var first, ..] ? first : "";

    protected string Css(string component, string? more = null) =>
        Join(component, HasError ? $"{component}--error" : null, more)!;

    protected static TagBuilder Take(TagBuilder control, TagHelperAttributeList attributes)
    {
        // Literals of the page arrive encoded, values of expressions do not.
        foreach (var attribute in attributes)
            control.With(
                attribute.Name,
                attribute.Value is HtmlString encoded
                    ? WebUtility.HtmlDecode(encoded.Value)
                    : attribute.Value?.ToString() ?? ""
            );
        return control;
    }

    protected static string? Join(params string?[] parts)
    {
        var joined = string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
        return joined.Length == 0 ? null : joined;
    }

    private TagBuilder Fieldset(string? describedBy, params object?[] inner)
    {
        var legend = Markup.El(
            "legend",
            Sized("govuk-fieldset__legend"),
            Heading ? Markup.El("h1", "govuk-fieldset__heading", Text) : Text
        );
        return Markup
            .El("fieldset", "govuk-fieldset", [legend, .. inner])
            .With("role", GroupRole)
            .With("aria-describedby", describedBy);
    }

    private TagBuilder Heading1(TagBuilder label) => Heading ? Markup.El("h1", "govuk-label-wrapper", label) : label;

    private string Sized(string css) => Size is null ? css : $"{css} {css}--{Size}";

    private TagBuilder ErrorMessage(string error) =>
        Markup.El("p", "govuk-error-message", Markup.Hidden("Error:"), " ", error).With("id", $"{Id}-error");

    private string Say(ModelStateEntry entry) =>
        string.Join(
            ". ",
            entry
                .Errors.Select(error =>
                    error.ErrorMessage is "" ? $"{Text} cannot be read" : error.ErrorMessage.TrimEnd('.')
                )
                .Distinct()
        );

    private static string Written(object value) =>
        value switch
        {
            bool yes => yes ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
        };
}

internal static class Appending
{
    public static void AppendAll(this IHtmlContentBuilder content, params IHtmlContent?[] parts)
    {
        foreach (var part in parts.OfType<IHtmlContent>())
            content.AppendHtml(part);
    }
}
