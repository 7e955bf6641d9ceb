using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.Marks;

/// <summary>A sentence in which the given names are set bold.</summary>
public partial class Emphasis
{
    /// <summary>The whole sentence.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Names inside it; the first place of each is set bold.</summary>
    [Parameter] public IReadOnlyList<string> Names { get; set; } = [];

    private IEnumerable<(string Text, bool IsName)> Parts
    {
        get
        {
            var places = Names.Where(name => name.Length > 0).Select(name => (Start: Text.IndexOf(name, StringComparison.Ordinal), name.Length)).Where(place => place.Start >= 0).OrderBy(place => place.Start);
            var at = 0;
            foreach (var (start, length) in places)
            {
                if (start < at) continue;
                if (start > at) yield return (Text[at..start], false);
                yield return (Text.Substring(start, length), true);
                at = start + length;
            }

            if (at < Text.Length) yield return (Text[at..], false);
        }
    }
}
