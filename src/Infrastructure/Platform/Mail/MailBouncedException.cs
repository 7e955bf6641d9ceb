namespace CrmStudio.Infrastructure.Platform.Mail;

/// <summary>The mail server says that the address takes no mail: it does not exist, or refuses for good.</summary>
public sealed class MailBouncedException(string answer, Exception inner) : Exception(answer, inner);
