namespace CrmStudio.App.Loans.Parts;

/// <summary>Brings together what two people did to one record at the same time: nothing is overwritten unseen, and nothing is asked that needs no answer.</summary>
public static class RecordMerge
{
    /// <summary>What only the other changed is taken over; what both changed differently is asked.</summary>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="was">The record as the form was opened with.</param>
    /// <param name="mine">As it stands in the form.</param>
    /// <param name="theirs">As it is saved now.</param>
    /// <param name="ask">Asks about the fields both changed; answers with the labels of those where the own value is to stand, or null when the question was closed.</param>
    /// <returns>What is to be saved; null when the question was closed.</returns>
    public static async Task<T?> SettleAsync<T>(IReadOnlyList<MergeField<T>> fields, T was, T mine, T theirs, Func<IReadOnlyList<MergeQuestion>, Task<IReadOnlySet<string>?>> ask)
        where T : class
    {
        var changed = fields.Where(field => !Equals(field.Of(theirs), field.Of(was)) && !Equals(field.Of(theirs), field.Of(mine))).ToList();
        var disputed = changed.Where(field => !Equals(field.Of(mine), field.Of(was))).ToList();
        var settled = changed.Except(disputed).Aggregate(mine, (now, field) => field.Take(now, theirs));
        if (disputed.Count == 0) return settled;
        return await ask([.. disputed.Select(field => new MergeQuestion(field.Label, field.Shown(theirs), field.Shown(mine)))]) is { } own
            ? disputed.Where(field => !own.Contains(field.Label)).Aggregate(settled, (now, field) => field.Take(now, theirs))
            : null;
    }
}
