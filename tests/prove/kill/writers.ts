import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import { drafts, type Applicant } from '../../lived-in/applicants.ts';
import { publishCalls } from '../../lived-in/calls.ts';
import { formsIn, mainOf } from '../../surfaces/html.ts';
import { bringer } from './bringer.ts';
import type { OwnHouse } from './own-house.ts';

/** Somebody who writes without a pause, and remembers what was acknowledged. */
export type Writer = {
	acknowledged: number;
	write: () => Promise<void>;
	/** What is wrong with what is kept now, if anything is. */
	complaint: (sql: postgres.Sql) => Promise<string | undefined>;
};

/** People who save a page of their application, each their own; one who brings recordings; and clients that write rows. */
export async function writers(house: OwnHouse, addressOf: (index: number) => string): Promise<Writer[]> {
	const people: Applicant[] = [];
	await house.furnish(async () => {
		const now = new Date();
		await house.do(async (world) => {
			await publishCalls(world, now);
			for (const name of ['Bran', 'Eira', 'Maren', 'Nia']) people.push(await drafts(world, now, name));
			await world.db`create table public.proof (writer integer not null, number integer not null)`;
		});
	});
	return [
		...people.slice(0, 3).map((person, index) => applicant(person, () => addressOf(index))),
		bringer(() => addressOf(3), people[3]!, path.join(house.data, 'files')),
		client(house, 1),
		client(house, 2)
	];
}

/** Through the form: the page is read, the field is filled in, and a redirection says that it is kept. */
function applicant({ id, reference, cookie }: Applicant, address: () => string): Writer {
	const page = `/application/${reference}/answer/community`;
	let [latest, sent] = [0, 0];
	const writer: Writer = {
		acknowledged: 0,
		async write() {
			const number = ++sent;
			await save(address(), page, cookie, number);
			latest = number;
			writer.acknowledged++;
		},
		async complaint(sql) {
			const [row] = await sql<{ text: string }[]>`
				select typed #>> '{}' as text from programmes.answer where expression = ${id} and question = 'community'`;
			const kept = Number(/^number (\d+)$/.exec(row?.text ?? '')?.[1] ?? 0);
			if (kept < latest || kept > sent)
				return `${latest} was acknowledged, ${sent} sent, and ${kept} is kept`;
		}
	};
	return writer;
}

async function save(address: string, page: string, cookie: string, number: number): Promise<void> {
	const headers = { cookie, accept: 'text/html', origin: address };
	const read = await fetch(address + page, { headers, signal: AbortSignal.timeout(20_000) });
	const form = formsIn(mainOf(await read.text()) ?? '', page).find(({ method }) => method === 'post');
	if (!form) throw new Error(`${read.status}: no form`);
	const typed = (name: string, value: string) => [name, name === 'community' ? `number ${number}` : value];
	const saved = await fetch(address + page, {
		method: 'POST',
		headers,
		body: new URLSearchParams(
			form.controls.map(({ name, value }) => typed(name, value)) as [string, string][]
		),
		redirect: 'manual',
		signal: AbortSignal.timeout(20_000)
	});
	if (saved.status !== 303) throw new Error(`${saved.status}: not saved`);
}

/** Straight to the database, many times as often. */
function client(house: OwnHouse, own: number): Writer {
	let sql: postgres.Sql | undefined;
	let sent = 0;
	const kept: number[] = [];
	const writer: Writer = {
		acknowledged: 0,
		async write() {
			const number = ++sent;
			sql ??= house.client();
			try {
				await sql`insert into public.proof values (${own}, ${number})`;
			} catch (error) {
				void sql.end({ timeout: 0 });
				sql = undefined;
				throw error;
			}
			kept.push(number);
			writer.acknowledged++;
		},
		async complaint(check) {
			const [row] = await check<{ there: number; strange: number }[]>`
				select count(distinct number) filter (where number = any(${kept}))::int as there,
					count(*) filter (where number > ${sent})::int as strange
				from public.proof where writer = ${own}`;
			if (row!.there !== kept.length || row!.strange)
				return `${kept.length} were acknowledged, and ${row!.there} are kept`;
		}
	};
	return writer;
}

/** All of them at once until they are told to stop. What fails is tried again: nobody gives up because of us. */
export function writing(all: Writer[]): { stop: () => Promise<void> } {
	let goingOn = true;
	const busy = all.map(async ({ write }) => {
		while (goingOn) await write().catch(() => pause(25));
	});
	return {
		async stop() {
			goingOn = false;
			await Promise.all(busy);
		}
	};
}

/** Does everybody have something acknowledged that was sent from now on? Nobody after 30 seconds is a no. */
export async function everybodyWritesAgain(all: Writer[]): Promise<boolean> {
	// What was under way when it was killed may still be acknowledged; two more cannot come from before.
	const wanted = all.map(({ acknowledged }) => acknowledged + 3);
	for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(50))
		if (all.every(({ acknowledged }, index) => acknowledged >= wanted[index]!)) return true;
	return false;
}

/** Whose acknowledged words are gone, or whose are there though nobody wrote them. */
export async function lost(house: OwnHouse, all: Writer[]): Promise<string[]> {
	const sql = house.client();
	const complaints: string[] = [];
	for (const [index, { complaint }] of all.entries()) {
		const found = await complaint(sql);
		if (found) complaints.push(`writer ${index}: ${found}`);
	}
	await sql.end({ timeout: 5 });
	return complaints;
}

export function acknowledgedBy(all: Writer[]): number {
	return all.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}
