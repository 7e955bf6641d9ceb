using CrmStudio.Domain.Access;

namespace CrmStudio.App.Shell;

/// <summary>One place in the side navigation. A room registers its own as a singleton; nothing is listed that does not exist.</summary>
/// <param name="Order">Smaller stands higher. Tens, so that rooms can squeeze in.</param>
/// <param name="Label">The word on the link.</param>
/// <param name="Href">Address of the page.</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="Permission">Shown only to members who hold it; null shows it to everyone.</param>
/// <param name="Group">Heading the entry stands under; null is the first, unnamed group.</param>
/// <param name="Go">The letter after G that goes there.</param>
/// <param name="About">What can be set there, in one line; for the places of <see cref="Settings"/>.</param>
/// <param name="Short">The word at the thumb on a phone, where the label is too long for it.</param>
public sealed record NavEntry(int Order, string Label, string Href, string Icon, Permission? Permission = null, string? Group = null, string? Go = null, string? About = null, string? Short = null)
{
    /// <summary>What an organization sets for itself. The navigation shows one link to the page that lists them.</summary>
    public const string Settings = "settings";

    /// <summary>The page that lists the settings.</summary>
    public const string SettingsHref = "/settings";

    /// <summary>The group inside the account menu: own sessions, signing out.</summary>
    public const string Account = "account";

    /// <summary>What this member sees, in order.</summary>
    public static IReadOnlyList<NavEntry> For(CurrentMember me, IEnumerable<NavEntry> entries) =>
        [.. entries.Where(entry => entry.Permission is null || (me.IsKnown && me.May(entry.Permission))).OrderBy(entry => entry.Order)];
}
