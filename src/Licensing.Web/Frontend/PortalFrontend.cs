using Microsoft.AspNetCore.Mvc;

namespace Licensing.Web.Frontend;

public static class PortalFrontend
{
    /// <summary>The layout's surroundings, days in three boxes, and messages in plain words.</summary>
    public static IServiceCollection AddPortalFrontend(this IServiceCollection services, Action<PortalOptions> portal)
    {
        services.Configure(portal);
        // After the framework's own providers, whose rules these speak for.
        services.PostConfigure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new DateOnlyBinder());
            options.ModelBinderProviders.Insert(0, new NumberBinder());
            options.ModelBinderProviders.Insert(0, new TextBinder());
            options.ModelMetadataDetailsProviders.Add(new PlainMessages());
            PlainMessages.Bind(options);
        });
        return services;
    }
}
