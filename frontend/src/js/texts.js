/** "{0} {0:second|seconds} left" with a value in the place of {0}, and the word that goes with one or with more. */
export const fill = (template, value) => (template ?? '').replace(/\{0(?::([^|}]*)\|([^}]*))?\}/g,
  (_, one, more) => (one === undefined ? value : value === 1 ? one : more));

/** Writes only what changed, so that a live region speaks once. */
export function say(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
