namespace CrmStudio.Domain.Common;

/// <summary>A record people search for. Says the texts it is found by; never an amount.</summary>
public interface ISearchable
{
    /// <summary>What people call it or reach it by: names, numbers, e-mail addresses, phones. Found first.</summary>
    IEnumerable<string?> SearchNames { get; }

    /// <summary>What else people remember of it: an address, a product.</summary>
    IEnumerable<string?> SearchDetails { get; }
}
