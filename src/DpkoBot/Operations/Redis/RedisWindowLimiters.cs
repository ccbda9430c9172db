using System.Threading.RateLimiting;
using DpkoBot.Operations.Limits;
using DpkoBot.Operations.Privacy;

namespace DpkoBot.Operations.Redis;

/// <summary>Counts requests for all hosts together; while Redis is away, each host counts its own.</summary>
internal sealed class RedisWindowLimiters(RedisWindows windows, IdHashes hashes, TimeProvider time) : IWindowLimiters
{
    public RateLimitPartition<string> Partition(string key, int permits) =>
        RateLimitPartition.Get(key, name => new Limiter(name, permits, windows, hashes, time));

    private sealed class Limiter(string name, int permits, RedisWindows windows, IdHashes hashes, TimeProvider time) : RateLimiter
    {
        private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

        private readonly FixedWindowRateLimiter own = new(MemoryWindowLimiters.Window(permits));
        private long lastUsed = time.GetTimestamp();

        /// <summary>Lets go of what nobody uses any more.</summary>
        public override TimeSpan? IdleDuration => time.GetElapsedTime(Volatile.Read(ref lastUsed));

        public override RateLimiterStatistics? GetStatistics() => null;

        // What waits for nobody cannot ask Redis; the middleware then asks again below.
        protected override RateLimitLease AttemptAcquireCore(int permitCount) => Lease.Refused(TimeSpan.Zero);

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            Volatile.Write(ref lastUsed, time.GetTimestamp());
            if (await hashes.OfAsync(name) is { } hash && await windows.CountAsync("requests:" + hash, Window) is { Came: true } answer)
            {
                return answer.Value.Count <= permits ? Lease.Granted : Lease.Refused(answer.Value.Left);
            }

            return await own.AcquireAsync(permitCount, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            own.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Lease(bool isAcquired, TimeSpan left) : RateLimitLease
    {
        public static Lease Granted { get; } = new(true, TimeSpan.Zero);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => isAcquired ? [] : [MetadataName.RetryAfter.Name];

        public static Lease Refused(TimeSpan left) => new(false, left);

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = left;
            return !isAcquired && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
