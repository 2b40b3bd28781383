using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Licensing.Web.Frontend;

/// <summary>
/// Reads a day from three boxes (X.Day, X.Month, X.Year) or from one value as 2027-03-31. Nothing entered is no day,
/// which [Required] may refuse; a day that cannot be read is refused here.
/// </summary>
internal sealed class DateOnlyBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var whole = binding.ValueProvider.GetValue(binding.ModelName);
        if (whole.FirstValue?.Trim() is { Length: > 0 } text)
        {
            binding.ModelState.SetModelValue(binding.ModelName, whole);
            var read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day);
            Answer(binding, read ? day : null, "must be a date written like 2027-03-31");
        }
        else if (DateParts.Names.Any(part => binding.ValueProvider.ContainsPrefix($"{binding.ModelName}.{part}")))
        {
            var parts = new DateParts(Part(binding, "Day"), Part(binding, "Month"), Part(binding, "Year"));
            var (day, problem, _) = parts.Read();
            if (!parts.Empty)
                Answer(binding, day, problem);
            else if (binding.ModelMetadata.IsReferenceOrNullableType)
                binding.Result = ModelBindingResult.Success(null);
            else
                Answer(binding, null, "is required");
        }
        return Task.CompletedTask;
    }

    private static string Part(ModelBindingContext binding, string part)
    {
        var key = $"{binding.ModelName}.{part}";
        var value = binding.ValueProvider.GetValue(key);
        binding.ModelState.SetModelValue(key, value);
        // Kept to be shown again; a part is never validated by itself, and an unvalidated entry would make all invalid.
        binding.ModelState.MarkFieldSkipped(key);
        return value.FirstValue?.Trim() ?? "";
    }

    private static void Answer(ModelBindingContext binding, DateOnly? day, string? problem)
    {
        if (day is { } read)
            binding.Result = ModelBindingResult.Success(read);
        else
            binding.ModelState.TryAddModelError(
                binding.ModelName,
                $"{binding.ModelMetadata.GetDisplayName()} {problem}"
            );
    }
}
