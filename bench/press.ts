import { fieldsOf, handedBack } from '../tests/prove/outage.ts';
import { many } from './measure.ts';
import type { Applicant } from './world.ts';

/** A page that is open and filled in, before its button is pressed. */
export type Press = () => Promise<void>;

/** About as much as people write, and other words each time. */
export const lines = (round: number) => `Round ${round}. ` + 'Renters who wait for repairs. '.repeat(12);

export async function allOpen(server: string, applicants: Applicant[], round: number): Promise<Press[]> {
	const ready: Press[] = [];
	await many(applicants.length, 8, async (number) => {
		ready[number] = await open(server, applicants[number]!, number, round);
	});
	return ready;
}

/** Each behind an address of their own, as people at home are. */
async function open(server: string, applicant: Applicant, number: number, round: number): Promise<Press> {
	const at = `/application/${applicant.reference}/answer/community`;
	const headers = { cookie: applicant.cookie, 'x-forwarded-for': `10.0.0.${number + 1}` };
	const response = await fetch(server + at, { headers: { ...headers, accept: 'text/html' } });
	const form = handedBack({ status: response.status, location: '', html: await response.text(), at });
	if (!form) throw new Error(`${at}: ${response.status}, and no form`);
	const typed = (name: string, value: string) => (name === 'community' ? lines(round) : value);
	const fields = fieldsOf(form).map(([name, value]): [string, string] => [name, typed(name, value)]);
	return () => send(server, at, headers, fields);
}

export async function send(
	server: string,
	at: string,
	headers: Record<string, string>,
	fields: [string, string][]
): Promise<void> {
	const response = await fetch(server + at, {
		method: 'POST',
		headers: { ...headers, accept: 'text/html', origin: server },
		body: new URLSearchParams(fields),
		redirect: 'manual'
	});
	await response.arrayBuffer();
	if (response.status !== 303) throw new Error(`${at}: ${response.status}, and not saved`);
}

/** All at once; how long each of them waited. */
export function pressAll(ready: Press[]): Promise<number[]> {
	return Promise.all(
		ready.map(async (press) => {
			const began = performance.now();
			await press();
			return performance.now() - began;
		})
	);
}
