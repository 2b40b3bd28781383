using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Licensing.Web.Frontend;

namespace Licensing.Web.TagHelpers;

/// <summary>One answer to a question with given answers.</summary>
/// <param name="Value">What is posted.</param>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>The members of an enum: [Display(Name, Description)] gives text and hint, else the name's words.</summary>
    public static IReadOnlyList<Choice> Of<T>()
        where T : struct, Enum => Of(typeof(T));

    internal static IReadOnlyList<Choice> Of(Type type) =>
        type == typeof(bool)
            ? [new("true", "Yes"), new("false", "No")]
            : [.. Enum.GetNames(type).Select(name => From(type.GetField(name)!))];

    private static Choice From(FieldInfo member)
    {
        var display = member.GetCustomAttribute<DisplayAttribute>();
        return new(member.Name, display?.GetName() ?? PlainMessages.Words(member.Name), display?.GetDescription());
    }
}
