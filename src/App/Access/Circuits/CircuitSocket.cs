namespace CrmStudio.App.Access.Circuits;

/// <summary>The connection a circuit speaks over. Remembered from the request that opened it, so that it can be cut.</summary>
public sealed class CircuitSocket(HttpContext request)
{
    private static readonly AsyncLocal<CircuitSocket?> current = new();

    /// <summary>The connection the present hub call came in on; null elsewhere.</summary>
    public static CircuitSocket? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    /// <summary>Cuts the connection.</summary>
    public void Cut() => request.Abort();
}
