namespace CrmStudio.App.Access.Api;

/// <summary>Under which key the present request came; empty outside of the API.</summary>
public sealed class ApiCaller
{
    public Guid KeyId { get; private set; }

    /// <summary>Says so, once the key was found to open.</summary>
    public void Is(Guid keyId) => KeyId = keyId;
}
