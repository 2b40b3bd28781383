using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Licensing.Web.Frontend;

/// <summary>
/// Names and messages that a person can read. A property without a [Display] name is named by its words, and the
/// framework's messages ("The value '' is invalid.") say instead which answer is wrong and what would be right.
/// </summary>
internal sealed partial class PlainMessages : IDisplayMetadataProvider, IValidationMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.Name is { } name)
            context.DisplayMetadata.DisplayName ??= () => Words(name);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || IsDefault(rule)))
                rule.ErrorMessage = Message(rule, context.Key.ModelType == typeof(string)) ?? rule.ErrorMessage;
        }
    }

    /// <summary>"PlannedShipmentDay" read as "Planned shipment day".</summary>
    public static string Words(string name)
    {
        var words = WordStart().Replace(name, " $1").ToLowerInvariant();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static void Bind(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "An answer is required");
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => $"{name} is not in a form that can be read");
        messages.SetValueMustBeANumberAccessor(name => $"{name} must be a number");
        messages.SetMissingBindRequiredValueAccessor(name => $"{name} is required");
    }

    private static bool IsDefault(ValidationAttribute rule) =>
        rule is EmailAddressAttribute && rule.ErrorMessage == new EmailAddressAttribute().ErrorMessage;

    private static string? Message(ValidationAttribute rule, bool isText) =>
        rule switch
        {
            RequiredAttribute => "{0} is required",
            StringLengthAttribute { MinimumLength: > 0 } => "{0} must be between {2} and {1} characters",
            StringLengthAttribute => "{0} must be {1} characters or fewer",
            MaxLengthAttribute => isText ? "{0} must be {1} characters or fewer" : "{0}: give at most {1}",
            MinLengthAttribute => isText ? "{0} must be {1} characters or more" : "{0}: give at least {1}",
            RangeAttribute => "{0} must be between {1} and {2}",
            EmailAddressAttribute => "{0} must be an email address, like name@example.org",
            _ => null,
        };

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex WordStart();
}
