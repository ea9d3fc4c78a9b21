// Fields of digits: Thai digits become 0-9, and digits typed with the Thai layout on
// (the same keys give letters there) become the digits that were meant.

const onThaiKeys = new Map([...'ๅ/-ภถุึคตจ'].map((letter, i) => [letter, String((i + 1) % 10)]));
const thaiZero = 0x0e50;

export const fromThaiDigits = (text) =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero));

const fromThaiKeys = (text) => text.replace(/\S/g, (key) => onThaiKeys.get(key) ?? key);

/** Only keys of the Thai digit row, and at least one that cannot be a separator. */
export function isThaiKeys(text) {
  const keys = [...text].filter((key) => key.trim() !== '');
  return keys.every((key) => onThaiKeys.has(key)) && keys.some((key) => key !== '/' && key !== '-');
}

export function readDigits(field) {
  // While a slip goes on, "/" and "-" are the keys 2 and 3; before it they are separators.
  let slipping = false;

  field.addEventListener('input', (event) => {
    if (event.isComposing) return;
    const typed = fromThaiDigits(field.value);
    const key = event.inputType === 'insertText' ? event.data : null;
    if (typed === '' || /^[0-9]$/.test(key ?? '')) slipping = false;
    slipping = isThaiKeys(typed) || (slipping && onThaiKeys.has(key));
    const meant = slipping ? fromThaiKeys(typed) : typed;
    if (meant === field.value) return;
    const { selectionStart, selectionEnd } = field;
    field.value = meant;
    field.setSelectionRange(selectionStart, selectionEnd);
  });
  field.addEventListener('compositionend', () => field.dispatchEvent(new InputEvent('input')));
  field.addEventListener('blur', () => (slipping = false));
}
