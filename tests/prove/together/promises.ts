import { drafts } from '../../lived-in/applicants.ts';
import { joins } from '../../lived-in/people.ts';
import { asSent, fieldsOf, handedBack, send } from '../outage.ts';
import type { Pair } from './pair.ts';

/** Signed in at one means signed in at the other; signed out at one, signed out at both, at once. */
export async function oneSession({ ground, servers: [here, there], round }: Pair): Promise<string[]> {
	const name = `Lowri ${round}`;
	const lead = await ground.do((world) => joins(world, new Date(), { name, roles: ['lead'] }));
	const inside = await Promise.all([here, there].map((server) => send(server, lead, '/desk')));
	const out = await send(here, lead, '/sign-out', []);
	const after = await Promise.all([here, there].map((server) => send(server, lead, '/desk')));
	return [
		...expected('the desk while signed in', inside.map(({ status }) => status), [200, 200]), // prettier-ignore
		...expected('signing out', [out.status], [303]),
		...expected('the desk afterwards', after.map(({ status }) => status === 200), [false, false]) // prettier-ignore
	];
}

/** What is saved at one is read, and gone on with, at the other. */
export async function oneDraft({ ground, servers: [here, there], round }: Pair): Promise<string[]> {
	const applicant = await ground.do((world) => drafts(world, new Date(), `Bran ${round}`));
	const at = `/application/${applicant.reference}/answer/community`;
	const seen: boolean[] = [];
	for (const [text, one, other] of [
		['First here.', here, there],
		['Then there.', there, here]
	] as const) {
		const form = handedBack(await send(one, applicant, at))!;
		const fields = fieldsOf(form).map(([name, value]): [string, string] => [
			name,
			name === 'community' ? text : value
		]);
		const saved = await send(one, applicant, at, fields);
		const read = fieldsOf(handedBack(await send(other, applicant, at))!);
		seen.push(saved.status === 303 && read.some(([, value]) => asSent(value) === text));
	}
	return expected('a draft saved at one and read at the other', seen, [true, true]);
}

/** Five links in a quarter of an hour for one letter box, whoever is asked. */
export async function oneLimit({ servers, round }: Pair): Promise<string[]> {
	const statuses: number[] = [];
	for (let tries = 0; tries < 7; tries++) {
		const fields: [string, string][] = [['email', `stranger${round}@example.org`]];
		const reply = await send(servers[tries % 2]!, { cookie: '' }, '/sign-in?/link', fields);
		statuses.push(reply.status);
	}
	return expected('links asked for', statuses, [303, 303, 303, 303, 303, 429, 429]);
}

/** Nothing had to be tried again, and nothing was given up. */
export async function doneOnce({ ground }: Pair): Promise<string[]> {
	return ground.do(async ({ db }) => {
		const [jobs] = await db<{ again: number; lost: number }[]>`
			select count(*) filter (where retry_count > 0)::int as again,
				count(*) filter (where state in ('failed', 'cancelled'))::int as lost
			from pgboss.job where name in ('listeners', 'errands')`;
		const [letters] = await db<{ twice: number }[]>`
			select count(*)::int as twice from mail.attempt where number > 1`;
		return [
			...expected('jobs tried again, and given up', [jobs!.again, jobs!.lost], [0, 0]),
			...expected('letters tried twice', [letters!.twice], [0])
		];
	});
}

export function expected(what: string, found: readonly unknown[], wanted: readonly unknown[]): string[] {
	return JSON.stringify(found) === JSON.stringify(wanted)
		? []
		: [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`];
}
