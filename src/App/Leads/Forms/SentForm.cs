using System.Text.Json;
using CrmStudio.Domain.Common;
using CrmStudio.Domain.Leads.Forms;
using Microsoft.AspNetCore.Http.Features;

namespace CrmStudio.App.Leads.Forms;

/// <summary>What was sent to a form: as a form of a page, or as JSON.</summary>
/// <param name="Fields">Fields by name, in any case.</param>
/// <param name="Boxes">Codes of the consents that were ticked.</param>
/// <param name="IsPage">Whether a page sent it, whose reader expects a page back.</param>
public sealed record SentForm(IReadOnlyDictionary<string, string> Fields, IReadOnlySet<string> Boxes, bool IsPage)
{
    /// <summary>Most bytes of a request.</summary>
    public const int MaxBytes = 32 * 1024;

    /// <summary>Most fields of a request.</summary>
    public const int MaxFields = 60;

    /// <summary>Reads a request whose size was looked at already.</summary>
    public static async Task<Outcome<SentForm>> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType ? await FormAsync(request, ct) : await JsonAsync(request, ct);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return FormRefusals.Unreadable;
        }
    }

    private static async Task<Outcome<SentForm>> FormAsync(HttpRequest request, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = MaxFields, KeyLengthLimit = 100, BufferBodyLengthLimit = MaxBytes, MultipartBodyLengthLimit = MaxBytes }, ct);
        return new SentForm(
            form.Where(field => field.Key != CaptureReader.Consents).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            form[CaptureReader.Consents].OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase), request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<Outcome<SentForm>> JsonAsync(HttpRequest request, CancellationToken ct)
    {
        using var document = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 4 }, ct);
        if (document.RootElement.ValueKind != JsonValueKind.Object) return FormRefusals.Unreadable;
        var (fields, boxes) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Array && field.Name.StartsWith(CaptureReader.Consents, StringComparison.OrdinalIgnoreCase)) boxes.UnionWith(field.Value.EnumerateArray().Select(box => box.ToString()));
            else if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number) fields[field.Name] = field.Value.ToString();
            else if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return FormRefusals.Unreadable;
        }
        return fields.Count <= MaxFields ? new SentForm(fields, boxes, false) : FormRefusals.Unreadable;
    }
}
