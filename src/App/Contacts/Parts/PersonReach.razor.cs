using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Kit.Icon;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Contacts.Parts;

/// <summary>E-mail, phones, addresses and days of a person, with what adds and removes them.</summary>
public partial class PersonReach(AddReach addReach, AddAddress addAddress, AddDay addDay, RemovePersonPart remove)
{
    private static readonly RenderFragment labels = builder =>
    {
        foreach (var label in Enum.GetValues<ReachLabel>())
        {
            builder.OpenElement(0, "option");
            builder.AddAttribute(1, "value", label.ToString());
            builder.AddContent(2, ContactWords.Of(label));
            builder.CloseElement();
        }
    };

    private Draft draft = new();
    private Adding adding;
    private Refusal? refusal;
    private bool isBusy;

    private enum Adding { Nothing, Reach, Address, Day }

    /// <summary>The person.</summary>
    [Parameter, EditorRequired] public PersonDetail Person { get; set; } = default!;

    /// <summary>Changes a fact: which, what was shown, what is wanted; answers why not.</summary>
    [Parameter, EditorRequired] public Func<string, string?, string?, Task<Refusal?>> OnEdit { get; set; } = default!;

    /// <summary>Something was saved.</summary>
    [Parameter] public EventCallback<Outcome<Changed>> OnSaved { get; set; }

    private string Open(Adding what) => adding == what ? "true" : "false";

    private void Turn(Adding what) => (adding, draft, refusal) = (adding == what ? Adding.Nothing : what, new(), null);

    private async Task SaveAsync()
    {
        if (isBusy) return;
        isBusy = true;
        var outcome = adding switch
        {
            Adding.Reach => await addReach.RunAsync(new(Person.Id, draft.Reach, draft.Label, draft.Text), CancellationToken.None),
            Adding.Address => await addAddress.RunAsync(new(Person.Id, draft.Label, draft.Street, draft.City, draft.State, draft.Zip), CancellationToken.None),
            _ => await addDay.RunAsync(new(Person.Id, draft.DayKind, draft.Name, draft.Month ?? 0, draft.Day ?? 0, draft.Year), CancellationToken.None),
        };
        (isBusy, refusal) = (false, outcome.Refusal);
        if (!outcome.IsDone) return;
        Turn(Adding.Nothing);
        await OnSaved.InvokeAsync(outcome);
    }

    private async Task RemoveAsync(Guid partId) => await OnSaved.InvokeAsync(await remove.RunAsync(new(Person.Id, partId), CancellationToken.None));

    private RenderFragment Remove(Guid partId, string what) => builder =>
    {
        if (!Person.MayEdit) return;
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "class", "ib ib-s inline-pen");
        builder.AddAttribute(2, "type", "button");
        builder.AddAttribute(3, "aria-label", $"Remove {what}");
        builder.AddAttribute(4, "onclick", EventCallback.Factory.Create(this, () => RemoveAsync(partId)));
        builder.AddContent(5, Icons.Of("x", isSmall: true));
        builder.CloseElement();
    };

    private static string LineOf(ContactAddress address) => string.Join(", ", new[] { address.Street, address.City, $"{address.State} {address.Zip}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));

    private string? ErrorOf(string field) => refusal?.Field == field ? refusal.Message : null;

    private sealed class Draft
    {
        public ReachKind Reach { get; set; } = ReachKind.Phone;

        public ReachLabel Label { get; set; }

        public string? Text { get; set; }

        public string? Street { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        public string? Zip { get; set; }

        public ContactDateKind DayKind { get; set; }

        public string? Name { get; set; }

        public int? Month { get; set; }

        public int? Day { get; set; }

        public int? Year { get; set; }
    }
}
