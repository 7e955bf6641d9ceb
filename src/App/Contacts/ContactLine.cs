namespace CrmStudio.App.Contacts;

/// <summary>One line of a person's story, as the room that has it tells it.</summary>
/// <param name="Id">Tells lines apart, and settles which of two at one instant comes first.</param>
/// <param name="At">When.</param>
/// <param name="Icon">Symbol of <c>img/icons.svg</c>, without the <c>i-</c>.</param>
/// <param name="MemberId">Who did it; null when the sentence names nobody.</param>
/// <param name="What">What happened: "called, no answer".</param>
/// <param name="Text">What was said or written.</param>
/// <param name="IsPrivate">The text is a private note.</param>
/// <param name="About">The record it happened on, where it is another than the person: "loan HL-2026-0141".</param>
public sealed record ContactLine(Guid Id, DateTimeOffset At, string Icon, Guid? MemberId, string What, string? Text = null, bool IsPrivate = false, string? About = null);
