namespace DpkoBot.Tests.Support;

/// <summary>Goes round hosts, as a proxy without affinity does.</summary>
internal sealed class RoundRobin(IReadOnlyList<BotHost> hosts)
{
    private int count = -1;

    public BotHost Next() => hosts[(int)((uint)Interlocked.Increment(ref count) % hosts.Count)];

    /// <summary>A client whose every request goes to the next host.</summary>
    public static HttpClient ClientOf(IReadOnlyList<BotHost> hosts) => new(new Handler(hosts)) { BaseAddress = new Uri("http://localhost") };

    private sealed class Handler(IReadOnlyList<BotHost> hosts) : HttpMessageHandler
    {
        private readonly RoundRobin turns = new(hosts);
        private readonly Dictionary<BotHost, HttpMessageInvoker> invokers = hosts.Distinct().ToDictionary(host => host, host => new HttpMessageInvoker(host.Server.CreateHandler()));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            invokers[turns.Next()].SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            foreach (var invoker in invokers.Values)
            {
                invoker.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
