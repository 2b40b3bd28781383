using System.Globalization;
using Licensing.Casework.Acts;
using Licensing.Casework.Cases;
using Licensing.Casework.Procedures;
using Licensing.Web.SignIn;

namespace Licensing.Web.Api;

/// <summary>Where an engine outside the database moves the cases, an act is answered before all that it sets off has been carried out: with
/// 202. Whoever sends <c>Prefer: wait=10</c> (RFC 7240) is answered once it has, or after so many seconds.</summary>
internal sealed class WhileItMoves(IProcedures procedures, MovingCases moving, Reach reach) : IEndpointFilter
{
    private const int Longest = 30;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var result = await next(context);
        if (procedures.MoveAtOnce || HttpMethods.IsGet(http.Request.Method))
            return result;
        if (context.Arguments.OfType<Caller>().FirstOrDefault() is not { } who)
            return result;
        if (!await Rests(who.Acting, http))
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.Headers.RetryAfter = "1";
            return result;
        }
        // Where a case rests is its own officers' to know; everybody else keeps the answer as it was given.
        return result is CaseReceipt receipt && who.Acting.IsOfficer
            ? await moving.Anew(receipt, who.Acting.State, http.RequestAborted)
            : result;
    }

    // The act is done, whatever becomes of the question whether all that it set off is.
    private async Task<bool> Rests(Acting acting, HttpContext http)
    {
        try
        {
            return await moving.Rest(acting.ActId, Preferred(http.Request), http.RequestAborted);
        }
        catch (Exception failure) when (reach.IsLost(failure))
        {
            return false;
        }
    }

    private static TimeSpan Preferred(HttpRequest request)
    {
        var wait = request
            .Headers["Prefer"]
            .SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries))
            .FirstOrDefault(one => one.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return int.TryParse(wait?[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, Longest))
            : TimeSpan.Zero;
    }
}
