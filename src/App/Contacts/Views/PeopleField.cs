namespace CrmStudio.App.Contacts.Views;

/// <summary>What the list of people can be narrowed by.</summary>
public enum PeopleField
{
    /// <summary>What they are to the organization.</summary>
    Kind,

    /// <summary>Who looks after them; also "me" and "nobody".</summary>
    Owner,

    /// <summary>The state they live in.</summary>
    State,

    /// <summary>A tag on them.</summary>
    Tag,

    /// <summary>Words in the name of their company.</summary>
    Company,

    /// <summary>Days nobody spoke or wrote with them.</summary>
    Untouched,

    /// <summary>Where they are known from.</summary>
    Source,

    /// <summary>Whether they are not to be called.</summary>
    DoNotCall,

    /// <summary>Words in the name, e-mail address or number.</summary>
    Text,

    /// <summary>A field of the organization's own: its name, then the value.</summary>
    Own,
}
