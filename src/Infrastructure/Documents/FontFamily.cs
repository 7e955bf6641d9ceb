namespace CrmStudio.Infrastructure.Documents;

/// <summary>The families a document can be set in.</summary>
public enum FontFamily
{
    /// <summary>Source Serif 4: text that is read, as in a letter.</summary>
    Serif,

    /// <summary>Inter: labels, tables and figures, as on the screen.</summary>
    Sans,
}
