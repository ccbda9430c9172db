namespace DpkoBot.DirectLine.Redis;

/// <summary>A turn that is under way: nobody here takes one meanwhile and, while Redis is there, nobody elsewhere.</summary>
internal sealed class RedisTurn(SemaphoreSlim here, IAsyncDisposable? everywhere) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (everywhere is not null)
        {
            await everywhere.DisposeAsync();
        }

        here.Release();
    }
}
