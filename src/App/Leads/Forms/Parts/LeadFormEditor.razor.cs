using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Leads.Forms.Parts;

/// <summary>Sets a form.</summary>
public partial class LeadFormEditor
{
    private Draft draft = new();

    /// <summary>What a new form begins with.</summary>
    public static LeadFormSetup Usual { get; } = new("", LeadSources.Web, [], [new FormConsent(ConsentChannel.Email, ConsentPurpose.Marketing, "You may send me offers by e-mail. I can take this back at any time.")], LeadForm.UsualThanks);

    [Parameter, EditorRequired] public LeadFormSetup Setup { get; set; } = default!;

    [Parameter] public Refusal? Refused { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>The word on the button.</summary>
    [Parameter, EditorRequired] public string Verb { get; set; } = "";

    [Parameter] public EventCallback<LeadFormSetup> OnSave { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() => draft = Draft.Of(Setup);

    private Task SaveAsync() => OnSave.InvokeAsync(draft.ToSetup());

    private string? ErrorOf(string field) => Refused?.Field == field ? Refused.Message : null;

    private sealed class Draft
    {
        public string? Name { get; set; }

        public string? Source { get; set; }

        public string? Origins { get; set; }

        public string? ThankYou { get; set; }

        public List<Asked> Consents { get; } = [];

        public static Draft Of(LeadFormSetup setup)
        {
            var draft = new Draft { Name = setup.Name, Source = setup.Source, Origins = string.Join('\n', setup.Origins), ThankYou = setup.ThankYou };
            foreach (var purpose in Enum.GetValues<ConsentPurpose>())
            {
                foreach (var channel in Enum.GetValues<ConsentChannel>())
                {
                    var asked = setup.Consents.FirstOrDefault(consent => consent.Channel == channel && consent.Purpose == purpose);
                    draft.Consents.Add(new Asked { Channel = channel, Purpose = purpose, IsAsked = asked is not null, Text = asked?.Text });
                }
            }
            return draft;
        }

        public LeadFormSetup ToSetup() =>
            new(Name, Source, (Origins ?? "").Split('\n'), [.. Consents.Where(consent => consent.IsAsked).Select(consent => new FormConsent(consent.Channel, consent.Purpose, consent.Text ?? ""))], ThankYou);
    }

    private sealed class Asked
    {
        public ConsentChannel Channel { get; init; }

        public ConsentPurpose Purpose { get; init; }

        public bool IsAsked { get; set; }

        public string? Text { get; set; }
    }
}
