/** Lets the phone hand over the code from the message (WebOTP), where it can and its owner agrees. */
export function awaitSmsCode(field) {
  if (!('OTPCredential' in window)) return;
  const { form } = field;
  const stop = new AbortController();

  form.addEventListener('submit', () => stop.abort());
  navigator.credentials
    .get({ otp: { transport: ['sms'] }, signal: stop.signal })
    .then((message) => {
      if (!message || field.value !== '') return;
      field.value = message.code;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if ('autosubmit' in form.dataset) form.requestSubmit();
      else field.focus();
    })
    .catch(() => {
      // Refused, timed out or aborted: the person types the code.
    });
}
