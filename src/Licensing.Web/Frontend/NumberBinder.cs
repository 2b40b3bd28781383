using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Licensing.Web.Frontend;

/// <summary>
/// Reads a number with a point before its decimals. A comma, and a point before three last digits, is refused rather than guessed
/// at: 1,500 is one and a half to some and fifteen hundred to others.
/// </summary>
internal sealed partial class NumberBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(decimal) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var given = binding.ValueProvider.GetValue(binding.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, given);
        var text = given.FirstValue?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (LooksLikeThousands().IsMatch(text))
            binding.ModelState.TryAddModelError(
                binding.ModelName,
                $"{text} may mean {text.Replace(".", "", StringComparison.Ordinal)} or {text.TrimEnd('0').TrimEnd('.')}: write "
                    + $"{text.Replace(".", "", StringComparison.Ordinal)}, or {text}0"
            );
        else if (text.Length == 0 && binding.ModelMetadata.IsReferenceOrNullableType)
            binding.Result = ModelBindingResult.Success(null);
        else if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number))
            binding.Result = ModelBindingResult.Success(number);
        else
            binding.ModelState.TryAddModelError(
                binding.ModelName,
                $"{binding.ModelMetadata.GetDisplayName()} must be a number, with a point before decimals, like 1500.25"
            );
        return Task.CompletedTask;
    }

    // 1.000 is one to some and a thousand to others; 0.125 and 12.5 are the same to all.
    [GeneratedRegex(@"^[1-9]\d{0,2}(\.\d{3})+$")]
    private static partial Regex LooksLikeThousands();
}
