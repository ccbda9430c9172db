using System.Text.Json;
using DpkoBot.DirectLine;
using DpkoBot.Turns;

namespace DpkoBot.WebChat;

/// <summary>The chat: a page of its own, or the inside of the frame that <see cref="EmbedScript"/> puts on a page.</summary>
internal sealed class ChatPage(ChatAssets assets, ContentPolicy policy, AzureDirectLine azure, FirstQuestions firstQuestions)
{
    private static readonly PageTemplate Whole = new("chat.html");
    private static readonly PageTemplate WithoutChat = new("nochat.html");

    public IResult Show(HttpContext context, string? lang, string? embedded)
    {
        var nonce = PageTemplate.NewNonce();
        policy.ForChat(context.Response, nonce);
        var texts = PageTexts.Of(lang);
        // Without npm the build goes without Web Chat, and the page says what to install.
        var page = assets.Find("lib/webchat/webchat.js") is null ? WithoutChat : Whole;
        return page.Show(Values(context.Request.PathBase, texts, embedded == "1", nonce));
    }

    private Dictionary<string, string> Values(PathString pathBase, PageTexts texts, bool embedded, string nonce)
    {
        var local = pathBase + DirectLineSetup.Path;
        var values = texts.Words.ToDictionary(word => "text:" + word.Key, word => word.Value);
        var (language, questions) = firstQuestions.For(texts.Locale);
        values["questions"] = JsonSerializer.Serialize(questions, PageTextsJson.Default.IReadOnlyListString);
        values["questionsLanguage"] = language;
        values["texts"] = texts.Json;
        values["lang"] = texts.Language;
        values["dir"] = texts.Direction;
        values["locale"] = texts.Locale;
        values["mode"] = embedded ? "embedded" : "page";
        values["nonce"] = nonce;
        values["directLine"] = azure.IsUsed ? azure.Endpoint : local;
        values["tokens"] = azure.IsUsed ? pathBase + AzureDirectLine.TokenPath : local + "/tokens/generate";
        values["webchat"] = assets.Address(pathBase, "lib/webchat/webchat.js");
        values["icon"] = assets.Address(pathBase, "chat/icon.svg");
        values["style"] = assets.Address(pathBase, "chat/chat.css");
        values["looks"] = assets.Address(pathBase, "chat/looks.js");
        values["notice"] = assets.Address(pathBase, "chat/notice.js");
        values["line"] = assets.Address(pathBase, "chat/line.js");
        values["first"] = assets.Address(pathBase, "chat/first.js");
        values["script"] = assets.Address(pathBase, "chat/chat.js");
        return values;
    }
}
