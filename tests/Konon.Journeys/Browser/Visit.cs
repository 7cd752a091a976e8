using Microsoft.Playwright;

namespace Konon.Journeys.Browser;

/// <summary>A reader's window, in which everything that a page should not do is noted.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _home;

    private Visit(IBrowserContext context, IPage page, Uri home) => (_context, Page, _home) = (context, page, home);

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts, requests to other hosts, and dialogs, since the window was opened.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Visit> Open(IBrowser browser, Uri home, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = home.ToString(),
            Locale = look.Language,
            ColorScheme = look.Scheme,
            JavaScriptEnabled = look.Script,
            BypassCSP = look.Unguarded,
            ViewportSize = new() { Width = look.Width, Height = look.Height },
        });
        context.SetDefaultTimeout(20_000);
        var visit = new Visit(context, await context.NewPageAsync(), home);
        visit.Watch();
        return visit;
    }

    /// <summary>Goes to a page of the server.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="statuses">What it may answer; 200 where none is given.</param>
    /// <returns>The bytes of its document.</returns>
    public async Task<byte[]> Go(string path, params int[] statuses)
    {
        var answer = await Page.GotoAsync(new Uri(_home, path).ToString());
        if (!(statuses is [] ? [200] : statuses).Contains(answer!.Status)) Faults.Add($"{path}: {answer.Status}");
        return await answer.BodyAsync();
    }

    /// <summary>Whether something in the page makes the window scroll sideways.</summary>
    public Task<bool> IsTooWide() =>
        Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Watch()
    {
        Page.Console += (_, said) =>
        {
            // Of a page that is missing or asked wrongly the browser says so itself; Go looks at the status.
            if (said.Type == "error" && !said.Text.Contains("responded with a status of 4", StringComparison.Ordinal)) Faults.Add("console: " + said.Text);
        };
        Page.PageError += (_, fault) => Faults.Add("script: " + fault);
        Page.Dialog += async (_, dialog) =>
        {
            Faults.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        _context.Page += (_, other) =>
        {
            if (other != Page) Faults.Add("window: " + other.Url);
        };
        _context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_home.ToString(), StringComparison.Ordinal)) Faults.Add("request: " + request.Url);
        };
    }
}
