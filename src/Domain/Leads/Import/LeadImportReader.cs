using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Integrations.Imports.Texts;
using static CrmStudio.Domain.Leads.Import.LeadImportFields;

namespace CrmStudio.Domain.Leads.Import;

/// <summary>Reads the texts of a row as a lead, and says in plain words what cannot be read. Knows no database.</summary>
/// <param name="mapping">Which cell holds what.</param>
/// <param name="people">The members leads can be given to.</param>
/// <param name="fileName">The file, which stands with leads whose row says no more of where they come from.</param>
public sealed class LeadImportReader(ImportMapping mapping, IReadOnlyList<ImportPerson> people, string fileName)
{
    /// <summary>Said of a trigger or prescreened lead without its basis and certificate.</summary>
    public const string BasisNeeded = "trigger and prescreened leads come in only with their basis of use (consumer authorization, current lender or account holder) and the certificate of the firm offer";

    private static readonly Choice<LeadInterest> interests = new("an interest",
        (LeadInterest.Purchase, "Purchase|buy|buying|home purchase|new home"), (LeadInterest.Refinance, "Refinance|refi|rate and term"), (LeadInterest.CashOut, "Cash out|cash out refinance|cashout"),
        (LeadInterest.HomeEquity, "Home equity|heloc|equity line|second mortgage"), (LeadInterest.Investment, "Investment|investor|rental|dscr"), (LeadInterest.PreApproval, "Pre-approval|preapproval|prequalification|prequal"), (LeadInterest.Other, "Other"));

    private static readonly Choice<LeadTimeline> timelines = new("a timeline",
        (LeadTimeline.Now, "Now|immediately|asap|offer in|under contract|0 30 days|within 30 days"), (LeadTimeline.ThreeMonths, "Within 3 months|three months|3 months|1 3 months|30 90 days"),
        (LeadTimeline.SixMonths, "Within 6 months|six months|6 months|3 6 months"), (LeadTimeline.Later, "Later|6 months|over 6 months|next year|12 months|just looking|researching"));

    private static readonly Choice<LeadBasis> bases = new("a basis of use",
        (LeadBasis.ConsumerAuthorization, "Consumer authorization|authorization|consumer authorisation|consumer consent"), (LeadBasis.CurrentLender, "Current lender|originator|servicer|current servicer|current originator"),
        (LeadBasis.AccountHolder, "Account holder|insured depository|depository|credit union|account"));

    private readonly ImportPeople people = new(people);

    /// <summary>Reads one row.</summary>
    public ImportResult<LeadImportDraft> Read(IReadOnlyList<string> texts)
    {
        var cells = new Cells(mapping, All, texts);
        var (first, last) = cells.Name(FirstName, LastName, Name, Contact.NameMaxLength);
        var (email, phone) = (cells.Email(Email), cells.Phone(Phone));
        var state = cells.Take(State, StateText.Read);
        var wish = new LeadWish(
            cells.Take(Interest, interests.Read), cells.Take(Timeline, timelines.Read), cells.Take(Amount, text => AmountText.Read(text, LeadWish.MaxAmount)), cells.Take(PropertyState, StateText.Read), cells.Plain(Message, LeadWish.MessageMaxLength));
        var origin = new LeadOrigin(cells.Plain(Source, LeadOrigin.MaxLength) ?? LeadSources.Purchased, cells.Plain(SourceDetail, LeadOrigin.MaxLength) ?? fileName, UtmCampaign: cells.Plain(Campaign, LeadOrigin.MaxLength));
        var who = new Inquiry(first, last, email, phone, state, cells.Plain(Language, Contact.WordMaxLength), origin.Source);
        var assignee = cells.Take(Assignee, people.Read);

        var key = Cells.KeyOf(email, phone, first);
        if (key is null && cells.CanBeTaken) cells.Complain(mapping.ColumnOf(Email) is null ? Phone : Email, "a lead needs an e-mail address or a phone number");
        if (cells.CanBeTaken) cells.Refuse(who.Facts().Trimmed().Refuse());
        origin = Based(cells, origin);
        return new ImportResult<LeadImportDraft>(key, cells.CanBeTaken && key is not null ? new LeadImportDraft(key, who, origin, wish, assignee) : null, cells.Problems);
    }

    // 15 U.S.C. 1681b(c): a lead of a consumer report is no lead without the reason it may be used.
    private static LeadOrigin Based(Cells cells, LeadOrigin origin)
    {
        var (basis, certificate) = (cells.Take(Basis, bases.Read), cells.Plain(Certificate, 60));
        string?[] said = [cells.Text(ListType), cells.Text(Source), cells.Text(SourceDetail)];
        if (!said.OfType<string>().Any(IsScreened)) return origin;
        if (basis is null || certificate is null) cells.Complain(cells.Text(ListType) is null ? Source : ListType, BasisNeeded);
        else origin = origin with { Detail = $"{basis}, {certificate}; {origin.Detail}" };
        return origin;
    }

    private static bool IsScreened(string text) => Words.Key(text) is var key && (key.Contains("trigger", StringComparison.Ordinal) || key.Contains("prescreen", StringComparison.Ordinal));
}
