using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace DpkoBot.Benchmarks.Scale;

/// <summary>Lucene.NET's nearest text by BM25, for comparison.</summary>
internal sealed class NearestText
{
    private const string Field = "text";
    private readonly IndexSearcher searcher;

    public NearestText(IEnumerable<string> texts)
    {
        var directory = new RAMDirectory();
        var similarity = new BM25Similarity();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48)) { Similarity = similarity }))
        {
            foreach (var text in texts)
            {
                writer.AddDocument([new TextField(Field, text, Lucene.Net.Documents.Field.Store.NO)]);
            }
        }

        searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = similarity };
    }

    /// <summary>The number of the nearest text.</summary>
    public int Find(string text)
    {
        var query = new BooleanQuery();
        foreach (var word in text.Split(' '))
        {
            query.Add(new TermQuery(new Term(Field, word)), Occur.SHOULD);
        }

        return searcher.Search(query, 1).ScoreDocs[0].Doc;
    }
}
