using DpkoBot.Authors.Gaps;
using DpkoBot.Turns;
using Microsoft.Extensions.Options;

namespace DpkoBot.Authors;

public static class AuthorsSetup
{
    public static void AddAuthors(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AuthorsOptions>()
            .BindConfiguration(AuthorsOptions.Section)
            .Validate(
                options => options.AccessKey.Length is 0 or >= AuthorsOptions.MinKeyLength && options.HashKey.Length is 0 or >= AuthorsOptions.MinKeyLength,
                $"Authors:AccessKey and Authors:HashKey must have {AuthorsOptions.MinKeyLength} characters at least: shorter ones can be guessed. Without an access key there is no page for authors.")
            .Validate(
                options => options.MinConversations is >= 2 and <= 1000,
                "Authors:MinConversations must be from 2 to 1000: a question is kept once so many conversations asked it.")
            .Validate(
                options => options.KeepDays is >= 1 and <= 3650,
                "Authors:KeepDays must be from 1 to 3650: what was kept is deleted after so many days.")
            .Validate(
                options => !options.RecordGaps || Directory.Exists(Path.GetDirectoryName(PathOf(options))),
                "Authors:GapsFile must lie in a folder that is there; it is relative to the program's own folder.")
            .ValidateOnStart();
        services.AddSingleton<AuthorsPage>();
        if (!builder.Configuration.GetSection(AuthorsOptions.Section).GetValue<bool>(nameof(AuthorsOptions.RecordGaps)))
        {
            return;
        }

        services.AddSingleton(provider => Open(provider.GetRequiredService<IOptions<AuthorsOptions>>().Value));
        services.AddSingleton<GapRecorder>();
        services.AddHostedService(provider => provider.GetRequiredService<GapRecorder>());
        services.AddSingleton<ReplyGiven>(provider => provider.GetRequiredService<GapRecorder>().Take);
        services.AddSingleton<ThumbGiven>(provider => provider.GetRequiredService<GapRecorder>().Take);
    }

    /// <summary>The page, if there is a key to open it with.</summary>
    public static void MapAuthors(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<AuthorsOptions>>();
        if (options.Value.AccessKey.Length == 0)
        {
            return;
        }

        var authors = app.MapGroup("/authors").AddEndpointFilter(new AccessKeyFilter(options, app.Services.GetRequiredService<ILogger<AccessKeyFilter>>()));
        authors.MapGet("", (AuthorsPage page, HttpContext context) => page.ShowGaps(context));
        authors.MapPost("/why", (AuthorsPage page, HttpContext context, CancellationToken cancellationToken) => page.ShowWhyAsync(context, cancellationToken));
    }

    /// <summary>The file that the settings name.</summary>
    public static string PathOf(AuthorsOptions options) => Path.GetFullPath(options.GapsFile, AppContext.BaseDirectory);

    private static GapStore Open(AuthorsOptions options) => new(PathOf(options), options.MinConversations, options.HashKey);
}
