using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Access;

/// <summary>A list as somebody likes to see it, under a name: their own, or shared with the organization.</summary>
public sealed class SavedView : Entity, INamedRecord
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Longest address.</summary>
    public const int QueryMaxLength = 4000;

    private SavedView() { }

    private SavedView(string place, Guid ownerId) => (Place, OwnerId) = (place, ownerId);

    /// <summary>Which list it is a view of, such as "loans".</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who saved it, and alone may change it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What the tab says.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The view, as the query of its address.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Whether everybody in the organization sees it. What it shows each of them is still only theirs to see.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Whether the list opens with it: for its owner, or when shared for everybody without a default of their own.</summary>
    public bool IsDefault { get; private set; }

    /// <inheritdoc />
    public string RecordName => Name;

    /// <summary>Saves a view under a name.</summary>
    public static Outcome<SavedView> Save(string place, Guid ownerId, string name, string query, bool isShared)
    {
        var view = new SavedView(place, ownerId);
        var outcome = view.Rename(name);
        if (outcome.IsDone) outcome = view.Show(query);
        if (!outcome.IsDone) return outcome.Refusal;
        view.IsShared = isShared;
        return view;
    }

    /// <summary>Changes the name.</summary>
    public Outcome Rename(string name)
    {
        name = name.Trim();
        if (name.Length == 0) return Refusal.Invalid(nameof(Name), "A view needs a name.");
        if (name.Length > NameMaxLength) return Refusal.Invalid(nameof(Name), $"A name has at most {NameMaxLength} characters.");
        Name = name;
        return Outcome.Done;
    }

    /// <summary>Changes what it shows.</summary>
    public Outcome Show(string query)
    {
        if (query.Length > QueryMaxLength) return Refusal.Invalid(nameof(Query), "This view has too many filters to be kept. Remove some of them.");
        Query = query;
        return Outcome.Done;
    }

    /// <summary>Shares it with the organization, or takes it back.</summary>
    public void Share(bool isShared) => IsShared = isShared;

    /// <summary>Makes it what the list opens with, or no longer.</summary>
    public void OpenFirst(bool isDefault) => IsDefault = isDefault;
}
