namespace DpkoBot.Tests.Support;

/// <summary>Waits for what happens by itself and soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task BecomesAsync<T>(T expected, Func<T> actual) => BecomesAsync(expected, () => Task.FromResult(actual()));

    public static async Task BecomesAsync<T>(T expected, Func<Task<T>> actual)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        var last = await actual();
        while (!Equals(expected, last) && !limit.IsCancellationRequested)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            last = await actual();
        }

        Assert.Equal(expected, last);
    }
}
