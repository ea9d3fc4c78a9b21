import { fill, say } from './texts.js';

/** Holds "send another code" back until it may be asked for; the button stays in reach of the keyboard. */
export function holdResend(button) {
  const opens = Date.now() + Number(button.dataset.resendAfter) * 1000;
  const wait = document.getElementById(button.getAttribute('aria-describedby'));

  function tick() {
    const left = Math.ceil((opens - Date.now()) / 1000);
    if (left > 0) {
      button.setAttribute('aria-disabled', 'true');
      say(wait, fill(button.dataset.textWait, left));
      return;
    }
    button.removeAttribute('aria-disabled');
    say(wait, '');
    clearInterval(timer);
  }

  button.addEventListener('click', (event) => {
    if (button.getAttribute('aria-disabled') === 'true') event.preventDefault();
  });
  const timer = setInterval(tick, 1000);
  tick();
}
