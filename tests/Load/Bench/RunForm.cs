namespace CrmStudio.Load.Bench;

/// <summary>How much of everything a run takes.</summary>
public enum RunForm
{
    /// <summary>To see that it works: printed, not kept.</summary>
    Try,

    /// <summary>Worth keeping, and over within <see cref="Measures.MeasureRun.Brisk"/>.</summary>
    Brisk,

    /// <summary>An hour, for a figure that is argued about.</summary>
    Whole,
}
