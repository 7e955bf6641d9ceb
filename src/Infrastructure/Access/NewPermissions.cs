using CrmStudio.Domain.Access;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Permissions that came after an organization: its built-in roles get them by a migration, its own roles by an administrator.</summary>
public static class NewPermissions
{
    /// <summary>Grants a permission to built-in roles of every organization there is. Names are literals, because a migration must not change with the code.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="permission">Name of the permission.</param>
    /// <param name="grants">Built-in roles with the scope each gets.</param>
    public static void Granted(this MigrationBuilder migration, string permission, params (BuiltInRole Role, Scope Scope)[] grants) => migration.Sql($"""
        do $$ declare org uuid; begin
          for org in select id from organizations loop
            perform set_config('app.org_id', org::text, true);
            insert into role_permissions (org_id, id, role_id, permission, scope, created_at, updated_at)
            select org, gen_random_uuid(), role.id, '{permission}', new.scope, role.updated_at, role.updated_at
            from roles role join (values {string.Join(", ", grants.Select(grant => $"('{grant.Role}', '{grant.Scope}')"))}) new (built_in, scope) on role.built_in = new.built_in
            where role.org_id = org
            on conflict do nothing;
          end loop;
          perform set_config('app.org_id', '', true);
        end $$;
        """);
}
