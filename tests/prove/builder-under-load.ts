import { setTimeout as pause } from 'node:timers/promises';
import { begun } from '../expression-world.ts';
import { publishCalls, slugs } from '../lived-in/calls.ts';
import { joins } from '../lived-in/people.ts';
import type { World } from '../small-world.ts';
import { applies, type Applicant } from './building/applicant.ts';
import { wrongWith } from './building/checks.ts';
import { changeAndPublish, type Staff } from './building/staff.ts';
import { play } from './kill/rounds.ts';
import { ProvingGround } from './placard.ts';

export const name =
	'staff change a published form while people answer it: nothing is lost, and each is judged by their own version';
export const rounds = { full: 40, sample: 1 };

const applicants = 4;

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	const done = new Map<string, number>();
	const figures = { applications: 0, sent: 0, 'went over': 0, 'texts compared': 0 };
	try {
		await ground.do((world) => publishCalls(world, new Date()));
		const cookies = await ground.do((world) => twoOfStaff(world));
		const { address: server, said } = await ground.serve({ LOG_LEVEL: 'error' });
		const outcome = await play(rounds, seed, async (chance, round) => {
			const all = await ground.do((world) => drafts(world));
			const staff = cookies.map((cookie): Staff => ({
				server,
				cookie,
				slug: slugs.open,
				complaints: [],
				done
			}));
			let goesOn = true;
			const changing = staff.map(async (one) => {
				while (goesOn) await changeAndPublish(one, chance).then(() => pause(chance.below(100)));
			});
			try {
				await Promise.all(all.map((one, n) => applies({ server, ground }, one, chance, `${round}-${n}`)));
			} finally {
				goesOn = false;
				await Promise.all(changing);
			}
			figures.applications += all.length;
			figures.sent += all.filter(({ sent }) => sent).length;
			figures['went over'] += all.reduce((sum, { wentOver }) => sum + wentOver, 0);
			figures['texts compared'] += all.reduce((sum, { texts }) => sum + texts.size, 0);
			const wrong = await ground.do(async (world) => {
				const found: string[] = [];
				for (const one of all) found.push(...(await wrongWith(world, server, one)));
				return found;
			});
			return [...staff.flatMap(({ complaints }) => complaints), ...wrong, ...loggedIn(said)];
		});
		const didNothing = nothingHappened(figures, done);
		for (const one of didNothing) console.log(`  ${one}`);
		return {
			...outcome,
			failed: outcome.failed + didNothing.length,
			figures: { ...figures, ...Object.fromEntries(done) }
		};
	} finally {
		await ground.end();
	}
}

async function twoOfStaff(world: World): Promise<string[]> {
	const now = new Date();
	const names = ['Lowri', 'Tomos'];
	const cookies: string[] = [];
	for (const name of names) cookies.push((await joins(world, now, { name, roles: ['lead'] })).cookie);
	return cookies;
}

async function drafts(world: World): Promise<Applicant[]> {
	const all: Applicant[] = [];
	while (all.length < applicants) {
		const held = await begun(world, { slug: slugs.open, now: new Date(), met: ['yes'] });
		const [row] = await world.db<{ version: string }[]>`
			select form_version as version from programmes.expression where id = ${held.id}`;
		const begunWith = row!.version;
		const nothing = { texts: new Map(), wentOver: 0, stayed: null, sent: false, complaints: [] };
		all.push({ ...held, cookie: `placard_application=${held.token}`, begunWith, ...nothing });
	}
	return all;
}

/** What the log says is a mistake of ours, each once. */
function loggedIn(said: { logged: string }): string[] {
	const found = said.logged.split('\n').filter((line) => line.includes('"level":50'));
	said.logged = '';
	return found.map((line) => `logged: ${line.slice(0, 300)}`);
}

/** A proof in which nobody published or sent would prove nothing. */
function nothingHappened(figures: Record<string, number>, done: Map<string, number>): string[] {
	// Whether a draft goes over to the new form is up to chance: a single round may have none.
	const { 'went over': _, ...sure } = figures;
	const counts = { ...sure, published: done.get('published') ?? 0 };
	return Object.entries(counts).flatMap(([name, count]) => (count ? [] : [`${name}: none at all`]));
}
