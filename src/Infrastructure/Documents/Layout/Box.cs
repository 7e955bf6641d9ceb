namespace CrmStudio.Infrastructure.Documents.Layout;

/// <summary>A place on a page in points; x from the left, y from the top.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);
