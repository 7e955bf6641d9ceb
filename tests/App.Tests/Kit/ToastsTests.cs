using Bunit;
using CrmStudio.App.Kit.Toasts;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Kit;

public sealed class ToastsTests : BunitContext
{
    private readonly Toasts toasts = new();
    private readonly BunitJSModuleInterop shell;

    public ToastsTests()
    {
        Services.AddSingleton(toasts);
        shell = JSInterop.SetupModule("./js/shell.js");
        shell.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Undo_runs_once()
    {
        var undone = 0;
        var host = Render<ToastHost>();
        toasts.Done("Moved Marisol Whitlock to Clear to close", () => Task.FromResult(undone++), "Marisol Whitlock");
        var toast = toasts.Shown[0].Id;

        await host.Instance.UndoAsync(toast + 1);
        await host.Instance.UndoAsync(toast);
        await host.Instance.UndoAsync(toast);

        Assert.Equal(1, undone);
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public void A_message_travels_once_with_its_names_and_whether_there_is_a_way_back()
    {
        var host = Render<ToastHost>();

        toasts.Done("Moved Marisol Whitlock to Clear to close", () => Task.CompletedTask, "Marisol Whitlock");
        toasts.Refused("Clear to close needs the appraisal date.");

        host.WaitForAssertion(() => Assert.Equal(2, shell.Invocations["say"].Count));
        Assert.Equal([1, "Moved Marisol Whitlock to Clear to close", new[] { "Marisol Whitlock" }, true, false], shell.Invocations["say"][0].Arguments);
        Assert.Equal([2, "Clear to close needs the appraisal date.", Array.Empty<string>(), false, true], shell.Invocations["say"][1].Arguments);
        Assert.Single(shell.Invocations["listen"]);
        Assert.Equal(1, host.RenderCount);
    }

    [Fact]
    public void Only_the_last_three_can_be_taken_back()
    {
        for (var count = 1; count <= 4; count++) toasts.Done($"Saved {count}");

        Assert.Equal(["Saved 2", "Saved 3", "Saved 4"], toasts.Shown.Select(toast => toast.Message));
    }
}
