using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CrmStudio.Load.Measuring;

/// <summary>Writes down the commands EF sends, so that they can be sent again without EF: the anchor of P1.</summary>
public sealed class SqlRecording : DbCommandInterceptor
{
    private List<(string Sql, NpgsqlParameter[] Parameters)>? heard;

    /// <summary>Writes down what a call sends.</summary>
    public async Task<RecordedSql> OfAsync(Func<Task> call)
    {
        var commands = heard = [];
        await call();
        heard = null;
        return new RecordedSql(commands);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        heard?.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]));
        return new(result);
    }
}
