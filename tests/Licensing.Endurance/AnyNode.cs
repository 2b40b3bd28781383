using System.Collections.Concurrent;
using System.Net;

namespace Licensing.Endurance;

/// <summary>Sends each request to some node, and to another one when the line breaks or the node cannot reach its database: every act bears
/// an idempotency key, so that sending it again does it once. What was accepted is written down, to be looked for afterwards.</summary>
internal sealed class AnyNode(IReadOnlyList<Node> nodes) : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromSeconds(10),
            ConnectTimeout = TimeSpan.FromSeconds(2),
        }
    );

    /// <summary>Idempotency key of every act that was answered with success.</summary>
    public ConcurrentDictionary<string, string> Accepted { get; } = new();

    /// <summary>How often something was sent again.</summary>
    public int Resent => _resent;
    private int _resent;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null;
        var began = DateTime.UtcNow;
        for (var attempt = 1; ; attempt++)
        {
            var node = nodes[Random.Shared.Next(nodes.Count)];
            try
            {
                var answer = await Once(node, request, body, cancellationToken);
                if (answer.IsSuccessStatusCode && key is not null)
                    Accepted[key] = request.RequestUri!.AbsolutePath;
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError))
                    return answer;
                if (answer.StatusCode == HttpStatusCode.InternalServerError)
                {
                    // What it has to say of it comes a moment later.
                    await Task.Delay(500, cancellationToken);
                    throw new InvalidOperationException(
                        $"{request.Method} {request.RequestUri} was answered 500: "
                            + await answer.Content.ReadAsStringAsync(cancellationToken)
                            + $"\nThe node said last:\n{node.Said}"
                    );
                }
                answer.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // The node was killed in the middle of it, or is not up.
            }
            cancellationToken.ThrowIfCancellationRequested();
            if (DateTime.UtcNow - began > Patience)
                throw new HttpRequestException($"No node answered {request.RequestUri} for {Patience}.");
            Interlocked.Increment(ref _resent);
            await Task.Delay(Math.Min(1000, 50 * attempt), cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> Once(
        Node node,
        HttpRequestMessage request,
        byte[]? body,
        CancellationToken cancel
    )
    {
        using var again = new HttpRequestMessage(
            request.Method,
            new Uri(node.Address, request.RequestUri!.PathAndQuery)
        );
        foreach (var header in request.Headers)
            again.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (body is not null)
        {
            again.Content = new ByteArrayContent(body);
            foreach (var header in request.Content!.Headers)
                again.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        var answer = await _http.SendAsync(again, limit.Token);
        // Read whole here: a node that dies in the middle of its answer has not answered.
        await answer.Content.LoadIntoBufferAsync(limit.Token);
        return answer;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _http.Dispose();
        base.Dispose(disposing);
    }
}
