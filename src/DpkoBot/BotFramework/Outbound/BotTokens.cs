using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace DpkoBot.BotFramework.Outbound;

/// <summary>
/// The bot's own tokens, with which it proves to connectors who it is. MSAL keeps a token until shortly before its end and
/// gets the next one ahead of time.
/// </summary>
public sealed class BotTokens(IOptions<BotIdentityOptions> options, IHttpClientFactory clients) : IMsalHttpClientFactory, IDisposable
{
    public const string HttpClientName = "login";

    private readonly SemaphoreSlim gate = new(1, 1);
    private Func<CancellationToken, Task<AuthenticationResult>>? acquire;

    /// <summary>A token that is valid now.</summary>
    /// <exception cref="BotTokenException">None can be had.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        // One at a time: out of the cache it takes no time, and all who come before there is a token share the first one's.
        await gate.WaitAsync(cancellationToken);
        try
        {
            acquire ??= options.Value.AppType == AppType.UserAssignedMsi ? OfManagedIdentity() : OfApplication();
            return (await acquire(cancellationToken)).AccessToken;
        }
        catch (MsalException exception)
        {
            throw new BotTokenException(exception.ErrorCode, exception.IsRetryable, exception);
        }
        catch (HttpRequestException exception)
        {
            throw new BotTokenException(exception.HttpRequestError.ToString(), isTransient: true, exception);
        }
        finally
        {
            gate.Release();
        }
    }

    public HttpClient GetHttpClient() => clients.CreateClient(HttpClientName);

    public void Dispose() => gate.Dispose();

    private Func<CancellationToken, Task<AuthenticationResult>> OfApplication()
    {
        var identity = options.Value;
        var cloud = Cloud.Of(identity);
        var builder = ConfidentialClientApplicationBuilder.Create(identity.AppId)
            .WithAuthority(cloud.AuthorityFor(identity), validateAuthority: false)
            // The authority is a setting; to have it vouched for costs a request and can fail.
            .WithInstanceDiscovery(false)
            // A reply's own retries serve its token, too.
            .WithHttpClientFactory(this, retryOnceOn5xx: false);
        var application = string.IsNullOrWhiteSpace(identity.MicrosoftAppCertificatePath)
            ? builder.WithClientSecret(identity.MicrosoftAppPassword).Build()
            : builder.WithCertificate(LoadCertificate(identity), sendX5C: true).Build();
        return cancellationToken => application.AcquireTokenForClient([cloud.Scope]).ExecuteAsync(cancellationToken);
    }

    private Func<CancellationToken, Task<AuthenticationResult>> OfManagedIdentity()
    {
        var application = ManagedIdentityApplicationBuilder
            .Create(ManagedIdentityId.WithUserAssignedClientId(options.Value.AppId))
            .WithHttpClientFactory(this)
            .Build();
        var scope = Cloud.Of(options.Value).Scope;
        return cancellationToken => application.AcquireTokenForManagedIdentity(scope).ExecuteAsync(cancellationToken);
    }

    internal static X509Certificate2 LoadCertificate(BotIdentityOptions identity)
    {
        var path = identity.MicrosoftAppCertificatePath!;
        var password = identity.MicrosoftAppCertificatePassword;
        return Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
            ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
            : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }
}

/// <summary>The bot cannot prove who it is.</summary>
/// <param name="reason">A short code, without secrets and fit for the log.</param>
/// <param name="isTransient">Whether another try may succeed.</param>
/// <param name="inner">What went wrong.</param>
public sealed class BotTokenException(string reason, bool isTransient, Exception inner) : Exception(reason, inner)
{
    public bool IsTransient => isTransient;
}
