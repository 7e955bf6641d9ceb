namespace CrmStudio.Domain.Loans.Hmda;

/// <summary>How an application was taken: what is asked of whoever takes it depends on it (12 CFR 1003 appendix B).</summary>
public enum ApplicationTaking
{
    /// <summary>Face to face, or through electronic media with a video component.</summary>
    FaceToFace,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By mail, fax, or other electronic media without a video component.</summary>
    Mail,

    /// <summary>By e-mail or on the internet.</summary>
    Internet,
}
