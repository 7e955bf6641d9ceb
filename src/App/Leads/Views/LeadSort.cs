namespace CrmStudio.App.Leads.Views;

/// <summary>What a list of leads can be sorted by; each goes the way people ask for it.</summary>
public enum LeadSort
{
    /// <summary>The answer that is due first.</summary>
    Due,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>The highest score first.</summary>
    Score,

    /// <summary>Whom nobody spoke with longest.</summary>
    LastContact,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The largest amount first. Only for who sees amounts.</summary>
    Amount,
}
