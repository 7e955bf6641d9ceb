namespace CrmStudio.App.Access;

/// <summary>Addresses of the Access room.</summary>
public static class AccessUrls
{
    public const string SignIn = "/sign-in";
    public const string SecondFactor = "/sign-in/second-factor";
    public const string Enroll = "/sign-in/authenticator";
    public const string Organization = "/sign-in/organization";
    public const string Forgot = "/sign-in/forgot";
    public const string Reset = "/sign-in/reset";
    public const string SignOut = "/sign-out";
    public const string Account = "/account";
    public const string Switch = "/account/organization";
    public const string Letterhead = "/settings/letterhead";
    public const string Logo = "/settings/letterhead/logo";
    public const string DevMail = "/dev/mail";

    /// <summary>The sign-in page, and where to go afterwards.</summary>
    public static string SignInFor(string? returnUrl) => With(SignIn, "return", returnUrl);

    /// <summary>The sign-in page as shown to somebody whose sign-in ended.</summary>
    public static string Ended(string returnUrl) => With(SignIn + "?ended=1", "return", returnUrl);

    /// <summary>The page of a tab that was put to rest.</summary>
    public static string Resting(string returnUrl) => With("/resting", "return", returnUrl);

    /// <summary>The page behind a mailed invitation.</summary>
    public static string Invitation(string token) => $"/invitation/{token}";

    private static string With(string url, string name, string? value) =>
        value is null or "/" || !LocalUrl.IsLocal(value) ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
