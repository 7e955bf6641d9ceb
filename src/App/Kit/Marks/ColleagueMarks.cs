using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Marks;

/// <summary>Who else has the record open, as overlapping initials. A ring says that somebody edits; the words say it too.</summary>
public static class ColleagueMarks
{
    /// <param name="colleagues">The colleagues; for none nothing is drawn.</param>
    /// <param name="most">How many are drawn; the rest is a number.</param>
    public static Html Of(Colleagues colleagues, int most = 3)
    {
        if (colleagues.People.Count == 0) return default;
        Html all = $"";
        foreach (var colleague in colleagues.People.Take(most)) all.Add($"""<span class="{(colleague.IsEditing ? "is-editing" : null)}">{Avatar.Beside(colleague.Name)}</span>""");
        if (colleagues.People.Count > most) all.Add($"""<span class="avatar num">+{colleagues.People.Count - most}</span>""");
        var words = string.Join(", ", colleagues.People.Select(colleague => colleague.IsEditing ? $"{colleague.Name} is editing" : $"{colleague.Name} is here"));
        return $"""<span class="avatars colleagues" role="img" aria-label="{words}" title="{words}">{all}</span>""";
    }
}
