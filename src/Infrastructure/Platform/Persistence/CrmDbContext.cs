using System.Reflection;
using CrmStudio.Domain.Access;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Compliance;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Integrations.Imports;
using CrmStudio.Domain.Leads;
using CrmStudio.Domain.Leads.Scoring;
using CrmStudio.Domain.Loans;
using CrmStudio.Domain.Loans.Clocks;
using CrmStudio.Domain.Loans.Commissions;
using CrmStudio.Domain.Loans.Credit;
using CrmStudio.Domain.Loans.Feeds;
using CrmStudio.Domain.Loans.Hmda;
using CrmStudio.Domain.Loans.Locks;
using CrmStudio.Domain.Loans.Mismo;
using CrmStudio.Domain.Loans.Qualifying;
using CrmStudio.Domain.Loans.Papers;
using CrmStudio.Domain.Loans.Letters;
using CrmStudio.Domain.Loans.Updates;
using CrmStudio.Domain.Loans.Watch;
using CrmStudio.Domain.Pipelines;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Drafts;
using CrmStudio.Infrastructure.Platform.Outbox;
using CrmStudio.Infrastructure.Platform.Search;
using CrmStudio.Infrastructure.Platform.Tenancy;
using CrmStudio.Infrastructure.Platform.Undo;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>
/// The one model of the database. Nobody opens it but <see cref="CrmWork"/> (bound to an organization) and
/// <see cref="SignInDoor"/> (bound to none: row-level security then hides every tenant row).
/// </summary>
public sealed class CrmDbContext(DbContextOptions<CrmDbContext> options) : IdentityUserContext<SignInUser, Guid>(options)
{
    private static readonly MethodInfo recordsOf = typeof(CrmDbContext).GetMethod(nameof(Set), Type.EmptyTypes)!;

    /// <summary>Name of the query filter that keeps organizations apart on the EF side; row-level security is the guarantee.</summary>
    public const string OrganizationFilter = "Organization";

    /// <summary>The organization this context is bound to for the present unit of work; empty outside of one.</summary>
    public Guid OrgId { get; internal set; }

    /// <summary>The present unit of work; null when only sign-in tables are in reach.</summary>
    internal CrmUnit? Unit { get; set; }

    /// <summary>Organizations (shared table).</summary>
    public DbSet<Organization> Organizations => Set<Organization>();

    /// <summary>Sign-in sessions (shared table).</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Who may sign in where (shared table).</summary>
    public DbSet<UserOrganization> UserOrganizations => Set<UserOrganization>();

    /// <summary>Members.</summary>
    public DbSet<Member> Members => Set<Member>();

    /// <summary>Roles.</summary>
    public DbSet<Role> Roles => Set<Role>();

    /// <summary>Roles held.</summary>
    public DbSet<MemberRole> MemberRoles => Set<MemberRole>();

    /// <summary>Teams.</summary>
    public DbSet<Team> Teams => Set<Team>();

    /// <summary>Places in teams.</summary>
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    /// <summary>Feature flags.</summary>
    public DbSet<FeatureFlag> FeatureFlags => Set<FeatureFlag>();

    /// <summary>Invitations.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>What members are told.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>Lists as members like to see them.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>How organizations stand on paper; one row each.</summary>
    public DbSet<Letterhead> Letterheads => Set<Letterhead>();

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Seals of the audit trail.</summary>
    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    /// <summary>How lenders are known to regulators; one row each.</summary>
    public DbSet<LenderProfile> LenderProfiles => Set<LenderProfile>();

    /// <summary>Days on which an office is not open or closed as usual.</summary>
    public DbSet<OfficeDay> OfficeDays => Set<OfficeDay>();

    /// <summary>Rules set aside, or asked to be.</summary>
    public DbSet<RuleOverride> RuleOverrides => Set<RuleOverride>();

    /// <summary>What rules answered.</summary>
    public DbSet<ComplianceEntry> ComplianceEntries => Set<ComplianceEntry>();

    /// <summary>Files of records on their way in.</summary>
    public DbSet<FileImport> Imports => Set<FileImport>();

    /// <summary>Rows of those files.</summary>
    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    /// <summary>Contacts.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>What people said about being reached.</summary>
    public DbSet<Consent> Consents => Set<Consent>();

    /// <summary>Timeline lines.</summary>
    public DbSet<Activity> Activities => Set<Activity>();

    /// <summary>Further addresses and numbers of people.</summary>
    public DbSet<ContactReach> ContactReaches => Set<ContactReach>();

    /// <summary>Where people live and work.</summary>
    public DbSet<ContactAddress> ContactAddresses => Set<ContactAddress>();

    /// <summary>Days of people's lives.</summary>
    public DbSet<ContactDate> ContactDates => Set<ContactDate>();

    /// <summary>People who live together.</summary>
    public DbSet<Household> Households => Set<Household>();

    /// <summary>Companies.</summary>
    public DbSet<Company> Companies => Set<Company>();

    /// <summary>Words on records.</summary>
    public DbSet<Tag> Tags => Set<Tag>();

    /// <summary>Which records have them.</summary>
    public DbSet<RecordTag> RecordTags => Set<RecordTag>();

    /// <summary>Fields of the organization's own.</summary>
    public DbSet<CustomField> CustomFields => Set<CustomField>();

    /// <summary>What records say in them.</summary>
    public DbSet<CustomValue> CustomValues => Set<CustomValue>();

    /// <summary>Leads.</summary>
    public DbSet<Lead> Leads => Set<Lead>();

    /// <summary>Where leads wait to be claimed.</summary>
    public DbSet<LeadPond> LeadPonds => Set<LeadPond>();

    /// <summary>To whom leads came, and why.</summary>
    public DbSet<LeadAssignment> LeadAssignments => Set<LeadAssignment>();

    /// <summary>Weights of lead scores.</summary>
    public DbSet<ScoreModel> ScoreModels => Set<ScoreModel>();

    /// <summary>Scores leads had.</summary>
    public DbSet<Score> Scores => Set<Score>();

    /// <summary>What is to be done by a day.</summary>
    public DbSet<DueTask> DueTasks => Set<DueTask>();

    /// <summary>Pipelines.</summary>
    public DbSet<Pipeline> Pipelines => Set<Pipeline>();

    /// <summary>Stages.</summary>
    public DbSet<PipelineStage> PipelineStages => Set<PipelineStage>();

    /// <summary>Endings.</summary>
    public DbSet<PipelineEnding> PipelineEndings => Set<PipelineEnding>();

    /// <summary>Loans.</summary>
    public DbSet<Loan> Loans => Set<Loan>();

    /// <summary>People on loans.</summary>
    public DbSet<LoanParty> LoanParties => Set<LoanParty>();

    /// <summary>Stage history.</summary>
    public DbSet<LoanStageVisit> LoanStageVisits => Set<LoanStageVisit>();

    /// <summary>What a month should bring into the stages.</summary>
    public DbSet<StageGoal> StageGoals => Set<StageGoal>();

    /// <summary>Documents usually asked for.</summary>
    public DbSet<NeedTemplate> NeedTemplates => Set<NeedTemplate>();

    /// <summary>Documents asked for.</summary>
    public DbSet<DocumentRequest> DocumentRequests => Set<DocumentRequest>();

    /// <summary>Files that came for them.</summary>
    public DbSet<LoanDocument> LoanDocuments => Set<LoanDocument>();

    /// <summary>MISMO files that came in.</summary>
    public DbSet<MismoFile> MismoFiles => Set<MismoFile>();

    /// <summary>Files on their way in.</summary>
    public DbSet<LoanUpload> LoanUploads => Set<LoanUpload>();

    /// <summary>Borrowers' links.</summary>
    public DbSet<BorrowerLink> BorrowerLinks => Set<BorrowerLink>();

    /// <summary>Mails to borrowers about their lists.</summary>
    public DbSet<BorrowerNotice> BorrowerNotices => Set<BorrowerNotice>();

    /// <summary>Underwriting conditions.</summary>
    public DbSet<LoanCondition> LoanConditions => Set<LoanCondition>();

    /// <summary>Which documents meet which conditions.</summary>
    public DbSet<LoanConditionDocument> LoanConditionDocuments => Set<LoanConditionDocument>();

    /// <summary>When the pieces of applications came.</summary>
    public DbSet<LoanApplicationPiece> LoanApplicationPieces => Set<LoanApplicationPiece>();

    /// <summary>Loan Estimates and Closing Disclosures that went out.</summary>
    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    /// <summary>What consumers said and were told.</summary>
    public DbSet<LoanNotice> LoanNotices => Set<LoanNotice>();

    /// <summary>Denials and their reasons.</summary>
    public DbSet<AdverseAction> AdverseActions => Set<AdverseAction>();

    /// <summary>Charges, estimated and made.</summary>
    public DbSet<Fee> Fees => Set<Fee>();

    /// <summary>What the loan/application register asks beyond the loan.</summary>
    public DbSet<HmdaRecord> HmdaRecords => Set<HmdaRecord>();

    /// <summary>Who applicants are, for the register alone.</summary>
    public DbSet<DemographicRecord> DemographicRecords => Set<DemographicRecord>();

    /// <summary>Housing costs and closing facts of loans.</summary>
    public DbSet<LoanQualification> LoanQualifications => Set<LoanQualification>();

    /// <summary>Qualifying incomes.</summary>
    public DbSet<LoanIncome> LoanIncomes => Set<LoanIncome>();

    /// <summary>Debts.</summary>
    public DbSet<LoanLiability> LoanLiabilities => Set<LoanLiability>();

    /// <summary>Assets.</summary>
    public DbSet<LoanAsset> LoanAssets => Set<LoanAsset>();

    /// <summary>What borrowers are pre-approved for at most.</summary>
    public DbSet<LetterLimits> LetterLimits => Set<LetterLimits>();

    /// <summary>Pre-approval letters.</summary>
    public DbSet<LoanLetter> LoanLetters => Set<LoanLetter>();

    /// <summary>Whether status updates go out; one row for each organization.</summary>
    public DbSet<UpdatePolicy> UpdatePolicies => Set<UpdatePolicy>();

    /// <summary>How updates are worded.</summary>
    public DbSet<UpdateTemplate> UpdateTemplates => Set<UpdateTemplate>();

    /// <summary>Status updates to people on loans.</summary>
    public DbSet<LoanUpdate> LoanUpdates => Set<LoanUpdate>();

    /// <summary>Commission plans.</summary>
    public DbSet<CommissionPlan> CommissionPlans => Set<CommissionPlan>();

    /// <summary>Whose plan is which.</summary>
    public DbSet<CommissionAssignment> CommissionAssignments => Set<CommissionAssignment>();

    /// <summary>Commissions of funded loans.</summary>
    public DbSet<Commission> Commissions => Set<Commission>();

    /// <summary>Who gets what of them.</summary>
    public DbSet<CommissionLine> CommissionLines => Set<CommissionLine>();

    /// <summary>That credit was pulled.</summary>
    public DbSet<CreditPull> CreditPulls => Set<CreditPull>();

    /// <summary>What bureaus answered.</summary>
    public DbSet<CreditScore> CreditScores => Set<CreditScore>();

    /// <summary>Rates of the organizations' sheets.</summary>
    public DbSet<MarketRate> MarketRates => Set<MarketRate>();

    /// <summary>What a refinance is assumed to cost; one row for each organization.</summary>
    public DbSet<WatchPolicy> WatchPolicies => Set<WatchPolicy>();

    /// <summary>What was entered about loans after they funded.</summary>
    public DbSet<LoanWatch> LoanWatches => Set<LoanWatch>();

    /// <summary>Whether their borrowers would gain from refinancing.</summary>
    public DbSet<WatchResult> WatchResults => Set<WatchResult>();

    /// <summary>Mails to those who would.</summary>
    public DbSet<WatchMessage> WatchMessages => Set<WatchMessage>();
    /// <summary>Rate locks, each from its request to its end.</summary>
    public DbSet<RateLock> RateLocks => Set<RateLock>();

    /// <summary>Times the last day of a lock was moved.</summary>
    public DbSet<LockExtension> LockExtensions => Set<LockExtension>();

    /// <summary>Rules of the lock desk, each from a day on.</summary>
    public DbSet<LockPolicy> LockPolicies => Set<LockPolicy>();

    /// <summary>Who was told that a lock runs out.</summary>
    public DbSet<LockAlert> LockAlerts => Set<LockAlert>();

    /// <summary>Addresses under which members' own calendars read dates.</summary>
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <summary>Events waiting for their reactions.</summary>
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    /// <summary>What can be undone.</summary>
    public DbSet<UndoEntry> UndoEntries => Set<UndoEntry>();

    /// <summary>What members typed and have not saved.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>Which word finds which record.</summary>
    public DbSet<SearchHit> SearchHits => Set<SearchHit>();

    /// <summary>Words of letters in use.</summary>
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    /// <summary>The records of a table whose class is known to the model only.</summary>
    internal IQueryable<Entity> RecordsOf(IEntityType type) => (IQueryable<Entity>)recordsOf.MakeGenericMethod(type.ClrType).Invoke(this, null)!;

    /// <inheritdoc />
    public override void Dispose()
    {
        Unbind();
        base.Dispose();
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        Unbind();
        return base.DisposeAsync();
    }

    // Disposing gives the context back to its pool; whoever rents it next must not find an organization in it.
    private void Unbind() => (OrgId, Unit) = (Guid.Empty, null);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Conventions.Add(_ => new EnumCheckConvention());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Keys first: relationships below name (org_id, id).
        foreach (var type in TenantTypes) Fenced(builder, type);
        builder.ApplyConfigurationsFromAssembly(typeof(CrmDbContext).Assembly);
        foreach (var type in TenantTypes)
            builder.Entity(type).HasQueryFilter(OrganizationFilter, FilterFor(type));
    }

    /// <summary>Every class whose rows belong to one organization.</summary>
    internal static IReadOnlyList<Type> TenantTypes { get; } =
    [
        .. new[] { typeof(IOrganizationOwned).Assembly, typeof(CrmDbContext).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOrganizationOwned)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    private static void Fenced(ModelBuilder builder, Type type)
    {
        var entity = builder.Entity(type);
        entity.ToTable(Tables.NameOf(type));
        entity.HasKey(nameof(Entity.OrgId), nameof(Entity.Id));
        entity.Property(nameof(Entity.OrgId)).ValueGeneratedNever();
        entity.Property(nameof(Entity.Id)).ValueGeneratedNever();
        entity.HasOne(typeof(Organization)).WithMany().HasForeignKey(nameof(Entity.OrgId)).OnDelete(DeleteBehavior.Restrict);
        if (!type.IsAssignableTo(typeof(Entity))) return;

        entity.Property(nameof(Entity.Version)).IsRowVersion();
        entity.Ignore(nameof(Entity.RaisedEvents));
    }

    /// <summary>The filter reads the context's property, never a captured value, so that one cached query serves every organization.</summary>
    private System.Linq.Expressions.LambdaExpression FilterFor(Type type)
    {
        var row = System.Linq.Expressions.Expression.Parameter(type, "row");
        var bound = System.Linq.Expressions.Expression.Property(System.Linq.Expressions.Expression.Constant(this), nameof(OrgId));
        var same = System.Linq.Expressions.Expression.Equal(System.Linq.Expressions.Expression.Property(row, nameof(IOrganizationOwned.OrgId)), bound);
        return System.Linq.Expressions.Expression.Lambda(same, row);
    }
}
