using System.Text.Json;

namespace Licensing.Web.Tests.SignIn;

internal static class Answer
{
    internal static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    internal static async Task<JsonElement> Json(HttpResponseMessage response)
    {
        using var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return document.RootElement.Clone();
    }
}
