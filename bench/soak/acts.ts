import { setTimeout as pause } from 'node:timers/promises';
import { bringAll, Bringing, film } from '../../tests/bringing.ts';
import { fieldsOf, handedBack, type Reply } from '../../tests/prove/outage.ts';
import { lines } from '../press.ts';
import { slug, type Applicant } from '../world.ts';
import type { LetterBox } from './letter-box.ts';

export type House = {
	address: string;
	applicants: Applicant[];
	/** Cookie of somebody of the staff. */
	staff: string;
	/** Addresses of people who have an account. */
	people: string[];
	letterBox: LetterBox;
};
export type Act = { name: string; everySeconds: number; run: (house: House, turn: number) => Promise<void> };

const list = `/desk/programmes/${slug}/expressions`;

/** What goes on in a house all day, each so often: about nine requests a second. */
export const acts: Act[] = [
	reading('the call is read', 0.4, `/programmes/${slug}`),
	reading('the start page is read', 1, `/programmes/${slug}/apply`),
	{ name: 'an answer is saved', everySeconds: 0.5, run: saves },
	{ name: 'a recording of 3 MB is brought in pieces', everySeconds: 15, run: brings },
	{ name: 'somebody signs in by a letter', everySeconds: 12, run: signsIn },
	reading('staff: list', 2, list, true),
	reading('staff: search', 3, `${list}?q=leds+libaries`, true),
	reading('staff: CSV', 20, `${list}/list.csv`, true),
	reading('staff: JSON', 20, `${list}/list.json`, true)
];

function reading(name: string, everySeconds: number, at: string, isStaff = false): Act {
	const cookie = ({ staff }: House) => (isStaff ? staff : '');
	return {
		name,
		everySeconds,
		run: async (house) => void (await ask(house, at, { cookie: cookie(house), status: 200 }))
	};
}

async function saves(house: House, turn: number): Promise<void> {
	const { reference, cookie } = house.applicants[turn % house.applicants.length]!;
	const at = `/application/${reference}/answer/community`;
	const page = await ask(house, at, { cookie, status: 200 });
	const typed = (name: string, value: string) => (name === 'community' ? lines(turn) : value);
	const fields = fieldsOf(handedBack(page)!).map(([name, value]): [string, string] => [
		name,
		typed(name, value)
	]);
	await ask(house, at, { cookie, fields, status: 303 });
}

const recording = film(3_000_000);

async function brings(house: House, turn: number): Promise<void> {
	const { reference, cookie } = house.applicants[turn % house.applicants.length]!;
	const bringing = new Bringing(() => house.address, reference, {
		name: `${turn}.webm`,
		cookie,
		...fromAnywhere()
	});
	await bringAll(bringing, recording, 1_000_000);
}

async function signsIn(house: House, turn: number): Promise<void> {
	const email = house.people[turn % house.people.length]!;
	await ask(house, '/sign-in?/link', { fields: [['email', email]], status: 303 });
	let link: string | undefined;
	for (let wait = 0; wait < 100 && !link; wait++) link = (await pause(100), house.letterBox.take(email));
	if (!link) throw new Error('no letter came');
	const { headers } = await ask(house, link, { fields: [], status: 303 });
	const cookie = headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
	await ask(house, '/account', { cookie, status: 200 });
}

type Asking = { cookie?: string; fields?: [string, string][]; status: number };

async function ask(
	{ address }: House,
	at: string,
	{ cookie = '', fields, status }: Asking
): Promise<Reply & { headers: Headers }> {
	const response = await fetch(address + at, {
		method: fields ? 'POST' : 'GET',
		headers: { cookie, accept: 'text/html', origin: address, ...fromAnywhere() },
		redirect: 'manual',
		signal: AbortSignal.timeout(60_000),
		...(fields ? { body: new URLSearchParams(fields) } : {})
	});
	const html = await response.text();
	if (response.status !== status) throw new Error(`${at}: ${response.status}`);
	return { status, location: response.headers.get('location') ?? '', html, at, headers: response.headers };
}

/** Each from a network of their own: what is counted by address must be let go of too. */
function fromAnywhere(): Record<string, string> {
	const part = () => Math.floor(Math.random() * 250) + 1;
	return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` };
}
