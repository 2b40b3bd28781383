using Licensing.Casework.Documents;
using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Auditor;

/// <summary>A document of a case of the own State.</summary>
public sealed class Document(ActingFor actingFor, ReadDocument read) : DownloadPage(actingFor, read);
