namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>Something the register would not take as it stands.</summary>
/// <param name="Edit">The edit of the filing instructions: "V619-3".</param>
/// <param name="Field">What it is about, for people.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
/// <param name="Citation">The data point.</param>
public sealed record HmdaFinding(string Edit, string Field, string Message, string Citation)
{
    /// <summary>A quality edit asks; a validity edit refuses the file.</summary>
    public bool IsQuality => Edit.StartsWith('Q');
}
