export function offerPrinting(button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
