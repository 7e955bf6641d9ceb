namespace CrmStudio.Domain.Loans.Credit;

/// <summary>The nationwide consumer reporting agencies (15 USC 1681a(p)).</summary>
public enum CreditBureau
{
    /// <summary>Equifax.</summary>
    Equifax,

    /// <summary>Experian.</summary>
    Experian,

    /// <summary>TransUnion.</summary>
    TransUnion,
}
