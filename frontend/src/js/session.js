// The session's end: a warning two minutes before, a button that puts it off, and plain words when it is over.
// The server decides; tabs of one person tell each other that the session goes on.
import { minutesAndSeconds } from './clock.js';
import { fill, say } from './texts.js';

const warnAt = 120;

export function warnOfTheEnd(line) {
  const warning = document.getElementById('session-warning');
  const [title, text, clock, again] = ['title', 'text', 'left', 'again'].map((part) => document.getElementById(`session-${part}`));
  const form = warning.querySelector('form');
  const button = form.querySelector('button');
  const { titleOver, textOver, textLast, textClose, textFailed, textLeft } = warning.dataset;
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('session') : { postMessage() {} };
  let end, before, isLast;

  function open(focus) {
    if (!warning.hasAttribute('open')) {
      before = document.activeElement;
      if (warning.showModal) warning.showModal();
      else warning.setAttribute('open', '');
    }
    focus.focus();
  }

  function close() {
    if (!warning.hasAttribute('open')) return;
    if (warning.close) warning.close();
    else warning.removeAttribute('open');
    before.focus();
  }

  function lasts(seconds, until) {
    end = Date.now() + seconds * 1000;
    say(line.querySelector('time'), until);
    isLast = isLast && seconds <= warnAt;
  }

  async function stay(event) {
    event.preventDefault();
    if (isLast) return close();
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'XMLHttpRequest' } });
      if (answer.status === 401) return finish();
      if (!answer.ok) throw new Error(answer.status);
      const news = ['Seconds-Left', 'Until'].map((name) => answer.headers.get(`Session-${name}`));
      tabs.postMessage(news);
      lasts(...news);
      isLast = news[0] <= warnAt;
      if (!isLast) return close();
      say(text, textLast);
      say(button, textClose);
    } catch {
      say(text, textFailed);
    }
  }

  function finish() {
    clearInterval(timer);
    say(title, titleOver);
    say(text, textOver);
    say(line, textOver);
    form.hidden = clock.hidden = true;
    again.hidden = false;
    open(again);
  }

  function tick() {
    const left = Math.ceil((end - Date.now()) / 1000);
    line.dataset.secondsLeft = String(Math.max(0, left));
    say(clock, fill(textLeft, minutesAndSeconds(Math.max(0, left))));
    if (left <= 0) finish();
    else if (left <= warnAt && !isLast && !warning.hasAttribute('open')) open(button);
  }

  form.addEventListener('submit', stay);
  warning.addEventListener('cancel', (event) => form.hidden || stay(event));
  tabs.onmessage = ({ data }) => {
    lasts(...data);
    if (data[0] > warnAt) close();
  };
  const timer = setInterval(tick, 1000);
  const news = [Number(line.dataset.secondsLeft), line.querySelector('time').textContent];
  lasts(...news);
  tabs.postMessage(news);
  tick();
}
