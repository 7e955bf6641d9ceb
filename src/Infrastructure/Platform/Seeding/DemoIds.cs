using System.Security.Cryptography;
using System.Text;

namespace CrmStudio.Infrastructure.Platform.Seeding;

/// <summary>Ids that are the same on every machine: made from a name, not from a clock (UUID version 8).</summary>
internal static class DemoIds
{
    public static Guid For(params IEnumerable<string> name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("demo/" + string.Join('/', name)))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
