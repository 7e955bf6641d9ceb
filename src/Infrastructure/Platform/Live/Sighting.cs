using System.Text.Json.Serialization;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>A member has a record open, in one page of one node. Ids only, because the channel is outside row-level security.</summary>
/// <param name="NodeId">The node whose circuit shows the record.</param>
/// <param name="SeatId">The page: a member with two tabs has two.</param>
/// <param name="OrgId">The organization.</param>
/// <param name="MemberId">Who looks.</param>
/// <param name="RecordId">At what.</param>
/// <param name="IsEditing">Whether their form is open.</param>
/// <param name="IsGone">True when they just left.</param>
public sealed record Sighting(
    [property: JsonPropertyName("n")] Guid NodeId,
    [property: JsonPropertyName("s")] Guid SeatId,
    [property: JsonPropertyName("o")] Guid OrgId,
    [property: JsonPropertyName("m")] Guid MemberId,
    [property: JsonPropertyName("r")] Guid RecordId,
    [property: JsonPropertyName("e")] bool IsEditing,
    [property: JsonPropertyName("g")] bool IsGone)
{
    /// <summary>The PostgreSQL channel.</summary>
    public const string Channel = "crm_presence";

    /// <summary>Most sightings one notice carries; PostgreSQL allows 8,000 bytes.</summary>
    public const int PerNotice = 30;
}
