using System.Text.Json;
using Licensing.Casework.Acts;

namespace Licensing.Web.Portal.Administrator;

internal static class JsonUpload
{
    /// <returns>Null where no file was sent.</returns>
    /// <exception cref="MalformedException">The file is no JSON.</exception>
    public static async Task<JsonElement?> Read(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
            return null;
        try
        {
            await using var stream = file.OpenReadStream();
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
            return document.RootElement.Clone();
        }
        catch (JsonException mistake)
        {
            throw new MalformedException("data", $"The file is no JSON: {mistake.Message}");
        }
    }
}
