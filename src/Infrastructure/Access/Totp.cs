using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CrmStudio.Infrastructure.Access;

/// <summary>Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits, as every app understands).</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>A new secret, in the letters an app reads.</summary>
    public static string NewKey() => Base32.Encode(RandomNumberGenerator.GetBytes(20));

    /// <summary>The address an app reads from the QR code.</summary>
    public static string AddressOf(string key, string email) =>
        $"otpauth://totp/CrmStudio:{Uri.EscapeDataString(email)}?secret={key}&issuer=CrmStudio&digits=6";

    /// <summary>The code of a step.</summary>
    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // SHA-1 is what RFC 6238 apps compute; HMAC does not rest on collision resistance
        HMACSHA1.HashData(Base32.Decode(key) ?? [], counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % Modulus).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of an instant.</summary>
    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>Which step a typed code belongs to: now, one before, one after; null when none.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, step)), System.Text.Encoding.ASCII.GetBytes(typed))) found = step;
        return found;
    }
}
