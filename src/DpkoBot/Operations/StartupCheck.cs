using System.Collections.Immutable;
using DpkoBot.Core.Knowledge;
using DpkoBot.Operations.Redis;
using Microsoft.Extensions.Options;

namespace DpkoBot.Operations;

/// <summary>Finds what keeps the host from serving, in sentences for whoever started it.</summary>
internal static class StartupCheck
{
    public static ImmutableArray<string> FindProblems(IServiceProvider services) =>
        [.. SettingProblems(services), .. RedisProblems(services.GetRequiredService<IConfiguration>()), .. AddressProblems(services.GetRequiredService<IConfiguration>()), .. KnowledgeProblems(services)];

    private static IEnumerable<string> SettingProblems(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (AggregateException exception)
        {
            return exception.Flatten().InnerExceptions.SelectMany(SentencesOf);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            return SentencesOf(exception);
        }
    }

    // What cannot be converted is told by the configuration binder, in a sentence with the setting's name and value.
    private static IEnumerable<string> SentencesOf(Exception exception) =>
        exception is OptionsValidationException validation ? validation.Failures : [exception.Message];

    private static IEnumerable<string> AddressProblems(IConfiguration configuration) =>
        (configuration[WebHostDefaults.ServerUrlsKey] ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(address => !IsAddress(address))
            .Select(address => $"Urls: \"{address}\" is not an address to listen on, such as http://localhost:3978.");

    private static IEnumerable<string> RedisProblems(IConfiguration configuration) =>
        RedisSetup.FaultOf(configuration) is { } fault ? [fault] : [];

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS"
                && address.PathBase.Length == 0
                && address.Port is >= 0 and <= 65_535
                // A port that is no number is taken for a part of the host's name.
                && (address.IsUnixPipe || address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> KnowledgeProblems(IServiceProvider services)
    {
        var diagnostics = services.GetRequiredService<KnowledgeLoadResult>().Diagnostics;
        var count = diagnostics.Length == 1 ? "1 problem" : $"{diagnostics.Length} problems";
        return diagnostics.IsEmpty
            ? []
            : diagnostics.Select(diagnostic => diagnostic.ToString()).Append($"{count} in the knowledge. DpkoBot does not start with knowledge that is not right.");
    }
}
