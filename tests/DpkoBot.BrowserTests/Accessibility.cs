using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DpkoBot.BrowserTests;

/// <summary>The rules of accessibility, as axe has them.</summary>
internal static class Accessibility
{
    // All rules are run; only what they find in order is not reported, which would take most of the time.
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    /// <param name="page">The page.</param>
    /// <param name="state">What is on it now, for the one who reads of a breach.</param>
    public static async Task AssertNoBreachAsync(IPage page, string state)
    {
        // Colours are judged when they have come to rest.
        await ChatPage.UntilAsync(page, "document.getAnimations().every(animation => animation.playState !== 'running')");
        var breaches = (await page.RunAxe(ViolationsOnly)).Violations
            .SelectMany(violation => violation.Nodes, (violation, node) => $"{violation.Impact}: {violation.Help}: {node.Html}")
            .ToList();
        Assert.True(breaches.Count == 0, $"{state}: {string.Join('\n', breaches)}");
    }
}
