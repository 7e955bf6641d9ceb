namespace CrmStudio.App.Kit.Timeline;

/// <summary>One line of a record's story.</summary>
/// <param name="Id">Tells entries apart when new ones arrive.</param>
/// <param name="At">When, already in the viewer's time zone.</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="Text">The sentence, with the actor in it.</param>
/// <param name="Names">Names in the sentence, set bold.</param>
/// <param name="Quote">What was said or written.</param>
/// <param name="IsPrivate">The quote is a private note: drawn on note paper.</param>
public sealed record TimelineEntry(Guid Id, DateTimeOffset At, string Icon, string Text, IReadOnlyList<string> Names, string? Quote = null, bool IsPrivate = false);
