using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Access;

/// <summary>What a new password must be: long, and not one of those everybody tries first. No rules about digits and signs.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>Most characters: hashing an endless one would be work for nothing.</summary>
    public const int MaxLength = 128;

    // Twelve letters and more, from published lists of leaked passwords, in lower case.
    private static readonly HashSet<string> known = new(StringComparer.Ordinal)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789123", "1234567891234", "123123123123", "111111111111", "000000000000", "qwertyuiop12",
        "qwertyuiop123", "qwertyuiopasdfghjkl", "qwertyuiop[]", "asdfghjkl123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "zaq12wsxcde3", "q1w2e3r4t5y6",
        "password1234", "password12345", "password123!", "passwordpassword", "passw0rd1234", "p@ssw0rd1234", "p@ssword1234", "changeme1234", "welcome12345", "welcome1234!",
        "letmein12345", "letmeinletmein", "adminadmin12", "administrator", "administrator1", "iloveyou1234", "iloveyou12345", "iloveyousomuch", "abcdefghijkl", "abcdefgh1234",
        "abcd1234abcd", "abc123abc123", "football1234", "baseball1234", "basketball12", "monkeymonkey", "dragondragon", "sunshine1234", "princess1234", "superman1234", "batman123456",
        "trustno1trustno1", "michaeljackson", "chocolate123", "qazwsxedcrfv", "qweasdzxc123", "1234qwerasdf", "aaaaaaaaaaaa", "mortgage1234", "realestate12", "loanofficer1",
        "correcthorsebatterystaple", "summer202425", "winter202425", "spring202526", "autumn202526", "crmstudio123", "crmstudio1234",
    };

    /// <summary>Says what is wrong with a new password; null when nothing is.</summary>
    /// <param name="password">The password.</param>
    /// <param name="email">Whose it is: the name in the address must not be most of it.</param>
    public static Refusal? Refuse(string? password, string email)
    {
        const string field = "Password";
        if (password is null || password.Length < MinLength) return Refusal.Invalid(field, $"Use at least {MinLength} characters. A few unrelated words are easy to remember.");
        if (password.Length > MaxLength) return Refusal.Invalid(field, $"Use at most {MaxLength} characters.");

        var lowered = password.ToLowerInvariant();
        var local = EmailAddress.Normalize(email).Split('@')[0];
        var isKnown = known.Contains(lowered) || lowered.Distinct().Count() < 4 || (local.Length > 3 && lowered.Replace(local, "", StringComparison.Ordinal).Length < 8);
        return isKnown ? Refusal.Invalid(field, "This password is among the first anybody would try. Choose a few unrelated words.") : null;
    }
}
