import { setTimeout as pause } from 'node:timers/promises';
import { acceptInvitationToHelp, inviteCoApplicant } from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { answered, begun, save } from '../expression-world.ts';
import { publishCalls, slugs } from '../lived-in/calls.ts';
import { linkTo } from '../together-world.ts';
import type { World } from '../small-world.ts';
import type { Chance } from './chance.ts';
import { play } from './kill/rounds.ts';
import { fieldsOf, handedBack, send } from './outage.ts';
import { ProvingGround } from './placard.ts';

export const name =
	'two and three editors of one answer: every acknowledged text is the answer, or an earlier text';
export const rounds = { full: 100, sample: 2 };

type Editor = { cookie: string; name: string };
type Group = { id: string; reference: string; editors: Editor[] };

const questions = ['community', 'change', 'data'];

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	let saved = 0;
	let beside = 0;
	try {
		await ground.do((world) => publishCalls(world, new Date()));
		const { address } = await ground.serve({ PLACARD_JOBS: 'off' });
		const outcome = await play(rounds, seed, async (chance, round) => {
			const group = await ground.do((world) => together(world, round, 2 + chance.below(2)));
			const texts = await Promise.all([
				...group.editors.map((editor, n) => edits(address, group, editor, { chance, by: `${round}-${n}` })),
				sendsMeanwhile(address, group, chance)
			]);
			for (const { isAnswer } of texts.flat()) {
				if (isAnswer) saved++;
				else beside++;
			}
			return ground.do((world) => lostOf(world, group, texts.flat()));
		});
		return { ...outcome, figures: { 'saved with a press': saved, 'saved quietly, or shown both': beside } };
	} finally {
		await ground.end();
	}
}

/** A whole application, ready to send, and people on it in browsers of their own. */
async function together(world: World, round: number, people: number): Promise<Group> {
	const now = new Date();
	const held = await begun(world, { slug: slugs.open, now, met: ['yes'] });
	for (const [page, fields] of Object.entries(answered)) await save(world, held, page, fields, now);
	const editors = [{ cookie: `placard_application=${held.token}`, name: 'lead' }];
	for (let n = 1; n < people; n++) {
		const email = `editor${round}-${n}@example.org`;
		const actor = n === 1 ? held.actor : { ...held.actor, co: await leadOf(world, held.id) };
		const may = { may: 'edit', language: 'en', own: 'Lead' } as const;
		const invitation = { reference: held.reference, name: `Editor ${n}`, email, ...may };
		await inviteCoApplicant.within(world.as(actor, now), invitation);
		const code = await linkTo(world, email, now);
		const { token } = await acceptInvitationToHelp.within(world.as(visitor, now), { code });
		editors.push({ cookie: `placard_application=${token}`, name: email });
	}
	return { id: held.id, reference: held.reference, editors };
}

async function leadOf({ db }: World, expression: string): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		select id from programmes.co_applicant where expression = ${expression} and may = 'lead'`;
	return row!.id;
}

type Text = { question: string; text: string; isAnswer: boolean };

/** Opens a page, types, saves as the small script does or as a browser without it; all at the same few answers. */
async function edits(
	server: string,
	{ reference }: Group,
	editor: Editor,
	{ chance, by }: { chance: Chance; by: string }
): Promise<Text[]> {
	const texts: Text[] = [];
	for (let turn = 0; turn < 4; turn++) {
		const question = chance.one(questions);
		const at = `/application/${reference}/answer/${question}`;
		const page = fieldsOf(handedBack(await send(server, editor, at))!);
		await pause(chance.below(40));
		const text = `Text ${by}-${turn} of ${question}.`;
		const quietly: [string, string][] = chance.below(2) ? [['then', 'stay']] : [];
		const fields = page.map(([key, value]): [string, string] => [key, key === question ? text : value]);
		const reply = await send(server, editor, at, [
			...fields.filter(([key]) => key !== 'keep' && key !== 'then'),
			...quietly
		]);
		if (reply.status !== 303 && reply.status !== 200) throw new Error(`${at}: ${reply.status}`);
		// Shown both, or saved quietly: in either case it was taken, as the answer or beside it.
		texts.push({ question, text, isAnswer: reply.status === 303 });
	}
	return texts;
}

/** The lead sends it in the middle, twice at once. */
async function sendsMeanwhile(
	server: string,
	{ reference, editors }: Group,
	chance: Chance
): Promise<Text[]> {
	await pause(chance.below(200));
	const at = `/application/${reference}/send`;
	await Promise.all([1, 2].map(() => send(server, editors[0]!, at, [['copy', '']])));
	return [];
}

/** What was taken and is nowhere any more; and what of it staff would get twice. Also a text that was shown beside. */
async function lostOf({ db }: World, { id }: Group, texts: Text[]): Promise<string[]> {
	const kept = await db<{ question: string; text: string }[]>`
		select question, typed #>> '{}' as text from programmes.answer where expression = ${id}
		union all select question, typed #>> '{}' from programmes.earlier_text where expression = ${id}`;
	const there = new Set(kept.map(({ question, text }) => `${question} ${text}`));
	const [sent] = await db<{ count: number }[]>`
		select count(*)::int as count from house.event
		where name = 'expression.submitted' and details ->> 'id' = ${id}`;
	return [
		...texts
			.filter(({ question, text }) => !there.has(`${question} ${text}`))
			.map(({ question, text }) => `taken and lost: ${question}: ${text}`),
		...(sent!.count === 1 ? [] : [`sent ${sent!.count} times`])
	];
}
