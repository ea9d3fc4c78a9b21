// Years here are of the Buddhist Era; a Christian year is offered in it, never changed in silence.
import { fill } from './texts.js';

const buddhistEraAhead = 543;
const oldestYear = 1880;

export function watchBirthYear(note) {
  const field = document.getElementById(note.dataset.christianYearFor);

  function look() {
    const year = /^\d{4}$/.test(field.value.trim()) ? Number(field.value) : 0;
    const christian = year >= oldestYear && year <= new Date().getFullYear();
    const asked = christian ? String(year + buddhistEraAhead) : '';
    if (note.dataset.year === asked) return;
    note.dataset.year = asked;
    note.textContent = '';
    if (!christian) return;
    const use = document.createElement('button');
    use.type = 'button';
    use.className = 'sm-link-button';
    use.textContent = fill(note.dataset.textUse, asked);
    use.addEventListener('click', () => {
      field.value = asked;
      field.focus();
      look();
    });
    note.append(fill(note.dataset.text, asked), use);
  }

  field.addEventListener('input', look);
  look();
}
