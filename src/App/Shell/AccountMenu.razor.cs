using CrmStudio.Domain.Access;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Shell;

/// <summary>Who is signed in, how the app looks for them, and the entries rooms put under <see cref="NavEntry.Account"/>.</summary>
public partial class AccountMenu(CurrentMember me)
{
    private static readonly (string Look, string Label)[] Looks = [("light", "Light"), ("dark", "Dark"), ("", "Like this device")];

    /// <summary>Links of the rooms: own sessions, signing out.</summary>
    [Parameter] public IEnumerable<NavEntry> Entries { get; set; } = [];
}
