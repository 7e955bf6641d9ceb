using System.Numerics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CrmStudio.App.Tests.Shell;

public sealed partial class AssetsTests
{
    private static readonly string Root = RootOf(AppContext.BaseDirectory);

    [Fact]
    public void Every_icon_the_pages_name_is_in_the_sprite()
    {
        var drawn = SymbolId().Matches(File.ReadAllText(Path.Combine(Root, "wwwroot/img/icons.svg"))).Select(match => match.Groups[1].Value).ToHashSet();

        var missing = Pages().SelectMany(page => IconName().Matches(page.Text).Select(match => (page.Name, Icon: match.Groups[1].Value))).Where(use => !drawn.Contains(use.Icon));

        Assert.Empty(missing);
    }

    [Fact]
    public void No_page_carries_a_script_or_a_style_of_its_own_since_the_policy_forbids_them()
    {
        var own = Pages().Where(page => InlineCode().IsMatch(page.Text)).Select(page => page.Name);

        Assert.Empty(own);
    }

    [Fact]
    public void Fonts_are_named_by_the_fingerprint_of_their_content_so_they_are_loaded_once_and_kept()
    {
        var named = FontAddress().Matches(File.ReadAllText(Path.Combine(Root, "wwwroot/css/base.css"))).Select(match => (File: match.Groups[1].Value, Print: match.Groups[2].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, font => Assert.Equal(FingerprintOf(Path.Combine(Root, "wwwroot/fonts", $"{font.File}.woff2")), font.Print));
    }

    [Fact]
    public void Radzen_still_knows_the_variables_we_answer()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var version = Regex.Match(File.ReadAllText(Path.Combine(Root, "Directory.Packages.props")), "Radzen.Blazor\" Version=\"([^\"]+)").Groups[1].Value;
        var theirs = File.ReadAllText(Path.Combine(packages, "radzen.blazor", version, "staticwebassets/css/standard-base.css"));

        var ours = RadzenVariable().Matches(File.ReadAllText(Path.Combine(Root, "wwwroot/css/radzen.css"))).Select(match => match.Value);

        Assert.DoesNotContain(ours, variable => !theirs.Contains(variable.TrimEnd(':'), StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Text)> Pages() => Directory.EnumerateFiles(Path.Combine(Root, "src/App"), "*.razor", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Root, file), File.ReadAllText(file)));

    // As the SDK computes it: ten digits to the base 36 out of the first nine bytes of the SHA-256.
    private static string FingerprintOf(string file)
    {
        const string digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        var rest = BigInteger.Abs(new BigInteger(SHA256.HashData(File.ReadAllBytes(file)).AsSpan(0, 9)));
        var print = new char[10];
        for (var place = 0; place < print.Length; place++)
        {
            rest = BigInteger.DivRem(rest, 36, out var digit);
            print[place] = digits[(int)digit];
        }

        return new string(print);
    }

    private static string RootOf(string folder) => File.Exists(Path.Combine(folder, "CrmStudio.sln")) ? folder : RootOf(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("<symbol id=\"i-([a-z]+)\"")]
    private static partial Regex SymbolId();

    [GeneratedRegex("(?:<Icon Name|\\bIcon)=\"([a-z]+)\"")]
    private static partial Regex IconName();

    [GeneratedRegex("<style|<script(?![^>]*\\bsrc=)", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("fonts/([a-z-]+)\\.([a-z0-9]{10})\\.woff2")]
    private static partial Regex FontAddress();

    [GeneratedRegex("--rz-[a-z0-9-]+:")]
    private static partial Regex RadzenVariable();
}
