using System.Globalization;

namespace Licensing.Web.Portal.Exporter;

/// <summary>The size of a file as people read it.</summary>
public static class FileSize
{
    public static string Of(long bytes) =>
        bytes < 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes")
        : bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m:0.#} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576m:0.#} MB");
}
