import { setTimeout as pause } from 'node:timers/promises';
import { answered, begun, save } from '../../expression-world.ts';
import { slugs } from '../../lived-in/calls.ts';
import type { Delivery } from '../../letters.ts';
import type { OwnWorld } from '../../small-world.ts';
import { send } from '../outage.ts';
import type { Pair } from './pair.ts';
import { expected } from './promises.ts';

type Ready = { reference: string; cookie: string; email: string };
const people = 8;
const patience = 30_000;

/**
 * Everybody sends, and presses twice: once here and once there. Each is one expression and gets one receipt, even when
 * one of the two servers is told to stop meanwhile.
 */
export async function letterEach(pair: Pair, meanwhile: () => Promise<void> | undefined): Promise<string[]> {
	const all = await readyToSend(pair.ground, pair.round);
	const pressing = all.map((one) => pressTwice(pair.servers, one));
	await Promise.race(pressing);
	const [kept] = await Promise.all([Promise.all(pressing), meanwhile()]);
	const emails = new Set(all.map(({ email }) => email));
	const theirs = () => pair.letters.filter(({ to }) => emails.has(to[0]!));
	for (const end = Date.now() + patience; theirs().length < people && Date.now() < end;) await pause(100);
	// A second one would come with the first, or with the next look at what waits.
	await pause(1_500);
	return [
		...expected('sent by those who pressed', kept, all.map(() => true)), // prettier-ignore
		...expected('receipts each', receiptsOf(all, theirs()), all.map(() => 1)) // prettier-ignore
	];
}

async function pressTwice(servers: Pair['servers'], one: Ready): Promise<boolean> {
	const at = `/application/${one.reference}/send`;
	const presses = await Promise.allSettled(servers.map((server) => send(server, one, at, [['copy', 'yes']])));
	return presses.some((press) => press.status === 'fulfilled' && press.value.status === 303);
}

function receiptsOf(all: Ready[], letters: Delivery[]): number[] {
	return all.map(({ email }) => letters.filter(({ to }) => to[0] === email).length);
}

function readyToSend(place: OwnWorld, round: number): Promise<Ready[]> {
	return place.do(async (world) => {
		const now = new Date();
		const all: Ready[] = [];
		while (all.length < people) {
			const held = await begun(world, { slug: slugs.open, now, met: ['yes'] });
			const email = `person${round}-${all.length}@example.org`;
			for (const [page, fields] of Object.entries(answered))
				await save(world, held, page, page === 'contact' ? { ...fields, email } : fields, now);
			all.push({ ...held, cookie: `placard_application=${held.token}`, email });
		}
		return all;
	});
}
