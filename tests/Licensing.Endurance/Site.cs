using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Licensing.Casework;
using Licensing.Casework.Storage;
using Licensing.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Licensing.Endurance;

/// <summary>Nodes of the demo, each a process of its own, on one database and one data folder.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly ThrowAwayPostgreSql? _server;
    private readonly List<Node> _nodes = [];

    private Site(ThrowAwayPostgreSql? server, string folder, DatabaseChoice database) =>
        (_server, Folder, Database, Casework) = (
            server,
            folder,
            database,
            new ServiceCollection().AddCasework(database).BuildServiceProvider()
        );

    public string Folder { get; }
    public DatabaseChoice Database { get; }

    /// <summary>Casework on the same database, in this process.</summary>
    public ServiceProvider Casework { get; }
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <param name="durable">The database waits for the disk, as a real one does.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed here.</exception>
    /// <param name="engine">Another engine than the application's own; null for that one.</param>
    public static async Task<Site> Open(
        DatabaseProvider provider,
        int nodes,
        bool durable,
        CancellationToken cancel,
        OtherEngine? engine = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("licensing-endurance-").FullName;
        var server =
            provider == DatabaseProvider.PostgreSql
                ? await ThrowAwayPostgreSql.Start(durable)
                    ?? throw new InvalidOperationException("PostgreSQL is not installed here.")
                : null;
        var database = new DatabaseChoice(
            provider,
            server?.ConnectionString ?? $"Data Source={Path.Combine(folder, "licensing.db")}"
        );
        var site = new Site(server, folder, database);
        for (var i = 0; i < nodes; i++)
        {
            var node = new Node(FreePort(), folder, database, engine);
            site._nodes.Add(node);
            node.Start();
            // The first one brings the database to its version and fills it.
            await node.IsReady(cancel);
        }
        return site;
    }

    /// <summary>Takes the database away, as a power failure would, and gives it back.</summary>
    public async Task Outage(TimeSpan length, CancellationToken cancel)
    {
        if (_server is null)
            return;
        await _server.Crash();
        await Task.Delay(length, cancel);
        await _server.Restart();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            node.Kill();
        await Casework.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>One process that serves the application.</summary>
internal sealed class Node(int port, string folder, DatabaseChoice database, OtherEngine? engine)
{
    private readonly string _program = engine?.Program ?? Path.Combine(AppContext.BaseDirectory, "Licensing.Demo.dll");
    private Process? _process;

    public Uri Address { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));

    private readonly Queue<string> _said = new();

    /// <summary>What it wrote last, to tell why it does not run.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            if (line is not null)
                _said.Enqueue(line);
            while (_said.Count > 60)
                _said.Dequeue();
        }
    }

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                _program,
                "--empty",
                "--urls",
                Address.ToString(),
                "--data",
                folder,
                "--issuer",
                "http://licensing.invalid/",
                "--provider",
                database.Provider.ToString(),
                "--connection",
                database.ConnectionString,
            }.Concat(engine?.Arguments ?? [])
        )
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <summary>kill -9: nothing is finished, nothing is said.</summary>
    public void Kill()
    {
        if (_process is not { } process)
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        _process = null;
    }

    /// <summary>What the process holds now.</summary>
    public long MemoryInMegabytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64 / (1024 * 1024);
        }
    }

    public bool HasEnded => _process?.HasExited ?? true;

    /// <exception cref="InvalidOperationException">It did not come up within a minute.</exception>
    public async Task IsReady(CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            if (HasEnded)
            {
                // It found no database at its start, or another node at the same work: whoever runs it starts it again.
                Kill();
                Start();
            }
            if (attempt == 600)
                throw new InvalidOperationException($"A node did not come up: {Said}");
            await Task.Delay(100, cancel);
        }
    }
}
