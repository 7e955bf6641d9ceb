namespace CrmStudio.App.Kit.Toasts;

/// <summary>Draws the circuit's <see cref="Toasts"/>. Stands once, in the layout.</summary>
public sealed partial class ToastHost(Toasts toasts) : IDisposable
{
    /// <inheritdoc />
    public void Dispose() => toasts.Changed -= Redraw;

    /// <inheritdoc />
    protected override void OnInitialized() => toasts.Changed += Redraw;

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
