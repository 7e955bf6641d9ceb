using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Seeding;
using CrmStudio.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;

namespace CrmStudio.Browser.Harness;

/// <summary>Words for tests that touch nothing but keys, or nothing but the glass.</summary>
public static class HandWords
{
    private const int FarEnough = 80;   // presses of Tab: more than any page has between two places a person goes to

    /// <summary>Presses Tab until something of that name has the focus. Nobody gets there otherwise without a mouse.</summary>
    public static async Task TabToAsync(this IPage page, string name, bool isBack = false)
    {
        List<string> passed = [];
        for (var press = 0; press < FarEnough; press++)
        {
            await page.Keyboard.PressAsync(isBack ? "Shift+Tab" : "Tab");
            var here = await NameOfFocusAsync(page);
            if (here.StartsWith(name, StringComparison.Ordinal)) return;
            passed.Add(here);
        }
        Assert.Fail($"Tab never came to '{name}', but to: {string.Join(" · ", passed)}");
    }

    /// <summary>What has the focus, as it is read out.</summary>
    public static Task<string> NameOfFocusAsync(this IPage page) => page.EvaluateAsync<string>("""
        () => {
          const at = document.activeElement;
          return (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
        }
        """);

    /// <summary>Goes to a card of the board by its keys: it is the board's one tab stop, or lies along its arrows.</summary>
    public static async Task KeyboardToCardAsync(this IPage page, string borrower)
    {
        for (var press = 0; press < FarEnough && !(await page.NameOfFocusAsync()).StartsWith(borrower, StringComparison.Ordinal); press++)
            await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Card(borrower).Locator("a.card-name")).ToBeFocusedAsync();
    }

    /// <summary>Gives a member the demo's password, in an organization that asks for no second factor. Returns the e-mail.</summary>
    public static async Task<string> WithPasswordAsync(this CrmBrowser browser, TestMember member)
    {
        await using var scope = browser.Crm.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        var demo = DemoSignIn.All[0].Email;
        var hash = await db.Users.Where(user => user.Email == demo).Select(user => user.PasswordHash).SingleAsync();
        var user = await db.Users.SingleAsync(one => one.Id == member.UserId);
        user.PasswordHash = hash;
        await db.SaveChangesAsync();

        await using var owner = new NpgsqlConnection(browser.Crm.Strings.Owner);
        await owner.OpenAsync();
        await using var update = new NpgsqlCommand("update organizations set is_demo = true where id = $1", owner) { Parameters = { new() { Value = member.OrgId } } };
        await update.ExecuteNonQueryAsync();
        return user.Email!;
    }
}
