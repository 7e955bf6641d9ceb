namespace CrmStudio.Domain.Contacts;

public sealed partial class Contact
{
    /// <summary>
    /// Learns from another record of the same person what nobody picks: who must not be called must not be called through either record, and the last
    /// touch is the later one.
    /// </summary>
    public void LearnFrom(Contact other)
    {
        DoNotCallSince = Earlier(DoNotCallSince, other.DoNotCallSince);
        if (other.LastTouchAt is { } touched) Touched(touched);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;
}
