namespace CrmStudio.App.Leads.Routing;

/// <summary>Addresses of the pages that say who gets which leads.</summary>
public static class RoutingUrls
{
    public const string Rules = "/settings/lead-routing";

    public const string People = "/settings/lead-people";

    public const string Hours = "/settings/working-hours";
}
