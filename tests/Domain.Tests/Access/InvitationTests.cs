using CrmStudio.Domain.Access;

namespace CrmStudio.Domain.Tests.Access;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset at = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    private static Invitation New() => new("Una@Example.com ", Guid.NewGuid(), null, Guid.NewGuid(), "secret", at);

    [Fact]
    public void An_invitation_is_not_accepted_twice()
    {
        var invitation = New();
        Assert.True(invitation.Accept(at.AddHours(1)).IsDone);

        Assert.Equal(AccessRefusals.InvitationInvalid, invitation.Accept(at.AddHours(2)).Refusal);
        Assert.Equal(at.AddHours(1), invitation.AcceptedAt);
    }

    [Fact]
    public void An_invitation_is_dead_at_the_end_of_its_seventh_day()
    {
        Assert.True(New().Accept(at.AddDays(7).AddTicks(-1)).IsDone);
        Assert.Equal(AccessRefusals.InvitationInvalid, New().Accept(at.AddDays(7)).Refusal);
    }

    [Fact]
    public void Only_the_hash_of_the_secret_is_kept_and_the_address_is_compared_in_one_spelling()
    {
        Assert.Equal(("una@example.com", Invitation.HashOf("secret")), (New().Email, New().SecretHash));
        Assert.DoesNotContain("secret", New().SecretHash, StringComparison.OrdinalIgnoreCase);
    }
}
