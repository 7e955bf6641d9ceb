namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>Keeps the latest mails in memory, for development and demonstrations without a mail server.</summary>
public sealed class MailSink(TimeProvider clock) : IMailer
{
    /// <summary>How many mails are kept.</summary>
    public const int Capacity = 200;

    private readonly Lock gate = new();
    private readonly LinkedList<SunkMail> mails = [];

    /// <inheritdoc />
    public string Destination => "the mail sink of this app";

    /// <inheritdoc />
    public Task DeliverAsync(Mail mail, CancellationToken ct)
    {
        lock (gate)
        {
            mails.AddFirst(new SunkMail(clock.GetUtcNow(), mail));
            if (mails.Count > Capacity) mails.RemoveLast();
        }
        return Task.CompletedTask;
    }

    /// <summary>The mails kept, newest first.</summary>
    public IReadOnlyList<SunkMail> Latest()
    {
        lock (gate) return [.. mails];
    }
}
