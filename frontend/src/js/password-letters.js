import { say } from './texts.js';

/** A Thai letter in a password is nearly always a keyboard left in Thai, and cannot be seen. */
export function warnOfThaiLetters(note) {
  const field = document.getElementById(note.dataset.thaiWarningFor);
  field.addEventListener('input', () => say(note, /[\u0e00-\u0e7f]/.test(field.value) ? note.dataset.text : ''));
}
