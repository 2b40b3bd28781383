using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Licensing.Tests.Databases;

/// <summary>A PostgreSQL server on a free loopback port, with a folder of its own, started for these tests and removed after them. It
/// trusts everybody on this machine and does not wait for the disk: it holds nothing that anybody needs.</summary>
internal sealed class ThrowAwayPostgreSql : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port;
    private readonly bool _durable;
    private Process _server;

    private ThrowAwayPostgreSql(string programs, string folder, int port, bool durable)
    {
        (_programs, _folder, _port, _durable) = (programs, folder, port, durable);
        _server = Serve();
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Username=licensing;Database=postgres"
        );
    }

    public string ConnectionString { get; }

    /// <param name="durable">Wait for the disk, as a real server does.</param>
    /// <returns>Null where PostgreSQL is not installed.</returns>
    public static async Task<ThrowAwayPostgreSql?> Start(bool durable = false)
    {
        if (Programs() is not { } programs)
            return null;
        var folder = Directory.CreateTempSubdirectory("licensing-postgresql-").FullName;
        // The server refuses to run as root; Debian's package brings a user for it.
        if (IsRoot)
            await Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        await Run(
            Path.Combine(programs, "initdb"),
            "-D",
            data,
            "-U",
            "licensing",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync"
        );
        var started = new ThrowAwayPostgreSql(programs, folder, FreePort(), durable);
        await started.Answers();
        return started;
    }

    /// <summary>Ends it as a power failure would: nothing is written any more, every line breaks.</summary>
    public async Task Crash()
    {
        await Run(Path.Combine(_programs, "pg_ctl"), "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    public Task Restart()
    {
        _server = Serve();
        return Answers();
    }

    private Process Serve() =>
        Begin(
            Path.Combine(_programs, "postgres"),
            [
                "-D",
                Path.Combine(_folder, "data"),
                "-p",
                _port.ToString(CultureInfo.InvariantCulture),
                .. Settings("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=400"),
                .. Settings("log_min_messages=fatal"),
                .. _durable ? [] : Settings("fsync=off", "synchronous_commit=off", "full_page_writes=off"),
            ]
        );

    private static IEnumerable<string> Settings(params string[] settings) =>
        settings.SelectMany(setting => new[] { "-c", setting });

    private async Task Answers()
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 100 && !_server.HasExited)
            {
                await Task.Delay(100);
            }
    }

    public async ValueTask DisposeAsync()
    {
        await Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    internal static string? Programs() =>
        new[] { "/usr/lib/postgresql" }
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .OrderByDescending(version => Path.GetFileName(version).Length)
            .ThenByDescending(version => Path.GetFileName(version), StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder =>
                new[] { "initdb", "postgres", "pg_ctl" }.All(p => File.Exists(Path.Combine(folder, p)))
            );

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Begin(program, arguments);
        var said = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await said}");
    }

    private static Process Begin(string program, string[] arguments)
    {
        var asServer = IsRoot && program.Contains('/', StringComparison.Ordinal);
        var start = new ProcessStartInfo(asServer ? "runuser" : program)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in asServer ? ["-u", "postgres", "--", program, .. arguments] : arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
