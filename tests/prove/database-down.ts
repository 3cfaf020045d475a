import { setTimeout as pause } from 'node:timers/promises';
import { mainOf } from '../surfaces/html.ts';
import { drafts, type Applicant } from '../lived-in/applicants.ts';
import { publishCalls, slugs } from '../lived-in/calls.ts';
import type { OwnWorld } from '../small-world.ts';
import { Chance } from './chance.ts';
import { asSent, complaintsAbout, fieldsOf, handedBack, saidBy, send, type Reply } from './outage.ts';
import { ProvingGround } from './placard.ts';

export const name = 'the database is down while somebody saves: the page says so, and keeps their words';
export const rounds = { full: 20, sample: 2 };

const texts = [
	'Renters on the Marsh estate, and those who left it.',
	'Two lines:\nthe second has <b>markup</b> & "quotes".',
	'Trigolion ystâd y Gors – pobl sy’n rhentu 🏴󠁧󠁢󠁷󠁬󠁳󠁿.',
	'\nA line before, and one after.\n'
];

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	const wrong: string[] = [];
	try {
		const { address, child, said } = await ground.serve();
		child.once('exit', (code) => wrong.push(`the server stopped (${code}): ${said.logged.slice(-1500)}`));
		const { bran, page } = await oneDraft(ground);
		for (let round = 0; round < rounds; round++)
			wrong.push(
				...(await once(ground, { address, bran, page }, new Chance(seed + round)).catch(asComplaint))
			);
		child.removeAllListeners('exit');
	} finally {
		await ground.end();
	}
	for (const one of wrong) console.log(`  ${one}`);
	return {
		passed: rounds - Math.min(rounds, wrong.length),
		failed: wrong.length,
		skipped: 0,
		figures: {
			refused: met.filter((status) => status === 503).length,
			saved: met.filter((status) => status === 303).length
		}
	};
}

/** What the forms met: 503 when the database was gone, 303 when it went just after. */
const met: number[] = [];

function asComplaint(error: unknown): string[] {
	return [String(error)];
}

type Stage = { address: string; bran: Applicant; page: string };

async function oneDraft(ground: OwnWorld): Promise<Omit<Stage, 'address'>> {
	const now = new Date();
	const bran = await ground.do(async (world) => {
		await publishCalls(world, now);
		return drafts(world, now, 'Bran');
	});
	return { bran, page: `/application/${bran.reference}/answer/community` };
}

/** Gone before or while the form is sent and others read; back after it; what was handed back is sent again. */
async function once(ground: ProvingGround, stage: Stage, chance: Chance): Promise<string[]> {
	const { address, bran, page } = stage;
	const text = `${chance.one(texts)} ${chance.below(1e9)}`;
	const fields = [...versionIn((await send(address, bran, page)).html), ['community', text]] as [
		string,
		string
	][];
	const gone =
		chance.below(3) === 0
			? ground.stopDatabase()
			: pause(chance.below(150)).then(() => ground.stopDatabase());
	if (chance.below(3) === 0) await gone;
	const [reply, ...readers] = await Promise.all([
		send(address, bran, page, fields),
		...everybodyReads(stage)
	]);
	await gone;
	met.push(reply.status);
	const wrong = reply.status === 303 ? [] : complaintsAbout(reply, { 503: /records/ }, text);
	wrong.push(...readers.filter(isUnexplained).map(({ at, status }) => `${at}: ${status} without a sentence`));
	const look = await send(address, bran, '/programmes');
	if (look.status !== 503 || isUnexplained(look))
		wrong.push(`a page to read: ${look.status} ${saidBy(look).slice(0, 80)}`);
	await ground.startDatabase();
	if (reply.status !== 303) await sendAgain(stage, reply, wrong);
	if (!(await isSaved(ground, bran, text)))
		wrong.push(`${reply.status}: "${text.slice(0, 40)}" is not saved`);
	const back = await Promise.all(everybodyReads(stage));
	return [
		...wrong,
		...back.filter(isNotTheirs).map(({ at, status }) => `afterwards ${at}: ${status}, not its own page`)
	];
}

/** What only the page at this address says. */
const own: Record<string, string> = {
	[`/programmes/${slugs.open}`]: 'Marsh Street',
	[`/programmes/${slugs.closed}`]: 'Autumn round'
};

function everybodyReads({ address, bran }: Stage): Promise<Reply>[] {
	return Array.from({ length: 4 }, () => Object.keys(own))
		.flat()
		.map((at) => send(address, bran, at));
}

function isNotTheirs({ at, status, html }: Reply): boolean {
	return status !== 200 || !mainOf(html)?.includes(own[at]!);
}

function isUnexplained(reply: Reply): boolean {
	return reply.status === 200
		? isNotTheirs(reply) && reply.at in own
		: reply.status !== 503 || !/[A-Z].+\./.test(saidBy(reply));
}

/** The hidden field that tells which answer was on the page. */
function versionIn(html: string): [string, string][] {
	const found = /name="([^"]*version[^"]*)" value="([^"]*)"/.exec(html);
	return found ? [[found[1]!, found[2]!]] : [];
}

async function sendAgain({ address, bran }: Stage, reply: Reply, wrong: string[]): Promise<void> {
	const form = handedBack(reply);
	if (!form) return void wrong.push('there is no way to send it again');
	const again = await send(address, bran, form.action, fieldsOf(form));
	if (again.status !== 303) wrong.push(`sent again: ${again.status} ${saidBy(again).slice(0, 120)}`);
}

function isSaved(ground: OwnWorld, { id }: Applicant, text: string): Promise<boolean> {
	return ground.do(async ({ db }) => {
		const [row] = await db<{ typed: string }[]>`
			select typed #>> '{}' as typed from programmes.answer where expression = ${id} and question = 'community'`;
		return asSent(row?.typed ?? '').trim() === asSent(text).trim();
	});
}
