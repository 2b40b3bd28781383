using Licensing.Web.SignIn;

namespace Licensing.Web.Portal.Administrator;

/// <summary>Where an administrator begins.</summary>
public sealed class Index(ActingFor actingFor) : PortalPage(actingFor);
