using System.Text;
using DpkoBot.Authors.Gaps;
using DpkoBot.Core.Conversation;
using DpkoBot.Tests.Support;

namespace DpkoBot.Tests.Authors;

/// <summary>What the file of gaps holds, and when.</summary>
public sealed class GapStoreTests : IDisposable
{
    private const string Secret = "where is the secret canteen of the basement";
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly string[] Alike = ["how much does a blue helmet earn", "what do blue helmets earn per month", "where can I park my car", "parking for my car", "who won the cup"];
    private readonly TemporaryFolder folder = new();

    private string File => folder.In("gaps.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_word_of_a_user_is_in_the_files_bytes_before_enough_conversations_asked()
    {
        using (var store = Open(3))
        {
            Ask(store, Secret, "conversation-one");
            Ask(store, Secret, "conversation-two");
            for (var again = 0; again < 5; again++)
            {
                Ask(store, Secret, "conversation-two");
            }

            Assert.Empty(store.Gaps());
        }

        AssertHoldsNothing("conversation");
        using (var store = Open(3))
        {
            Ask(store, Secret, "conversation-three");
            Assert.Equal((Secret, 3), Assert.Single(store.Gaps().Select(gap => (gap.Text, gap.Conversations))));
        }

        Assert.Contains(Secret, Bytes(), StringComparison.Ordinal);
        Assert.DoesNotContain("conversation", Bytes().Replace("conversation BLOB", "", StringComparison.Ordinal).Replace("question, conversation", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_deleted_is_gone_from_the_bytes()
    {
        using (var store = Open(2))
        {
            Ask(store, Secret, "a", Day);
            Ask(store, Secret, "b", Day.AddDays(10));
            store.DeleteBefore(Day.AddDays(1));
            Assert.Empty(store.Gaps());
        }

        AssertHoldsNothing();
    }

    [Fact]
    public void The_day_on_which_it_was_last_asked_counts()
    {
        using var store = Open(2);
        Ask(store, Secret, "a", Day);
        Ask(store, Secret, "b", Day);
        Ask(store, Secret, "a", Day.AddDays(5));
        Ask(store, Secret, "b", Day.AddDays(5));

        store.DeleteBefore(Day.AddDays(5));

        Assert.Single(store.Gaps());
    }

    [Fact]
    public void Another_key_does_not_find_what_one_key_counted()
    {
        using (var store = Open(2, "the key of last year"))
        {
            Ask(store, Secret, "a");
        }

        using var other = Open(2, "the key of this year");
        Ask(other, Secret, "b");

        Assert.Empty(other.Gaps());
    }

    [Fact]
    public void A_higher_number_of_conversations_hides_what_was_kept_before()
    {
        using (var store = Open(2))
        {
            Ask(store, Secret, "a");
            Ask(store, Secret, "b");
        }

        using var stricter = Open(5);
        Assert.Empty(stricter.Gaps());
    }

    [Fact]
    public void Thumbs_are_counted_by_answer()
    {
        using var store = Open(2);
        store.AddFeedback("dpko/head", "like", Day);
        store.AddFeedback("dpko/head", "dislike", Day);
        store.AddFeedback("oma/purpose", "dislike", Day.AddDays(1));
        store.AddFeedback("oma/purpose", "dislike", Day.AddDays(1));

        Assert.Equal([("oma/purpose", 0, 2), ("dpko/head", 1, 1)], store.Feedback());
        store.DeleteBefore(Day.AddDays(1));
        Assert.Equal([("oma/purpose", 0, 2)], store.Feedback());
    }

    [Fact]
    public void Questions_that_share_their_rare_words_are_one_group()
    {
        var knowledge = TrainedEngines.Default.Knowledge;
        var gaps = Alike.Select(text => new Gap(text, "en", GapReason.NotUnderstood, null, 0, null)).ToList();

        var clusters = GapReport.Cluster(gaps, knowledge);

        Assert.Equal("2 2 1", string.Join(' ', clusters.Select(c => c.Gaps.Length)));
        Assert.Equal("who won the cup", clusters[^1].Gaps[0].Text);
    }

    private GapStore Open(int minConversations, string key = "a key for this test alone") => new(File, minConversations, key);

    private static void Ask(GapStore store, string question, string conversation, DateOnly? day = null) =>
        store.Add(new Gap(question, "en", GapReason.NotSure, "dpko/purpose", 0.4, "what does the department do"), question.Split(' ').Order(StringComparer.Ordinal), conversation, day ?? Day);

    private void AssertHoldsNothing(params string[] more)
    {
        var bytes = Bytes();
        Assert.All(Secret.Split(' ').Where(word => word.Length > 3).Concat(more.Select(m => m + "-")), word => Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All files of the store, journals included.</summary>
    private string Bytes() => string.Concat(Directory.GetFiles(folder.Path).Select(file => Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(file))));
}
