import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type postgres from 'postgres';
import { Bringing, film, type Answer } from '../../bringing.ts';
import type { Applicant } from '../../lived-in/applicants.ts';
import type { Writer } from './writers.ts';

type OnItsWay = { name: string; whole: Buffer; bringing: Bringing; taken: number; isFinishing: boolean };
type Kept = { name: string; sha256: string };

const size = 900_000;
const piece = 300_000;

/**
 * Somebody who brings one recording after another, in pieces. A piece that was acknowledged need not come again, and a
 * recording of which it was said that it is kept is there, byte for byte.
 */
export function bringer(
	server: () => string,
	{ id, reference, cookie }: Applicant,
	files: string,
	refused: (answer: Answer) => void = () => {}
): Writer & { bring: () => Promise<boolean> } {
	let now: OnItsWay | undefined;
	let kept: Kept | undefined;
	let lost: string | undefined;
	let count = 0;

	/** One piece more, or the end of it. False: it was refused. */
	async function bring(): Promise<boolean> {
		now ??= next(++count);
		const begun = await now.bringing.begin(size);
		if (begun.status !== 201) return (refused(begun), false);
		if (begun.offset < now.taken && !now.isFinishing)
			lost ??= `${now.name}: ${now.taken} bytes were acknowledged, ${begun.offset} are there`;
		now.taken = begun.offset;
		return now.taken < size ? sendPiece(now) : finish(now);
	}

	async function sendPiece(one: OnItsWay): Promise<boolean> {
		one.isFinishing = false;
		const answer = await one.bringing.send(one.taken, one.whole.subarray(one.taken, one.taken + piece));
		if (answer.status !== 204) return (refused(answer), false);
		one.taken = answer.offset;
		return true;
	}

	async function finish(one: OnItsWay): Promise<boolean> {
		one.isFinishing = true;
		const answer = await one.bringing.finish();
		if (answer.status !== 200 || !answer.text.includes(one.name)) return (refused(answer), false);
		kept = { name: one.name, sha256: sha256(one.whole) };
		now = undefined;
		return true;
	}

	const next = (number: number): OnItsWay => {
		const name = `film ${number}.webm`;
		const bringing = new Bringing(server, reference, { name, cookie });
		return { name, whole: film(size), bringing, taken: 0, isFinishing: false };
	};

	const writer = {
		acknowledged: 0,
		bring,
		async write() {
			if (!(await bring())) throw new Error('not taken');
			writer.acknowledged++;
		},
		async complaint(sql: postgres.Sql) {
			const onItsWay = now && !now.isFinishing ? now : undefined;
			return lost ?? (await missing(sql, onItsWay)) ?? (await wrongWithKept(sql));
		}
	};
	return writer;

	async function missing(sql: postgres.Sql, one: OnItsWay | undefined): Promise<string | undefined> {
		if (!one?.taken) return undefined;
		const [row] = await sql<{ received: number }[]>`
			select received::int from files.upload where owner_id = ${id} and fingerprint = ${one.name}`;
		const there = row?.received ?? 0;
		return there < one.taken
			? `${one.name}: ${one.taken} bytes were acknowledged, ${there} are there`
			: undefined;
	}

	async function wrongWithKept(sql: postgres.Sql): Promise<string | undefined> {
		if (!kept) return undefined;
		const [row] = await sql<Kept[]>`
			select file.name, file.sha256 from programmes.answer join files.file on file.id::text = answer.typed ->> 'file'
			where answer.expression = ${id} and answer.question = 'recording-file' and file.purged_at is null`;
		const name = row?.name;
		if (!row || (name !== kept.name && name !== now?.name))
			return `${kept.name} was acknowledged, ${name} is kept`;
		const expected = row.name === kept.name ? kept.sha256 : sha256(now!.whole);
		const bytes = readFileSync(path.join(files, row.sha256.slice(0, 2), row.sha256.slice(2, 4), row.sha256));
		return sha256(bytes) === expected ? undefined : `${row.name} is not what was sent`;
	}
}

function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
