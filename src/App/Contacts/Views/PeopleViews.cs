using CrmStudio.Domain.Contacts;

namespace CrmStudio.App.Contacts.Views;

/// <summary>The views of people everybody has.</summary>
public static class PeopleViews
{
    /// <summary>What saved views of people are kept under.</summary>
    public const string Place = "contacts";

    /// <summary>Days of silence after which somebody stands under "Gone quiet".</summary>
    public const int QuietDays = 60;

    /// <summary>The built-in views, in the order of the tabs.</summary>
    public static IReadOnlyList<(string Name, PeopleView View)> BuiltIn { get; } =
    [
        ("Everybody", PeopleView.Everybody),
        ("Mine", new([new(PeopleField.Owner, false, PeopleCondition.Me)])),
        ("Clients", Of(ContactKind.Client)),
        ("Agents and partners", Of(ContactKind.Agent, ContactKind.Partner)),
        ("Gone quiet", new([new(PeopleField.Kind, false, Word(ContactKind.Client), Word(ContactKind.Prospect)), new(PeopleField.Untouched, false, $"{QuietDays}")], PeopleSort.Touch)),
    ];

    private static PeopleView Of(params ContactKind[] kinds) => new([new(PeopleField.Kind, false, [.. kinds.Select(Word)])]);

    private static string Word(ContactKind kind) => kind.ToString().ToLowerInvariant();
}
