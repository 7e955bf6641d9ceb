namespace CrmStudio.Infrastructure.Tests.Platform.Tenancy;

/// <summary>What a transaction says its organization is.</summary>
public enum Binding
{
    /// <summary>The attacker's own organization.</summary>
    Own,

    /// <summary>The setting was never made on this connection.</summary>
    Never,

    /// <summary>The setting reads '', as after a transaction that made it.</summary>
    Empty,

    /// <summary>The setting is no uuid.</summary>
    Garbage,
}
