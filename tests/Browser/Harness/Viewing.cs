namespace CrmStudio.Browser.Harness;

/// <summary>How somebody looks at the app.</summary>
public sealed record Viewing(bool IsDark = false, bool IsPhone = false);
