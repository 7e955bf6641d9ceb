namespace CrmStudio.Domain.Leads.Routing;

/// <summary>How often a rule chose a member, and when.</summary>
/// <param name="MemberId">Who.</param>
/// <param name="LastTurn">Number of the member's last turn; 0 before the first.</param>
/// <param name="Credit">How far the member's share is behind, in weights; for rules that choose by weight.</param>
/// <param name="Count">Leads the rule gave so far.</param>
public sealed record WheelPlace(Guid MemberId, long LastTurn = 0, int Credit = 0, int Count = 0);
