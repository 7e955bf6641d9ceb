namespace CrmStudio.App.Access.Pages;

/// <summary>What the form of a new password sends.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? New { get; set; }
}
