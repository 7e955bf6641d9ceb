using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Pipelines;

namespace CrmStudio.Domain.Tests.Loans.Updates;

public sealed class UpdateWordingTests
{
    public static TheoryData<Milestone, UpdateAudience> All
    {
        get
        {
            var data = new TheoryData<Milestone, UpdateAudience>();
            foreach (var milestone in UpdateWording.Milestones)
                foreach (var audience in Enum.GetValues<UpdateAudience>()) data.Add(milestone, audience);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_usual_words_name_known_fields_only_and_no_amount(Milestone milestone, UpdateAudience audience)
    {
        var usual = UpdateWording.Usual(milestone, audience);
        Assert.True(new UpdateTemplate(milestone, audience).Word(usual.IsOn, usual.Subject, usual.Text).IsDone);
        Assert.DoesNotContain('$', usual.Text);
    }

    [Fact]
    public void A_field_that_does_not_exist_is_refused_so_that_nobody_gets_braces()
    {
        var refusal = new UpdateTemplate(Milestone.Submittal, UpdateAudience.Borrowers).Word(true, "Hello", "Your loan of {{amount}}").Refusal;
        Assert.Equal(("loans.update-unknown-field", "Text"), (refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void What_fills_a_field_is_text_and_fills_nothing_itself() =>
        Assert.Equal("Hello {{officer}}, from Ana", MergeField.Fill("Hello {{first name}}, from {{ officer }}", new Dictionary<string, string> { ["first name"] = "{{officer}}", ["officer"] = "Ana" }));

    [Fact]
    public void A_subject_is_one_line() =>
        Assert.Equal("Subject", new UpdateTemplate(Milestone.Submittal, UpdateAudience.Agents).Word(true, "Hello\nBcc: everybody@example.com", "Text").Refusal?.Field);

    [Fact]
    public void An_update_that_did_not_get_through_is_tried_four_times_and_then_given_up()
    {
        var update = new LoanUpdate(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "ana@example.com", "Subject", "Text", default);
        var at = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
        for (var i = 1; i <= 4; i++)
        {
            Assert.Equal(UpdateState.Waiting, update.State);
            update.Begin(at);
            update.Miss(at, "421 try later");
        }
        Assert.Equal((UpdateState.Failed, null, "421 try later"), (update.State, update.DueAt, update.Answer));
        Assert.True(update.SendAgain("other@example.com", at).IsDone);
        Assert.Equal((UpdateState.Waiting, "other@example.com"), (update.State, update.Address));
    }

    [Fact]
    public void What_has_left_cannot_be_held_back()
    {
        var update = new LoanUpdate(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "ana@example.com", "Subject", "Text", default);
        update.Begin(default);
        Assert.Equal(UpdateRefusals.NotWaiting, update.Cancel(Guid.NewGuid(), "Held back").Refusal);
    }
}
