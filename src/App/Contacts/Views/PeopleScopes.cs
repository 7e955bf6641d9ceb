using System.Linq.Expressions;
using CrmStudio.Domain.Contacts;
using Microsoft.EntityFrameworkCore;

namespace CrmStudio.App.Contacts.Views;

/// <summary>People who match a view.</summary>
public static class PeopleScopes
{
    /// <summary>People for whom every condition holds.</summary>
    public static IQueryable<Contact> Matching(this IQueryable<Contact> people, PeopleView view, PeopleViewing viewing) =>
        view.Conditions.Aggregate(people, (left, condition) => left.Where(Holds(condition, viewing)));

    private static Expression<Func<Contact, bool>> Holds(PeopleCondition condition, PeopleViewing viewing)
    {
        var meant = Is(condition, viewing);
        return condition.IsNot ? Expression.Lambda<Func<Contact, bool>>(Expression.Not(meant.Body), meant.Parameters) : meant;
    }

    private static Expression<Func<Contact, bool>> Is(PeopleCondition condition, PeopleViewing viewing)
    {
        var (db, texts, ids) = (viewing.Db, condition.Values.ToArray(), condition.Ids());
        switch (condition.Field)
        {
            case PeopleField.Kind:
                var kinds = texts.Select(text => Enum.Parse<ContactKind>(text, ignoreCase: true)).ToArray();
                return person => kinds.Contains(person.Kind);
            case PeopleField.Owner:
                Guid[] members = condition.Values.Contains(PeopleCondition.Me) ? [.. ids, viewing.Me.Id] : ids;
                return condition.Values.Contains(PeopleCondition.Nobody)
                    ? person => person.OwnerId == null || members.Contains(person.OwnerId.Value)
                    : person => person.OwnerId != null && members.Contains(person.OwnerId.Value);
            case PeopleField.State:
                return person => person.State != null && texts.Contains(person.State);
            case PeopleField.Tag:
                return person => db.RecordTags.Any(tag => tag.EntityId == person.Id && ids.Contains(tag.TagId));
            case PeopleField.Company:
                var company = $"%{Like(Company.KeyOf(texts[0]))}%";
                return person => db.Companies.Any(one => one.Id == person.CompanyId && EF.Functions.Like(one.NameKey, company, "\\"));
            case PeopleField.Untouched:
                var since = viewing.At.AddDays(-condition.Days!.Value);
                return person => person.LastTouchAt == null || person.LastTouchAt < since;
            case PeopleField.Source:
                return person => person.Source != null && texts.Contains(person.Source);
            case PeopleField.DoNotCall:
                return person => person.DoNotCallSince != null;
            case PeopleField.Own:
                var (name, value) = (texts[0], texts[1]);
                return person => db.CustomValues.Any(own => own.EntityId == person.Id && own.Text == value && db.CustomFields.Any(field => field.Id == own.FieldId && field.EntityType == ContactTables.Contacts && field.Name == name));
            case PeopleField.Text:
                var pattern = $"%{Like(texts[0])}%";
                return person => EF.Functions.ILike(person.FirstName + " " + person.LastName, pattern, "\\") || EF.Functions.ILike(person.Email!, pattern, "\\") || EF.Functions.ILike(person.Phone!, pattern, "\\");
            default:
                throw new ArgumentOutOfRangeException(nameof(condition), condition.Field, "Unknown field");
        }
    }

    private static string Like(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
