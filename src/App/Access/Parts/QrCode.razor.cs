using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace CrmStudio.App.Access.Parts;

/// <summary>A QR code.</summary>
public partial class QrCode
{
    /// <summary>What the code says.</summary>
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    private int Size { get; set; }

    private string Path { get; set; } = "";

    protected override void OnParametersSet()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        Size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++)
                if (code.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        Path = path.ToString();
    }
}
