using System.Text.Json;
using Licensing.Casework.Clearances;
using Licensing.Domain.Applications;
using Licensing.Domain.Goods;

namespace Licensing.Casework.Tests;

public sealed class WireTests
{
    [Theory]
    [InlineData("\\u0000", "U+0000")]
    [InlineData("\\u202e", "U+202E")]
    [InlineData("\\u200b", "U+200B")]
    public void A_sign_that_nobody_sees_is_refused_by_its_path(string sign, string name)
    {
        var refusal = Assert.Throws<JsonException>(() =>
            Wire.Read<ApplicationDraft>($$"""{"lines":[{"make":"a{{sign}}b"}]}""")
        );
        Assert.Equal("$.lines[0].make", refusal.Path);
        Assert.StartsWith($"This text holds the invisible character {name}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"lines":[null]}""", "$.lines")]
    [InlineData("""{"lines":[{"serials":["A1",null]}]}""", "$.lines[0].serials")]
    [InlineData("""{"lines":null}""", "$.lines")]
    [InlineData("""{"lines":[{"class":"cannon"}]}""", "$.lines[0].class")]
    [InlineData("""{"lines":[{"class":1}]}""", "$.lines[0].class")]
    [InlineData("""{"lines":[{"colour":"black"}]}""", "$.lines[0].colour")]
    [InlineData("""{"plannedShipmentOn":"31.12.2026"}""", "$.plannedShipmentOn")]
    public void What_cannot_be_read_is_refused_by_its_path(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => Wire.Read<ApplicationDraft>(json)).Path);

    [Fact]
    public void A_draft_comes_back_as_it_was()
    {
        var draft = new ApplicationDraft
        {
            Reference = "Стрелец «7» <b>",
            Lines =
            [
                new DraftLine
                {
                    Class = GoodsClass.PartOrComponent,
                    Part = PartKind.LowerReceiver,
                    Quantity = 12.5m,
                    Serials = ["A1"],
                },
            ],
            PlannedShipmentOn = new DateOnly(2026, 12, 31),
        };
        var text = Wire.Write(draft);
        Assert.Contains("\"part\":\"lower-receiver\"", text, StringComparison.Ordinal);
        Assert.Equal(text, Wire.Write(Wire.Read<ApplicationDraft>(text)));
    }

    [Fact]
    public void A_notice_without_a_list_has_an_empty_one() =>
        Assert.Empty(Wire.Read<NoObjectionGiven>("{}").Quantities);

    [Fact]
    public void A_period_is_written_as_people_say_it_and_a_number_alone_is_calendar_days()
    {
        Assert.Equal("\"20 working days\"", Wire.Write(Licensing.Domain.Clocks.Period.Parse("20 working days")));
        Assert.Equal(Licensing.Domain.Clocks.Period.Parse("30 days"), Wire.Read<Licensing.Domain.Clocks.Period>("30"));
        var mistake = Assert.Throws<System.Text.Json.JsonException>(() =>
            Wire.Read<Licensing.Domain.Clocks.Period>("\"soon\"")
        );
        Assert.StartsWith("\"soon\" is no period", mistake.Message, StringComparison.Ordinal);
    }
}
