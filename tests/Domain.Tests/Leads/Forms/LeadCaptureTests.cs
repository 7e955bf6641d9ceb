using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads.Forms;

namespace CrmStudio.Domain.Tests.Leads.Forms;

public sealed class LeadCaptureTests
{
    private static readonly DateTimeOffset noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_tried_again_after_pauses_that_double_and_then_waits_for_a_person()
    {
        var capture = new LeadCapture(new LeadForm("key"), Inquiry(), [], "k", "h", noon);
        Assert.Equal(FormRefusals.NothingToRetry, capture.Retry(noon).Refusal);

        List<double?> pauses = [];
        for (var tried = 0; tried < LeadCapture.MostAttempts; tried++)
        {
            capture.Fail("No", noon);
            pauses.Add((capture.DueAt - noon)?.TotalSeconds);
        }

        Assert.Equal([2, 4, 8, 16, null], pauses);
        Assert.True(capture.Retry(noon).IsDone);
        Assert.Equal(noon, capture.DueAt);
    }

    [Fact]
    public void What_was_written_and_shown_is_read_back_as_it_was()
    {
        FormConsent shown = new(ConsentChannel.Sms, ConsentPurpose.Servicing, "You may text me.");
        var capture = new LeadCapture(new LeadForm("key"), Inquiry(), [shown], "k", "h", noon);

        Assert.Equal(Inquiry(), capture.Inquiry());
        Assert.Equal([shown], capture.Given());
    }

    private static CapturedInquiry Inquiry() => CaptureReader.Read(new Dictionary<string, string> { ["name"] = "Jordan Marsh", ["email"] = "jordan@example.com", ["amount"] = "410k", ["state"] = "maine" }).Value!;
}
