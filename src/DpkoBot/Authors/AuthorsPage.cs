using System.Security.Cryptography;
using DpkoBot.Authors.Gaps;
using DpkoBot.Core.Conversation;
using Microsoft.Extensions.Options;

namespace DpkoBot.Authors;

/// <summary>The page on which authors see what was asked in vain, and why the bot answers as it does.</summary>
internal sealed class AuthorsPage(AnswerEngine engine, IOptions<AuthorsOptions> options, GapStore? store = null)
{
    private const int MaxQuestion = 1000;

    private const string Style = """
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0; } th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
        input { font: inherit; padding: .4rem; width: min(40rem, 70%); } button { font: inherit; padding: .4rem 1rem; } u { text-decoration-thickness: 2px; } .small { color: #555; font-size: .9rem; }
        pre { white-space: pre-wrap; font: inherit; }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #1a1a1a; } .small { color: #bbb; } a { color: #9cf; } }
        """;

    public IResult ShowGaps(HttpContext context)
    {
        var html = Begin(context);
        GapsView.Write(html, store, options.Value, engine.Knowledge);
        return End(html);
    }

    public async Task<IResult> ShowWhyAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var question = form["question"].ToString().Trim();
        if (question.Length is 0 or > MaxQuestion)
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"The form must hold a question of 1 to {MaxQuestion} characters.");
        }

        var html = Begin(context, question);
        WhyView.Write(html, question, engine.Answer(question, form["locale"], ConversationState.Empty).Reply, engine.Knowledge);
        return End(html);
    }

    private static HtmlText Begin(HttpContext context, string question = "")
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";
        var path = context.Request.PathBase + "/authors";
        return new HtmlText()
            .Raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>DpkoBot for authors</title><style nonce=\"").Text(nonce).Raw("\">").Raw(Style)
            .Raw("</style></head><body><h1><a href=\"").Text(path).Raw("\">DpkoBot for authors</a></h1><form method=\"post\" action=\"").Text(path + "/why")
            .Raw("\"><label for=\"question\">Why does the bot answer as it does?</label><br><input id=\"question\" name=\"question\" required maxlength=\"").Text(MaxQuestion).Raw("\" dir=\"auto\" value=\"").Text(question)
            .Raw("\"> <button>Ask</button></form>");
    }

    private static IResult End(HtmlText html) => TypedResults.Content(html.Raw("</body></html>").ToString(), "text/html; charset=utf-8");
}
