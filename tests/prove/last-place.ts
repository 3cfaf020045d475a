import { setTimeout as pause } from 'node:timers/promises';
import { withdrawExpression } from '#areas/programmes/server';
import { house } from '#shared/actor';
import { passOnDue } from '../../src/areas/programmes/release/server/jobs.ts';
import type { Held } from '../expression-world.ts';
import type { Chance } from './chance.ts';
import { play } from './kill/rounds.ts';
import { send } from './outage.ts';
import { ProvingGround } from './placard.ts';
import { decided, toldAndLate, type Decided } from './release/made-call.ts';
import { expected } from './together/promises.ts';

export const name =
	'one place, a late yes and reserves who move up, at two servers and by the clock: the place is never given twice';
export const rounds = { full: 200, sample: 5 };

type Answer = { who: number; yes: boolean };

/** The first of three has the offer and is late; two wait, and say yes as soon as they can. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await ProvingGround.make();
	const seen = { 'the late one has it': 0, 'the first reserve': 0, 'the second': 0, nobody: 0 };
	try {
		const quiet = { PLACARD_JOBS: 'off', LOG_LEVEL: 'fatal' };
		const servers = [(await ground.serve(quiet)).address, (await ground.serve(quiet)).address];
		const outcome = await play(rounds, seed, async (chance, round) => {
			const one = await ground.do(async (world) => {
				const made = await decided(world, `place-${round}`, { people: 3, offers: 1, reserves: 2 });
				await toldAndLate(world, made);
				return made;
			});
			const looks = watched(ground, one);
			const { answers, left } = await race(ground, servers, one, chance);
			const twice = await looks.end();
			const has = await whoHasIt(ground, one);
			seen[(['the late one has it', 'the first reserve', 'the second'] as const)[has[0] ?? -1] ?? 'nobody']++;
			return [...twice, ...wrongWith(one, { answers, left, has })];
		});
		return { ...outcome, figures: seen };
	} finally {
		await ground.end();
	}
}

/** All in the same few milliseconds: two presses of the late one, the clock twice, whoever waits; sometimes one leaves. */
async function race(
	ground: ProvingGround,
	servers: readonly string[],
	{ all, now }: Decided,
	chance: Chance
): Promise<{ answers: Answer[]; left: number[] }> {
	const answers: Answer[] = [];
	const later = () => pause(chance.below(30));
	const press = async (who: number, server: string) => {
		const yes = await accepts(server, all[who]!);
		answers.push({ who, yes });
		return yes;
	};
	const tries = async (who: number) => {
		for (let turn = 0; turn < 20; turn++) {
			if (await press(who, servers[turn % 2]!)) return;
			await pause(5);
		}
	};
	const clock = async () => {
		await pause(chance.below(50));
		await ground.do((world) => passOnDue.within(world.as(house, now), {}));
	};
	const leaves = async (who: number) => {
		await later();
		const { actor, reference } = all[who]!;
		await ground.do((world) => withdrawExpression.within(world.as(actor, now), { reference, sure: 'yes' }));
	};
	const leaver = [[], [], [0], [1]][chance.below(4)]!;
	await Promise.all([
		...servers.map(async (server) => later().then(() => press(0, server))),
		clock(),
		clock(),
		tries(1),
		tries(2),
		...leaver.map(leaves)
	]);
	return { answers, left: leaver };
}

/** Whether they were told that the place is theirs. */
async function accepts(server: string, { reference, token }: Held): Promise<boolean> {
	const person = { cookie: `placard_application=${token}` };
	const at = `/application/${reference}/decision`;
	const { status, location } = await send(server, person, `${at}?/accept`, []);
	if (status >= 500) throw new Error(`an answer: ${status}`);
	return status === 303 && location.endsWith(at);
}

/** Numbers of those who have a place that was not given back. */
async function whoHasIt(ground: ProvingGround, { all }: Decided): Promise<number[]> {
	const rows = await ground.do(
		({ db }) => db<{ expression: string }[]>`
			select expression from programmes.place
			where ended_at is null and expression = any(${all.map(({ id }) => id)})`
	);
	return rows.map(({ expression }) => all.findIndex(({ id }) => id === expression));
}

/** Somebody who looks all the while: never have two the place, nor one the place and another an offer of it. */
function watched(ground: ProvingGround, one: Decided) {
	const wrong = new Set<string>();
	let isOver = false;
	const look = async () => {
		const [row] = await ground.do(
			({ db }) => db<{ places: number; standing: number }[]>`
				select (select count(*)::int from programmes.place where ended_at is null and expression = any(${ids})) as places,
					(select count(*)::int from programmes.offer left join programmes.offer_end on offer_end.offer = offer.id
						where expression = any(${ids}) and (offer_end.how is null or offer_end.how = 'accepted')) as standing`
		);
		if (row!.places > 1) wrong.add(`${row!.places} have the one place`);
		if (row!.standing > 1) wrong.add(`${row!.standing} have, or can have, the one place`);
	};
	const ids = one.all.map(({ id }) => id);
	const looking = (async () => {
		while (!isOver) {
			await look();
			await pause(2);
		}
	})();
	const end = async () => {
		isOver = true;
		await looking;
		await look();
		return [...wrong];
	};
	return { end };
} // prettier-ignore

/** Whoever has it was told so; somebody who was told so and has it no more has left. */
function wrongWith(
	{ slug }: Decided,
	{ answers, left, has }: { answers: readonly Answer[]; left: readonly number[]; has: readonly number[] }
): string[] {
	const told = [...new Set(answers.filter(({ yes }) => yes).map(({ who }) => who))];
	const broken = told.filter((who) => !has.includes(who) && !left.includes(who));
	return [
		...(has.length > 1 ? [`${slug}: ${has.length} have the one place`] : []),
		...expected(`${slug}: have it and were not told`, has.filter((who) => !told.includes(who)), []),
		...expected(`${slug}: were told that it is theirs, and have it no more`, broken, [])
	];
} // prettier-ignore
