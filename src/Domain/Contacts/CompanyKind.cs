namespace CrmStudio.Domain.Contacts;

/// <summary>What a company does.</summary>
public enum CompanyKind
{
    /// <summary>Sells homes.</summary>
    Brokerage,

    /// <summary>Title and escrow.</summary>
    Title,

    /// <summary>Builds homes.</summary>
    Builder,

    /// <summary>Insures them.</summary>
    Insurance,

    /// <summary>Employs borrowers.</summary>
    Employer,

    /// <summary>Lends.</summary>
    Lender,

    /// <summary>Anything else.</summary>
    Other,
}
