namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>The check sum of PNG chunks (ISO 3309, polynomial EDB88320).</summary>
internal sealed class Crc32
{
    private static readonly uint[] table = MakeTable();
    private uint register = uint.MaxValue;

    public uint Value => ~register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes) register = table[(byte)(register ^ next)] ^ register >> 8;
    }

    private static uint[] MakeTable()
    {
        var made = new uint[256];
        for (var i = 0u; i < made.Length; i++)
        {
            var sum = i;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ sum >> 1;
            made[i] = sum;
        }
        return made;
    }
}
