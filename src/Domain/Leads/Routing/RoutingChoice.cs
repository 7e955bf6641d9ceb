namespace CrmStudio.Domain.Leads.Routing;

/// <summary>To whom a lead goes. Neither a member nor a pond where no rule found anybody.</summary>
/// <param name="Why">The choice in words.</param>
/// <param name="MemberId">The member.</param>
/// <param name="PondId">The pond.</param>
/// <param name="ClaimBy">Until when it waits in the pond.</param>
/// <param name="Able">Who could have taken it, for the wheel to turn.</param>
public sealed record RoutingChoice(RoutingWhy Why, Guid? MemberId, Guid? PondId, DateTimeOffset? ClaimBy, IReadOnlyList<RoutingPlace> Able)
{
    /// <summary>Whether a rule found somebody, or a pond.</summary>
    public bool IsMade => MemberId is not null || PondId is not null;
}
