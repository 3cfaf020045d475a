import { setTimeout as pause } from 'node:timers/promises';
import { openLetterBox } from '../letter-box.ts';
import { joins } from '../lived-in/people.ts';
import type { Chance } from './chance.ts';
import { play } from './kill/rounds.ts';
import { send } from './outage.ts';
import { ProvingGround, stop } from './placard.ts';
import { decided, emailOf, type Decided } from './release/made-call.ts';
import { expected } from './together/promises.ts';

export const name =
	'two people release at once and a server is killed: everybody is told once, all at one moment, with one letter each';
export const rounds = { full: 40, sample: 3 };

const people = { people: 6, offers: 2, reserves: 1 };
type Served = Awaited<ReturnType<ProvingGround['serve']>>;
type Person = { cookie: string };

/** Two servers that post no letters, so that what is killed is the release; a third posts them all in the end. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	const post = await openLetterBox();
	const quiet = { PLACARD_JOBS: 'off', LOG_LEVEL: 'fatal' };
	const seen = { killed: 0, 'nothing was released, and somebody pressed again': 0 };
	const all: Decided[] = [];
	try {
		const servers: Served[] = [await ground.serve(quiet), await ground.serve(quiet)];
		const staff = await ground.do((world) =>
			Promise.all(['Idris', 'Rhian'].map((called) => joins(world, new Date(), { name: called, roles: ['lead'] })))
		);
		const outcome = await play(rounds, seed, async (chance, round) => {
			const one = await ground.do((world) => decided(world, `round-${round}`, people));
			all.push(one);
			const looks = watched(ground, one);
			const lost = await bothRelease(servers, staff, one, chance);
			seen.killed += lost.length;
			for (const which of lost) servers[which] = await ground.serve(quiet);
			if (!(await releasesOf(ground, one))) {
				seen['nothing was released, and somebody pressed again']++;
				await release(servers[0]!.address, staff[0]!, one.slug);
			}
			return [...(await looks.end()), ...(await toldOnce(ground, one))];
		});
		await Promise.all(servers.map(({ child }) => stop(child)));
		await ground.serve({ SMTP_URL: post.url, MAIL_PER_MINUTE: '6000', LOG_LEVEL: 'fatal' });
		const letters = await everyLetter(post.letters, all);
		return { ...outcome, failed: outcome.failed + letters.length, figures: { ...seen, letters: post.letters.filter(({ text }) => isNews(text)).length } };
	} finally {
		await ground.end();
		await post.close();
	}
} // prettier-ignore

/** Each at a server of their own, a moment apart; then none, one or both of the servers are killed. Which were. */
async function bothRelease(
	servers: readonly Served[],
	staff: readonly Person[],
	{ slug }: Decided,
	chance: Chance
): Promise<number[]> {
	const moments = [chance.below(15), chance.below(15)];
	const kill = chance.below(chance.below(2) ? 40 : 200);
	const lost = [[], [0], [1], [0, 1]][chance.below(4)]!;
	const pressing = Promise.allSettled(
		servers.map(async ({ address }, which) => {
			await pause(moments[which]);
			await release(address, staff[which]!, slug);
		})
	);
	await pause(kill);
	await Promise.all(lost.map((which) => stop(servers[which]!.child, 'SIGKILL')));
	await pressing;
	return lost;
}

async function release(address: string, person: Person, slug: string): Promise<void> {
	const until = { day: '15', month: '1', year: '2099', time: '12:00' };
	const written = Object.entries(until).map(([part, value]): [string, string] => [`until-${part}`, value]);
	const fields: [string, string][] = [...written, ['number', '0'], ['days', '7'], ['sure', 'yes']];
	const reply = await send(address, person, `/desk/programmes/${slug}/decisions/release`, fields);
	// 409: a colleague was first, and the page says so.
	if (![303, 409].includes(reply.status)) throw new Error(`the release: ${reply.status}`);
}

const count = async (ground: ProvingGround, one: Decided, table: 'release' | 'outcome') =>
	ground.do(async ({ db }) => {
		const [row] = await db<{ count: number }[]>`
			select count(*)::int as count from ${db(`programmes.${table}`)} one
			join programmes.call on call.id = one.call join programmes.programme on programme.id = call.programme
			where slug = ${one.slug}`;
		return row!.count;
	});
const releasesOf = (ground: ProvingGround, one: Decided) => count(ground, one, 'release');

/** Somebody who looks all the while: either nobody has been told, or everybody. */
function watched(ground: ProvingGround, one: Decided) {
	const counts = new Set<number>();
	let isOver = false;
	const looking = (async () => {
		while (!isOver) {
			counts.add(await count(ground, one, 'outcome'));
			await pause(3);
		}
		counts.add(await count(ground, one, 'outcome'));
	})();
	const end = async () => {
		isOver = true;
		await looking;
		return [...counts].filter((told) => ![0, people.people].includes(told)).map((told) => `${told} were told before the others`);
	};
	return { end };
} // prettier-ignore

async function toldOnce(ground: ProvingGround, { slug }: Decided): Promise<string[]> {
	const [row] = await ground.do(
		({ db }) => db<{ told: number; moments: number; offers: number; letters: number; readers: number; events: number }[]>`
			with mine as (
				select expression.id from programmes.expression
				join programmes.call on call.id = expression.call join programmes.programme on programme.id = call.programme
				where slug = ${slug})
			select (select count(*)::int from programmes.outcome where expression in (select id from mine)) as told,
				(select count(distinct at)::int from programmes.outcome where expression in (select id from mine)) as moments,
				(select count(*)::int from programmes.offer where expression in (select id from mine)) as offers,
				count(*)::int as letters, count(distinct address)::int as readers,
				(select count(*)::int from house.event where name = 'release.made' and details ->> 'call' = (
					select call.id::text from programmes.call join programmes.programme on programme.id = call.programme where slug = ${slug})) as events
			from mail.letter where template like 'decision-%' and address like ${`${slug}-%`}`
	); // prettier-ignore
	const all = people.people;
	const wanted = { told: all, moments: 1, offers: people.offers, letters: all, readers: all, events: 1 };
	return expected(slug, [row], [wanted]);
}

/** Their receipts come as well. */
const isNews = (text: string) =>
	/offer you a place in|keep you on the reserve list|cannot offer you a place this time/.test(
		text.replace(/\s+/g, ' ')
	);

/** A server that posts, as any does when it opens again: each reader finds one letter in their box. */
async function everyLetter(
	letters: readonly { to: string[]; text: string }[],
	all: readonly Decided[]
): Promise<string[]> {
	const wanted = all.flatMap(({ slug }) =>
		Array.from({ length: people.people }, (_, number) => emailOf(slug, number))
	);
	const counts = () =>
		wanted.map((email) => letters.filter(({ to, text }) => to[0] === email && isNews(text)).length);
	for (const end = Date.now() + 60_000; counts().includes(0) && Date.now() < end;) await pause(200);
	await pause(1_500);
	const wrong = counts().filter((one) => one !== 1).length;
	if (wrong) console.log(`  ${wrong} of ${wanted.length} do not have exactly one letter`);
	return wrong ? ['letters'] : [];
}
