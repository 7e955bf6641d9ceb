using CrmStudio.Domain.Common;
using CrmStudio.Domain.Contacts;
using CrmStudio.Domain.Loans;
using CrmStudio.Infrastructure.Access;
using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CrmStudio.Architecture.Tests.Fence;

/// <summary>Whoever adds a class to the model gets the fence without asking; whoever takes a piece of it away is told.</summary>
public sealed class FencedByDefaultTests
{
    [Fact]
    public void The_model_has_no_hole() => Assert.Empty(ModelFence.HolesIn(ModelWith(_ => { })));

    [Fact]
    public void Every_class_an_organization_owns_is_in_the_model()
    {
        var mapped = ModelWith(_ => { }).GetEntityTypes().Select(type => type.ClrType).ToHashSet();
        var owned = new[] { typeof(Entity).Assembly, typeof(CrmDbContext).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOrganizationOwned)));

        Assert.Empty(owned.Where(type => !mapped.Contains(type)));
    }

    [Theory]
    [MemberData(nameof(Breakages))]
    public void A_breakage_is_noticed(string sentence, Action<ModelBuilder> breakage) =>
        Assert.Contains(ModelFence.HolesIn(ModelWith(breakage)), hole => hole.StartsWith(sentence, StringComparison.Ordinal));

    public static IEnumerable<TheoryDataRow<string, Action<ModelBuilder>>> Breakages =>
    [
        new("Contact lacks the filter Organization", model => model.Entity<Contact>().HasQueryFilter(CrmDbContext.OrganizationFilter, null!)),
        new("Key (Id) of Activity", model => model.Entity<Activity>().HasKey(activity => activity.Id)),
        new("Key (Id, OrgId) of Activity", model => model.Entity<Activity>().HasKey(activity => new { activity.Id, activity.OrgId })),
        new("Key (Number) of Loan", model => model.Entity<Loan>().HasAlternateKey(loan => loan.Number)),
        new("Index (EmailKey) of Contact", model => model.Entity<Contact>().HasIndex(contact => contact.EmailKey).IsUnique()),
        new("Link (OwnerId) of Contact to Loan", model => model.Entity<Contact>().HasOne<Loan>().WithMany().HasForeignKey(contact => contact.OwnerId).HasPrincipalKey(loan => loan.Id)),
        new("Contact belongs to an organization, and sessions is on the list", model => model.Entity<Contact>().ToTable("sessions")),
        new("Session belongs to no organization, and visits is not on the list", model => model.Entity<Session>().ToTable("visits")),
        new("Activity.Kind is an enum and not text", model => model.Entity<Activity>().Property(activity => activity.Kind).HasColumnType("integer")),
        new("Activity.At is a moment and not a timestamptz", model => model.Entity<Activity>().Property(activity => activity.At).HasColumnType("timestamp without time zone")),
        new("Contact.Score is binary floating point", model => model.Entity<Contact>().Property<double>("Score")),
        new("Contact.BornAt is a DateTime", model => model.Entity<Contact>().Property<DateTime>("BornAt")),
    ];

    private static IModel ModelWith(Action<ModelBuilder> breakage)
    {
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        options.UseCrm("Host=model").ReplaceService<IModelCustomizer, BreakingCustomizer>().ReplaceService<IModelCacheKeyFactory, EveryTimeAnew>();
        BreakingCustomizer.Breakage.Value = breakage;
        using var db = new CrmDbContext(options.Options);
        return db.GetService<IDesignTimeModel>().Model;
    }

    /// <summary>Builds the model as it is, then breaks it.</summary>
    private sealed class BreakingCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public static AsyncLocal<Action<ModelBuilder>> Breakage { get; } = new();

        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            Breakage.Value!(modelBuilder);
        }
    }

    private sealed class EveryTimeAnew : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
