using CrmStudio.Domain.Common;

namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>A mail the product sends: plain text, one recipient.</summary>
public sealed record Mail
{
    /// <summary>A mail.</summary>
    /// <param name="to">One plain address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="isDemo">Concerns a demonstration organization only: may be shown in the sink outside development.</param>
    /// <exception cref="ArgumentException">Address or subject would break the head of the mail.</exception>
    public Mail(string to, string subject, string text, bool isDemo)
    {
        if (!EmailAddress.IsValid(to)) throw new ArgumentException("That is not one plain e-mail address.", nameof(to));
        (To, Subject, Text, IsDemo) = (HeaderText.Checked(to), HeaderText.Checked(subject), text, isDemo);
    }

    /// <summary>The recipient.</summary>
    public string To { get; }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether it concerns a demonstration organization only.</summary>
    public bool IsDemo { get; }

    /// <summary>The name mail servers know it by, without angle brackets; null to let the server choose one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Never writes the text, which may hold a link that signs in, into a log.</summary>
    public override string ToString() => $"Mail “{Subject}”";
}
