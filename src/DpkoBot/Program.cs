#if BOT_BUILDER
using DpkoBot.BotBuilder;
#else
using DpkoBot.BotFramework;
#endif
using DpkoBot.Authors;
using DpkoBot.Commands;
using DpkoBot.DirectLine;
using DpkoBot.Operations;
using DpkoBot.Teams;
using DpkoBot.Turns;
using DpkoBot.WebChat;

var commandLine = CommandLine.Parse(args);
if (!commandLine.Serves)
{
    return await commandLine.RunAsync();
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
// ASPNETCORE_URLS comes before appsettings.json in the default order, which could then not be overridden by it.
builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args);
builder.WebHost.UseStaticWebAssets();
builder.AddOperations();
builder.Services.AddTurns();
builder.Services.AddTeams();
#if BOT_BUILDER
builder.Services.AddBotBuilder();
#else
builder.Services.AddBotFramework();
#endif
builder.AddDirectLine();
builder.AddWebChat();
builder.AddAuthors();

var app = builder.Build();
if (StartupCheck.FindProblems(app.Services) is { IsEmpty: false } problems)
{
    return await Serving.FailAsync(problems);
}

app.UseOperations();
app.MapOperations();
#if BOT_BUILDER
app.MapBotBuilder();
#else
app.MapBotFramework();
#endif
app.MapDirectLine();
app.MapWebChat();
app.MapAuthors();
return await app.ServeAsync();
