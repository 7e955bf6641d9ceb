using CrmStudio.Domain.Leads.Forms;

namespace CrmStudio.App.Leads.Forms;

/// <summary>Addresses of forms.</summary>
public static class FormUrls
{
    public const string Settings = "/settings/lead-forms";

    /// <summary>The page of a form, and where its requests go.</summary>
    public const string Page = "/f/{token}";

    /// <summary>The public address of a form: the organization, then its key.</summary>
    public static string For(Guid orgId, string key) => $"/f/{orgId:n}.{key}";

    /// <summary>What the owner of a site pastes into a page.</summary>
    public static string Embed(Uri publicUrl, Guid orgId, LeadFormSetup form, string key) =>
        $"<iframe src=\"{new Uri(publicUrl, For(orgId, key))}\" title=\"{System.Net.WebUtility.HtmlEncode(form.Name)}\" loading=\"lazy\" style=\"width:100%;max-width:560px;height:720px;border:0\"></iframe>";
}
