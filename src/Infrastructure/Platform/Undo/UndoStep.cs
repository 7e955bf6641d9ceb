using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.Infrastructure.Platform.Undo;

/// <summary>One row to put back.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Was">What the save did to it.</param>
/// <param name="Name">What people call the record.</param>
/// <param name="Before">The version the save found; null for a row that was added.</param>
/// <param name="Values">Values to restore; null for a row that was added.</param>
internal sealed record UndoStep(string Table, Guid Id, EntityState Was, string? Name, uint? Before, JsonObject? Values);
