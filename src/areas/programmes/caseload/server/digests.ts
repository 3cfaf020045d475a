import * as v from 'valibot';
import type { Actor } from '#shared/actor';
import { whoWorksHere } from '#server/identity';
import { queueMail, template, type Block } from '#server/mail';
import { every, nothing, ourselves, staff, useCase, type Context } from '#server/use-case';
// words: for staff
import * as m from '#words';
import { ChooseRhythm, isDue, type Rhythm } from '../digest.schema.ts';
import { signed } from '../../server/signed.ts';
import { countTakeOvers } from '../../together/server/hand-over.sql.ts';
import {
	claimDigest,
	findLastDigest,
	findRhythm,
	forgetDigests,
	listForDigest,
	saveRhythm,
	type DigestRow
} from './digest.sql.ts';

/** Each chooses for themselves; who has not is written on working days, when there is something to write. */
const usual: Rhythm = 'daily';
const day = 86_400_000;
const daysKept = 60;

export const showRhythm = useCase('programmes.showRhythm', {
	input: v.object({}),
	on: nothing,
	may: staff,
	run: async (context) => ({ rhythm: (await findRhythm(context.db, signed(context).by)) ?? usual })
});

export const chooseRhythm = useCase('programmes.chooseRhythm', {
	input: ChooseRhythm,
	on: nothing,
	may: staff,
	async run(context, { rhythm }) {
		const { by, at } = signed(context);
		await saveRhythm(context.db, by, rhythm, at);
		await context.record('digest.chosen', { id: by });
	}
});

/** Writes to everybody who is due and has something waiting, once a day however often it runs. */
export const sendDigests = useCase('programmes.sendDigests', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		const staff = await whoWorksHere(context);
		const before = new Date(context.now.getTime() - daysKept * day);
		await forgetDigests(
			context.db,
			before,
			staff.map(({ id }) => id)
		);
		for (const person of staff) {
			const rhythm = (await findRhythm(context.db, person.id)) ?? usual;
			if (!isDue(rhythm, context.now)) continue;
			const since = await sinceWhen(context, person.id, rhythm);
			if (!(await digestFor(context, person.id, since))) continue;
			if (!(await claimDigest(context.db, person.id, context.now))) continue;
			const details = { person: person.id, since: since.toISOString() };
			await queueMail(context, { to: person.email, template: 'digest', details, locale: person.locale });
		}
	}
});

every('5 6 * * *', async function writeDigests(context) {
	await sendDigests.within(context, {});
});

async function sinceWhen({ db, now }: Context, person: string, rhythm: Rhythm): Promise<Date> {
	return (
		(await findLastDigest(db, person)) ?? new Date(now.getTime() - (rhythm === 'weekly' ? 7 * day : day))
	);
}

type Waiting = Awaited<ReturnType<typeof countTakeOvers>>;
export type DigestView = { name: string; calls: DigestRow[]; waiting: Waiting };

/** What somebody is written: numbers of what they may see now, and no word of an applicant. Nothing new: nothing. */
async function digestFor(context: Context, person: string, since: Date): Promise<DigestView | undefined> {
	const found = (await whoWorksHere(context)).find(({ id }) => id === person);
	if (!found) return undefined;
	const actor: Actor = { kind: 'person', id: person, assurance: 2, roles: found.roles };
	const calls = await listForDigest(context.db, actor, person, since);
	const news = calls.filter(({ fresh, given, mine }) => fresh + given + mine > 0);
	// On these any of the staff can decide whom nothing keeps from them: they are written of until somebody has.
	const waiting = await countTakeOvers(context.db, actor, context.now);
	return news.length || waiting.length ? { name: found.name, calls: news, waiting } : undefined;
}

template<DigestView>('digest', {
	called: m.caseload_digest_called,
	forAdministrators: true,
	on: (context, { person, since }) => digestFor(context, String(person), new Date(String(since))),
	subject: () => m.caseload_digest_subject(),
	body: ({ name, calls, waiting }) => [
		m.accounts_letter_hello({ name }),
		...calls.flatMap((call) => [
			{ heading: call.name },
			{ list: linesOf(call) },
			{ link: `/desk/programmes/${call.slug}/expressions`, words: m.caseload_digest_open() },
			...toDecide(waiting.filter(({ slug }) => slug === call.slug))
		]),
		...waiting
			.filter(({ slug }) => !calls.some((call) => call.slug === slug))
			.flatMap((one) => [{ heading: one.name }, ...toDecide([one])]),
		{ link: '/desk/summary', words: m.caseload_digest_stop() }
	]
});

function toDecide(waiting: Waiting): Block[] {
	return waiting.flatMap(({ slug, asks }) => [
		m.together_digest({ count: asks }),
		{ link: `/desk/programmes/${slug}/take-overs`, words: m.together_digest_open() }
	]);
}

function linesOf({ fresh, given, mine, nobodys }: DigestRow): string[] {
	return [
		...(fresh ? [m.caseload_digest_fresh({ count: fresh })] : []),
		...(given ? [m.caseload_digest_given({ count: given })] : []),
		...(mine ? [m.caseload_digest_mine({ count: mine })] : []),
		...(nobodys ? [m.caseload_digest_nobodys({ count: nobodys })] : [])
	];
}
