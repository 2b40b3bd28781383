using System.Globalization;
using Licensing.Web.Frontend;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Web.Tests.Browser;

public sealed class Days_are_read
{
    [Theory]
    [InlineData("31", "3", "2027", "2027-03-31")]
    [InlineData(" 1 ", "09", "2027", "2027-09-01")]
    [InlineData("29", "Feb", "2028", "2028-02-29")]
    [InlineData("1", "september", "2027", "2027-09-01")]
    [InlineData("", "", "", null)]
    public async Task Three_boxes_give_a_day_or_none(string day, string month, string year, string? expected)
    {
        var (value, errors) = await Bind(("Day.Day", day), ("Day.Month", month), ("Day.Year", year));
        Assert.Empty(errors);
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("31", "", "2027", "Planned shipment day must include a month")]
    [InlineData("", "", "2027", "Planned shipment day must include a day and a month")]
    [InlineData("31", "3", "27", "Planned shipment day must have a year of 4 digits, like 2027")]
    [InlineData("1", "1", "0000", "Planned shipment day must have a year of 4 digits, like 2027")]
    [InlineData(
        "1",
        "13",
        "2027",
        "Planned shipment day must be a real date: the month is a number from 1 to 12 or its name"
    )]
    [InlineData(
        "1",
        "ma",
        "2027",
        "Planned shipment day must be a real date: the month is a number from 1 to 12 or its name"
    )]
    [InlineData("29", "2", "2027", "Planned shipment day must be a real date: that month has no such day")]
    [InlineData("-1", "2", "2027", "Planned shipment day must be a real date: that month has no such day")]
    [InlineData("99999999999", "2", "2027", "Planned shipment day must be a real date: that month has no such day")]
    public async Task What_is_no_day_is_refused_with_what_is_wrong(
        string day,
        string month,
        string year,
        string message
    )
    {
        var (_, errors) = await Bind(("Day.Day", day), ("Day.Month", month), ("Day.Year", year));
        Assert.Equal([message], errors);
    }

    [Fact]
    public async Task One_value_is_read_as_an_ISO_day()
    {
        var (value, errors) = await Bind(("Day", "2027-03-31"));
        Assert.Empty(errors);
        Assert.Equal(new DateOnly(2027, 3, 31), value);
    }

    [Theory]
    [InlineData("31/03/2027")]
    [InlineData("2027-02-29")]
    public async Task One_value_in_another_form_is_refused(string text)
    {
        var (_, errors) = await Bind(("Day", text));
        Assert.Equal(["Planned shipment day must be a date written like 2027-03-31"], errors);
    }

    private static async Task<(object? Value, string[] Errors)> Bind(params (string Key, string Value)[] posted)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMvcCore().AddDataAnnotations();
        services.AddPortalFrontend(_ => { });
        await using var provider = services.BuildServiceProvider();
        var context = new ActionContext(
            new DefaultHttpContext { RequestServices = provider },
            new RouteData(),
            new ActionDescriptor()
        );
        var metadata = provider
            .GetRequiredService<IModelMetadataProvider>()
            .GetMetadataForProperty(typeof(Asked), nameof(Asked.PlannedShipmentDay));
        var binder = provider
            .GetRequiredService<IModelBinderFactory>()
            .CreateBinder(new() { Metadata = metadata, CacheToken = metadata });
        var values = posted.ToDictionary(
            pair => pair.Key,
            pair => new Microsoft.Extensions.Primitives.StringValues(pair.Value)
        );
        var binding = DefaultModelBindingContext.CreateBindingContext(
            context,
            new FormValueProvider(BindingSource.Form, new FormCollection(values), CultureInfo.InvariantCulture),
            metadata,
            new BindingInfo(),
            "Day"
        );
        await binder.BindModelAsync(binding);
        return (
            binding.Result.Model,
            [.. binding.ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)]
        );
    }

    private sealed class Asked
    {
        public DateOnly? PlannedShipmentDay { get; set; }
    }
}
