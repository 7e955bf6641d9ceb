using System.Text;
using CrmStudio.Infrastructure.Platform.Csv;

namespace CrmStudio.Infrastructure.Tests.Platform.Csv;

public sealed class CsvExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("'=1", "''=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("", "")]
    [InlineData("'", "'")]
    public void A_cell_a_spreadsheet_would_run_gets_an_apostrophe(string text, string guarded)
    {
        Assert.Equal(guarded, CsvFormula.Guard(text));
        Assert.Equal(text, CsvFormula.Unguard(guarded));
    }

    [Fact]
    public async Task Cells_are_quoted_as_RFC_4180_says_and_numbers_stay_numbers()
    {
        var into = new MemoryStream();
        await using (var export = new CsvExport(into))
        {
            await export.RowAsync(["Name", "Note", "Amount", "Closing"]);
            await export.Text("Ada, \"the\" Countess").Text("two\r\nlines").Number(-1250.50m).Date(new DateOnly(2026, 3, 9)).EndRowAsync();
            await export.Text("a;=1+1").Text(null).Number(null).Date(null).EndRowAsync();
        }
        Assert.Equal(
            "\uFEFFName,Note,Amount,Closing\r\n\"Ada, \"\"the\"\" Countess\",\"two\r\nlines\",-1250.50,2026-03-09\r\n\"a;=1+1\",,,\r\n",
            Encoding.UTF8.GetString(into.ToArray()));
    }

    [Fact]
    public async Task What_was_exported_reads_back_the_same()
    {
        var random = new Random(42);
        const string alphabet = "=+-@'\"';,|ab 12\né😀＝";
        var rows = Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, 4).Select(_ => Word()).ToArray()).Where(r => r.Any(c => c.Length > 0)).ToList();
        var into = new MemoryStream();
        await using (var export = new CsvExport(into))
        {
            await export.RowAsync(["a", "b", "c", "d"]);
            foreach (var row in rows) await export.RowAsync(row);
        }
        into.Position = 0;
        var read = await CsvReading.ReadAsync(into);
        Assert.Equal(rows.Select(r => string.Join('\u0001', r)), read.Rows.Select(r => string.Join('\u0001', r.Cells)));
        Assert.Empty(read.RowFindings);

        string Word()
        {
            var runes = alphabet.EnumerateRunes().ToArray();
            return string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => runes[random.Next(runes.Length)])).Trim();
        }
    }

    [Fact]
    public async Task An_export_never_writes_to_the_stream_synchronously()
    {
        var into = new AsyncOnlyStream();
        await using (var export = new CsvExport(into))
        {
            for (var i = 0; i < 5_000; i++) await export.RowAsync(["some text", "and some more of it"]);
        }
        Assert.True(into.Written > 100_000);
    }

    private sealed class AsyncOnlyStream : Stream
    {
        public long Written { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Written += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
