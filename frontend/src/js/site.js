// Everything here makes a page easier; every page works without it.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { watchBirthYear } from './birth-year.js';
import { startClock } from './clock.js';
import { readDigits } from './digits.js';
import { groupDigits } from './grouping.js';
import { offerNoLastName } from './no-last-name.js';
import { awaitSmsCode } from './sms-code.js';
import { warnOfThaiLetters } from './password-letters.js';
import { hintAtStrength } from './password-strength.js';
import { offerPrinting } from './printing.js';
import { holdResend } from './resend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

const behaviours = [
  ...[Button, ErrorSummary, PasswordInput, SkipLink].map((Component) => [
    `[data-module="${Component.moduleName}"]`,
    (element) => new Component(element),
  ]),
  ['[data-digits]', readDigits],
  ['[data-group]', groupDigits],
  ['[data-strength-for]', hintAtStrength],
  ['[data-thai-warning-for]', warnOfThaiLetters],
  ['[data-christian-year-for]', watchBirthYear],
  ['[data-disables]', offerNoLastName],
  ['#code-clock[data-seconds-left]', startClock],
  ['[data-resend-after]', holdResend],
  ['input[autocomplete="one-time-code"]', awaitSmsCode],
  ['[data-print]', offerPrinting],
];

for (const [selector, start] of behaviours) {
  for (const element of document.querySelectorAll(selector)) {
    try {
      start(element);
    } catch (error) {
      // One behaviour that fails leaves the others, and the form, at work.
      console.error(selector, error);
    }
  }
}
