using System.Text;
using DpkoBot.Activities;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DpkoBot.DirectLine;

/// <summary>
/// Takes a message with files, where the settings allow it. The bot reads no files: it is told their names and types, and
/// nothing of them is kept.
/// </summary>
internal static class UploadEndpoint
{
    private const long MostBytes = 4 * 1024 * 1024;
    private const string ActivityPart = "activity";

    private static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = RequestBody.MostCharacters, ValueCountLimit = 16 };

    public static async Task<IResult> Upload(
        string conversationId, string? userId, HttpContext context, IOptions<DirectLineOptions> options, IDirectLineConversations conversations,
        DirectLineTurns turns, CancellationToken cancellationToken)
    {
        if (!options.Value.Uploads)
        {
            return DirectLineErrors.NoFiles;
        }

        if (await conversations.FindAsync(conversationId) is not { } conversation)
        {
            return DirectLineErrors.NoConversation;
        }

        if (!context.Request.HasFormContentType)
        {
            return DirectLineErrors.NotMultipart;
        }

        if (context.Request.ContentLength > MostBytes)
        {
            return DirectLineErrors.FilesTooLarge;
        }

        try
        {
            var form = await context.Request.ReadFormAsync(Limits, cancellationToken);
            return await ActivityInAsync(form, userId, cancellationToken) is { } activity
                ? await ConversationEndpoints.TakeAsync(activity, conversation, context, conversations, turns, cancellationToken)
                : DirectLineErrors.NotJson;
        }
        catch (IOException)
        {
            // It broke off in the middle.
            return DirectLineErrors.NotMultipart;
        }
        catch (InvalidDataException exception)
        {
            return exception.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? DirectLineErrors.FilesTooLarge : DirectLineErrors.NotMultipart;
        }
    }

    // The activity is a part of its own, with or without a file name; without one, the files are a message by themselves.
    private static async Task<Activity?> ActivityInAsync(IFormCollection form, string? userId, CancellationToken cancellationToken)
    {
        var activity = new Activity { Type = ActivityTypes.Message };
        if (await ActivityJsonInAsync(form, cancellationToken) is { } json)
        {
            activity = RequestBody.Parse(json, ActivityJson.Default.Activity);
        }

        var files = form.Files.Where(file => file.Name != ActivityPart).Select(file => new Attachment { Name = file.FileName, ContentType = file.ContentType });
        return activity is null ? null : activity with
        {
            From = activity.From ?? new ChannelAccount { Id = userId },
            Attachments = [.. files],
        };
    }

    private static async Task<ReadOnlyMemory<byte>?> ActivityJsonInAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile(ActivityPart) is { } part)
        {
            using var bytes = new MemoryStream();
            await part.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }

        return form.TryGetValue(ActivityPart, out var text) ? Encoding.UTF8.GetBytes(text.ToString()).AsMemory() : (ReadOnlyMemory<byte>?)null;
    }
}
