using System.Reflection;
using Licensing.Casework.Acts;
using Licensing.Casework.Audit;
using Licensing.Casework.Documents;

namespace Licensing.Casework.Tests;

public sealed class WordsTests
{
    public static TheoryData<Type> Events() =>
        new(typeof(AuditEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(AuditEvent))));

    [Theory]
    [MemberData(nameof(Events))]
    public void Everything_that_can_happen_has_its_sentence(Type happened)
    {
        var constructor = Assert.Single(happened.GetConstructors());
        var made = (AuditEvent)constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
        var sentence = AuditSentences.Of(made);
        Assert.Matches("^[a-z]", sentence);
        Assert.DoesNotContain("System.", sentence, StringComparison.Ordinal);
    }

    private static object? Sample(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(string) ? "text."
            : type == typeof(IReadOnlyList<string>) ? new[] { "one", "two" }
            : Nullable.GetUnderlyingType(type) is { } inner ? Activator.CreateInstance(inner)
            : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 1)
            : Activator.CreateInstance(type);
    }

    [Fact]
    public void An_enum_member_reads_as_words() => Assert.Equal("licensing officer", Words.Of(Role.LicensingOfficer));

    [Theory]
    [InlineData(new string[0], "")]
    [InlineData(new[] { "a" }, "a")]
    [InlineData(new[] { "a", "b", "c" }, "a, b and c")]
    public void A_list_reads_as_one_says_it(string[] items, string text) => Assert.Equal(text, Words.And(items));

    [Fact]
    public void A_legal_day_begins_at_midnight_of_the_State()
    {
        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(1)),
            LegalDay.Begins(new DateOnly(2026, 3, 29), "Europe/Vienna")
        );
        Assert.Equal(
            new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.FromHours(2)),
            LegalDay.Begins(new DateOnly(2026, 3, 30), "Europe/Vienna")
        );
    }

    [Fact]
    public void Where_the_clock_skips_midnight_the_day_begins_after_the_gap() =>
        Assert.Equal(
            new DateTimeOffset(2018, 11, 4, 1, 0, 0, TimeSpan.FromHours(-2)),
            LegalDay.Begins(new DateOnly(2018, 11, 4), "America/Sao_Paulo")
        );

    [Fact]
    public void A_moment_late_in_the_evening_is_already_tomorrow_further_east() =>
        Assert.Equal(
            new DateOnly(2026, 3, 21),
            LegalDay.Of(new DateTimeOffset(2026, 3, 20, 23, 30, 0, TimeSpan.Zero), "Europe/Vienna")
        );

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\papers\\a<b>.pdf", "ab.pdf")]
    [InlineData("licence (2).pdf", "licence (2).pdf")]
    public void A_file_keeps_only_the_name_that_is_its_own(string given, string kept) =>
        Assert.Equal(kept, FileKind.SafeName(given));

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("a.PDF", "%PDF-1.7", "application/pdf")]
    public void A_file_that_is_what_it_says_is_taken(string name, string content, string type) =>
        Assert.Equal(type, FileKind.Of(name, System.Text.Encoding.ASCII.GetBytes(content)));

    [Theory]
    [InlineData("a.pdf", "<html>", "a.pdf is not what its name says: save it again as .pdf.")]
    [InlineData("a.exe", "MZ", "a.exe is not taken: attach a PDF, PNG or JPEG file.")]
    [InlineData("a.pdf", "", "a.pdf is empty.")]
    public void A_file_that_is_not_taken_says_why(string name, string content, string text) =>
        Assert.Equal(
            text,
            Assert
                .Throws<MalformedException>(() => FileKind.Of(name, System.Text.Encoding.ASCII.GetBytes(content)))
                .Message
        );
}
