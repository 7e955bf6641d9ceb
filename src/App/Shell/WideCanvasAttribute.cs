namespace CrmStudio.App.Shell;

/// <summary>Put on a page that needs the width (board, grid, calendar): the side navigation shrinks to a rail below 1680 px.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WideCanvasAttribute : Attribute;
