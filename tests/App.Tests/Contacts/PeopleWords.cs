using CrmStudio.App.Contacts.Queries;
using CrmStudio.App.Contacts.UseCases;
using CrmStudio.App.Contacts.Views;
using CrmStudio.App.Shell.Undo;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Contacts;

/// <summary>Words the tests of people share.</summary>
internal static class PeopleWords
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<(CrmFixture, TestOrganization)> StartAsync()
    {
        var fixture = await CrmFixture.SharedAsync();
        return (fixture, await TestOrganization.CreateAsync(fixture));
    }

    public static async Task<Guid> PersonAsync(this TestOrganization organization, TestMember? owner, string first = "Marisol", string last = "Whitlock", ContactFacts? facts = null, DateTimeOffset? touched = null)
    {
        var contact = new Contact(first, last) { OwnerId = owner?.Id };
        Assert.True(contact.Know((facts ?? new(null, null)) with { FirstName = first, LastName = last }).IsDone);
        if (touched is { } at) contact.Touched(at);
        await organization.SaveAsync(unit => unit.Db.Contacts.Add(contact));
        return contact.Id;
    }

    public static async Task<T> AsAsync<TVerb, T>(this CrmFixture fixture, TestMember member, Func<TVerb, Task<T>> act)
        where TVerb : notnull
    {
        await using var scope = await fixture.AsAsync(member);
        return await act(scope.ServiceProvider.GetRequiredService<TVerb>());
    }

    public static Task<Outcome<PeoplePart>> PeopleAsync(this CrmFixture fixture, TestMember member, PeopleView? view = null, PeopleRow? after = null, PeopleRow? before = null) =>
        fixture.AsAsync<PeopleQuery, Outcome<PeoplePart>>(member, query => query.ReadAsync(new(view ?? PeopleView.Everybody, after, before), Ct));

    public static Task<Outcome<PersonDetail>> PersonAsync(this CrmFixture fixture, TestMember member, Guid id) => fixture.AsAsync<PersonQuery, Outcome<PersonDetail>>(member, query => query.ReadAsync(id, Ct));

    public static Task<Outcome<PersonTimeline>> TimelineAsync(this CrmFixture fixture, TestMember member, Guid id, App.Contacts.TimelineMark? before = null) =>
        fixture.AsAsync<PersonTimelineQuery, Outcome<PersonTimeline>>(member, query => query.ReadAsync(id, before, Ct));

    public static Task<Outcome<Changed>> LogAsync(this CrmFixture fixture, TestMember member, Guid id, Touch touch) => fixture.AsAsync<LogTouch, Outcome<Changed>>(member, verb => verb.RunAsync(new(id, touch), Ct));

    public static Task<Outcome<EditPerson.Result>> EditAsync(this CrmFixture fixture, TestMember member, Guid id, string fact, string? was, string? text) =>
        fixture.AsAsync<EditPerson, Outcome<EditPerson.Result>>(member, verb => verb.RunAsync(new(id, fact, was, text), Ct));

    public static Task<Outcome<Changed>> TagAsync(this CrmFixture fixture, TestMember member, Guid id, string name, bool isOn = true) =>
        fixture.AsAsync<TagRecord, Outcome<Changed>>(member, verb => verb.RunAsync(new(App.Contacts.ContactTables.Contacts, id, name, isOn), Ct));

    public static Task<Outcome<string>> UndoAsync(this CrmFixture fixture, TestMember member, Guid? undoId) => fixture.AsAsync<UndoChange, Outcome<string>>(member, verb => verb.RunAsync(new(undoId), Ct));
}
