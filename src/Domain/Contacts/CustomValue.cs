using CrmStudio.Domain.Common;

namespace CrmStudio.Domain.Contacts;

/// <summary>What a record says in a field of the organization's own.</summary>
public sealed class CustomValue : Entity
{
    private CustomValue() { }

    /// <summary>A value, in the form <see cref="CustomField.Read"/> gives.</summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="entityId">The record.</param>
    /// <param name="text">The value.</param>
    public CustomValue(Guid fieldId, Guid entityId, string text) => (FieldId, EntityId, Text) = (fieldId, entityId, text);

    /// <summary>The field.</summary>
    public Guid FieldId { get; private set; }

    /// <summary>The record; the field says of which table.</summary>
    public Guid EntityId { get; private set; }

    /// <summary>The value in the form it is kept and compared in.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Says something else.</summary>
    public void Say(string text) => Text = text;
}
