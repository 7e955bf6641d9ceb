using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Merging;

/// <summary>One row a merge touched.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Was">What the merge did to it.</param>
/// <param name="Name">What people call the record.</param>
/// <param name="Before">Its fields as they were: all of a row that was removed, those that changed of another; null for a row that was added.</param>
/// <param name="After">The same fields as the merge left them; all of a row that was added; null for a row that was removed.</param>
internal sealed record MergeStep(string Table, Guid Id, EntityState Was, string? Name, JsonObject? Before, JsonObject? After);
