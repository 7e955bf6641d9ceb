using Bunit;
using CrmStudio.App.Shell;

namespace CrmStudio.App.Tests.Shell;

public sealed class CrmPageTests : BunitContext
{
    [Fact]
    public async Task Work_of_a_page_ends_when_the_member_walks_away()
    {
        var page = Render<Page>().Instance;
        Assert.False(page.Token.IsCancellationRequested);

        await DisposeComponentsAsync();

        Assert.True(page.Token.IsCancellationRequested);
        Assert.True(page.HasLeft);
    }

    private sealed class Page : CrmPage
    {
        public CancellationToken Token => Leaving;

        public bool HasLeft { get; private set; }

        protected override void OnLeft() => HasLeft = true;
    }
}
