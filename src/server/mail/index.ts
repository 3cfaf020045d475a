export { queueMail, type About, type Order } from './queue.ts';
export { mint, template, templateNames, type Block, type Template } from './templates.ts';
export { compose, preview, type Composed, type Wording } from './compose.ts';
export { keepFrom } from './kept-from.ts';
export { lettersForStaff, showLetter, showOutbox } from './outbox.ts';
export {
	holdKind,
	holdLetter,
	markBounced,
	recordBounce,
	releaseKind,
	releaseLetter,
	sendAgain
} from './handling.ts';
export { forgetLetters, handOnLetters, keepDays, lettersAbout } from './forget.ts';
export { closePostOffice, hasPostOffice, tryPostOffice } from './post-office.ts';
