/** Takes in one file after another as a form would, in a process of its own, so that a crash and its memory are seen. */
import { createReadStream } from 'node:fs';
import { closeDatabase, inTransaction } from '#server/db';
import { fileResponse, mayRead, readFile, storeFile } from '#server/files';
import { house } from '#shared/actor';
import { fileKinds, type FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { sentenceOf } from '#words/problems';
import { stopSender } from '../../../src/server/use-case/queue.ts';

export type Handed = { place: string; name: string };
export type Answer =
	| { kept: { kind: FileKind; name: string; disposition: string; bytes: string } }
	| { code: string; sentence: string }
	| { bug: string };

mayRead('proof', () => true);

process.on('message', (message: Handed | 'end') => {
	if (message === 'end')
		void stopSender()
			.then(closeDatabase)
			.then(() => process.exit(0));
	else void take(message).then((answer) => process.send!(answer));
});

async function take({ place, name }: Handed): Promise<Answer> {
	try {
		return { kept: await inTransaction((db) => kept(db, place, name)) };
	} catch (error) {
		if (!(error instanceof Problem)) return { bug: String((error as Error).stack) };
		return { code: error.code, sentence: sentenceOf(error.code, error.details) };
	}
}

async function kept(db: Parameters<Parameters<typeof inTransaction>[0]>[0], place: string, name: string) {
	const context = { db, actor: house, now: new Date() };
	const {
		id,
		kind,
		name: safe
	} = await storeFile(context, {
		from: createReadStream(place),
		name,
		owner: { kind: 'proof', id: '1' },
		allowed: Object.keys(fileKinds) as FileKind[],
		limits: { bytes: 20_000_000 }
	});
	const file = await readFile.within(context, { id });
	const response = await fileResponse(file, new Request('http://localhost/'));
	const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
	return { kind, name: safe, disposition: response.headers.get('content-disposition')!, bytes };
}
