// Where the SMS with the code is: asked again by itself, first often, then less, and told only when it has changed.
// It stops once that is settled or after five minutes, and rests while nobody looks at the page.
const region = document.getElementById('code-delivery');
const oftenUntil = Date.now() + 30_000;
const giveUpAt = Date.now() + 5 * 60_000;
const isSettled = () => ['delivered', 'failed'].includes(region.dataset.delivery);
let timer;
let isOver = isSettled();

async function ask() {
  const answer = await fetch(`${location.pathname}?handler=Delivery`, { redirect: 'manual' });

  // 204: the code is over. The clock says so, and where its message is helps nobody any more.
  region.hidden = answer.status === 204;
  isOver = !answer.ok || region.hidden;
  if (isOver) return;
  const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('code-delivery');
  if (told.dataset.delivery === region.dataset.delivery) return;
  region.dataset.delivery = told.dataset.delivery;
  region.textContent = '';
  region.append(...told.childNodes);
  isOver = isSettled();
}

function later() {
  clearTimeout(timer);
  if (isOver || document.hidden || Date.now() > giveUpAt) return;
  timer = setTimeout(async () => {
    try {
      await ask();
    } catch {
      // The line broke; it may be back the next time.
    }
    later();
  }, Date.now() < oftenUntil ? 3_000 : 10_000);
}

document.addEventListener('visibilitychange', later);
later();
