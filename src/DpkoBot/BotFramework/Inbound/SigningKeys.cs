using System.Collections.Frozen;
using DpkoBot.Operations;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DpkoBot.BotFramework.Inbound;

/// <summary>
/// The keys with which an issuer signs, fetched from its OpenID metadata when they are needed first, and again when they are
/// old or when a token names one that is not among them. Microsoft.IdentityModel's own ConfigurationManager fetches in the
/// background, so that the first token with a new key would fail, and lets every caller wait in line while the issuer
/// does not answer.
/// </summary>
public sealed class SigningKeys(string metadataAddress, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> logger)
{
    public const string HttpClientName = "openid-metadata";

    /// <summary>Keys are fetched anew, while those at hand still serve, after this time.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);

    /// <summary>An issuer that tells no keys for so long may have withdrawn those at hand.</summary>
    public static readonly TimeSpan TrustedFor = TimeSpan.FromHours(48);

    /// <summary>Anybody can send tokens with keys that do not exist; that must not become as many fetches.</summary>
    public static readonly TimeSpan PauseAfterSuccess = TimeSpan.FromSeconds(30);

    /// <summary>How soon an issuer that did not answer is asked again.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile Snapshot? latest;
    private Task? fetch;
    private long fetchedAt;
    private TimeSpan pause;

    /// <summary>The issuer's key of this id; null if it has none, or if its keys cannot be had.</summary>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Trusted()?.Keys.GetValueOrDefault(keyId) is { } known)
        {
            if (time.GetElapsedTime(latest!.At) >= RefreshAfter)
            {
                _ = Fetch();
            }

            return known;
        }

        await Fetch().WaitAsync(cancellationToken);
        return Trusted()?.Keys.GetValueOrDefault(keyId);
    }

    private Snapshot? Trusted() => latest is { } snapshot && time.GetElapsedTime(snapshot.At) < TrustedFor ? snapshot : null;

    /// <summary>The fetch that is under way, or a new one unless the last was just now.</summary>
    private Task Fetch()
    {
        lock (gate)
        {
            if (fetch is { IsCompleted: false })
            {
                return fetch;
            }

            if (fetch is not null && time.GetElapsedTime(fetchedAt) < pause)
            {
                return Task.CompletedTask;
            }

            // Not on the caller's behalf: others wait for the same fetch, and the caller may hang up.
            return fetch = Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    private async Task FetchAsync()
    {
        var succeeded = false;
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            var retriever = new HttpDocumentRetriever(client) { RequireHttps = !new Uri(metadataAddress).IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, retriever, CancellationToken.None);
            var keys = UsableKeys(configuration.JsonWebKeySet);
            if (keys.Count > 0)
            {
                latest = new Snapshot(keys, time.GetTimestamp());
                succeeded = true;
            }
            else
            {
                Log.SigningKeysUnavailable(logger, metadataAddress, "it names no RSA key");
            }
        }
        catch (Exception exception)
        {
            // Whatever is wrong with an issuer's answer, the keys at hand go on serving.
            Log.SigningKeysUnavailable(logger, metadataAddress, (exception.InnerException ?? exception).Message);
        }

        lock (gate)
        {
            pause = succeeded ? PauseAfterSuccess : PauseAfterFailure;
            fetchedAt = time.GetTimestamp();
        }
    }

    private static FrozenDictionary<string, JsonWebKey> UsableKeys(JsonWebKeySet? set) => (set?.Keys ?? [])
        .Where(key => key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or JsonWebKeyUseNames.Sig } && !string.IsNullOrEmpty(key.Kid))
        .DistinctBy(key => key.Kid)
        .ToFrozenDictionary(key => key.Kid, StringComparer.Ordinal);

    private sealed record Snapshot(FrozenDictionary<string, JsonWebKey> Keys, long At);
}
