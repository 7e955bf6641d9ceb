using System.Text.Json;
using System.Text.RegularExpressions;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Infrastructure.Platform.Drafts;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Shell.Drafts.UseCases;

/// <summary>Keeps what a member typed into a form so far, in place of what was kept before.</summary>
public sealed partial class SaveDraft(CrmWork work, CurrentMember me)
{
    /// <summary>Drafts a member has at most; the oldest go first.</summary>
    public const int AtMost = 50;

    private static readonly Refusal unreadable = Refusal.Invalid(nameof(Input.Fields), "This is no text of a form.");

    /// <param name="Form">Which form, with the record it is about.</param>
    /// <param name="Fields">The changed fields as JSON; an empty object when none is changed any more.</param>
    public sealed record Input(string Form, string Fields);

    public async Task<Outcome> RunAsync(Input input, CancellationToken ct)
    {
        await using var unit = await work.BeginAsync("drafts.save", AccessPermissions.OwnAccount, ct);
        if (unit.Refused is { } refused) return refused;
        if (input.Form.Length > Draft.FormMaxLength || !FormName().IsMatch(input.Form)) return unreadable;
        if (input.Fields.Length > Draft.TextMaxLength) return Refusal.Invalid(nameof(Input.Fields), "This is too long to be kept while you type. Save it now.");
        if (Count(input.Fields) is not { } count) return unreadable;

        var mine = unit.Db.Drafts.Where(draft => draft.MemberId == unit.MemberId);
        var same = mine.Where(draft => draft.Form == input.Form);
        if (count == 0)
        {
            await same.ExecuteDeleteAsync(ct);
            return await unit.SaveAsync(ct);
        }

        var kept = await same.ExecuteUpdateAsync(draft => draft
            .SetProperty(d => d.Text, input.Fields).SetProperty(d => d.AccessVersion, me.Authority.AccessVersion).SetProperty(d => d.At, unit.At), ct);
        if (kept == 0)
        {
            await mine.OrderByDescending(draft => draft.At).Skip(AtMost - 1).ExecuteDeleteAsync(ct);
            unit.Db.Drafts.Add(new Draft(unit.MemberId, input.Form, input.Fields, me.Authority.AccessVersion, unit.At));
        }
        return await unit.SaveAsync(ct, duplicate: _ => Refusal.ChangedMeanwhile);   // another tab began the same draft this moment; the next letter is kept
    }

    private static int? Count(string fields)
    {
        try
        {
            using var json = JsonDocument.Parse(fields, new() { MaxDepth = 3 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.EnumerateObject().Count() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z0-9.:-]+$")]
    private static partial Regex FormName();
}
