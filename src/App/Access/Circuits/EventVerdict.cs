namespace CrmStudio.App.Access.Circuits;

/// <summary>What becomes of an event.</summary>
public enum EventVerdict
{
    /// <summary>It is handled.</summary>
    Handle,

    /// <summary>It is ignored: too many at once.</summary>
    Drop,

    /// <summary>The circuit ends.</summary>
    Flood,
}
