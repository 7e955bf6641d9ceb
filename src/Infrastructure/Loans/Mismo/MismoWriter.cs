using System.Globalization;
using System.Text;
using System.Xml;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;

namespace CrmStudio.Infrastructure.Loans.Mismo;

/// <summary>
/// Writes an application as a message of MISMO 3.4.0 build 324, in the order of its schema. The same application at the same instant gives the
/// same bytes. What the message cannot say goes into the loss report as it is met.
/// </summary>
public sealed partial class MismoWriter
{
    private const string Model = "3.4.032420160128", Arcroles = "urn:fdc:mismo.org:2009:residential/";

    private readonly MismoApplication application;
    private readonly MismoLosses losses;
    private readonly MismoXml xml;
    private readonly IReadOnlyList<MismoPerson> borrowers;
    private readonly List<(string From, string To, string Role)> links = [];

    private MismoWriter(MismoApplication application, MismoLosses losses, XmlWriter to)
    {
        (this.application, this.losses, xml) = (application, losses, new MismoXml(to, losses));
        borrowers = [.. application.People.Where(person => person.IsBorrower)];
    }

    private Worksheet Sheet => application.Sheet;

    private HmdaTerms Hmda => application.Hmda;

    /// <summary>Writes.</summary>
    /// <param name="into">Where to; left open.</param>
    /// <param name="application">What.</param>
    /// <param name="head">What else the message says.</param>
    /// <param name="losses">Where it is noted what the message cannot say.</param>
    public static void Write(Stream into, MismoApplication application, MismoHead head, MismoLosses losses)
    {
        using var to = XmlWriter.Create(into, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
        to.WriteStartDocument();
        to.WriteStartElement(null, "MESSAGE", MismoNamespaces.Mismo);
        to.WriteAttributeString("xmlns", "xlink", null, MismoNamespaces.Xlink);
        to.WriteAttributeString("xmlns", "xsi", null, MismoNamespaces.Instance);
        to.WriteAttributeString("xmlns", "ULAD", null, MismoNamespaces.Ulad);
        to.WriteAttributeString("xmlns", "DU", null, MismoNamespaces.Du);
        to.WriteAttributeString("MISMOReferenceModelIdentifier", Model);
        new MismoWriter(application, losses, to).Write(head);
        to.WriteEndDocument();
    }

    private void Write(MismoHead head)
    {
        xml.Path("ABOUT_VERSIONS/ABOUT_VERSION", () =>
        {
            xml.Value("CreatedDatetime", head.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            xml.Value("DataVersionName", "CrmStudio");
        });
        xml.Path("DEAL_SETS/DEAL_SET/DEALS/DEAL", () =>
        {
            Assets();
            xml.Path("COLLATERALS/COLLATERAL/SUBJECT_PROPERTY", Property);
            Expenses();
            Liabilities();
            xml.In("LOANS", Loans);
            xml.In("PARTIES", () => Parties(head));
            xml.In("RELATIONSHIPS", Relationships);
        });
    }

    private void Property()
    {
        xml.In("ADDRESS", () =>
        {
            xml.Value("AddressLineText", application.Address);
            xml.Value("CityName", application.City);
            xml.Value("CountryCode", application.State is null ? null : "US");
            xml.Value("PostalCode", application.Zip is { Length: 10 } zip && zip[5] == '-' ? zip.Remove(5, 1) : application.Zip);
            xml.Value("StateCode", application.State);
        });
        xml.In("LOCATION_IDENTIFIER", () =>
        {
            xml.In("CENSUS_INFORMATION", () => xml.Value("CensusTractIdentifier", Hmda.CensusTract));
            xml.In("FIPS_INFORMATION", () =>
            {
                xml.Value("FIPSCountyCode", Hmda.County is { Length: 5 } county ? county[2..] : Hmda.County);
                xml.Value("FIPSStateNumericCode", Hmda.County is { Length: 5 } state ? state[..2] : null);
            });
        });
        xml.In("PROPERTY_DETAIL", () =>
        {
            xml.Value("ConstructionMethodType", Hmda.IsManufactured ? "Manufactured" : "SiteBuilt");
            xml.Value("FinancedUnitCount", Hmda.TotalUnits);
            xml.Literal("PropertyUsageType", Sheet.Terms.Occupancy is { } occupancy ? MismoTypes.Occupancy.Of(occupancy) : null);
            xml.Value("RentalEstimatedGrossMonthlyRentAmount", Sheet.Housing.Rent);
        });
        xml.Path("PROPERTY_VALUATIONS/PROPERTY_VALUATION/PROPERTY_VALUATION_DETAIL", () => xml.Value("PropertyValuationAmount", Sheet.Terms.AppraisedValue));
        xml.Path("SALES_CONTRACTS/SALES_CONTRACT/SALES_CONTRACT_DETAIL", () => xml.Value("SalesContractAmount", Sheet.Terms.PurchasePrice));
    }

    private void Relationships()
    {
        var place = 0;
        foreach (var (from, to, role) in links)
            xml.Mark("RELATIONSHIP", ("SequenceNumber", $"{++place}"), ("xlink:from", from), ("xlink:to", to), ("xlink:arcrole", Arcroles + role));
    }

    private static (string, string)[] Labelled(string name, int place) => [("SequenceNumber", $"{place}"), ("xlink:label", $"{name}_{place}")];

    /// <summary>Rows of all borrowers together belong to each of them.</summary>
    private void Link(string label, string kind, Guid? partyId)
    {
        for (var place = 1; place <= borrowers.Count; place++)
            if (partyId is null || borrowers[place - 1].Key == partyId) links.Add((label, $"BORROWER_{place}", $"{kind}_IsAssociatedWith_ROLE"));
    }

    private void Lost(string fact, string? sample, string why) => losses.Add(MismoLossKind.NotTaken, fact, sample, why);
}
