using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Samachik.Browser.Tests.States;

/// <summary>The rules of accessibility, run in the page itself: WCAG 2.2 AA and what is good practice beyond it.</summary>
public static class Axe
{
    private const string Run = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { passes, violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
          if (!passes.length) return ['no rule was met: axe did not look'];
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        }
        """;

    private static readonly string Rules = $"() => {{ if (!window.axe) {{ {new BundledAxeScriptProvider().GetScript()} }} }}";

    /// <summary>Each rule that is broken, with the element that breaks it.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Rules);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
