namespace CrmStudio.App.Kit.Filters;

/// <summary>What a field is compared with.</summary>
public enum FilterKind
{
    /// <summary>Some of a list.</summary>
    Choice,

    /// <summary>One of a short list.</summary>
    One,

    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Dollars as people type them.</summary>
    Money,

    /// <summary>Nothing: the field says it all.</summary>
    Flag,
}
