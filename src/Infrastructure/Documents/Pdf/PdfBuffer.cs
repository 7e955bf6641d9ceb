using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace CrmStudio.Infrastructure.Documents.Pdf;

/// <summary>Bytes of a PDF as they are written: syntax, numbers, names and strings. Grows as needed; rents what it grows into.</summary>
internal sealed class PdfBuffer : IDisposable
{
    private const string Hex = "0123456789ABCDEF";
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Cut(int length) => Length = length;

    public PdfBuffer Raw(ReadOnlySpan<byte> content)
    {
        content.CopyTo(Room(content.Length));
        Length += content.Length;
        return this;
    }

    public PdfBuffer Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    public PdfBuffer Int(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        Length += written;
        return this;
    }

    /// <summary>A reference to an object.</summary>
    public PdfBuffer Ref(int id) => Int(id).Raw(" 0 R"u8);

    /// <summary>A number with at most three decimals, as short as it can be written.</summary>
    public PdfBuffer Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }
        var (whole, part) = Math.DivRem(thousandths, 1000);
        if (whole > 0 || part == 0) Int(whole);
        if (part == 0) return this;

        var room = Room(4);
        (room[0], room[1], room[2], room[3]) = ((byte)'.', (byte)('0' + part / 100), (byte)('0' + part / 10 % 10), (byte)('0' + part % 10));
        Length += part % 10 != 0 ? 4 : part / 10 % 10 != 0 ? 3 : 2;
        return this;
    }

    /// <summary>Numbers, each followed by a space.</summary>
    public PdfBuffer Numbers(params ReadOnlySpan<double> values)
    {
        foreach (var value in values) Number(value).Byte((byte)' ');
        return this;
    }

    /// <summary>A text string: plain when it is ASCII, otherwise UTF-16, so that any text a person may type stays the text it is.</summary>
    public PdfBuffer Text(string text)
    {
        if (Ascii.IsValid(text))
        {
            Byte((byte)'(');
            foreach (var c in text) Escaped((byte)c);
            return Byte((byte)')');
        }
        Raw("<FEFF"u8);
        foreach (var c in text) HexUnit(c);
        return Byte((byte)'>');
    }

    /// <summary>A name; what may not stand in one is written as its number.</summary>
    public PdfBuffer Name(string name)
    {
        Byte((byte)'/');
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'+') Byte(value);
            else Byte((byte)'#').Byte((byte)Hex[value >> 4]).Byte((byte)Hex[value & 15]);
        }
        return this;
    }

    /// <summary>A byte inside of a literal string.</summary>
    public PdfBuffer Escaped(byte value) => value switch
    {
        (byte)'(' or (byte)')' or (byte)'\\' => Byte((byte)'\\').Byte(value),
        (byte)'\r' => Raw("\\r"u8),
        (byte)'\n' => Raw("\\n"u8),
        _ => Byte(value),
    };

    /// <summary>Two bytes as four hexadecimal digits.</summary>
    public PdfBuffer HexUnit(int unit)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++) room[i] = (byte)Hex[(unit >> (12 - 4 * i)) & 15];
        Length += 4;
        return this;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    private Span<byte> Room(int size)
    {
        if (bytes.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, Length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes.AsSpan(Length);
    }
}
