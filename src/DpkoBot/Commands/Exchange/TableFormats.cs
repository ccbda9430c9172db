using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DpkoBot.Commands.Exchange;

/// <summary>QnA Maker's and Custom Question Answering's TSV: nothing is quoted, and line breaks and tabs are written <c>\n</c> and <c>\t</c>.</summary>
internal sealed class TsvFormat : IPairFormat
{
    public PairFile Read(Stream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: true);
        return PairTable.Read(Texts.ReadAll(reader).ReplaceLineEndings("\n").Split('\n')
            .Where(line => line.Length > 0)
            .Select(IReadOnlyList<string> (line) => [.. line.Split('\t').Select(Unescape)]));
    }

    public ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file)
    {
        using var writer = new StreamWriter(file, leaveOpen: true);
        foreach (var row in PairTable.Write(pairs))
        {
            writer.Write(string.Join('\t', row.Select(Escape)) + "\n");
        }

        return [.. Losses.Tell((pairs.Count(p => p.Answer.Contains(@"\n", StringComparison.Ordinal) || p.Answer.Contains(@"\t", StringComparison.Ordinal)), @"answers hold a backslash before n or t, which will be read as a line break or tab"))];
    }

    private static string Unescape(string cell) => cell.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\t", "\t", StringComparison.Ordinal);

    private static string Escape(string cell) => cell.ReplaceLineEndings(@"\n").Replace("\t", @"\t", StringComparison.Ordinal);
}

/// <summary>CSV as spreadsheets write it, with QnA Maker's columns, of which only two are needed.</summary>
internal sealed class CsvFormat : IPairFormat
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        NewLine = "\n",
    };

    public PairFile Read(Stream file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, true), detectEncodingFromByteOrderMarks: true);
        using var csv = new CsvParser(new StringReader(Texts.ReadAll(reader)), Configuration);
        return PairTable.Read(Rows(csv));
    }

    public ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file)
    {
        using var writer = new StreamWriter(file, leaveOpen: true);
        using var csv = new CsvWriter(writer, Configuration);
        foreach (var row in PairTable.Write(pairs))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }

            csv.NextRecord();
        }

        return [];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(CsvParser csv)
    {
        while (csv.Read())
        {
            yield return csv.Record!;
        }
    }
}

/// <summary>QnA Maker's and Custom Question Answering's Excel file: the first sheet is the table.</summary>
internal sealed class XlsxFormat : IPairFormat
{
    // A small file can hold a sheet that fills the memory.
    private static readonly OpenSettings Settings = new() { MaxCharactersInPart = 40_000_000 };

    public PairFile Read(Stream file)
    {
        try
        {
            using var document = SpreadsheetDocument.Open(file, isEditable: false, Settings);
            var workbook = document.WorkbookPart ?? throw new InvalidDataException("the file has no workbook.");
            var sheet = workbook.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException("the workbook has no sheet.");
            var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray() ?? [];
            var rows = ((WorksheetPart)workbook.GetPartById(sheet)).Worksheet?.Descendants<Row>() ?? [];
            return PairTable.Read(rows.Select(row => Cells(row, shared)));
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or System.Xml.XmlException)
        {
            throw new InvalidDataException("this is not an Excel workbook (.xlsx); save it again as one.", exception);
        }
    }

    public ImmutableArray<string> Write(IReadOnlyCollection<QnaPair> pairs, Stream file)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(new SheetData(PairTable.Write(pairs).Select(row => new Row(row.Select(text => new Cell
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
        })))));
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "QnAs" }));
        return [];
    }

    // Empty cells are left out of the file; the others name their column.
    private static List<string> Cells(Row row, string[] shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < column)
            {
                cells.Add("");
            }

            cells.Add(TextOf(cell, shared));
        }

        return cells;
    }

    private static string TextOf(Cell cell, string[] shared) =>
        cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Length ? shared[index]
        : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
        : cell.CellValue?.Text ?? "";

    /// <summary>The number of "AB" in AB12, from 0; a sheet has no more than 16384 columns.</summary>
    private static int ColumnOf(string reference) =>
        Math.Min(reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => Math.Min((column * 26) + letter - 'A' + 1, 16_384)), 16_384) - 1;
}

internal static class Texts
{
    public static string ReadAll(StreamReader reader)
    {
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("the file is not UTF-8; save it again with that encoding.", exception);
        }
    }
}
