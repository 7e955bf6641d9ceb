namespace CrmStudio.Domain.Contacts;

/// <summary>What a person said about being reached, as somebody writes it down.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="IsGiven">Given, or withdrawn.</param>
/// <param name="At">When.</param>
/// <param name="Method">How.</param>
/// <param name="Shown">The words the person was shown.</param>
/// <param name="Evidence">Where it can be looked up.</param>
public sealed record ConsentWord(ConsentChannel Channel, ConsentPurpose Purpose, bool IsGiven, DateTimeOffset? At, ConsentMethod Method, string? Shown, string? Evidence);
