namespace Konon.Journeys.Browser.Hostile;

/// <summary>Whether a page has nothing in it but what Konon writes.</summary>
internal static class Innocence
{
    // Read by the browser's own parser, since that is what an attack is made for.
    private const string Faults =
        """
        () => {
          const faults = [];
          if (window.konon_ran !== undefined) faults.push('a script ran');
          const foreign = 'iframe, frame, object, embed, base, img, picture, video, audio, math, style, template, marquee, foreignObject,'
            + 'animate, set, use, meta[http-equiv], [style], [srcdoc], [srcset], [formaction], [ping]';
          for (const one of document.querySelectorAll(foreign)) faults.push('element: ' + one.outerHTML.slice(0, 200));
          for (const one of document.querySelectorAll('*')) {
            for (const { name, value } of one.attributes) {
              if (name.startsWith('on')) faults.push('handler: ' + name);
              if (!['href', 'src', 'action', 'xlink:href'].includes(name)) continue;
              const to = new URL(value, location.href);
              const isOut = one.matches('a.out[rel~=noopener]') && /^https?:$/.test(to.protocol);
              if (to.origin !== location.origin && !isOut) faults.push('address: ' + value.slice(0, 200));
            }
          }
          const scripts = [...document.scripts].filter(one => !one.src.endsWith('/konon.js') || one.text !== '');
          if (scripts.length > 0) faults.push('scripts: ' + scripts.length);
          if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
          const whole = document.documentElement.outerHTML;
          const acts = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/;
          const at = whole.search(acts);
          if (at >= 0) faults.push('control U+' + whole.charCodeAt(at).toString(16) + ' in ' + whole.slice(Math.max(0, at - 60), at + 20));
          const wide = document.documentElement;
          if (wide.scrollWidth > wide.clientWidth) faults.push('scrolls sideways');
          return faults;
        }
        """;

    public static async Task<IReadOnlyList<string>> Of(Visit visit, string path)
    {
        visit.Faults.Clear();
        // What is no query is answered with words about what is wrong with it.
        await visit.Go(path, path.StartsWith("/search", StringComparison.Ordinal) ? [200, 400] : [200]);
        string[] found = await visit.Page.EvaluateAsync<string[]>(Faults);
        return [.. found.Concat(visit.Faults).Select(fault => path + ": " + fault)];
    }
}
