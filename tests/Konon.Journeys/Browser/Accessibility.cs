using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Konon.Journeys.Browser;

/// <summary>What axe finds against WCAG 2.2 at level AA.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        // Off by default, though it is of WCAG 2.2 AA.
        Rules = new() { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IEnumerable<string>> Faults(IPage page)
    {
        var found = await page.RunAxe(Options);
        return found.Violations.Select(one => $"axe: {one.Id} ({one.Help}): "
            + string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html + " — " + Why(node))));
    }

    private static string Why(AxeResultNode node) =>
        string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message));
}
