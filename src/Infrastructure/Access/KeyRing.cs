using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Keeps the data-protection keys in PostgreSQL, so that every node opens what another sealed.</summary>
public sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        return [.. db.Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SignInDoor>().Db;
        var xml = element.ToString(SaveOptions.DisableFormatting);
        db.Database.ExecuteSql($"insert into data_protection_keys (id, xml) values ({friendlyName}, {xml}) on conflict (id) do nothing");
    }
}
