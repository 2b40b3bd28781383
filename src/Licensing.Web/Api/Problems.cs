using System.Text.Json;
using Licensing.Casework.Acts;
using Licensing.Domain.Article10;
using Licensing.Domain.Licences;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Api;

/// <summary>The one place where a refusal becomes an answer: 400 malformed, 403 not for you, 404 not yours, 409 what you saw has
/// changed, 422 refused by the law, 503 the database is out of reach.</summary>
public sealed class Problems(IProblemDetailsService problems, Reach reach) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api"))
            return false;
        var problem = Of(exception);
        if (problem is null && reach.IsLost(exception))
            problem = OutOfReach("The database cannot be reached just now. Try again.");
        if (problem is null)
            return false;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = "5";
        if (exception is MovingException)
            httpContext.Response.Headers.RetryAfter = "1";
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem }
        );
    }

    /// <summary>The problem that an exception stands for, or null when it is a fault of ours.</summary>
    public static ProblemDetails? Of(Exception exception) =>
        exception switch
        {
            MalformedException e => Malformed(e.Problems),
            BadHttpRequestException e => Unreadable(e),
            NotAllowedException e => New(StatusCodes.Status403Forbidden, "Not for you", e.Message),
            NotFoundException e => New(StatusCodes.Status404NotFound, "Not found", e.Message),
            MovingException e => With(New(StatusCodes.Status409Conflict, "Moving on", e.Message), "code", "moving"),
            ChangedException e => New(StatusCodes.Status409Conflict, "Changed meanwhile", e.Message),
            OutOfReachException e => OutOfReach(e.Message),
            FourEyesException e => With(
                New(StatusCodes.Status422UnprocessableEntity, "A second officer is needed", e.Message),
                "code",
                "four-eyes"
            ),
            RefusedException e => With(
                With(
                    New(StatusCodes.Status422UnprocessableEntity, "Refused as things stand", e.Message),
                    "code",
                    e.Code
                ),
                "whatToDo",
                e.WhatToDo
            ),
            NotPermittedException e => With(
                New(
                    StatusCodes.Status422UnprocessableEntity,
                    "Refused by the law",
                    "Article 10 does not permit this. Each finding says which rule, which fact and what to do. Nothing was done."
                ),
                "findings",
                e.Findings
            ),
            _ => null,
        };

    private static ProblemDetails OutOfReach(string detail) =>
        New(StatusCodes.Status503ServiceUnavailable, "Out of reach for a moment", detail);

    private static ProblemDetails Malformed(IReadOnlyList<FieldProblem> fields) =>
        With(
            New(
                StatusCodes.Status400BadRequest,
                "Something is missing or wrong",
                "Every field that has to be given or corrected is listed. Nothing was done."
            ),
            "errors",
            fields.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => f.Text).ToArray())
        );

    // The path of the JSON member that could not be read, without the name of our own type.
    private static ProblemDetails Unreadable(BadHttpRequestException e)
    {
        if (e.InnerException is not JsonException json)
            return New(
                e.StatusCode,
                "The request cannot be read",
                "Send the body and the parameters in the form that the API reference describes. Nothing was done."
            );
        return Malformed([FieldOf(json, "body")]);
    }

    /// <summary>The member that could not be read, by its path.</summary>
    /// <param name="whole">What to call the text as a whole.</param>
    internal static FieldProblem FieldOf(JsonException json, string whole)
    {
        var path = json.Path?.TrimStart('$', '.') is { Length: > 0 } p ? p : whole;
        return new FieldProblem(path, Reason(json));
    }

    private static string Reason(JsonException json)
    {
        if (json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return "There is no such field: check its spelling.";
        if (json.Message.Contains("could not be converted", StringComparison.Ordinal))
            return "This value is not of the kind that the field takes: check it against the API reference.";
        if (json.Message.Contains("nullability annotation", StringComparison.Ordinal))
            return "This cannot be null: leave it out, or give it.";
        if (json.Message.Contains("LineNumber:", StringComparison.Ordinal))
            return "This is not JSON: check it against the API reference.";
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal))
            return "A required field is missing: check the body against the API reference.";
        return json.Message.Split(" Path:")[0];
    }

    private static ProblemDetails New(int status, string title, string detail) =>
        new()
        {
            Status = status,
            Title = title,
            Detail = detail,
        };

    private static ProblemDetails With(ProblemDetails problem, string name, object value)
    {
        problem.Extensions[name] = value;
        return problem;
    }
}
