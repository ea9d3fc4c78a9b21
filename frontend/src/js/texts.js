/** "{0} left" with a value in the place of {0}. */
export const fill = (template, value) => (template ?? '').replace('{0}', value);

/** Writes only what changed, so that a live region speaks once. */
export function say(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
