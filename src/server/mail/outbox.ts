import * as v from 'valibot';
import { nothing, staff, useCase, type Context } from '#server/use-case';
import { preview, type Wording } from './compose.ts';
import {
	countStates,
	findAttempts,
	findCopy,
	findStandings,
	findStandingsAbout,
	heldTemplates,
	isHeld,
	states,
	usedTemplates,
	type StandingRow
} from './outbox.sql.ts';
import { findLetter, keptFrom } from './kept-from.ts';
import { closedTo, staffOfTheLetter } from './policy.ts';
import { hasPostOffice } from './post-office.ts';
import type { About } from './queue.ts';
import { isBetweenThem, templateNames } from './templates.ts';
import { nameOf, stepsFrom, summaryOf, type LetterSummary } from './views.ts';

const Id = v.object({ id: v.pipe(v.string(), v.uuid()) });
const pageSize = 50;

/** Every letter, newest first, and how many stand where. */
export const showOutbox = useCase('mail.showOutbox', {
	input: v.object({
		state: v.optional(v.picklist(states)),
		kind: v.optional(v.pipe(v.string(), v.maxLength(100))),
		page: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,5}$/), v.transform(Number)), '1')
	}),
	on: nothing,
	may: staff,
	async run(context, { state, kind: template, page }) {
		const { db, actor } = context;
		const without = closedTo(actor);
		const closed = { without, kept: await keptFrom(context) };
		const counts = await countStates(db, { template, ...closed });
		const shown = state ? (counts.get(state) ?? 0) : sum(counts.values());
		const letters = await findStandings(db, { state, template, ...closed }, pageSize, (page - 1) * pageSize);
		return {
			chosen: { state, kind: template },
			counts: states.map((one) => ({ state: one, count: counts.get(one) ?? 0 })),
			total: sum(counts.values()),
			shown,
			page,
			pages: Math.max(1, Math.ceil(shown / pageSize)),
			letters: letters.map(summaryOf),
			kinds: await kinds({ db }, without),
			hasPostOffice: hasPostOffice()
		};
	}
});

/** One letter: where it stands, what was tried, and its words without their secrets. */
export const showLetter = useCase('mail.showLetter', {
	input: Id,
	on: (context, { id }) => findLetter(context, id),
	may: staffOfTheLetter,
	async run(context, { id }, letter) {
		const { db } = context;
		return {
			...summaryOf(letter),
			locale: letter.locale,
			words: letter.words,
			tries: await findAttempts(db, id),
			isBetweenThem: isBetweenThem(letter),
			copy: await findCopy(db, id),
			draft: letter.forgottenAt ? undefined : await drafted(context, letter),
			steps: stepsFrom(letter, await isHeld(db, id)),
			kindHeld: (await heldTemplates(db)).includes(letter.template),
			hasPostOffice: hasPostOffice()
		};
	}
});

/** Letters about something, for staff to follow into the outbox. Call it inside a use case that has asked who may. */
export async function lettersForStaff(
	{ db, actor }: Pick<Context, 'db' | 'actor'>,
	about: About
): Promise<LetterSummary[]> {
	const letters = await findStandingsAbout(db, about);
	return letters.filter((letter) => staffOfTheLetter(actor, letter)).map(summaryOf);
}

/** As it would read now. A letter whose area cannot write it any more has no draft, and none whose words are for its reader. */
async function drafted(context: Context, letter: StandingRow): Promise<Wording | undefined> {
	if (isBetweenThem(letter)) return undefined;
	return context.db.savepoint((sp) => preview({ ...context, db: sp }, letter)).catch(() => undefined);
}

async function kinds({ db }: Pick<Context, 'db'>, without: string[]) {
	const held = await heldTemplates(db);
	const all = [...new Set([...templateNames(), ...(await usedTemplates(db))])].sort();
	return all
		.filter((kind) => !without.includes(kind))
		.map((kind) => ({ kind, called: nameOf(kind), held: held.includes(kind) }));
}

function sum(counts: Iterable<number>): number {
	return [...counts].reduce((total, count) => total + count, 0);
}
