using CrmStudio.Domain.Leads.Forms;

namespace CrmStudio.Domain.Tests.Leads.Forms;

public sealed class WebOriginTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("https://*.harborline.example")]
    [InlineData("http://www.harborline.example")]
    [InlineData("ftp://www.harborline.example")]
    [InlineData("https://user:secret@harborline.example")]
    [InlineData("harborline")]
    [InlineData("")]
    [InlineData(null)]
    public void What_no_browser_says_of_a_site_is_none(string? typed) => Assert.Null(WebOrigin.Read(typed));

    [Theory]
    [InlineData("www.Harborline.example/contact?x=1", "https://www.harborline.example")]
    [InlineData("https://harborline.example:8443/", "https://harborline.example:8443")]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    public void A_whole_address_is_read_as_its_site(string typed, string origin) => Assert.Equal(origin, WebOrigin.Read(typed));
}
