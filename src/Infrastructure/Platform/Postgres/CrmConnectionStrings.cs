namespace CrmStudio.Infrastructure.Platform.Postgres;

/// <summary>The two ways into the database.</summary>
/// <param name="Owner">Owns the tables and migrates; never used to serve people.</param>
/// <param name="App">Owns nothing and cannot leave its organization: everything the app does.</param>
public sealed record CrmConnectionStrings(string Owner, string App);
