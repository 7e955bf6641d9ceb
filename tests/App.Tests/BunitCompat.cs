using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CrmStudio.App.Tests;

/// <summary>Hands bUnit the AngleSharp.Diffing the registry has: see the project file.</summary>
internal static class BunitCompat
{
    [ModuleInitializer]
    internal static void Start() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "compat", "AngleSharp.Diffing.dll")) : null;
}
