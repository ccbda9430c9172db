using System.Text;

namespace DpkoBot.Tests.BotFramework;

/// <summary>What strangers send to /api/messages, and what they get.</summary>
internal static class BadRequests
{
    private const string Conversation = "\"conversation\":{\"id\":\"c\"}";

    public static readonly IReadOnlyDictionary<string, BadRequest> All = new Dictionary<string, BadRequest>
    {
        ["no body"] = new(400, ""),
        ["white space"] = new(400, " \r\n "),
        ["a byte order mark and nothing else"] = new(400, [0xEF, 0xBB, 0xBF]),
        ["null"] = new(400, "null"),
        ["a number"] = new(400, "7"),
        ["a string"] = new(400, "\"message\""),
        ["an array"] = new(400, "[{\"type\":\"message\"}]"),
        ["an open object"] = new(400, "{\"type\":\"message\""),
        ["two objects"] = new(400, "{\"type\":\"typing\"}{\"type\":\"typing\"}"),
        ["a comma too many"] = new(400, "{\"type\":\"typing\",}"),
        ["a comment"] = new(400, "{\"type\":\"typing\"/* hi */}"),
        ["single quotes"] = new(400, "{'type':'typing'}"),
        ["a form in disguise"] = new(400, "type=message&text=hi"),
        ["markup in disguise"] = new(400, "<activity type='message'/>"),
        ["bytes that are no UTF-8"] = new(400, [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']),
        ["bytes that are no UTF-8 where anything may stand"] = new(400, [.. Encoding.UTF8.GetBytes("{\"type\":\"typing\",\"value\":\""), 0xC3, 0x28, (byte)'"', (byte)'}']),
        ["UTF-16 without saying so"] = new(400, Encoding.Unicode.GetBytes("{\"type\":\"typing\"}")),
        ["half a surrogate pair in the text"] = new(400, $"{{\"type\":\"message\",{Conversation},\"text\":\"\\ud800\"}}"),
        ["half a surrogate pair in a name"] = new(400, "{\"type\":\"typing\",\"\\ud800\":1}"),
        ["129 levels"] = new(400, $"{{\"type\":\"message\",\"value\":{new string('[', 128)}{new string(']', 128)}}}"),
        ["10,000 levels that never close"] = new(400, $"{{\"type\":\"message\",\"value\":{new string('[', 10_000)}"),
        ["no type"] = new(400, "{\"text\":\"hi\"}"),
        ["an empty object"] = new(400, "{}"),
        ["an empty type"] = new(400, "{\"type\":\"\"}"),
        ["type null"] = new(400, "{\"type\":null}"),
        ["a type that is no string"] = new(400, "{\"type\":1}"),
        ["a text that is no string"] = new(400, $"{{\"type\":\"message\",{Conversation},\"text\":{{\"a\":1}}}}"),
        ["a sender that is no object"] = new(400, "{\"type\":\"message\",\"from\":\"me\"}"),
        ["members that are no list"] = new(400, "{\"type\":\"conversationUpdate\",\"membersAdded\":{\"id\":\"u\"}}"),
        ["a time that is none"] = new(400, "{\"type\":\"typing\",\"timestamp\":\"yesterday\"}"),
        ["a message without a conversation"] = new(400, "{\"type\":\"message\",\"text\":\"hi\",\"deliveryMode\":\"expectReplies\"}"),
        ["a message in a conversation without an id"] = new(400, "{\"type\":\"message\",\"conversation\":{},\"deliveryMode\":\"expectReplies\"}"),
        ["a message in a conversation with an empty id"] = new(400, "{\"type\":\"message\",\"conversation\":{\"id\":\"\"},\"deliveryMode\":\"expectReplies\"}"),
        ["a conversation id that climbs up the path"] = new(400, "{\"type\":\"message\",\"conversation\":{\"id\":\"..\"},\"serviceUrl\":\"http://127.0.0.1:1\"}"),
        ["an activity id that climbs up the path"] = new(400, $"{{\"type\":\"message\",\"id\":\"..\",{Conversation},\"serviceUrl\":\"http://127.0.0.1:1\"}}"),
        ["an id of 1,001 characters"] = new(400, $"{{\"type\":\"message\",\"id\":\"{new string('1', 1_001)}\",{Conversation},\"serviceUrl\":\"http://127.0.0.1:1\"}}"),
        ["a message without a service URL"] = new(400, $"{{\"type\":\"message\",{Conversation},\"text\":\"hi\"}}"),
        ["a delivery mode in the wrong case is none"] = new(400, $"{{\"type\":\"message\",{Conversation},\"deliveryMode\":\"ExpectReplies\"}}"),
        ["a service URL that is none"] = new(400, WithServiceUrl("nonsense")),
        ["a service URL of a file"] = new(400, WithServiceUrl("file:///etc/passwd")),
        ["a service URL anywhere"] = new(400, WithServiceUrl("https://example.org/")),
        ["a service URL inside the network"] = new(400, WithServiceUrl("http://169.254.169.254/latest")),
        ["a connector without https"] = new(400, WithServiceUrl("http://smba.trafficmanager.net/emea/")),
        ["a connector's name inside another"] = new(400, WithServiceUrl("https://smba.trafficmanager.net.example.org/")),
        ["a domain that only ends like a connector's"] = new(400, WithServiceUrl("https://evilbotframework.com/")),
        ["a service URL with a user"] = new(400, WithServiceUrl("https://smba.trafficmanager.net@webchat.botframework.com/")),
        ["no content type"] = new(415, "{\"type\":\"typing\"}", null),
        ["plain text"] = new(415, "{\"type\":\"typing\"}", "text/plain"),
        ["a form"] = new(415, "type=message", "application/x-www-form-urlencoded"),
        ["XML"] = new(415, "<a/>", "application/xml"),
        ["another charset"] = new(415, "{\"type\":\"typing\"}", "application/json; charset=utf-16"),
        ["a content type that is none"] = new(415, "{\"type\":\"typing\"}", "json"),
        ["more than 256 KB"] = new(413, $"{{\"type\":\"typing\",\"text\":\"{new string('x', 256 * 1024)}\"}}"),
        ["more than 256 KB without a length"] = new(413, $"{{\"type\":\"typing\",\"text\":\"{new string('x', 256 * 1024)}\"}}") { Chunked = true },
        ["GET"] = new(405, "") { Method = "GET" },
        ["PUT"] = new(405, "{\"type\":\"typing\"}") { Method = "PUT" },
        ["DELETE"] = new(405, "") { Method = "DELETE" },
        ["PATCH"] = new(405, "{\"type\":\"typing\"}") { Method = "PATCH" },
    };

    private static string WithServiceUrl(string url) => $"{{\"type\":\"message\",{Conversation},\"text\":\"hi\",\"serviceUrl\":\"{url}\"}}";
}

internal sealed record BadRequest(int Status, byte[] Body, string? ContentType = "application/json")
{
    public BadRequest(int status, string body, string? contentType = "application/json")
        : this(status, Encoding.UTF8.GetBytes(body), contentType)
    {
    }

    public string Method { get; init; } = "POST";

    /// <summary>Sent in pieces, without telling the length beforehand.</summary>
    public bool Chunked { get; init; }
}
