namespace CrmStudio.Infrastructure.Platform.Persistence;

/// <summary>What a class' table is called, and which tables no organization owns.</summary>
public static class Tables
{
    /// <summary>Tables without <c>org_id</c>, each with the reason it has none. The catalog test accepts no other.</summary>
    public static IReadOnlyDictionary<string, string> Shared { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["users"] = "Identity: the person who signs in is global",
        ["user_claims"] = "Identity",
        ["user_logins"] = "Identity",
        ["user_tokens"] = "Identity: authenticator keys and recovery codes, encrypted",
        ["user_passkeys"] = "Identity",
        ["organizations"] = "the fence itself",
        ["sessions"] = "a session is found before its organization is known",
        ["user_organizations"] = "says where a person may sign in, before an organization is chosen",
        ["data_protection_keys"] = "the key ring shared by all nodes, encrypted by the certificate",
        ["rule_versions"] = "regulations are the same for everybody; written by the owner, read by all",
        ["regulatory_parameters"] = "regulations are the same for everybody; written by the owner, read by all",
        ["loaded_rule_packs"] = "which publication those were read from",
        ["__ef_migrations"] = "schema history",
    };

    /// <summary>Prefix of Quartz's own tables, which hold job names and times only.</summary>
    public const string QuartzPrefix = "qrtz_";

    /// <summary>Tables to which the app only ever adds.</summary>
    public static IReadOnlyList<string> AppendOnly { get; } = ["audit_entries", "audit_seals", "compliance_entries", "consents"];

    /// <summary>
    /// Of those tables, the one column that says whose the row is and may be changed when two records become one. What the row says stays as it was
    /// written; the audit trail keeps both records (docs/decisions/0018).
    /// </summary>
    public static IReadOnlyDictionary<string, string> Movable { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["consents"] = "contact_id" };

    /// <summary>Shared tables the app only reads: the owner writes them when it migrates.</summary>
    public static IReadOnlyList<string> OwnersOnly { get; } = ["organizations", "rule_versions", "regulatory_parameters", "loaded_rule_packs", "__ef_migrations"];

    /// <summary>Plural of the class name in snake case.</summary>
    public static string NameOf(Type type)
    {
        var name = SnakeCaseConvention.Snake(type.Name);
        return name switch
        {
            [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => name[..^1] + "ies",
            _ when name.EndsWith('s') || name.EndsWith("ch", StringComparison.Ordinal) => name + "es",
            _ => name + "s",
        };
    }
}
