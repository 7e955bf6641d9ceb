using CrmStudio.Domain.Contacts;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts;

/// <summary>Windows of activities by keyset, and how they are told; shared by the rooms that tell of people.</summary>
public static class TimelineWindows
{
    /// <summary>Activities older than a mark, newest first.</summary>
    public static IQueryable<Activity> Older(this IQueryable<Activity> activities, TimelineMark? before, int most)
    {
        if (before is { At: var at, Id: var id }) activities = activities.Where(activity => EF.Functions.LessThan(ValueTuple.Create(activity.At, activity.Id), ValueTuple.Create(at, id)));
        return activities.OrderByDescending(activity => activity.At).ThenByDescending(activity => activity.Id).Take(most);
    }

    /// <summary>An activity as a line.</summary>
    public static ContactLine LineOf(this Activity activity, string? about = null) => activity.Kind == ActivityKind.System
        ? new(activity.Id, activity.At, "info", activity.MemberId, activity.Text, About: about)
        : new(activity.Id, activity.At, IconOf(activity.Kind), activity.MemberId, WhatOf(activity), activity.Text.Length == 0 ? null : activity.Text, activity.Kind == ActivityKind.Note, about);

    private static string IconOf(ActivityKind kind) => kind switch
    {
        ActivityKind.Call => "phone",
        ActivityKind.Email => "mail",
        ActivityKind.Sms => "chat",
        ActivityKind.Meeting => "people",
        _ => "note",
    };

    private static string WhatOf(Activity activity)
    {
        var isInbound = activity.IsInbound is true;
        var what = activity.Kind switch
        {
            ActivityKind.Call => isInbound ? "took a call" : "called",
            ActivityKind.Email => isInbound ? "got an e-mail" : "wrote an e-mail",
            ActivityKind.Sms => isInbound ? "got a text message" : "wrote a text message",
            ActivityKind.Meeting => "met them",
            _ => "wrote a note",
        };
        var result = activity.Result is { } came ? $": {ContactWords.Of(came).ToLowerInvariant()}" : null;
        return $"{what}{result}{(activity.Minutes is > 0 and var minutes ? $", {minutes} min" : null)}";
    }
}
