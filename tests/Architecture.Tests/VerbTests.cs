namespace CrmStudio.Architecture.Tests;

/// <summary>What a person may do is decided where it is done: inside every use case and query.</summary>
public sealed class VerbTests
{
    private const string Begin = "CrmWork.BeginAsync", Refused = "CrmUnit.get_Refused", Db = "CrmUnit.get_Db";

    private static readonly IReadOnlyList<Type> verbs =
        [.. House.App.GetTypes().Where(type => type is { IsPublic: true, IsClass: true } && IsVerbs(type.Namespace) && type.GetMethods().Any(method => IsRun(method.Name)))];

    [Fact]
    public void Every_use_case_and_query_begins_with_a_permission()
    {
        Assert.NotEmpty(verbs);
        var begins = Blueprint.Of(House.App).Where(mention => mention.Member == Begin).Select(mention => mention.By).ToHashSet();
        // What several verbs share at their beginning may stand in a class they call: FreshAccount.
        var asks = Blueprint.Of(House.App).Where(mention => mention.In is not null && mention.Named.Name == "OpenAsync" && begins.Contains(mention.Named.DeclaringType!)).Select(mention => mention.By);
        House.None(verbs.Except(begins).Except(asks));
    }

    [Fact]
    public void Whoever_begins_a_unit_looks_whether_it_was_refused_before_anything_else()
    {
        var blind =
            from body in House.Floors.SelectMany(Blueprint.Of).Where(mention => mention.In is not null).GroupBy(mention => mention.In)
            let steps = body.Select(mention => mention.Member).Where(member => member is Begin or Refused or Db).ToList()
            where steps.Where((step, at) => step == Begin && steps.ElementAtOrDefault(at + 1) != Refused).Any()
            select body.First().By.FullName;
        House.None(blind);
    }

    [Fact]
    public void A_use_case_calls_no_other_so_that_one_save_stays_one_transaction()
    {
        // The worker runs the steps of an import as the member who started it, each with a save of its own.
        var callers =
            from mention in Blueprint.Of(House.App)
            where mention.By.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) is true && mention.By.Name != "WorkOnImports"
            where mention.In is not null && IsRun(mention.Named.Name) && mention.Named.DeclaringType is { } called && called != mention.By && verbs.Contains(called)
            select mention;
        House.None(callers);
    }

    /// <summary>The rules of the clocks hold wherever a loan moves or its closing is set: one door left open is all of them open.</summary>
    [Fact]
    public void Whoever_moves_a_loan_or_sets_its_closing_opens_the_gates_of_its_clocks()
    {
        var mentions = Blueprint.Of(House.App).ToList();
        var opens = mentions.Where(mention => mention.Member == "LoanGates.OpenAsync").Select(mention => mention.By).ToHashSet();
        var moves = mentions.Where(mention => mention.Member is "Loan.AdvanceTo" or "Loan.CloseOn" or "Loan.TakeOver").ToList();
        Assert.NotEmpty(moves);
        House.None(moves.Where(mention => !opens.Contains(mention.By)));
    }

    /// <summary>Who applicants are plays no part in any decision: nothing but the register's own verbs opens it (12 CFR 1002.5).</summary>
    [Fact]
    public void Nothing_but_the_register_opens_who_the_applicants_are()
    {
        string[] register = ["RecordDemographics", "DemographicsQuery", "HmdaQuery"];
        var opens = House.Floors.SelectMany(Blueprint.Of).Where(mention => mention.Member == "CrmDbContext.get_DemographicRecords").Select(mention => mention.By).ToList();
        Assert.Equal(register.Length, opens.Distinct().Count());
        House.None(opens.Where(by => !register.Contains(by.Name)));
        House.None(Blueprint.Of(House.Domain).Where(mention => mention.By.Namespace?.EndsWith(".Hmda", StringComparison.Ordinal) is not true && mention.Named.Types().Any(type => type.Name is "DemographicRecord" or "DemographicAnswers")));
    }

    private static bool IsVerbs(string? place) => place is not null && (place.EndsWith(".UseCases", StringComparison.Ordinal) || place.EndsWith(".Queries", StringComparison.Ordinal));

    private static bool IsRun(string method) => method is "RunAsync" or "ReadAsync";
}
