using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace Licensing.Web.Jobs;

/// <summary>Hangfire keeps one log for the whole process. Where several hosts live in one, the log of a host that has ended must not stop
/// another from starting.</summary>
internal sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _log = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _log.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Nothing();
        }
    }

    private sealed class Nothing : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) =>
            false;
    }
}
