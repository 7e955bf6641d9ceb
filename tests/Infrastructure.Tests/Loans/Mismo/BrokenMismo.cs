using System.Globalization;
using System.Text;
using CrmStudio.Testing.Mismo;

namespace CrmStudio.Infrastructure.Tests.Loans.Mismo;

/// <summary>Files nobody should send: attacks written by hand, and applications broken by rules. None is committed; each says what must become of it.</summary>
internal static class BrokenMismo
{
    private const string Space = "http://www.mismo.org/residential/2009/schemas", Xlink = "http://www.w3.org/1999/xlink";
    private const string Sample = "two-borrowers";

    /// <param name="Refusal">The refusal it must meet; null when it is read.</param>
    /// <param name="Reported">How a line of the loss report must end, or what it must hold; null when nothing in particular must stand there.</param>
    public sealed record Sent(string Name, byte[] Bytes, string? Refusal, string? Reported = null);

    public static IReadOnlyList<Sent> All { get; } = [.. Doctypes(), .. Shapes(), .. Encodings(), .. Strangers(), .. NotWellFormed(), .. Cut(), .. Values(), .. Relations(), .. Structure()];

    private static string Whole => MismoSamples.Text(Sample);

    private static Sent File(string name, string text, string? refusal, string? reported = null) => new(name, Encoding.UTF8.GetBytes(text), refusal, reported);

    /// <summary>A message with something in its deal, before a loan that can be read.</summary>
    private static string Message(string inDeal, string head = "") =>
        $"{head}<MESSAGE xmlns=\"{Space}\" xmlns:xlink=\"{Xlink}\"><DEAL_SETS><DEAL_SET><DEALS><DEAL>{inDeal}<LOANS><LOAN LoanRoleType=\"SubjectLoan\"><TERMS_OF_LOAN><BaseLoanAmount>1000</BaseLoanAmount></TERMS_OF_LOAN></LOAN></LOANS></DEAL></DEALS></DEAL_SET></DEAL_SETS></MESSAGE>";

    private static IEnumerable<Sent> Doctypes()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        (string Name, string Doctype, string Use)[] all =
        [
            ("billion laughs", $"<!DOCTYPE MESSAGE [<!ENTITY l0 \"ha\">{laughs}]>", "&l9;"),
            ("quadratic blow-up", $"<!DOCTYPE MESSAGE [<!ENTITY a \"{new string('x', 200_000)}\">]>", string.Concat(Enumerable.Repeat("&a;", 5_000))),
            ("external file", "<!DOCTYPE MESSAGE [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"),
            ("external address", "<!DOCTYPE MESSAGE [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>", "&x;"),
            ("public id", "<!DOCTYPE MESSAGE PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\">", ""),
            ("external subset", "<!DOCTYPE MESSAGE SYSTEM \"x.dtd\">", ""),
            ("parameter entity", "<!DOCTYPE MESSAGE [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>", ""),
            ("nested parameter entity", "<!DOCTYPE MESSAGE [<!ENTITY % a \"<!ENTITY &#37; b SYSTEM 'file:///etc/hostname'>\"> %a; %b;]>", ""),
            ("entity that names itself", "<!DOCTYPE MESSAGE [<!ENTITY a \"&a;\">]>", "&a;"),
            ("two entities that name each other", "<!DOCTYPE MESSAGE [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>", "&a;"),
            ("no entity at all", "<!DOCTYPE MESSAGE>", ""),
            ("an element declared", "<!DOCTYPE MESSAGE [<!ELEMENT MESSAGE ANY>]>", ""),
            ("default attributes", "<!DOCTYPE MESSAGE [<!ATTLIST MESSAGE a CDATA \"x\">]>", ""),
            ("a notation", "<!DOCTYPE MESSAGE [<!NOTATION n SYSTEM \"calc.exe\">]>", ""),
            ("behind a comment", "<!-- -- --><!DOCTYPE MESSAGE [<!ENTITY x \"y\">]>".Replace("-- -->", "-->", StringComparison.Ordinal), "&x;"),
            ("over many lines", "<!DOCTYPE\n\n\nMESSAGE [\n<!ENTITY x \"y\">\n]>", "&x;"),
            ("a million letters", $"<!DOCTYPE MESSAGE [<!-- {new string('y', 1_000_000)} -->]>", ""),
        ];
        foreach (var (name, doctype, use) in all)
        {
            yield return File($"doctype: {name}", Message($"<A>{use}</A>", doctype), "mismo.doctype");
            if (name is "billion laughs" or "external file") yield return new($"doctype in UTF-16: {name}", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Message($"<A>{use}</A>", doctype))], "mismo.doctype");
        }
    }

    private static IEnumerable<Sent> Shapes()
    {
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<A>", depth)) + string.Concat(Enumerable.Repeat("</A>", depth));

        yield return File("100,000 deep", Message(Nested(100_000)), "mismo.too-deep");
        yield return File("100,000 deep and not closed", $"<MESSAGE xmlns=\"{Space}\">" + string.Concat(Enumerable.Repeat("<A>", 100_000)), "mismo.too-deep");
        yield return File("129 deep", Message(Nested(124)), "mismo.too-deep");
        yield return File("128 deep", Message(Nested(123)), null);
        yield return File("a deep root of somebody else", Nested(100_000), "mismo.not-mismo");
        yield return File("an attribute of a megabyte", Message($"<A x=\"{new string('x', 1_000_000)}\"/>"), "mismo.tag-too-long");
        yield return File("an attribute full of tags' ends", Message($"<A x=\"{new string('>', 1_000_000)}\"/>"), "mismo.tag-too-long");
        yield return File("100,000 attributes", Message($"<A {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=\">\" "))}/>"), "mismo.tag-too-long");
        yield return File("100,000 namespaces", Message($"<A {string.Concat(Enumerable.Range(0, 60_000).Select(i => $"xmlns:n{i}=\"u{i}\" "))}/>"), "mismo.tag-too-long");
        yield return File("a name of a megabyte", Message($"<{new string('A', 1_000_000)}/>"), "mismo.tag-too-long");
        yield return File("a tag of blanks", Message($"<A{new string(' ', 1_000_000)}/>"), "mismo.tag-too-long");
        yield return File("an end tag of blanks", Message($"<A></A{new string(' ', 1_000_000)}>"), "mismo.tag-too-long");
        yield return File("an apostrophe that never closes", Message($"<A x='{new string('x', 40_000)}"), "mismo.tag-too-long");
        yield return File("50,000 elements", Message(string.Concat(Enumerable.Repeat("<A/>", 50_000))), "mismo.too-many");
        yield return File("50,000 names", Message(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<A{i}>1</A{i}>"))), "mismo.too-many");
        yield return File("19,000 names", Message(string.Concat(Enumerable.Range(0, 19_000).Select(i => $"<A{i}>1</A{i}>"))), null, "stands at further places");
        yield return File("a text of two megabytes", Message($"<A>{new string('x', 2_000_000)}</A>"), null);
        yield return File("an amount of two megabytes", Message($"<ASSETS><ASSET><ASSET_DETAIL><AssetCashOrMarketValueAmount>{new string('9', 2_000_000)}</AssetCashOrMarketValueAmount></ASSET_DETAIL></ASSET></ASSETS>"), null, "is longer than any value");
        yield return File("a comment of two megabytes", Message($"<!--{new string('<', 2_000_000)}-->"), null);
        yield return File("an instruction of two megabytes", Message($"<?a {new string('<', 2_000_000)}?>"), null);
        yield return File("data of two megabytes", Message($"<A><![CDATA[{new string('<', 2_000_000)}]]></A>"), null);
        yield return File("100,000 references", Message($"<A>{string.Concat(Enumerable.Repeat("&amp;", 100_000))}</A>"), null);
        yield return File("five megabytes", Message($"<!--{new string('x', 5_000_000)}-->"), "mismo.too-large");
        yield return File("five megabytes of blanks", new string(' ', 5_000_000), "mismo.too-large");
        yield return File("100 texts in one element", Message($"<A>{string.Concat(Enumerable.Repeat("<B/>x", 100))}</A>"), null);
        yield return File("19,000 relations", Message($"<RELATIONSHIPS>{string.Concat(Enumerable.Repeat("<RELATIONSHIP xlink:from=\"a\" xlink:to=\"b\"/>", 19_000))}</RELATIONSHIPS>"), null, "points at a label that no element has");
        yield return File("9,000 labels alike", Message($"<ASSETS>{string.Concat(Enumerable.Repeat("<ASSET xlink:label=\"A\"/>", 9_000))}</ASSETS>"), null, "stands on several elements");
        yield return File("9,000 assets", Message($"<ASSETS>{string.Concat(Enumerable.Repeat("<ASSET><ASSET_DETAIL><AssetType>Stock</AssetType></ASSET_DETAIL></ASSET>", 6_000))}</ASSETS>"), null, "a sheet holds at most 60");
    }

    private static IEnumerable<Sent> Encodings()
    {
        var text = Message("<A>x</A>");
        yield return new("nothing", [], "mismo.empty");
        yield return new("a mark and nothing", [0xEF, 0xBB, 0xBF], "mismo.not-xml");
        yield return new("one byte", [(byte)'<'], "mismo.not-xml");
        yield return new("UTF-16 without a mark", Encoding.Unicode.GetBytes(text), "mismo.encoding");
        yield return new("UTF-16 the other way without a mark", Encoding.BigEndianUnicode.GetBytes(text), "mismo.encoding");
        yield return new("UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(text)], "mismo.encoding");
        yield return new("half of a UTF-16 letter", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)[..^1]], "mismo.encoding");
        yield return new("half a pair in UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text[..40]), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(text[40..])], "mismo.encoding");
        foreach (var name in (string[])["utf-16", "UTF-7", "ebcdic-cp-us", "IBM037", "windows-1252", "shift_jis", "hz-gb-2312", "made-up"]) yield return File($"says {name}", $"<?xml version=\"1.0\" encoding=\"{name}\"?>{text}", "mismo.encoding");
        yield return new("a byte that is no letter", [.. Encoding.UTF8.GetBytes(text[..150]), 0xFF, .. Encoding.UTF8.GetBytes(text[150..])], "mismo.encoding");
        yield return new("a letter too long", [.. Encoding.UTF8.GetBytes(Message("<A>")[..200]), 0xC0, 0xBC], "mismo.encoding");
        yield return new("Latin letters called UTF-8", Encoding.Latin1.GetBytes(Message("<A>Müller</A>")), "mismo.encoding");
        yield return new("EBCDIC", [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40], "mismo.encoding");
        yield return File("a nought", Message($"<!--{new string('x', 300)}--><A>x\0y</A>"), "mismo.not-xml");
        yield return File("a nought in the head", "\0" + text, "mismo.encoding");
        foreach (var code in (int[])[1, 8, 11, 27, 0xFFFE, 0xFFFF]) yield return File($"letter {code:x}", Message($"<A>{(char)code}</A>"), "mismo.not-xml");
        foreach (var reference in (string[])["&#0;", "&#8;", "&#xD800;", "&#x110000;", "&#99999999999;", "&#x;", "&#;"]) yield return File($"reference {reference}", Message($"<A>{reference}</A>"), "mismo.not-xml");
        yield return File("a second mark", "\uFEFF\uFEFF" + text, null);
    }

    private static IEnumerable<Sent> Strangers()
    {
        yield return File("words", "Just words.", "mismo.not-xml");
        yield return File("a page", "<html><body>hello</body></html>", "mismo.not-mismo");
        yield return File("a picture", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "mismo.not-mismo");
        yield return File("an envelope", "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>", "mismo.not-mismo");
        yield return File("JSON", "{\"MESSAGE\":{}}", "mismo.not-xml");
        yield return File("a table", "Loan number,Amount\n1,2", "mismo.not-xml");
        yield return new("a PDF", "%PDF-1.7\n%\xE2\xE3"u8.ToArray(), "mismo.not-xml");
        yield return new("a zip", [.. "PK\x3\x4"u8, .. new byte[40]], "mismo.encoding");
        yield return File("MISMO 2", "<LOAN_APPLICATION MISMOVersionID=\"2.3.1\"/>", "mismo.not-mismo");
        yield return File("another namespace", Whole.Replace(Space, "urn:x", StringComparison.Ordinal), "mismo.not-mismo");
        yield return File("no namespace", "<MESSAGE><DEAL_SETS/></MESSAGE>", "mismo.not-mismo");
        yield return File("another version", Whole.Replace("3.4.032420160128", "2.6", StringComparison.Ordinal), "mismo.version");
        yield return File("an empty message", $"<MESSAGE xmlns=\"{Space}\"/>", "mismo.no-deal");
        yield return File("an empty deal", $"<MESSAGE xmlns=\"{Space}\"><DEAL_SETS><DEAL_SET><DEALS><DEAL/></DEALS></DEAL_SET></DEAL_SETS></MESSAGE>", "mismo.no-deal");
        yield return File("a deal without loans and parties", $"<MESSAGE xmlns=\"{Space}\"><DEAL_SETS><DEAL_SET><DEALS><DEAL><LOANS/><PARTIES/></DEAL></DEALS></DEAL_SET></DEAL_SETS></MESSAGE>", "mismo.no-deal");
        yield return File("a deal in another namespace", $"<MESSAGE xmlns=\"{Space}\"><DEAL_SETS><DEAL_SET><DEALS><x:DEAL xmlns:x=\"urn:x\"><LOANS><LOAN/></LOANS></x:DEAL></DEALS></DEAL_SET></DEAL_SETS></MESSAGE>", "mismo.no-deal");
        yield return File("includes", Message("<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>"), null);
        yield return File("a style sheet", "<?xml-stylesheet type=\"text/xsl\" href=\"http://127.0.0.1:9/x.xsl\"?>" + Message(""), null);
        yield return File("a schema elsewhere", Whole.Replace("xmlns:DU=", "xsi:schemaLocation=\"urn:x http://127.0.0.1:9/x.xsd\" xmlns:DU=", StringComparison.Ordinal), null);
    }

    private static IEnumerable<Sent> NotWellFormed()
    {
        (string Name, string From, string To)[] slips =
        [
            ("an end that does not fit", "</ASSETS>", "</ASSET>"), ("an end missing", "</LIABILITIES>", ""), ("an end twice", "</LIABILITIES>", "</LIABILITIES></LIABILITIES>"), ("a bare ampersand", "Harbor Title &amp; Escrow", "Harbor Title & Escrow"),
            ("a bare less-than", "Casco Savings", "Casco < Savings"), ("an entity nobody declared", "Casco Savings", "&casco;"), ("an attribute twice", "SequenceNumber=\"1\"", "SequenceNumber=\"1\" SequenceNumber=\"1\""),
            ("a label twice in one tag", "xlink:label=\"ASSET_1\"", "xlink:label=\"ASSET_1\" xlink:label=\"ASSET_1\""), ("no quotes", "SequenceNumber=\"1\"", "SequenceNumber=1"), ("a prefix nobody declared", "<AssetType>", "<zz:AssetType>"),
            ("a name that begins with a digit", "<ASSETS>", "<1ASSETS>"), ("two declarations", "<MESSAGE", "<?xml version=\"1.0\"?><MESSAGE"), ("version 1.1", "version=\"1.0\"", "version=\"1.1\""), ("two roots", "</MESSAGE>", "</MESSAGE><MESSAGE/>"),
            ("words behind the end", "</MESSAGE>", "</MESSAGE>words"), ("two dashes in a comment", "<!-- A", "<!-- A -- B"), ("data that does not end", "Casco Savings", "<![CDATA[Casco"), ("the end of data alone", "Casco Savings", "Casco ]]> Savings"), ("a namespace taken away", "xmlns:xlink=\"http://www.w3.org/1999/xlink\"", ""),
            ("a less-than in an attribute", "xlink:label=\"ASSET_1\"", "xlink:label=\"<\""),
        ];
        foreach (var (name, from, to) in slips) yield return File($"slip: {name}", Once(Whole, from, to), "mismo.not-xml");
    }

    /// <summary>Every sample, cut off at four places.</summary>
    private static IEnumerable<Sent> Cut()
    {
        foreach (var name in MismoSamples.Names)
            for (var part = 1; part <= 4; part++)
            {
                var text = MismoSamples.Text(name);
                var at = Math.Min(text.Length - 2, text.Length * part / 4 - 7);
                yield return File($"{name} cut at {at}", text[..at], "mismo.not-xml");
            }
    }

    private static IEnumerable<Sent> Values()
    {
        (string Element, string[] Wrong)[] all =
        [
            ("BaseLoanAmount", ["abc", "1e309", "NaN", "-1", "0", "100000001", "1,000", "$5", "0x10", new string('9', 300), "Infinity", "1 000", "١٢٣"]),
            ("NoteRatePercent", ["6,25", "26", "-0.1", "6.25%", "x"]),
            ("LoanMaturityPeriodCount", ["0", "601", "-360", "3.5", "99999999999999999999", "thirty"]),
            ("ApplicationReceivedDate", ["2026-02-30", "02/03/2026", "2026-1-1", "0001-01-01", "9999-12-31", "soon", "2026-13-01"]),
            ("LoanEstimatedClosingDate", ["2026-00-10", "20270108", "1850-01-01"]),
            ("SalesContractAmount", ["-699000", "a lot", "0.5"]),
            ("FinancedUnitCount", ["0", "many", "10001", "1.0"]),
            ("MortgageType", ["Usury", "conventional", "FHA "]),
            ("LoanPurposeType", ["Speculation", "purchase"]),
            ("PropertyUsageType", ["Casino", "Primary Residence"]),
            ("BalloonIndicator", ["yes", "TRUE", "2"]),
            ("StateCode", ["Maine", "M", "M3"]),
        ];
        foreach (var (element, wrong) in all)
            foreach (var value in wrong)
                yield return File($"{element} says {(value.Length > 20 ? value[..20] : value)}", SubjectValue(element, value), null, value.Trim() == "FHA" ? null : element);
        foreach (var (element, value) in ((string, string)[])[("AssetCashOrMarketValueAmount", "minus one"), ("LiabilityMonthlyPaymentAmount", "-45"), ("LiabilityRemainingTermMonthsCount", "601"), ("CurrentIncomeMonthlyTotalAmount", "-1"), ("HousingExpensePaymentAmount", "1e5"), ("ContactPointEmailValue", "no address"), ("ContactPointTelephoneValue", "123")])
            yield return File($"{element} says {value}", First(Whole, element, value), null, element);
        foreach (var (element, value) in ((string, string)[])[("AssetType", "Spaceship"), ("LiabilityType", "Ransom"), ("IncomeType", "Loot")])
            yield return File($"{element} says {value}", First(Whole, element, value), null, "is taken as");
        yield return File("an amount with a part of a cent", First(Whole, "AssetCashOrMarketValueAmount", "21000.005"), null, "is rounded to 21000.01");
        yield return File("a rate with seven digits", SubjectValue("NoteRatePercent", "6.2512345"), null, "is rounded to 6.2512");
        yield return File("a name of 3,000 letters", First(Whole, "LastName", new string('x', 3_000)), null, "is cut to 100 letters");
        yield return File("a number of 300 letters", Whole.Replace("26-0509", new string('7', 300), StringComparison.Ordinal), null, "is cut to 40 letters");
    }

    private static IEnumerable<Sent> Relations()
    {
        yield return File("a label on two assets", Whole.Replace("xlink:label=\"ASSET_2\"", "xlink:label=\"ASSET_1\"", StringComparison.Ordinal), null, "stands on several elements");
        yield return File("a relation to nobody", Whole.Replace("xlink:to=\"BORROWER_1\"", "xlink:to=\"BORROWER_9\"", StringComparison.Ordinal), null, "points at a label that no element has");
        yield return File("a relation from nothing", Whole.Replace("xlink:from=\"ASSET_1\"", "xlink:from=\"ASSET_99\"", StringComparison.Ordinal), null, "points at a label that no element has");
        yield return File("a relation without an end", Whole.Replace("xlink:to=\"BORROWER_1\"", "", StringComparison.Ordinal), null, "names no to");
        yield return File("an invented relation", Whole.Replace("ASSET_IsAssociatedWith_ROLE", "ASSET_IsStolenBy_ROLE", StringComparison.Ordinal), null, "is a relation that is not followed here");
        yield return File("a relation of somebody else", Whole.Replace("urn:fdc:mismo.org", "urn:fdc:example.org", StringComparison.Ordinal), null, "is a relation that is not followed here");
        yield return File("an asset that belongs to itself", Whole.Replace("xlink:from=\"ASSET_2\" xlink:to=\"BORROWER_2\"", "xlink:from=\"ASSET_2\" xlink:to=\"ASSET_2\"", StringComparison.Ordinal), null, "belongs to nobody in the file");
        yield return File("no relations", Part(Whole, "RELATIONSHIPS", ""), null, "belongs to nobody in the file");
    }

    private static IEnumerable<Sent> Structure()
    {
        yield return File("two subject loans", Whole.Replace("</LOANS>", "<LOAN LoanRoleType=\"SubjectLoan\"><TERMS_OF_LOAN><BaseLoanAmount>5</BaseLoanAmount></TERMS_OF_LOAN></LOAN></LOANS>", StringComparison.Ordinal), null, "BaseLoanAmount");
        yield return File("no subject loan", Whole.Replace(" LoanRoleType=\"SubjectLoan\"", "", StringComparison.Ordinal), null, "is taken as it");
        yield return File("two deals", Whole.Replace("</DEALS>", "<DEAL><LOANS><LOAN><TERMS_OF_LOAN><BaseLoanAmount>5</BaseLoanAmount></TERMS_OF_LOAN></LOAN></LOANS></DEAL></DEALS>", StringComparison.Ordinal), null, "BaseLoanAmount");
        yield return File("an amount twice", Whole.Replace("<LienPriorityType>", "<BaseLoanAmount>7</BaseLoanAmount><LienPriorityType>", StringComparison.Ordinal), null, "BaseLoanAmount");
        yield return File("the parts in another order", Swapped(), null);
        yield return File("no parties", Part(Whole, "PARTIES", ""), null);
        yield return File("no loans", Part(Whole, "LOANS", ""), null);
        yield return File("two primary borrowers", Whole.Replace("Secondary", "Primary", StringComparison.Ordinal), null, "BorrowerClassificationType");
        yield return File("a refinance that says no more", First(Whole, "LoanPurposeType", "Refinance"), null, "is taken as no cash out");
        yield return File("thirty borrowers", Message($"<PARTIES>{string.Concat(Enumerable.Range(0, 30).Select(i => $"<PARTY><INDIVIDUAL><NAME><LastName>P{i}</LastName></NAME></INDIVIDUAL><ROLES><ROLE><BORROWER/></ROLE></ROLES></PARTY>"))}</PARTIES>"), null, "LastName");
    }

    private static string Swapped()
    {
        var (start, end) = (Whole.IndexOf("<ASSETS>", StringComparison.Ordinal), Whole.IndexOf("</ASSETS>", StringComparison.Ordinal) + "</ASSETS>".Length);
        return Whole[..start] + Whole[end..].Replace("</PARTIES>", "</PARTIES>" + Whole[start..end], StringComparison.Ordinal);
    }

    private static string Part(string text, string element, string by)
    {
        var (start, end) = (text.IndexOf($"<{element}>", StringComparison.Ordinal), text.IndexOf($"</{element}>", StringComparison.Ordinal) + element.Length + 3);
        return text[..start] + by + text[end..];
    }

    private static string First(string text, string element, string value)
    {
        var start = text.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..start]}{value}{text[text.IndexOf($"</{element}>", start, StringComparison.Ordinal)..]}");
    }

    // The first of these stands with the subject loan or its property.
    private static string SubjectValue(string element, string value) => First(Whole, element, value);

    private static string Once(string text, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"“{from}” is not in the sample.") : text[..at] + to + text[(at + from.Length)..];
    }
}
