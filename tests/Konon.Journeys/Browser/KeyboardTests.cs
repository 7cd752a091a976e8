using Microsoft.Playwright;
using Xunit;

namespace Konon.Journeys.Browser;

[Collection(OneBrowser.Name)]
public sealed class KeyboardTests(Studio studio)
{
    private const string Focused = "document.activeElement";
    private static readonly Look[] Looks = [Look.Usual, Look.Usual with { Language = "id", Width = 390 }];

    [Fact]
    public async Task Letters_lead_from_the_stories_to_a_claims_words()
    {
        foreach (var look in Looks)
        {
            await using var visit = await Visit.Open(await studio.Browser(), (await studio.Demo()).Address, look);
            await visit.Go("/");
            await Until(visit, "j", Focused + ".matches('[data-item]')");
            await Press(visit, "o");
            await Arrive(visit, "/stories/");
            await Press(visit, "f");
            await Arrive(visit, "/figures");
            await visit.Page.GoBackAsync();
            await Until(visit, "j", Focused + ".querySelector('a')?.pathname.startsWith('/articles/') === true");
            await Press(visit, "o");
            await Arrive(visit, "/articles/");
            await Press(visit, "v");
            Assert.True(await Holds(visit, Focused + ".querySelector('table') !== null"));
            await Press(visit, "j", "j", "k", "o");
            await Arrive(visit, "#w-");
            var first = visit.Page.Url;
            await Until(visit, "j", Focused + ".id.startsWith('c-') && !location.hash.endsWith(" + Focused + ".id.slice(2))");
            await Press(visit, "m");
            await Arrive(visit, "#w-");
            Assert.NotEqual(first, visit.Page.Url);
            Assert.NotEmpty(await visit.Page.InnerTextAsync(":target"));
            Assert.True(await visit.Page.EvaluateAsync<bool>(
                "(() => { const at = document.querySelector(':target').getBoundingClientRect();"
                + " return at.bottom > 0 && at.top < innerHeight; })()"));
            Assert.Empty(visit.Faults);
        }
    }

    [Fact]
    public async Task Tab_and_Enter_lead_there_without_script_and_the_focus_is_seen()
    {
        await using var visit = await Visit.Open(
            await studio.Browser(), (await studio.Demo()).Address, Look.Usual with { Script = false });
        await visit.Go("/");
        await Press(visit, "Tab");
        Assert.True(await Holds(visit, Focused + ".matches('.skip') && " + Focused + ".getBoundingClientRect().left >= 0"));
        await Press(visit, "Enter");
        await Until(visit, "Tab", Focused + ".pathname?.startsWith('/stories/') === true");
        Assert.True(await Holds(visit, "getComputedStyle(" + Focused + ").outlineStyle !== 'none'"));
        await Press(visit, "Enter");
        await Arrive(visit, "/stories/");
        await Until(visit, "Tab", Focused + ".hash?.startsWith('#c-') === true");
        await Press(visit, "Enter");
        await Arrive(visit, "/articles/");
        await Until(visit, "Tab", Focused + ".hash?.startsWith('#w-') === true");
        await Press(visit, "Enter");
        await Arrive(visit, "#w-");
        Assert.NotEmpty(await visit.Page.InnerTextAsync(":target"));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_reviewer_moves_confirms_undoes_rejects_and_asks_for_the_keys_without_a_mouse()
    {
        await using var visit = await Visit.Open(await studio.Browser(), (await studio.Demo()).Address, Look.Usual);
        await SignIn.As(visit, "Rani");
        await Press(visit, "j");
        var first = await Id(visit);
        await Press(visit, "j");
        var second = await Id(visit);
        Assert.NotEqual(first, second);
        await Press(visit, "k");
        Assert.Equal(first, await Id(visit));
        await Decide(visit, "y");
        // The claim is gone from the queue, and the next one is where one goes on.
        Assert.Equal(0, await visit.Page.Locator("#" + first).CountAsync());
        Assert.Equal(second, await Id(visit));
        await Decide(visit, "u");
        Assert.Equal(1, await visit.Page.Locator("#" + first).CountAsync());
        await Press(visit, "j");
        await Decide(visit, "x");
        Assert.Equal(1, await visit.Page.Locator(".flash").CountAsync());
        await Decide(visit, "u");
        await Press(visit, "/");
        Assert.True(await Holds(visit, Focused + ".name === 'q'"));
        await Press(visit, "y");
        Assert.Equal("y", await visit.Page.InputValueAsync("input[name=q]"));
        await Press(visit, "Escape", "?");
        Assert.True(await visit.Page.Locator("#keys[open]").CountAsync() == 1);
        Assert.Empty(visit.Faults);
    }

    // Both buttons post and come back by a redirect.
    private static async Task Decide(Visit visit, string key)
    {
        var loaded = new TaskCompletionSource();
        void Note(object? sender, IPage page) => loaded.TrySetResult();
        visit.Page.Load += Note;
        await Press(visit, key);
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        visit.Page.Load -= Note;
    }

    private static async Task Press(Visit visit, params string[] keys)
    {
        foreach (var key in keys) await visit.Page.Keyboard.PressAsync(key);
    }

    private static async Task Until(Visit visit, string key, string condition)
    {
        const int Most = 250;
        for (var i = 0; i < Most; i++)
        {
            await Press(visit, key);
            if (await Holds(visit, condition)) return;
        }

        Assert.Fail($"{Most} times {key} do not lead to where {condition}");
    }

    // Asked again and again: an event may come before one waits for it.
    private static async Task Arrive(Visit visit, string part)
    {
        var there = $"location.href.includes('{part}') && document.readyState === 'complete'";
        for (var i = 0; i < 200; i++)
        {
            await Task.Delay(50);
            try
            {
                if (await Holds(visit, there)) return;
            }
            catch (PlaywrightException)
            {
                // The page that was asked has just gone.
            }
        }

        Assert.Fail(visit.Page.Url + " is not at " + part);
    }

    private static Task<bool> Holds(Visit visit, string condition) => visit.Page.EvaluateAsync<bool>(condition);

    private static Task<string> Id(Visit visit) => visit.Page.EvaluateAsync<string>(Focused + ".id");
}
