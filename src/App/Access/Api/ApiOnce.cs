using System.Text.Json;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Access.Api;

/// <summary>A request a program may send twice because it never heard the answer.</summary>
/// <param name="ApiKeyId">Under which key it came.</param>
/// <param name="Key">What the program calls it; null for one it does not repeat.</param>
/// <param name="RequestHash">What it said.</param>
public sealed record ApiOnce(Guid ApiKeyId, string? Key, string RequestHash)
{
    private const string Rule = "ix_api_answers_once";

    /// <summary>The answer it got before; null when it is new. Refuses other words under the same key.</summary>
    public async Task<Outcome<ApiCreated>> BeforeAsync(CrmUnit unit, CancellationToken ct)
    {
        if (Key is null) return new Outcome<ApiCreated>(null, null);
        var known = await unit.Db.ApiAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.ApiKeyId == ApiKeyId && answer.Key == Key, ct);
        if (known is null) return new Outcome<ApiCreated>(null, null);
        return known.RequestHash == RequestHash ? JsonSerializer.Deserialize<ApiCreated>(known.Body, ApiJson.Options)! : AccessRefusals.RequestKeyReused;
    }

    /// <summary>Keeps the answer with what was made: both, or neither.</summary>
    public ApiCreated Keep(CrmUnit unit, ApiCreated answer)
    {
        if (Key is not null) unit.Db.ApiAnswers.Add(new ApiAnswer(ApiKeyId, Key, RequestHash, answer.Id, JsonSerializer.Serialize(answer, ApiJson.Options)));
        return answer;
    }

    /// <summary>For saving: the same request a moment earlier is a change meanwhile, and is answered when it is asked again.</summary>
    public static Refusal? Duplicate(string rule) => rule == Rule ? Refusal.ChangedMeanwhile : null;
}
