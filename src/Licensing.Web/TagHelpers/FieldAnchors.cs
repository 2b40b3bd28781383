using Microsoft.AspNetCore.Mvc.Rendering;

namespace Licensing.Web.TagHelpers;

/// <summary>
/// Which element answers for which field, in the order of the page. Fields write it while the page is rendered; the
/// error summary in the layout, which is rendered after the page, reads it.
/// </summary>
internal sealed class FieldAnchors
{
    private readonly Dictionary<string, (string Id, int Order)> anchors = new(StringComparer.OrdinalIgnoreCase);

    public static FieldAnchors Of(ViewContext view)
    {
        var items = view.HttpContext.Items;
        if (items[typeof(FieldAnchors)] is not FieldAnchors anchors)
            items[typeof(FieldAnchors)] = anchors = new FieldAnchors();
        return anchors;
    }

    public void Add(string field, string id) => anchors.TryAdd(field, (id, anchors.Count));

    public string? Id(string field) => anchors.TryGetValue(field, out var anchor) ? anchor.Id : null;

    /// <summary>Errors of the page as a whole come first, those of a field that is not shown last.</summary>
    public int Order(string field) =>
        field.Length == 0 ? -1
        : anchors.TryGetValue(field, out var anchor) ? anchor.Order
        : int.MaxValue;
}
