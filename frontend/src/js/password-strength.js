// A hint, not a rule: the server decides. Length counts most; runs (1234, aaaa) hardly count.
import { say } from './texts.js';

const quietFor = 800; // milliseconds without a key before a screen reader is told

/** One for a character, half for one that repeats or continues its neighbour; a repeated word counts once. */
function effectiveLength(password) {
  const once = password.replace(/^(.+?)\1+$/, '$1');
  return [...once].reduce((length, character, i) => {
    const step = i === 0 ? Infinity : character.charCodeAt(0) - once.charCodeAt(i - 1);
    return length + (Math.abs(step) <= 1 ? 0.5 : 1);
  }, 0);
}

export function strength(password) {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const score = effectiveLength(password) + 2 * (kinds - 1);
  if (score >= 13) return 'good';
  return score >= 9 ? 'fair' : 'weak';
}

export function hintAtStrength(hint) {
  const field = document.getElementById(hint.dataset.strengthFor);
  const words = hint.querySelector('.sm-password-strength__text');
  const texts = { weak: hint.dataset.textWeak, fair: hint.dataset.textFair, good: hint.dataset.textGood };
  let timer;

  field.addEventListener('input', () => {
    clearTimeout(timer);
    hint.hidden = field.value === '';
    if (hint.hidden) {
      say(words, '');
      return;
    }
    const level = strength(field.value);
    hint.dataset.strength = level;
    timer = setTimeout(() => say(words, texts[level]), quietFor);
  });
}
