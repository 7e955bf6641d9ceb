namespace CrmStudio.Infrastructure.Documents;

/// <summary>Where a document may lead: to web pages, e-mail addresses, phone numbers and sections of its own. Never to files or scripts.</summary>
public static class DocumentLinks
{
    /// <summary>The target as it is written into the file; null when it is none a document may lead to.</summary>
    public static string? Allowed(string target)
    {
        if (target is ['#', _, ..]) return target;
        if (!Uri.TryCreate(target, UriKind.Absolute, out var address)) return null;
        return address.Scheme is "http" or "https" or "mailto" or "tel" ? address.AbsoluteUri : null;
    }
}
