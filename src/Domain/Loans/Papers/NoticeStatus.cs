namespace CrmStudio.Domain.Loans.Papers;

/// <summary>Where a mail to a borrower stands.</summary>
public enum NoticeStatus
{
    /// <summary>It will be written when it is due, with all that is new by then.</summary>
    Planned,

    /// <summary>It is being handed over; written down before it is, so that a crash leaves a doubt and not a second mail.</summary>
    Sending,

    /// <summary>It was handed over.</summary>
    Sent,

    /// <summary>It could not be handed over, several times.</summary>
    Failed,

    /// <summary>The app died while handing it over: it may have left.</summary>
    InDoubt,

    /// <summary>When it was due there was nothing left to say.</summary>
    Dropped,
}
