namespace CrmStudio.Load.Report;

/// <summary>Which number of a figure is held against the limits.</summary>
public enum Judged
{
    /// <summary>Ours divided by the anchor of the same run.</summary>
    Ratio,

    /// <summary>Our own number.</summary>
    Ours,
}
