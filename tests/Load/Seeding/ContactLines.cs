namespace CrmStudio.Load.Seeding;

/// <summary>People, each with an address and a number of their own.</summary>
internal sealed class ContactLines(Guid org, IReadOnlyList<Guid> owners, int count, DateTimeOffset now)
{
    public const string Columns = "org_id, id, first_name, last_name, email, email_key, phone, phone_key, owner_id, created_at, updated_at";

    private readonly Random dice = new(count);

    /// <summary>Ids made so far, for the loans.</summary>
    public List<Guid> Ids { get; } = new(count);

    public IEnumerable<string> Contacts()
    {
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (People.First(dice), People.Last(dice));
            var email = $"{first}.{last}.{i}@example.com";
            var phone = $"207555{i % 10_000:0000}";
            var at = LoanLines.At(now.AddSeconds(-60L * (count - i)));
            var id = Guid.CreateVersion7();
            Ids.Add(id);
            yield return LoanLines.Line(org, id, first, last, email, email.ToLowerInvariant(), phone, phone, owners[i % owners.Count], at, at);
        }
    }
}
