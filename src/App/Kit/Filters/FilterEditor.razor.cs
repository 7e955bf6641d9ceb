using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace CrmStudio.App.Kit.Filters;

/// <summary>Puts a condition together: field, how, and with what.</summary>
public partial class FilterEditor
{
    private readonly List<string> chosen = [];
    private FilterField about = default!;
    private string how = "", typed = "", find = "";
    private string? error;
    private ElementReference first;

    /// <summary>What can be filtered by.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<FilterField> Fields { get; set; } = [];

    /// <summary>The condition to change; null for a new one.</summary>
    [Parameter] public FilterDraft? Start { get; set; }

    /// <summary>The condition is wanted so.</summary>
    [Parameter] public EventCallback<FilterDraft> OnApply { get; set; }

    /// <summary>Nothing is to change.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private IReadOnlyList<FilterOption> Choices => about.Choices ?? [];

    private IEnumerable<FilterOption> Found => Choices.Where(choice => find.Length == 0 || choice.Label.Contains(find, StringComparison.CurrentCultureIgnoreCase));

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Choose(Start?.FieldId ?? Fields[0].Id);
        if (Start is null) return;
        how = Start.OperatorId;
        chosen.AddRange(Start.Values);
        typed = string.Join(' ', Start.Values);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await first.FocusAsync();
    }

    private void Choose(string? id)
    {
        about = Fields.FirstOrDefault(one => one.Id == id) ?? Fields[0];
        how = about.Operators[0].Value;
        (typed, find, error) = ("", "", null);
        chosen.Clear();
    }

    private void Pick(string value, bool isOn)
    {
        chosen.Remove(value);
        if (isOn) chosen.Add(value);
    }

    private void Only(string value)
    {
        chosen.Clear();
        chosen.Add(value);
    }

    private Task ApplyAsync()
    {
        IReadOnlyList<string> values;
        (values, error) = Read();
        return error is null ? OnApply.InvokeAsync(new(about.Id, how, values)) : Task.CompletedTask;
    }

    private (IReadOnlyList<string>, string?) Read()
    {
        switch (about.Kind)
        {
            case FilterKind.Flag:
                return ([], null);
            case FilterKind.Choice or FilterKind.One:
                return ([.. chosen], chosen.Count == 0 ? "Choose at least one." : null);
            case FilterKind.Number:
                return int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ([number.ToString(CultureInfo.InvariantCulture)], null) : ([], "Write a whole number.");
            case FilterKind.Money:
                return MoneyField.MoneyField.TryRead(typed, out var amount) && amount is { } dollars ? ([dollars.ToString(CultureInfo.InvariantCulture)], null) : ([], "Write an amount in dollars, like 412,000 or 412k.");
            default:
                return string.IsNullOrWhiteSpace(typed) ? ([], "Write what to look for.") : ([typed.Trim()], null);
        }
    }
}
