import * as v from 'valibot';
import { nothing, staff, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { parseBounce } from './bounce.ts';
import { insertAgain, insertBounce, insertHold, isHeld, releaseHold } from './outbox.sql.ts';
import type { StandingRow } from './outbox.sql.ts';
import { findLetter } from './kept-from.ts';
import { staffOfTheLetter } from './policy.ts';
import { askToPost } from './post.ts';
import { harmless } from './reply.ts';
import { templateCalled } from './templates.ts';
import { stepsFrom, type Steps } from './views.ts';

const Id = v.object({ id: v.pipe(v.string(), v.uuid()) });
const Kind = v.object({ kind: v.pipe(v.string(), v.maxLength(100)) });

/** A letter that was not sent yet stays until it is released. */
export const holdLetter = useCase('mail.holdLetter', {
	input: Id,
	on: (context, { id }) => findLetter(context, id),
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { id }, letter) {
		must(letter, 'hold');
		await insertHold(db, { letter: id }, now, actor);
		await record('letter.held', { id });
	}
});

export const releaseLetter = useCase('mail.releaseLetter', {
	input: Id,
	on: (context, { id }) => findLetter(context, id),
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { id }, letter) {
		must(letter, 'release', await isHeld(db, id));
		await releaseHold(db, { letter: id }, now, actor);
		await record('letter.released', { id });
		await askToPost({ db, now, actor }, { letter: id });
	}
});

/** Every letter of a kind, those still to be written too. */
export const holdKind = useCase('mail.holdKind', {
	input: Kind,
	on: (_, { kind }) => templateCalled(kind) && { template: kind },
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { kind }) {
		await insertHold(db, { template: kind }, now, actor);
		await record('letters.held', { id: kind });
	}
});

/** They go with the next minute's round, as many a minute as the post office takes. */
export const releaseKind = useCase('mail.releaseKind', {
	input: Kind,
	on: (_, { kind }) => ({ template: kind }),
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { kind }) {
		await releaseHold(db, { template: kind }, now, actor);
		await record('letters.released', { id: kind });
	}
});

/** Once more, with secrets made anew: the links of the letter before stay what they are. */
export const sendAgain = useCase('mail.sendAgain', {
	input: Id,
	on: (context, { id }) => findLetter(context, id),
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { id }, letter) {
		must(letter, letter.state === 'later' ? 'sendNow' : 'sendAgain');
		await insertAgain(db, id, letter.attempts, now, actor);
		await record('letter.sent-again', { id });
		await askToPost({ db, now, actor }, { letter: id });
	}
});

/** It came back, and somebody read so in their own mail. */
export const markBounced = useCase('mail.markBounced', {
	input: Id,
	on: (context, { id }) => findLetter(context, id),
	may: staffOfTheLetter,
	async run({ db, now, actor, record }, { id }, letter) {
		must(letter, 'markBounced');
		await insertBounce(db, id, { number: letter.attempts, at: now, by: actor, words: null });
		await record('letter.bounced', { id });
	}
});

/** The report of a mail server, pasted as it came: finds the letter by itself. */
export const recordBounce = useCase('mail.recordBounce', {
	input: v.object({ report: v.pipe(v.string(), v.nonEmpty('missing'), v.maxLength(1_000_000, 'too-long')) }),
	on: nothing,
	may: staff,
	async run(context, { report }) {
		const { db, now, actor, record } = context;
		const read = parseBounce(report);
		if (!read) throw new Problem('bounce-unreadable');
		const letter = await findLetter(context, read.letter);
		if (!letter || !staffOfTheLetter(actor, letter)) throw new Problem('bounce-unknown');
		if (letter.address?.toLowerCase() !== read.recipient.toLowerCase()) throw new Problem('bounce-unknown');
		if (read.action !== 'failed') throw new Problem('bounce-not-final');
		if (letter.state !== 'sent') return { id: letter.id };
		const words = harmless(read.words, []);
		await insertBounce(db, letter.id, { number: letter.attempts, at: now, by: actor, words });
		await record('letter.bounced', { id: letter.id });
		return { id: letter.id };
	}
});

/** The page showed a button that somebody else's press has made idle, or the letter went on meanwhile. */
function must(letter: StandingRow, step: keyof Steps, heldItself = true): void {
	if (!stepsFrom(letter, heldItself)[step]) throw new Problem('letter-moved-on');
}
