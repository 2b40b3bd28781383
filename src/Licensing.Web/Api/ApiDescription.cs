using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Licensing.Web.Api;

/// <summary>Says in the API's own description how to sign in and how acts are repeated safely.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info.Title = "Arms transfer licensing";
        document.Info.Description = """
            Licensing of the export, import and transit of firearms, their parts and components and ammunition under Article 10 of
            the Firearms Protocol.

            Send an access token as `Authorization: Bearer …`. Every act takes an `Idempotency-Key` header: the same act sent again
            under the same key is done once and answered alike. People who act in several capacities name one in `Acting-As`.

            Where an engine outside the database moves the cases, an act answers 202 while what it sets off is still being carried out; until
            then a further act on that case answers 409 with the code `moving`. With `Prefer: wait=10` the answer waits for it, at most
            that many seconds and never more than 30.

            400: malformed, with every field. 403: not for this role. 404: not there, or not yours. 409: what you saw has changed.
            422: refused by the law or as things stand, with every finding and what to do.
            """;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["Bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", document)] = [] },
        ];
        return Task.CompletedTask;
    }
}

/// <summary>Says of each member what the API really takes: what may be null may be left out, and a decimal is exact.</summary>
internal sealed class ExactSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
            schema.Format = null;
        foreach (var member in context.JsonTypeInfo.Properties.Where(MayBeLeftOut))
            schema.Required?.Remove(member.Name);
        return Task.CompletedTask;
    }

    private static bool MayBeLeftOut(JsonPropertyInfo member) =>
        member.IsGetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null;
}

/// <summary>Every act takes an idempotency key.</summary>
internal sealed class KeysOfActs : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.Description.HttpMethod is "POST" or "PUT" or "DELETE")
            (operation.Parameters ??= []).Add(
                new OpenApiParameter
                {
                    Name = "Idempotency-Key",
                    In = ParameterLocation.Header,
                    Description =
                        "Chosen by the caller, at most 100 characters: the same act under the same key is done once.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
                }
            );
        return Task.CompletedTask;
    }
}
