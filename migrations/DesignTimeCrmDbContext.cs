using CrmStudio.Infrastructure.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrmStudio.Migrations;

/// <summary>What <c>dotnet ef</c> uses to compare the model with the last migration. It opens no connection.</summary>
public sealed class DesignTimeCrmDbContext : IDesignTimeDbContextFactory<CrmDbContext>
{
    public CrmDbContext CreateDbContext(string[] args) =>
        new((DbContextOptions<CrmDbContext>)new DbContextOptionsBuilder<CrmDbContext>().UseCrm("Host=localhost;Database=design;Username=design").Options);
}
