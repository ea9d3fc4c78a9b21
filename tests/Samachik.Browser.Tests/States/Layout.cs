using Microsoft.Playwright;

namespace Samachik.Browser.Tests.States;

/// <summary>Looks for text that a reader cannot see whole, and for pages that must be pushed sideways.</summary>
public static class Layout
{
    private const string Look = """
        width => {
          const faults = [];
          const root = document.scrollingElement;
          if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide`);
          const named = element => `${element.localName}${element.id ? '#' + element.id : ''}.${element.className}`;
          const unseen = '.govuk-visually-hidden, .govuk-skip-link, script, style, option';
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!node.data.trim() || parent.closest(unseen) || !parent.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const rect of range.getClientRects()) {
              if (rect.width === 0) continue;
              const text = node.data.trim().slice(0, 30);
              if (rect.left < -1 || rect.right > width + 1) faults.push(`outside the page: ${text}`);
              for (let box = parent; box !== document.body; box = box.parentElement) {
                const { overflowX, overflowY } = getComputedStyle(box);
                if (/auto|scroll/.test(overflowX)) {
                  if (box.scrollWidth > box.clientWidth + 1) faults.push(`scrolls sideways: ${named(box)}`);
                  break;
                }
                if (!/hidden|clip/.test(overflowX + overflowY)) continue;
                const edge = box.getBoundingClientRect();
                if (rect.left < edge.left - 1 || rect.right > edge.right + 1 || rect.top < edge.top - 2 || rect.bottom > edge.bottom + 2)
                  faults.push(`cut off by ${named(box)}: ${text}`);
              }
            }
          }
          for (const field of document.querySelectorAll('input:not([type=hidden], [type=checkbox]), button')) {
            if (field.checkVisibility() && field.scrollWidth > field.clientWidth + 1) faults.push(`cut off in ${named(field)}`);
          }
          for (const item of document.querySelectorAll('li')) {
            const { listStyleType, fontSize } = getComputedStyle(item);
            if (listStyleType !== 'none' && item.checkVisibility() && item.getBoundingClientRect().left < 1.2 * parseFloat(fontSize))
              faults.push(`its number or point is off the page: ${item.innerText.slice(0, 30)}`);
          }
          const pen = document.createElement('canvas').getContext('2d');
          for (const field of document.querySelectorAll('select')) {
            const style = getComputedStyle(field);
            pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
            const arrow = 18;
            const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
            const text = field.selectedOptions[0].text;
            if (pen.measureText(text).width > room + 1) faults.push(`cut off in ${named(field)}: ${text}`);
          }
          return [...new Set(faults)];
        }
        """;

    /// <summary>What is wrong at a width.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        return await page.EvaluateAsync<string[]>(Look, width);
    }

    /// <summary>Sets the size of the reader's letters, in percent of what the browser ships with.</summary>
    public static Task SetTextSizeAsync(IPage page, int percent) =>
        page.EvaluateAsync("percent => { document.documentElement.style.fontSize = percent + '%'; }", percent);
}
