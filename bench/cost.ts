import { setBoard } from '#areas/boards/server';
import { shareCampaign } from '#areas/campaigns/server';
import { aBoard, writes } from '../tests/campaign-boards.ts';
import { beginSession } from '../tests/journeys/staff.ts';
import { builtRoutes } from '../tests/surfaces/routes.ts';
import { megabytes, type ProvingGround } from '../tests/prove/placard.ts';
import type { BareServer } from './bare-server.ts';
import { cpuMilliseconds, many } from './measure.ts';
import { milliseconds, times, type Part } from './table.ts';
import { aLead, drafts, sentExpressions, slug } from './world.ts';

const rounds = 3;
const requests = 300;
const atOnce = 8;
const expressions = 300;
const notes = 60;

type Subject = { name: string; pid: number; url: string; headers: Record<string, string>; cost: number[] };

/** Rounds of each page in turn, so that what else the machine does falls on all alike; the cheapest round counts. */
export async function cost(ground: ProvingGround, bare: BareServer): Promise<Part> {
	const { address, child } = await ground.serve();
	const pid = child.pid!;
	const before = megabytes(pid, 'VmRSS');
	const subjects = [subject('bare template', bare.child.pid!, `${bare.address}/`)];
	for (const [name, path, headers] of await pages(ground))
		subjects.push(subject(name, pid, address + path, headers));
	for (const one of subjects) await measure(one, requests / 2);
	for (let round = 0; round < rounds; round++)
		for (const one of subjects) one.cost.push(await measure(one, requests));
	const [least] = subjects.map(lowest);
	const rows = subjects.map((one) => [one.name, milliseconds(lowest(one)), times(lowest(one) / least!)]);
	const memory = `The server held ${before} MB before and ${megabytes(pid, 'VmRSS')} MB after all of it.`;
	return { ...words, how: `${words.how} ${memory}`, rows };
}

const words = {
	title: 'A page',
	how:
		`CPU time of the server process (PostgreSQL has its own) for ${requests} requests, ${atOnce} at once, the lowest of ${rounds} rounds taken in turn. ` +
		'The bare template is a list of 30 lines and a form in the same framework, without a database and without a frame around it. ' +
		'Visitors’ pages are compressed as they are sent; “as it is” is the same page for a client that takes no compression.',
	head: ['page', 'CPU a request', 'beside bare']
};

type Page = [name: string, path: string, headers: Record<string, string>];

async function pages(ground: ProvingGround): Promise<Page[]> {
	const now = new Date();
	const [applicant] = await drafts(ground, 1, now);
	const draft = `/application/${applicant!.reference}`;
	const compressed = { 'accept-encoding': 'gzip' };
	return [
		['call page', `/programmes/${slug}`, compressed],
		['call page, as it is', `/programmes/${slug}`, { 'accept-encoding': 'identity' }],
		['apply: start page', `/programmes/${slug}/apply`, compressed],
		['apply: one question', `${draft}/answer/community`, { cookie: applicant!.cookie }],
		['apply: task list', draft, { cookie: applicant!.cookie }],
		...(await deskList(ground, now)),
		...(await boardPages(ground, now))
	];
}

/** A canvas with so many notes, as who works on it has it, and as everybody is shown it. */
async function boardPages(ground: ProvingGround, now: Date): Promise<Page[]> {
	const { slug, board, cookie } = await ground.do(async (world) => {
		const made = await aBoard(world, { template: 'canvas' });
		const mine = world.as(made.asha, now);
		for (let number = 1; number <= notes; number++)
			await writes(
				world,
				{ ...made, by: made.asha, text: `Note ${number}: renters who wait for repairs.` },
				now
			);
		await setBoard.within(mine, { slug: made.slug, board: made.board, name: 'Canvas', share: 'public' });
		await shareCampaign.within(mine, { slug: made.slug, share: 'public' });
		return { ...made, cookie: `placard_session=${await beginSession(world, made.asha.id, 1)}` };
	});
	const at = `${slug}/boards/${board}`;
	return [
		[`workspace: a board of ${notes} notes`, `/workspace/${at}`, { cookie }],
		[`a board of ${notes} notes, shown to everybody`, `/campaigns/${at}`, { 'accept-encoding': 'gzip' }],
		[`its picture`, `/campaigns/${at}/board.svg`, { 'accept-encoding': 'gzip' }]
	];
}

async function deskList(ground: ProvingGround, now: Date): Promise<Page[]> {
	if (!builtRoutes().some(({ id }) => id === '/desk/programmes/[slug]/expressions')) return [];
	await sentExpressions(ground, expressions, now);
	const { cookie } = await aLead(ground, now);
	return [[`desk: list of ${expressions} EOIs`, `/desk/programmes/${slug}/expressions`, { cookie }]];
}

function subject(name: string, pid: number, url: string, headers: Record<string, string> = {}): Subject {
	return { name, pid, url, headers: { accept: 'text/html', ...headers }, cost: [] };
}

function lowest({ cost }: Subject): number {
	return Math.min(...cost);
}

async function measure({ name, pid, url, headers }: Subject, count: number): Promise<number> {
	const before = cpuMilliseconds(pid);
	await many(count, atOnce, async () => {
		const response = await fetch(url, { headers });
		await response.arrayBuffer();
		if (response.status !== 200) throw new Error(`${name}: ${response.status}`);
	});
	return (cpuMilliseconds(pid) - before) / count;
}
