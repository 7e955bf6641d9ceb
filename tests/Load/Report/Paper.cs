namespace CrmStudio.Load.Report;

/// <summary>Where the program says how far it is.</summary>
public static class Paper
{
#pragma warning disable RS0030 // a program for a terminal
    public static void Say(string line) => Console.Out.WriteLine(line);
#pragma warning restore RS0030
}
