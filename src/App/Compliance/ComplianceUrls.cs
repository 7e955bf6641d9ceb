namespace CrmStudio.App.Compliance;

/// <summary>Addresses of the Compliance room.</summary>
public static class ComplianceUrls
{
    public const string Office = "/settings/office";
}
