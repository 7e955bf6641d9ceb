using System.Globalization;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Marks;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Board;

/// <summary>The cards, none of which is a component: what a circuit keeps of one is what it shows. And the ways for them, kept once for all who look at the same stages.</summary>
public sealed partial class Board<TCard>
{
    private const int Keys = 9;

    // Named by the script after the card, like the boxes of the grid's rows.
    private static Piece Controls => Html.Shared(
        $"""<input class="check card-check" type="checkbox" tabindex="-1" data-check><button class="ib ib-s card-more" type="button" tabindex="-1" data-move aria-haspopup="menu">{Icons.Of("more")}</button>""");

    private Dictionary<string, List<BoardFace<TCard>>> faces = [];
    private List<(string Id, string Name, int Color)> stages = [];
    private (IReadOnlyList<BoardOutcome>, IReadOnlyList<BoardVerb>)? ways;
    private Piece strip, menu, bulk;

    // Cards that did not change are not drawn again, whichever column they went to.
    private void DrawCards()
    {
        var (former, now) = (faces, new Dictionary<string, List<BoardFace<TCard>>>(Columns.Count));
        Dictionary<string, BoardFace<TCard>>? moved = null;
        foreach (var column in Columns)
        {
            var (before, all) = (former.GetValueOrDefault(column.Id), new List<BoardFace<TCard>>(column.Cards.Count));
            foreach (var card in column.Cards)
            {
                var (amount, isFixed) = (column.Sum is null ? null : Amount?.Invoke(card), CanMove?.Invoke(card) is false);
                if (before is not null && all.Count < before.Count && before[all.Count].Shows(card, amount is not null, isFixed)) all.Add(before[all.Count]);
                else
                {
                    moved ??= former.Values.SelectMany(faces => faces).DistinctBy(face => face.Key).ToDictionary(face => face.Key);
                    var key = Key(card);
                    all.Add(moved.TryGetValue(key, out var face) && face.Shows(card, amount is not null, isFixed) ? face : FaceOf(card, key, amount, isFixed));
                }
            }
            now[column.Id] = all;
        }
        faces = now;
    }

    private BoardFace<TCard> FaceOf(TCard card, string key, decimal? amount, bool isFixed)
    {
        var look = Look?.Invoke(card);
        Piece[] pieces = isFixed ? [.. Card(card)] : [.. Card(card), Controls];
        return new(card, key, Name(card), look is null ? "card" : $"card {look}", amount?.ToString(CultureInfo.InvariantCulture), isFixed, pieces);
    }

    private void DrawWays()
    {
        var isSame = ways == (Outcomes, Verbs) && Columns.Count == stages.Count && Columns.Zip(stages).All(pair => (pair.First.Id, pair.First.Name, pair.First.Color) == pair.Second);
        if (isSame) return;
        (ways, stages) = ((Outcomes, Verbs), [.. Columns.Select(column => (column.Id, column.Name, column.Color))]);
        (strip, menu, bulk) = (Html.Shared(Strip()), Html.Shared(Menu()), Html.Shared(Bulk()));
    }

    private Html Strip()
    {
        Html ends = $"";
        foreach (var outcome in Outcomes) ends.Add($"""<li data-end="{outcome.Id}" data-name="{outcome.Name}">{Icons.Of(outcome.Icon)}{outcome.Name}</li>""");
        return $"""<li class="hint"><kbd class="kbd">Esc</kbd> cancel</li>{ends}<li class="hint only-l">Without dragging: <kbd class="kbd">M</kbd> or <kbd class="kbd">1</kbd>–<kbd class="kbd">9</kbd></li>""";
    }

    private Html Menu()
    {
        Html items = $"";
        for (var place = 0; place < Columns.Count; place++)
        {
            Html key = $"";
            if (place < Keys) key = $"""<kbd class="kbd">{place + 1}</kbd>""";
            items.Add($"""<li role="presentation"><button class="menu-item" role="menuitemradio" aria-checked="false" tabindex="-1" type="button" data-to="{Columns[place].Id}">{StageDot.Of(Columns[place].Color)}<span class="grow">{Columns[place].Name}</span>{key}</button></li>""");
        }
        foreach (var outcome in Outcomes) items.Add($"""<li role="presentation"><button class="menu-item" role="menuitem" tabindex="-1" type="button" data-end="{outcome.Id}">{Icons.Of(outcome.Icon)}<span class="grow">{outcome.Name}</span></button></li>""");
        items.Add($"""<li role="presentation"><button class="menu-item" role="menuitem" tabindex="-1" type="button" data-choose>{Icons.Of("check")}<span class="grow">Select</span><kbd class="kbd">X</kbd></button></li>""");
        foreach (var verb in Verbs) items.Add($"""<li role="presentation"><button class="menu-item" role="menuitem" tabindex="-1" type="button" data-verb="{verb.Id}">{Icons.Of(verb.Icon)}<span class="grow">{verb.Name}</span></button></li>""");
        return $"""<li role="presentation" class="caps" data-menu-title></li>{items}""";
    }

    private Html Bulk()
    {
        Html verbs = $"";
        foreach (var verb in Verbs) verbs.Add($"""<button class="btn btn-quiet btn-s" type="button" data-verb="{verb.Id}">{Icons.Of(verb.Icon)}{verb.Name}</button>""");
        return $"""<b class="num" data-chosen></b><span class="sep"></span><button class="btn btn-quiet btn-s" type="button" data-bulk-move aria-haspopup="menu">{Icons.Of("right")}Move to… <kbd class="kbd">M</kbd></button>{verbs}<span class="sep"></span><button class="ib ib-s" type="button" data-bulk-clear aria-label="Clear selection">{Icons.Of("x")}</button>""";
    }
}
