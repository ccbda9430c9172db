using DpkoBot.Authors.Gaps;
using DpkoBot.Core.Knowledge;

namespace DpkoBot.Authors;

/// <summary>What was asked in vain, and which answers were liked.</summary>
internal static class GapsView
{
    public static void Write(HtmlText html, GapStore? store, AuthorsOptions options, KnowledgeBase knowledge)
    {
        html.Raw("<h2>Asked in vain</h2>");
        if (store is null)
        {
            html.Raw("<p>Questions without an answer are not kept: the setting <code>Authors:RecordGaps</code> is off.</p>");
            return;
        }

        var clusters = GapReport.Cluster(store.Gaps(), knowledge);
        html.Raw("<p class=\"small\">A question is shown once ").Text(options.MinConversations).Raw(" conversations asked it, without addresses, numbers and unknown names; it is deleted ")
            .Text(options.KeepDays).Raw(" days after it was last asked.</p>");
        if (clusters.IsEmpty)
        {
            html.Raw("<p>Nothing so far.</p>");
        }
        else
        {
            WriteClusters(html, clusters);
        }

        WriteFeedback(html, store);
    }

    private static void WriteClusters(HtmlText html, IEnumerable<GapCluster> clusters)
    {
        html.Raw("<table><thead><tr><th>Conversations</th><th>Questions</th><th>Why without an answer</th><th>Nearest known question</th></tr></thead><tbody>");
        foreach (var cluster in clusters)
        {
            html.Raw("<tr><td>").Text(cluster.Conversations).Raw("</td><td dir=\"auto\">");
            foreach (var gap in cluster.Gaps)
            {
                html.Text(gap.Text).Raw(" <span class=\"small\">").Text(gap.Conversations).Raw("</span><br>");
            }

            var first = cluster.Gaps[0];
            html.Raw("</td><td>").Text(GapReport.Explain(first)).Raw("</td><td dir=\"auto\">");
            if (first.Intent is not null)
            {
                html.Text(first.Nearest).Raw("<br><span class=\"small\">").Text(first.Intent).Raw(", score ").Score(first.Score).Raw("</span>");
            }

            html.Raw("</td></tr>");
        }

        html.Raw("</tbody></table>");
    }

    private static void WriteFeedback(HtmlText html, GapStore store)
    {
        html.Raw("<h2>Thumbs by answer</h2>");
        if (store.Feedback() is not { Count: > 0 } feedback)
        {
            html.Raw("<p>None so far.</p>");
            return;
        }

        html.Raw("<table><thead><tr><th>Answer</th><th>Down</th><th>Up</th></tr></thead><tbody>");
        foreach (var (topic, likes, dislikes) in feedback)
        {
            html.Raw("<tr><td>").Text(topic).Raw("</td><td>").Text(dislikes).Raw("</td><td>").Text(likes).Raw("</td></tr>");
        }

        html.Raw("</tbody></table>");
    }
}
