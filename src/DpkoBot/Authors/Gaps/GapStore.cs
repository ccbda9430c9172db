using System.Security.Cryptography;
using System.Text;
using DpkoBot.Core.Conversation;
using Microsoft.Data.Sqlite;

namespace DpkoBot.Authors.Gaps;

/// <summary>
/// Keeps what was asked in vain. Until enough conversations asked a question, the file holds two keyed hashes and a day of each, and
/// nothing that a user wrote; the key is not in it.
/// </summary>
public sealed class GapStore : IDisposable
{
    private const string Schema = """
        PRAGMA secure_delete = ON;
        CREATE TABLE IF NOT EXISTS asked (question BLOB NOT NULL, conversation BLOB NOT NULL, day INTEGER NOT NULL, PRIMARY KEY (question, conversation)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS gap (question BLOB PRIMARY KEY, text TEXT NOT NULL, language TEXT NOT NULL, reason TEXT NOT NULL, intent TEXT, score REAL NOT NULL, nearest TEXT) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS feedback (topic TEXT NOT NULL, reaction TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (topic, reaction, day)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection connection;
    private readonly byte[] key;
    private readonly int minConversations;
    private readonly Lock gate = new();

    /// <summary>Opens the file, and makes it if it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="minConversations">So many conversations must have asked a question before its words are kept.</param>
    /// <param name="key">Keys the hashes; a random one if it is empty.</param>
    public GapStore(string path, int minConversations, string key)
    {
        this.minConversations = minConversations;
        this.key = key.Length > 0 ? SHA256.HashData(Encoding.UTF8.GetBytes(key)) : RandomNumberGenerator.GetBytes(32);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(Schema);
    }

    /// <summary>Notes that a conversation asked a question.</summary>
    /// <param name="gap">The question.</param>
    /// <param name="words">The words that make it this question.</param>
    /// <param name="conversation">What names the conversation.</param>
    /// <param name="day">When.</param>
    public void Add(Gap gap, IEnumerable<string> words, string conversation, DateOnly day)
    {
        lock (gate)
        {
            var question = Hash($"question {gap.Language} {string.Join(' ', words)}");
            using var transaction = connection.BeginTransaction();
            Run(
                "INSERT INTO asked VALUES ($question, $conversation, $day) ON CONFLICT DO UPDATE SET day = $day",
                ("$question", question),
                ("$conversation", Hash($"conversation {conversation}")),
                ("$day", day.DayNumber));
            if ((long)Scalar("SELECT COUNT(*) FROM asked WHERE question = $question", ("$question", question))! >= minConversations)
            {
                Run(
                    "INSERT INTO gap VALUES ($question, $text, $language, $reason, $intent, $score, $nearest) ON CONFLICT DO UPDATE SET reason = $reason, intent = $intent, score = $score, nearest = $nearest",
                    ("$question", question),
                    ("$text", gap.Text),
                    ("$language", gap.Language),
                    ("$reason", gap.Reason.ToString()),
                    ("$intent", gap.Intent),
                    ("$score", gap.Score),
                    ("$nearest", gap.Nearest));
            }

            transaction.Commit();
        }
    }

    /// <summary>Counts a thumb for what was answered.</summary>
    /// <param name="topic">What was answered, as <c>subject/property</c>.</param>
    /// <param name="reaction"><c>like</c> or <c>dislike</c>.</param>
    /// <param name="day">When.</param>
    public void AddFeedback(string topic, string reaction, DateOnly day)
    {
        lock (gate)
        {
            Run(
                "INSERT INTO feedback VALUES ($topic, $reaction, $day, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                ("$topic", topic),
                ("$reaction", reaction),
                ("$day", day.DayNumber));
        }
    }

    /// <summary>Deletes what is older than a day, and the words of what fewer conversations than needed asked since.</summary>
    public void DeleteBefore(DateOnly day)
    {
        lock (gate)
        {
            Run("DELETE FROM asked WHERE day < $day; DELETE FROM feedback WHERE day < $day", ("$day", day.DayNumber));
            Run("DELETE FROM gap WHERE (SELECT COUNT(*) FROM asked WHERE asked.question = gap.question) < $least", ("$least", minConversations));
        }
    }

    /// <summary>The questions that enough conversations asked, those of most conversations first.</summary>
    public IReadOnlyList<Gap> Gaps()
    {
        lock (gate)
        {
            using var command = Command(
                """
                SELECT text, language, reason, intent, score, nearest, (SELECT COUNT(*) FROM asked WHERE asked.question = gap.question) AS conversations
                FROM gap WHERE conversations >= $least ORDER BY conversations DESC, text
                """,
                ("$least", minConversations));
            using var row = command.ExecuteReader();
            var gaps = new List<Gap>();
            while (row.Read())
            {
                gaps.Add(new Gap(
                    row.GetString(0), row.GetString(1), Enum.TryParse<GapReason>(row.GetString(2), out var reason) ? reason : GapReason.NotUnderstood,
                    row.IsDBNull(3) ? null : row.GetString(3), row.GetDouble(4), row.IsDBNull(5) ? null : row.GetString(5), row.GetInt32(6)));
            }

            return gaps;
        }
    }

    /// <summary>The thumbs by what was answered, the most disliked first.</summary>
    public IReadOnlyList<(string Topic, int Likes, int Dislikes)> Feedback()
    {
        lock (gate)
        {
            using var command = Command(
                """
                SELECT topic, SUM(CASE reaction WHEN 'like' THEN count ELSE 0 END), SUM(CASE reaction WHEN 'dislike' THEN count ELSE 0 END)
                FROM feedback GROUP BY topic ORDER BY 3 DESC, 2 DESC, topic
                """);
            using var row = command.ExecuteReader();
            var feedback = new List<(string, int, int)>();
            while (row.Read())
            {
                feedback.Add((row.GetString(0), row.GetInt32(1), row.GetInt32(2)));
            }

            return feedback;
        }
    }

    public void Dispose() => connection.Dispose();

    private byte[] Hash(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))[..16];

    private void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

#pragma warning disable CA2100 // Every text of SQL is a constant of this file; what comes from outside is a parameter.
    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
#pragma warning restore CA2100
}
