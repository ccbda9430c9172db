using DpkoBot.Core.Conversation;
using DpkoBot.Core.Knowledge;
using DpkoBot.Core.Recognition;

namespace DpkoBot.Authors;

/// <summary>Shows how a question was understood and on what its answer rests.</summary>
internal static class WhyView
{
    public static void Write(HtmlText html, string question, BotReply reply, KnowledgeBase knowledge)
    {
        var recognition = reply.Recognition;
        html.Raw("<h2>Why this answer?</h2><p dir=\"auto\">");
        WriteUnderlined(html, question, recognition);
        html.Raw("</p><pre dir=\"auto\">").Text(reply.Text).Raw("</pre><table><tbody>")
            .Row("Outcome", reply.Gap is { } gap ? $"{reply.Outcome} ({gap})" : reply.Outcome.ToString())
            .Row("Intent", recognition.Intent);
        html.Raw("<tr><th scope=\"row\">Score</th><td>").Score(recognition.Score).Raw(" (").Text(ScoreBands.Of(recognition.Score).ToString()).Raw(")</td></tr>");
        html.Row("Runner-up", recognition.RunnerUp);
        html.Raw("<tr><th scope=\"row\">Margin</th><td>").Score(recognition.Margin).Raw("</td></tr>")
            .Row("Read as", string.Join(' ', recognition.ReadAs))
            .Row("Nearest sentence", recognition.Matched)
            .Row("Answered", string.Join(", ", reply.Topics))
            .Raw("</tbody></table>");
        WriteFacts(html, reply, knowledge);
    }

    /// <summary>The question with what was recognized in it underlined; the mouse tells what that is.</summary>
    private static void WriteUnderlined(HtmlText html, string question, RecognizerResult recognition)
    {
        var position = 0;
        foreach (var entity in recognition.Entities.Where(e => e.Length > 0 && e.Start + e.Length <= question.Length).OrderBy(e => e.Start))
        {
            if (entity.Start < position)
            {
                continue;
            }

            html.Text(question[position..entity.Start]).Raw("<u title=\"").Text($"{entity.Type} {entity.Id}").Raw("\">")
                .Text(question.Substring(entity.Start, entity.Length)).Raw("</u> <span class=\"small\">").Text($"({entity.Type} {entity.Id}, ").Score(entity.Score).Raw(")</span>");
            position = entity.Start + entity.Length;
        }

        html.Text(question[position..]);
    }

    private static void WriteFacts(HtmlText html, BotReply reply, KnowledgeBase knowledge)
    {
        if (reply.Facts.IsEmpty)
        {
            return;
        }

        html.Raw("<h3>Facts</h3><table><thead><tr><th>Fact</th><th>Value</th><th>As of</th><th>Source</th><th>Where</th></tr></thead><tbody>");
        foreach (var fact in reply.Facts)
        {
            var (source, subject) = (knowledge.Sources[fact.Source], knowledge.Subjects[fact.Subject]);
            html.Raw("<tr><td>").Text($"{fact.Subject}/{fact.Property}").Raw("</td><td>").Text(fact.Told()).Raw("</td><td>").Text(fact.AsOf.ToString()).Raw("</td><td dir=\"auto\">");
            _ = source.Url is null ? html.Text(source.Title) : html.Raw("<a rel=\"noreferrer\" href=\"").Text(source.Url).Raw("\">").Text(source.Title).Raw("</a>");
            html.Raw("</td><td>").Text($"{subject.File}:").Text(subject.Line).Raw("</td></tr>");
        }

        html.Raw("</tbody></table>");
    }
}
