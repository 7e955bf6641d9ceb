using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using CrmStudio.Infrastructure.Leads;
using CrmStudio.Infrastructure.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Leads.Forms.UseCases;

/// <summary>
/// Makes leads of what forms accepted, one after the other: the person is recognised, the lead opened or added to, and the consents written down with
/// the words that were shown. Each is one transaction with the note that it is done. One that fails is tried again, and in the end kept for a person.
/// </summary>
public sealed partial class ProcessCaptures(CrmWork work, ILogger<ProcessCaptures> log)
{
    private const string OneOpenLead = "ix_leads_open_contact";

    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var tried = 0;
        while (await NextAsync(ct)) tried++;
        return tried;
    }

    private async Task<bool> NextAsync(CancellationToken ct)
    {
        Guid id;
        string problem;
        await using (var unit = await work.BeginAsync("leads.forms.process", LeadPermissions.Capture, ct))
        {
            var capture = unit.Refused is null ? await unit.NextCaptureAsync(ct) : null;
            if (capture is null) return false;
            id = capture.Id;
            try
            {
                var received = await ReceiveAsync(unit, capture, ct);
                var saved = received.IsDone ? await unit.SaveAsync(ct, duplicate: rule => rule == OneOpenLead ? Refusal.ChangedMeanwhile : null) : received;
                if (saved.IsDone) return true;
                problem = saved.Refusal.Message;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)   // whatever it is, the request is not lost by it
            {
                problem = "It could not be read.";
                Failed(fault, id);
            }
        }

        // The failed transaction is gone with whatever it wrote; the failure is noted in one of its own.
        await using var note = await work.BeginAsync("leads.forms.process", LeadPermissions.Capture, ct);
        if (note.Refused is null && await note.OpenCaptureAsync(id, ct) is { } failed)
        {
            failed.Fail(problem, note.At);
            await note.SaveAsync(ct);
        }
        return true;
    }

    private static async Task<Outcome> ReceiveAsync(CrmUnit unit, LeadCapture capture, CancellationToken ct)
    {
        await unit.TakeTurnAsync(ct);
        var form = await unit.Db.LeadForms.AsNoTracking().SingleAsync(one => one.Id == capture.FormId, ct);
        var inquiry = capture.Inquiry();
        var received = await unit.ReceiveAsync(inquiry.Who(form.Source), inquiry.From(form), inquiry.Wish(), by: null, ct);
        if (!received.IsDone) return received.Refusal;

        foreach (var given in capture.Given().Where(given => Reaches(received.Value.Contact, inquiry, given.Channel)))
        {
            var word = new ConsentWord(given.Channel, given.Purpose, IsGiven: true, capture.ReceivedAt, ConsentMethod.WebForm, given.Text, $"Form “{form.Name}”, request {capture.Id:n}");
            if (Consent.Record(received.Value.Contact, word, by: null, unit.At) is { IsDone: true, Value: var consent }) unit.Db.Consents.Add(consent);
        }
        capture.Become(received.Value.Lead.Id, unit.At);
        return Outcome.Done;
    }

    // Consent is for the address or number that was typed: where we reach the person at another, it does not move there.
    private static bool Reaches(Contact contact, CapturedInquiry inquiry, ConsentChannel channel) => channel switch
    {
        ConsentChannel.Email => inquiry.Email is { } email && contact.EmailKey == EmailAddress.Normalize(email),
        ConsentChannel.Sms or ConsentChannel.Call => inquiry.Phone is { } phone && contact.PhoneKey == PhoneNumber.Digits(phone),
        _ => true,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Id} of a form could not become a lead")]
    private partial void Failed(Exception fault, Guid id);
}
