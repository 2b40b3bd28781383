using Licensing.Casework;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Licensing.Web.Frontend;

/// <summary>Reads what was typed or pasted, without the invisible signs that have no place in a record. Nothing typed is no answer.</summary>
internal sealed class TextBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? this : null;

    public Task BindModelAsync(ModelBindingContext binding)
    {
        var given = binding.ValueProvider.GetValue(binding.ModelName);
        if (given == ValueProviderResult.None)
            return Task.CompletedTask;
        binding.ModelState.SetModelValue(binding.ModelName, given);
        var text = given.FirstValue;
        binding.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(text) ? null : PlainText.Cleaned(text));
        return Task.CompletedTask;
    }
}
