// While codes are asked for as bombers do, one costs the browser some work, or its person a wait. The work: a number
// that makes the hash of the form's stamp, a colon and the number begin with so many zero bits.
import { sha256 } from '@noble/hashes/sha2.js';
import { say } from './texts.js';

const turn = 30; // milliseconds at the work before the page may do something else

const zeroBits = (hash) => {
  const byte = hash.findIndex((value) => value !== 0);
  return byte < 0 ? hash.length * 8 : byte * 8 + Math.clz32(hash[byte]) - 24;
};

function work(form) {
  const bits = Number(form.dataset.workBits);
  const status = form.querySelector('[data-work-status]');
  const encoder = new TextEncoder();
  const begun = sha256.create().update(encoder.encode(`${form.elements.FormStamp.value}:`));
  let number = 0;

  function go() {
    for (const until = Date.now() + turn; Date.now() < until; ) {
      for (let i = 0; i < 100; i += 1, number += 1) {
        if (zeroBits(begun.clone().update(encoder.encode(String(number))).digest()) >= bits) return finish();
      }
    }
    setTimeout(go);
  }

  function finish() {
    say(status, form.dataset.textDone);
    form.elements.Work.value = String(number);
    form.submit();
  }

  go(); // throws in a browser that cannot: then its person waits
  document.getElementById('work-wait').hidden = true;
  say(status, form.dataset.textWorking);
}

for (const form of document.querySelectorAll('form[data-work-bits]')) work(form);
