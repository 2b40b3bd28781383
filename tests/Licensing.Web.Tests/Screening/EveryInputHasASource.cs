using System.Reflection;
using System.Text.Json;
using Licensing.Casework.Screening;
using Licensing.Domain.Screening;
using Licensing.Web.Tests.Journeys;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Web.Tests.Screening;

/// <summary>No rule waits for something that nobody can write down.</summary>
public sealed class EveryInputHasASource(OnSqlite demo) : IClassFixture<OnSqlite>
{
    [Fact]
    public void Every_rule_of_the_catalogue_names_what_it_reads() =>
        Assert.Equal(Catalogue.Rules.Select(r => r.Id).Order(), Inputs.OfRules.Keys.Order());

    [Fact]
    public void What_a_rule_reads_is_a_field_of_a_dossier_or_a_table_of_the_reference_data()
    {
        var fields = Fields(typeof(ScreeningDossier), "")
            .Concat(Fields(typeof(ReferenceData), "reference."))
            .ToHashSet();

        Assert.Equal([], Inputs.OfRules.Values.SelectMany(i => i).Except(fields));
    }

    [Fact]
    public void An_act_that_the_application_has_writes_each_of_them()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        var acts = demo
            .Application.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(m =>
                    $"{m} /{e.RoutePattern.RawText?.TrimStart('/')}"
                )
            )
            .ToHashSet();

        Assert.DoesNotContain(Inputs.OfRules.Values.SelectMany(i => i), i => Inputs.SourceOf(i) is null);
        Assert.Equal([], Inputs.Sources.Values.Except(acts));
    }

    [Fact]
    public void Nothing_is_written_down_for_the_rules_that_none_of_them_reads()
    {
        var read = Inputs.OfRules.Values.SelectMany(i => i).ToHashSet();

        var rest = Fields(typeof(ScreeningDossier), "")
            .Where(f => !read.Any(r => Within(f, r) || Within(r, f)))
            .Where(f =>
                !f.EndsWith(".remark", StringComparison.Ordinal) && !f.EndsWith(".known_at", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);
        Assert.Equal(ForPeople, string.Join(' ', rest));
    }

    private static bool Within(string field, string whole) =>
        field == whole || field.StartsWith($"{whole}.", StringComparison.Ordinal);

    // What names a dossier or an entry, says when and by whom it is judged, or tells a person more. Of a running case the gate itself knows what
    // a notice covers and who issued a paper; and a change that is approved is another licence, so that no amendment bears an approval.
    private const string ForPeople =
        "as_of authority case.amendments.approved_by case.amendments.approved_on case.case_id case.documents.number "
        + "case.documents.sha256 case.import_authorisation.issuing_state case.import_authorisation.place_of_issue case.kind "
        + "case.parties.exporter case.transit_consents.max_qty case.transit_consents.mode document_register.registered_on "
        + "drawdown.case_id drawdown.date id import_auth_usage.exporter incidents.id parties.id remark seizures.reported_on "
        + "serial_register.ref stage title";

    /// <summary>Fields by their path, of entries of a list without their place in it.</summary>
    private static IEnumerable<string> Fields(Type type, string place)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is null || !property.CanWrite)
                continue;
            var name = place + JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            if (property.Name == "IsSigned")
                name = place + "signed";
            yield return name;
            var inner = Inner(property.PropertyType);
            if (inner.Namespace == typeof(ScreeningDossier).Namespace && inner.IsClass)
                foreach (var field in Fields(inner, $"{name}."))
                    yield return field;
        }
    }

    private static Type Inner(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : Nullable.GetUnderlyingType(type) ?? type;
}
