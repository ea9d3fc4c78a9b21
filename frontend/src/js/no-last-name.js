/**
 * "I have no last name": the field rests while the box is ticked; what was typed stays. When the page asks to delete
 * the name or clear the box, both can be done.
 */
export function offerNoLastName(box) {
  const field = document.getElementById(box.dataset.disables);
  const mayDelete = box.getAttribute('aria-invalid') === 'true';

  function follow() {
    const rests = box.checked && !mayDelete;
    field.readOnly = rests;
    if (rests) field.setAttribute('aria-disabled', 'true');
    else field.removeAttribute('aria-disabled');
  }

  box.addEventListener('change', follow);
  follow();
}
