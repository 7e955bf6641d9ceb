namespace CrmStudio.App.Shell.Palette;

/// <summary>What a page offers for the record it shows.</summary>
/// <param name="Heading">"On this loan".</param>
/// <param name="Name">What people call the record.</param>
/// <param name="Href">Its page.</param>
/// <param name="Icon">Symbol of its kind.</param>
/// <param name="Verbs">What can be done with it by this member.</param>
public sealed record PaletteOffer(string Heading, string Name, string Href, string Icon, IReadOnlyList<PaletteVerb> Verbs);
