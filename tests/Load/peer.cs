#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property ManagePackageVersionsCentrally=false
#:property TreatWarningsAsErrors=false
#:property RunAnalyzers=false
#:property Optimize=true

// What the bot is measured against and delivers to: /bare only parses an activity and returns the same JSON; everything under
// /v3 is a connector that takes what it gets.
using System.Text.Json;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapPost("/bare", async (HttpRequest request) =>
{
    using var activity = await JsonDocument.ParseAsync(request.Body);
    return Results.Text(activity.RootElement.GetRawText(), "application/json");
});
app.MapPost("/v3/{**rest}", async (HttpRequest request) =>
{
    using var activity = await JsonDocument.ParseAsync(request.Body);
    return Results.Text("{\"id\":\"1\"}", "application/json", statusCode: 201);
});
app.Run();
