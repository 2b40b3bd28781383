using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Licensing.Web.Frontend;

/// <summary>
/// Reads a number with a point before its decimals. A comma is refused rather than guessed at: 1,500 is one and a half
/// to some and fifteen hundred to others.
/// </summary>
internal sealed class NumberBinder : IModelBinder, IModelBinderProvider
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
        if (text.Length == 0 && binding.ModelMetadata.IsReferenceOrNullableType)
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
}
