using Microsoft.Playwright;

namespace Samachik.Browser.Tests.Journeys;

/// <summary>A reader's keyboard: moves by Tab alone, and sees to it that every stop on the way can be seen.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MostStops = 80;

    // What marks the focus, with it and without it. A box's mark is drawn beside it, by its label.
    private const string LookAtFocus = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const mark = () => [[element, null], [element.labels?.[0] ?? element, '::before']].map(([part, pseudo]) => {
            const style = getComputedStyle(part, pseudo);
            const isTransparent = /^rgba\(.*, 0\)$/.test(style.outlineColor);
            const outline = style.outlineStyle === 'none' || isTransparent ? '' : style.outlineWidth;
            return `${outline} ${style.boxShadow}`;
          }).join('|');
          const focused = mark();
          const box = (element.labels?.[0] ?? element).getBoundingClientRect();
          const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          element.blur();
          const rest = mark();
          element.focus();
          return {
            name: element.id || element.getAttribute('aria-controls') && 'toggle-' + element.getAttribute('aria-controls')
              || element.getAttribute('href') || element.type || element.className,
            isMarked: focused !== rest, isInSight,
          };
        }
        """;

    /// <summary>The stops so far, by id, address or kind.</summary>
    public List<string> Stops { get; } = [];

    /// <summary>Goes one stop on; null where the page ends.</summary>
    public async Task<string?> TabAsync()
    {
        await page.Keyboard.PressAsync("Tab");
        if (await page.EvaluateAsync<Stop?>(LookAtFocus) is not { } stop) return null;
        Assert.True(stop.IsMarked, $"The focus on {stop.Name} cannot be seen.");
        Assert.True(stop.IsInSight, $"The focus on {stop.Name} is out of sight.");
        Stops.Add(stop.Name);
        return stop.Name;
    }

    /// <summary>Goes on to a stop.</summary>
    public async Task TabToAsync(string name)
    {
        for (var stops = 0; stops < MostStops; stops++)
            if (await TabAsync() == name) return;
        Assert.Fail($"Tab does not come to {name}, but to {string.Join(", ", Stops)}.");
    }

    /// <summary>Goes on to a field and types into it.</summary>
    public async Task TypeAsync(string field, string text)
    {
        await TabToAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key where the focus is.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    private sealed class Stop
    {
        public string Name { get; set; } = "";

        public bool IsMarked { get; set; }

        public bool IsInSight { get; set; }
    }
}
