using CrmStudio.Domain.Common;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Loans.Updates;

/// <summary>How an organization words the update of a milestone for one audience. Without a row the usual words hold.</summary>
public sealed class UpdateTemplate : Entity, INamedRecord
{
    /// <summary>Longest subject.</summary>
    public const int SubjectMaxLength = 150;

    /// <summary>Longest text.</summary>
    public const int TextMaxLength = 4_000;

    private UpdateTemplate() { }

    /// <summary>A template that says nothing yet.</summary>
    public UpdateTemplate(Milestone milestone, UpdateAudience audience) => (Milestone, Audience, Key) = (milestone, audience, $"{milestone}/{audience}");

    /// <summary>Milestone and audience in one word, unique in the organization.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The milestone whose stage was reached.</summary>
    public Milestone Milestone { get; private set; }

    /// <summary>Whom it is worded for.</summary>
    public UpdateAudience Audience { get; private set; }

    /// <summary>Whether this update goes out when updates do.</summary>
    public bool IsOn { get; private set; }

    /// <summary>The subject, with merge fields.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The text, with merge fields.</summary>
    public string Text { get; private set; } = "";

    /// <inheritdoc />
    public string RecordName => $"Update “{Milestone}”";

    /// <summary>Words it; refuses a field that does not exist, so that nobody gets a mail with braces in it.</summary>
    public Outcome Word(bool isOn, string? subject, string? text)
    {
        (subject, text) = (subject?.Trim() ?? "", text?.Trim().Replace("\r\n", "\n", StringComparison.Ordinal) ?? "");
        if (subject.Length is 0 or > SubjectMaxLength || subject.Any(char.IsControl)) return Refusal.Invalid(nameof(Subject), $"The subject is one line of up to {SubjectMaxLength} characters.");
        if (text.Length is 0 or > TextMaxLength) return Refusal.Invalid(nameof(Text), $"The text has up to {TextMaxLength:N0} characters.");
        if (MergeField.Unknown(subject) is { } inSubject) return UpdateRefusals.UnknownField(inSubject, nameof(Subject));
        if (MergeField.Unknown(text) is { } inText) return UpdateRefusals.UnknownField(inText, nameof(Text));

        (IsOn, Subject, Text) = (isOn, subject, text);
        return Outcome.Done;
    }
}
