namespace CrmStudio.Domain.Integrations.Imports.Texts;

/// <summary>States and territories of the United States, by code or name.</summary>
internal static class StateText
{
    private const string All =
        "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|"
        + "ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|"
        + "MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|"
        + "OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|"
        + "WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|AS American Samoa|MP Northern Mariana Islands";

    private static readonly Dictionary<string, string> codes = All.Split('|')
        .SelectMany(s => new (string Key, string Code)[] { (Words.Key(s[..2]), s[..2]), (Words.Key(s[3..]), s[..2]) }).ToDictionary(s => s.Key, s => s.Code, StringComparer.Ordinal);

    public static Reading<string> Read(string text)
    {
        if (codes.TryGetValue(Words.Key(text), out var code)) return new(code);
        var near = Words.Nearest(text, All.Split('|').Select(s => s[3..]));
        return Reading<string>.No($"“{Shown.Of(text)}” is not a state of the United States", near);
    }
}
