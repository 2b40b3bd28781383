using Licensing.Casework.Documents;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Exporter;

/// <summary>A document of the own company.</summary>
public sealed class Download(ActingFor actingFor, ReadDocument read) : DownloadPage(actingFor, read);
