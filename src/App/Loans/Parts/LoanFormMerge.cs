namespace CrmStudio.App.Loans.Parts;

/// <summary>
/// What two people did to the same loan at the same time, field by field: what only one of them changed needs no question, what both
/// changed differently does.
/// </summary>
/// <param name="Disputed">Fields both changed, to different values.</param>
/// <param name="Theirs">Fields only the other changed.</param>
public sealed record LoanFormMerge(IReadOnlyList<LoanFormField> Disputed, IReadOnlyList<LoanFormField> Theirs)
{
    /// <summary>Compares.</summary>
    /// <param name="was">The fields as the form was opened with.</param>
    /// <param name="mine">As they stand in the form.</param>
    /// <param name="theirs">As they are saved now.</param>
    public static LoanFormMerge Of(LoanFormDraft was, LoanFormDraft mine, LoanFormDraft theirs)
    {
        var changed = LoanFormField.All.Where(field => !Equals(field.ValueOf(theirs), field.ValueOf(was)) && !Equals(field.ValueOf(theirs), field.ValueOf(mine))).ToList();
        return new(
            [.. changed.Where(field => !Equals(field.ValueOf(mine), field.ValueOf(was)))],
            [.. changed.Where(field => Equals(field.ValueOf(mine), field.ValueOf(was)))]);
    }
}
