import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type postgres from 'postgres';
import type { Applicant } from '../../lived-in/applicants.ts';
import { asSent, fieldsOf, handedBack, send } from '../outage.ts';
import { Person } from './person.ts';

type Server = () => string;

/** Writes long answers. A refused one is sent again from the page that hands it back, as that page says. */
export function writer(server: Server, applicant: Applicant): Person {
	const at = `/application/${applicant.reference}/answer/community`;
	async function keep(number: number, person: Person): Promise<boolean> {
		const text = `number ${number}\n${randomBytes(600).toString('base64')}`;
		const page = await send(server(), applicant, at);
		if (page.status !== 200) return refused(person, page);
		let fields = filledIn(fieldsOf(handedBack(page)!), text);
		for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
			const reply = await send(server(), applicant, at, fields);
			if (reply.status === 303) return true;
			person.isRefused(reply, text);
			fields = fieldsOf(handedBack(reply)!);
		}
		return false;
	}
	return new Person(keep, (sql) => writtenBy(sql, applicant));
}

function filledIn(fields: [string, string][], text: string): [string, string][] {
	return fields.map(([name, value]) => [name, name === 'community' ? asSent(text) : value]);
}

async function writtenBy(sql: postgres.Sql, { id }: Applicant): Promise<number> {
	const [row] = await sql<{ text: string }[]>`
		select typed #>> '{}' as text from programmes.answer where expression = ${id} and question = 'community'`;
	return Number(/^number (\d+)\r?\n/.exec(row?.text ?? '')?.[1] ?? 0);
}

/** Sends a file in place of the one before. Those that are kept are read from the folder, byte for byte. */
export function uploader(server: Server, applicant: Applicant, files: string): Person {
	const at = `/application/${applicant.reference}/answer/recording`;
	async function keep(number: number, person: Person): Promise<boolean> {
		const form = new FormData();
		const content = randomBytes(150_000).toString('hex');
		form.set('letter', new File([content], `${number}.txt`, { type: 'text/plain' }));
		const reply = await send(server(), applicant, at, form);
		return reply.status === 303 || refused(person, reply);
	}
	return new Person(keep, (sql) => fileOf(sql, applicant, files));
}

async function fileOf(sql: postgres.Sql, { id }: Applicant, files: string): Promise<number> {
	const [row] = await sql<{ name: string; sha256: string }[]>`
		select file.name, file.sha256 from programmes.answer
		join files.file on file.id::text = answer.typed ->> 'file'
		where answer.expression = ${id} and answer.question = 'letter' and file.purged_at is null`;
	if (!row) return 0;
	const { name, sha256 } = row;
	const kept = readFileSync(path.join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256));
	if (createHash('sha256').update(kept).digest('hex') !== sha256)
		throw new Error(`${name} is not what was sent`);
	return parseInt(name, 10);
}

/** Reads what everybody may read. */
export function reader(server: Server, at: string, saying: string): Person {
	async function keep(_: number, person: Person): Promise<boolean> {
		const reply = await send(server(), { cookie: '' }, at);
		if (reply.status !== 200) return refused(person, reply);
		if (!reply.html.includes(saying)) person.complaints.add(`${at} is not its own page`);
		return true;
	}
	return new Person(keep);
}

function refused(person: Person, reply: Parameters<Person['isRefused']>[0]): false {
	person.isRefused(reply);
	return false;
}
