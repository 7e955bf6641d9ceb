namespace CrmStudio.App.Access.Pages;

/// <summary>What the form of an invitation sends.</summary>
public sealed class InvitationForm
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Password { get; set; }
}
