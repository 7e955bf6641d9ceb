using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Drafts;

/// <summary>
/// What a member typed into a form and has not saved. It is theirs alone, changes nothing, and is therefore neither audited nor
/// told to anybody; it goes when the form is saved or the text discarded.
/// </summary>
public sealed class Draft : IOrganizationOwned
{
    /// <summary>Longest name of a form.</summary>
    public const int FormMaxLength = 120;

    /// <summary>Most characters of a draft.</summary>
    public const int TextMaxLength = 64 * 1024;

    private Draft() { }

    /// <summary>Begins to keep what a member types into a form.</summary>
    public Draft(Guid memberId, string form, string text, long accessVersion, DateTimeOffset at) =>
        (MemberId, Form, Text, AccessVersion, At) = (memberId, form, text, accessVersion, at);

    /// <inheritdoc />
    public Guid OrgId { get; private set; }

    /// <summary>UUID version 7.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who typed it.</summary>
    public Guid MemberId { get; private set; }

    /// <summary>Which form, with the record it is about: "loans.edit:0192…".</summary>
    public string Form { get; private set; } = "";

    /// <summary>The fields that were changed, each with the text typed and the text that stood there before, as JSON.</summary>
    public string Text { get; private set; } = "";

    /// <summary>
    /// The version of the member's access it was typed under. Whoever's role changed since does not get it back: it may hold what
    /// they may not see any more.
    /// </summary>
    public long AccessVersion { get; private set; }

    /// <summary>When the last letter was kept.</summary>
    public DateTimeOffset At { get; private set; }
}
