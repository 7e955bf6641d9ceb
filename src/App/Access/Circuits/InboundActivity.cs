using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CrmStudio.App.Access.Circuits;

/// <summary>
/// Tells what a person did from what their browser merely acknowledges. The framework hands over both alike, and a page that
/// is only updated from outside must not look used; a dropped acknowledgement would stop the page for good.
/// </summary>
internal static class InboundActivity
{
    private static readonly string[] acknowledgements = ["OnRenderCompletedAsync", "EndInvokeJSFromDotNet", "ReceiveByteArray", "ReceiveJSDataChunk", "SendDotNetStreamAsync"];

    /// <summary>Whether the activity came from the person: an event or a change of address.</summary>
    public static bool IsByPerson(CircuitInboundActivityContext activity)
    {
        try
        {
            var name = HandlerOf(activity).Method.Name;
            return !acknowledgements.Any(acknowledgement => name.Contains(acknowledgement, StringComparison.Ordinal));
        }
        catch (MissingMethodException)
        {
            return true;   // another version of the framework: InboundActivityTests says so
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Handler")]
    private static extern Func<Task> HandlerOf(CircuitInboundActivityContext activity);
}
