using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Licensing.Web.TagHelpers;

/// <summary>One line of text. A number is typed as text too, with the keyboard that suits it.</summary>
[HtmlTargetElement("gov-input", Attributes = "for")]
public sealed class GovInput : GovField
{
    /// <summary>Characters (2, 3, 4, 5, 10, 20, 30) or a part of the page ("one-half", "two-thirds").</summary>
    public string? Width { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }
    public string? Inputmode { get; set; }
    public string? Autocomplete { get; set; }
    public string? Type { get; set; }

    protected override IHtmlContent Control(string? describedBy, TagHelperAttributeList attributes)
    {
        var type = Type ?? (IsEmail ? "email" : "text");
        var input = Take(Markup.El("input", Css("govuk-input", WidthClass)), attributes)
            .With("id", Id)
            .With("name", Name)
            .With("type", type)
            .WithIf(type != "password", "value", Value)
            .With("inputmode", Inputmode ?? Keyboard)
            .With("autocomplete", Autocomplete)
            .WithIf(type == "email", "spellcheck", "false")
            .With("aria-describedby", describedBy);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return Prefix is null && Suffix is null
            ? input
            : Markup.El("div", "govuk-input__wrapper", Affix("prefix", Prefix), input, Affix("suffix", Suffix));
    }

    private bool IsEmail => For.Metadata.ValidatorMetadata.OfType<EmailAddressAttribute>().Any();

    private string? Keyboard =>
        System.Type.GetTypeCode(For.Metadata.UnderlyingOrModelType) switch
        {
            TypeCode.Int32 or TypeCode.Int64 => "numeric",
            TypeCode.Decimal or TypeCode.Double => "decimal",
            _ => null,
        };

    private string? WidthClass =>
        Width is null ? null
        : int.TryParse(Width, out _) ? $"govuk-input--width-{Width}"
        : $"govuk-!-width-{Width}";

    private static TagBuilder? Affix(string side, string? text) =>
        text is null ? null : Markup.El("div", $"govuk-input__{side}", text).With("aria-hidden", "true");
}
