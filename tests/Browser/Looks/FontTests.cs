using System.Collections.Concurrent;
using CrmStudio.Browser.Harness;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Testing;
using Microsoft.Playwright;

namespace CrmStudio.Browser.Looks;

/// <summary>What the network brought: no page waits for a whole typeface.</summary>
public sealed class FontTests(CrmBrowser browser)
{
    /// <summary>Bytes of one font at most.</summary>
    private const int MostBytes = 60 * 1024;

    [Fact]
    public async Task No_font_over_sixty_kilobytes_is_fetched_neither_for_names_from_elsewhere_nor_beside_Radzen()
    {
        var organization = await TestOrganization.CreateAsync(browser.Crm);
        var ana = await organization.MemberAsync(BuiltInRole.LoanOfficer, "Ana", "Reyes");
        await organization.LoanAsync(Milestone.Lead, ana, "Łukasz Nguyễn Ǆoković");
        await using var context = await browser.SignedInAsync(ana);
        var page = await context.NewPageAsync();
        var fonts = new ConcurrentDictionary<string, int>();
        List<Task> reading = [];
        page.Response += (_, answer) =>
        {
            if (answer.Request.ResourceType == "font") reading.Add(Task.Run(async () => fonts[new Uri(answer.Url).AbsolutePath] = (await answer.BodyAsync()).Length));
        };
        await page.GotoAsync("/loans");
        await page.UntilBoardAsync();

        // The theme and an icon, as the wrapper of Radzen's components brings them.
        await page.EvaluateAsync("""
            async () => {
              const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'css/radzen.css' });
              await new Promise(done => { sheet.onload = done; document.head.append(sheet); });
              document.body.append(Object.assign(document.createElement('i'), { className: 'rzi', textContent: 'keyboard_arrow_down' }));
              await document.fonts.load('16px "Material Symbols"', 'keyboard_arrow_down');
              await document.fonts.ready;
            }
            """);
        await page.WaitForFunctionAsync("() => document.querySelector('i.rzi').getBoundingClientRect().width < 40");   // one sign, not a word
        await Task.WhenAll([.. reading]);

        Assert.Contains(fonts.Keys, font => font.Contains("radzen-icons", StringComparison.Ordinal));
        Assert.True(fonts.Count >= 4, $"Names from elsewhere fetched no font of their own: {string.Join(", ", fonts.Keys)}");
        Assert.All(fonts, font => Assert.True(font.Value is > 0 and <= MostBytes, $"{font.Key} has {font.Value} bytes"));
    }
}
