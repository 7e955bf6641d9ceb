using System.Globalization;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Kit.Markup;

namespace CrmStudio.App.Kit.Board;

/// <summary>The cards: none is a component, and what a circuit keeps of one is what it shows.</summary>
public sealed partial class Board<TCard>
{
    private Dictionary<string, List<BoardFace<TCard>>> faces = [];

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
        var (name, look) = (Name(card), Look?.Invoke(card));
        Piece[] pieces = isFixed ? [.. Card(card)] : [.. Card(card), ControlsOf(name)];
        return new(card, key, name, look is null ? "card" : $"card {look}", amount?.ToString(CultureInfo.InvariantCulture), isFixed, pieces);
    }

    private static Piece ControlsOf(string name) => Html.Of(
        $"""<input class="check card-check" type="checkbox" tabindex="-1" data-check aria-label="Select {name}"><button class="ib ib-s card-more" type="button" tabindex="-1" data-move aria-haspopup="menu" aria-label="Move {name} to…">{Icons.Of("more")}</button>""");
}
