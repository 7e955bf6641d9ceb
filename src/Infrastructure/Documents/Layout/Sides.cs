namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A measure for each side of a rectangle, in points.</summary>
internal readonly record struct Sides(double Left, double Top, double Right, double Bottom)
{
    public bool IsNone => this == default;
}
