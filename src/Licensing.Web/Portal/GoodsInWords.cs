using Licensing.Casework;
using Licensing.Domain.Goods;
using Licensing.Web.Frontend;

namespace Licensing.Web.Portal;

/// <summary>What an import authorisation distinguishes of goods, in one line.</summary>
public static class GoodsInWords
{
    public static string Of(GoodsClass kind, PartKind? part, string? platform, string? calibre) =>
        string.Join(
            ", ",
            new[]
            {
                PlainMessages.Words(kind.ToString()),
                part is null ? null : Words.Of(part),
                string.IsNullOrWhiteSpace(platform) ? null : $"platform {platform}",
                string.IsNullOrWhiteSpace(calibre) ? null : $"calibre {calibre}",
            }.OfType<string>()
        );
}
