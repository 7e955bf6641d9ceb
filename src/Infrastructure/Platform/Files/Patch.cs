namespace CrmStudio.Infrastructure.Platform.Files;

/// <summary>Bytes of a file that are replaced by nought. The file keeps its length, so nothing in it has to be moved.</summary>
/// <param name="At">Where they begin.</param>
/// <param name="Length">How many.</param>
internal readonly record struct Patch(long At, long Length)
{
    /// <summary>Copies a file, with the patches blanked. Patches may overlap, and may not reach beyond the file.</summary>
    public static void Copy(Stream from, Stream to, IEnumerable<Patch> patches)
    {
        var buffer = new byte[64 * 1024];
        var open = new Queue<Patch>(patches.OrderBy(patch => patch.At));
        long at = 0, blankUntil = 0;
        from.Position = 0;
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (blankUntil > at) buffer.AsSpan(0, (int)Math.Min(read, blankUntil - at)).Clear();   // one that began in the part before
            while (open.TryPeek(out var next) && next.At < at + read)
            {
                open.Dequeue();
                var end = next.At + next.Length;
                var (first, last) = (Math.Max(next.At, at), Math.Min(end, at + read));
                if (last > first) buffer.AsSpan((int)(first - at), (int)(last - first)).Clear();
                blankUntil = Math.Max(blankUntil, end);
            }
            to.Write(buffer.AsSpan(0, read));
            at += read;
        }
    }
}
