namespace CrmStudio.App.Access.Api;

/// <summary>Addresses of the API and its keys.</summary>
public static class ApiUrls
{
    public const string Keys = "/account/api-keys";

    /// <summary>What every address of the API begins with. A change that breaks programs gets another version beside it.</summary>
    public const string Root = "/api/v1";

    public const string Description = "/openapi/{documentName}.json";
}
