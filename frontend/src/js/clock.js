// The time left for the code. The eye sees every second; a screen reader is told three times
// (60 s, 30 s, over) and can read the minutes whenever it passes by.
import { fill, say } from './texts.js';

const announceAt = [60, 30];

export const minutesAndSeconds = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export function startClock(clock) {
  const { textLeft, textMinutes, textSeconds, textOver } = clock.dataset;
  const announcer = document.querySelector('[data-clock-announcer]');
  const after = document.querySelectorAll('[data-after-clock]');
  const deadline = Date.now() + Number(clock.dataset.secondsLeft) * 1000;
  const seen = document.createElement('span');
  const read = document.createElement('span');
  let before = Infinity;

  seen.setAttribute('aria-hidden', 'true');
  read.className = 'govuk-visually-hidden';
  clock.textContent = '';
  clock.append(seen, read);

  function tick() {
    const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
    const over = left === 0;
    clock.dataset.secondsLeft = String(left);
    clock.classList.toggle('sm-clock--last', left <= 30);
    for (const part of after) part.hidden = !over;
    say(seen, over ? textOver : fill(textLeft, minutesAndSeconds(left)));
    say(read, over ? textOver : left > 60 ? fill(textMinutes, Math.ceil(left / 60)) : fill(textSeconds, Math.ceil(left / 10) * 10));

    // The first look only says that it is over; a tab that slept says the last mark it passed.
    const passed = announceAt.filter((mark) => left <= mark && before > mark).pop();
    if (over) say(announcer, textOver);
    else if (passed && before !== Infinity) say(announcer, fill(textSeconds, passed));
    before = left;
    if (over) clearInterval(timer);
  }

  const timer = setInterval(tick, 1000);
  tick();
}
