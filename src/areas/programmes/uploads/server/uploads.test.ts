import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
	abandonUpload,
	addUploadPiece,
	beginUpload,
	eraseExpression,
	finishUpload,
	showQuestions,
	showUpload
} from '#areas/programmes/server';
import { receivePiece } from '#server/files';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { begun, save, sent, type Held } from '../../../../../tests/expression-world.ts';
import '../../../../../tests/files.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const film = Buffer.concat([
	Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701', 'hex'),
	randomBytes(5000)
]);
const announced = (held: Held, more: object = {}) => ({
	reference: held.reference,
	question: 'recording-file',
	name: 'our story.webm',
	size: film.length,
	medium: 'signed-video' as const,
	fingerprint: 'f',
	...more
});

async function brought(world: World, held: Held, now = someDay): Promise<string> {
	const { id } = await beginUpload.within(world.as(held.actor, now), announced(held));
	const half = film.length >> 1;
	for (const [at, bytes] of [[0, film.subarray(0, half)], [half, film.subarray(half)]] as const)
		await addUploadPiece.within(world.as(held.actor, now), {
			reference: held.reference,
			upload: id,
			at,
			piece: await receivePiece(id, bytes)
		}); // prettier-ignore
	return id;
}

test(
	'only whoever holds the application brings, sees, finishes or gives up what is on its way to it',
	withWorld(async (world) => {
		await aCall(world);
		const [held, other] = [await begun(world), await begun(world)];
		const upload = await brought(world, held);
		const { reference } = held;
		const piece = { id: upload, size: 1, sha256: '0'.repeat(64) };
		const acts = (actor: Actor, of = reference) => [
			() => beginUpload.within(world.as(actor), { ...announced(held), reference: of }),
			() => showUpload.within(world.as(actor), { reference: of, upload }),
			() => addUploadPiece.within(world.as(actor), { reference: of, upload, at: 0, piece }),
			() => finishUpload.within(world.as(actor), { reference: of, upload }),
			() => abandonUpload.within(world.as(actor), { reference: of, upload })
		];
		const strangers = [visitor, lead, other.actor].flatMap((actor) => acts(actor));
		// Somebody who holds an application of their own, and names this upload.
		for (const act of [...strangers, ...acts(other.actor, other.reference).slice(1)])
			await expect(act()).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'a recording that came in pieces is the answer, counts as one, and takes the place of the one before',
	withWorld(async (world) => {
		await aCall(world);
		const held = await begun(world);
		const context = world.as(held.actor);
		const finish = async () =>
			finishUpload.within(context, { reference: held.reference, upload: await brought(world, held) });
		expect(await finish()).toMatchObject({ name: 'our story.webm', bytes: film.length, version: 1 });
		expect(await finish()).toMatchObject({ version: 2 });
		const { questions } = await showQuestions.within(context, {
			reference: held.reference,
			page: 'recording'
		});
		expect(questions[1]).toMatchObject({
			key: 'recording-file',
			typed: { name: 'our story.webm', kind: 'webm', medium: 'signed-video' }
		});
		const kept = await world.db`select 1 from files.file where purged_at is null`;
		expect(kept).toHaveLength(1);
	})
);

test(
	'what is on its way is shown with its page, and to be gone on with',
	withWorld(async (world) => {
		await aCall(world);
		const held = await begun(world);
		await brought(world, held);
		const { questions } = await showQuestions.within(world.as(held.actor), {
			reference: held.reference,
			page: 'recording'
		});
		expect(questions[1]!.arriving).toMatchObject([
			{ name: 'our story.webm', received: film.length, size: film.length }
		]);
		expect(await beginUpload.within(world.as(held.actor), announced(held))).toMatchObject({
			received: film.length
		});
	})
);

test(
	'a question that takes no file, one that is not there, and what is too large or too late are refused',
	withWorld(async (world) => {
		await aCall(world, { closes: '2026-03-11T12:00' });
		const held = await begun(world);
		const refused = (more: object, code: string, now = someDay) =>
			expect(beginUpload.within(world.as(held.actor, now), announced(held, more))).rejects.toMatchObject({
				code
			});
		await refused({ question: 'community' }, 'not-found');
		await refused({ question: 'nothing' }, 'not-found');
		await refused({ size: 200_000_001 }, 'file-too-large');
		await refused({}, 'too-late', new Date('2026-03-12T12:00:00Z'));
		const upload = await brought(world, held);
		await expect(
			finishUpload.within(world.as(held.actor, new Date('2026-03-12T12:00:00Z')), {
				reference: held.reference,
				upload
			})
		).rejects.toMatchObject({ code: 'too-late' });
	})
);

test(
	'what is sent already means to others what it meant, until the new recording is there',
	withWorld(async (world) => {
		await aCall(world);
		const held = await sent(world);
		await save(world, held, 'recording', {
			'recording-link': 'example.org/film',
			'recording-link-version': '0'
		});
		const upload = await brought(world, held);
		expect(
			await finishUpload.within(world.as(held.actor), { reference: held.reference, upload })
		).toMatchObject({
			name: 'our story.webm'
		});
		const [answer] = await world.db<{ value: { name: string } }[]>`
			select value from programmes.answer where question = 'recording-file'`;
		expect(answer!.value.name).toBe('our story.webm');
	})
);

test(
	'whoever is erased has nothing on its way',
	withWorld(async (world) => {
		await aCall(world);
		const held = await begun(world);
		await brought(world, held);
		await eraseExpression.within(world.as(held.actor), { reference: held.reference, sure: 'yes' });
		expect(await world.db`select 1 from files.upload`).toHaveLength(0);
	})
);
