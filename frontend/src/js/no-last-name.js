/** "I have no last name": the field rests while the box is ticked; what was typed stays. */
export function offerNoLastName(box) {
  const field = document.getElementById(box.dataset.disables);

  function follow() {
    field.readOnly = box.checked;
    if (box.checked) field.setAttribute('aria-disabled', 'true');
    else field.removeAttribute('aria-disabled');
  }

  box.addEventListener('change', follow);
  follow();
}
