using Bunit;
using CrmStudio.App.Kit.Toasts;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.App.Tests.Kit;

public sealed class ToastsTests : BunitContext
{
    private readonly Toasts toasts = new();

    public ToastsTests() => Services.AddSingleton(toasts);

    [Fact]
    public void A_refusal_interrupts_and_waits_to_be_dismissed()
    {
        var host = Render<ToastHost>();

        toasts.Refused("Clear to close needs the appraisal date.");

        host.WaitForAssertion(() => Assert.Contains("appraisal", host.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(host.FindAll(".life"));
    }

    [Fact]
    public async Task Undo_runs_once_and_takes_the_toast_away()
    {
        var undone = 0;
        var host = Render<ToastHost>();
        toasts.Done("Moved Marisol Whitlock to Clear to close", () => Task.FromResult(undone++), "Marisol Whitlock");
        var toast = toasts.Shown[0];

        host.WaitForElement("[data-undo]").Click();
        await toasts.UndoAsync(toast);

        Assert.Equal(1, undone);
        Assert.Empty(toasts.Shown);
    }

    [Fact]
    public void What_was_done_is_a_status_with_the_name_in_bold_and_ten_seconds_of_life()
    {
        var host = Render<ToastHost>();

        toasts.Done("Moved Marisol Whitlock to Clear to close", null, "Marisol Whitlock");

        Assert.Equal("Marisol Whitlock", host.WaitForElement("[role=status] b").TextContent);
        Assert.Single(host.FindAll("[role=status] .life"));
        Assert.Empty(host.FindAll("[data-undo]"));
    }

    [Fact]
    public void Only_the_last_three_stay_on_screen()
    {
        for (var count = 1; count <= 4; count++) toasts.Done($"Saved {count}");

        Assert.Equal(["Saved 2", "Saved 3", "Saved 4"], toasts.Shown.Select(toast => toast.Message));
    }
}
