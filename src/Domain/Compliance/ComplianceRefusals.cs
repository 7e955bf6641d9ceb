using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Compliance;

/// <summary>Reasons of the Compliance room.</summary>
public static class ComplianceRefusals
{
    /// <summary>An office that never opens.</summary>
    public static Refusal NeverOpen { get; } = new("compliance.never-open", "The offices are open on one weekday at least.", nameof(LenderProfile.OpenDays));

    /// <summary>The identifier has a slip in it.</summary>
    public static Refusal LeiWrong { get; } = new("compliance.lei-wrong", "An LEI has 20 letters and digits, and its last two check the others: compare it with your registration.", nameof(LenderProfile.Lei));

    /// <summary>More exceptions than a calendar keeps.</summary>
    public static Refusal TooManyOfficeDays { get; } = new("compliance.too-many-days", $"The calendar keeps {OfficeDay.Limit} days at most. Remove some that are past.");

    /// <summary>One day has one entry.</summary>
    public static Refusal DayNoted { get; } = new("compliance.day-noted", "That day is on the calendar already. Remove it first.", nameof(OfficeDay.Day));

    /// <summary>Who asks does not answer.</summary>
    public static Refusal OwnOverride { get; } = new("compliance.own-override", "Somebody else decides on an override you asked for.");

    /// <summary>One question at a time.</summary>
    public static Refusal OverrideAsked { get; } = new("compliance.override-asked", "An override of this rule was asked for already and waits for a decision.");

    /// <summary>It was answered already.</summary>
    public static Refusal OverrideDecided { get; } = new("compliance.override-decided", "This override was decided already.");

    /// <summary>An override must be explained.</summary>
    public static Refusal OverrideReasonNeeded { get; } = new("compliance.override-reason-needed", "Write why the rule may be set aside, in at least 20 characters.", nameof(RuleOverride.Reason));

    /// <summary>A rule nobody can set aside.</summary>
    public static Refusal NoOverride(string citation) => new("compliance.no-override", $"{citation} has no override.");
}
