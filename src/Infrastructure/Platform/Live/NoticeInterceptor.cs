using System.Data.Common;
using System.Text.Json;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CrmStudio.Infrastructure.Platform.Live;

/// <summary>Sends the live notice with the first rows of a save, in the same round trip; PostgreSQL passes it on when the save commits.</summary>
internal sealed class NoticeInterceptor : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData is { CommandSource: CommandSource.SaveChanges, Context: CrmDbContext { Unit: { Touched: { } touched, IsTold: false } unit } })
        {
            command.CommandText += "select pg_notify(@live_channel, @live_notice)";   // EF ends each of its statements
            Add(command, "live_channel", LiveChange.Channel);
            Add(command, "live_notice", JsonSerializer.Serialize(touched));
            unit.IsTold = true;
        }
        return ValueTask.FromResult(result);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
