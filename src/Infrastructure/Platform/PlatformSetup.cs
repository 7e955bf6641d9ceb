namespace CrmStudio.Infrastructure.Platform;

/// <summary>Registers what every room needs to persist, isolate, audit and dispatch.</summary>
public static class PlatformSetup
{
}
