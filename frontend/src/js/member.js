// What only pages of somebody signed in need; newcomers do not fetch it. Every page works without it.
import { warnOfTheEnd } from './session.js';

warnOfTheEnd(document.getElementById('session-ends'));
