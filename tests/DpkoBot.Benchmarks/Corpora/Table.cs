namespace DpkoBot.Benchmarks.Corpora;

/// <summary>A table in Markdown that is filled cell by cell.</summary>
internal sealed class Table
{
    private readonly List<string> columns = [];
    private readonly List<string> rows = [];
    private readonly Dictionary<(string Column, string Row), string> cells = [];

    public void Add(string column, string row, string value)
    {
        if (!columns.Contains(column))
        {
            columns.Add(column);
        }

        if (!rows.Contains(row))
        {
            rows.Add(row);
        }

        cells[(column, row)] = value;
    }

    public void Print(TextWriter output)
    {
        output.WriteLine($"| | {string.Join(" | ", columns)} |");
        output.WriteLine($"|---|{string.Concat(columns.Select(_ => "---|"))}");
        foreach (var row in rows)
        {
            output.WriteLine($"| {row} | {string.Join(" | ", columns.Select(column => cells.GetValueOrDefault((column, row), "")))} |");
        }
    }
}
