import { expect, test, vi } from 'vitest';
import { fileResponse, readFile } from '#server/files';
import { startJobs } from '#server/jobs';
import { house, visitor, type Actor } from '#shared/actor';
import { askForPack, cancelPack, forgetPacks, showPack, withdrawExpression } from '#areas/programmes/server';
import { aCall } from '../../../../../tests/call-world.ts';
import { linkOnly, roleless, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { joins } from '../../../../../tests/lived-in/people.ts';
import { textOfPdf } from '../../../../../tests/surfaces/pdf.ts';
import { someDay, withOwnWorld, withWorld, type OwnWorld, type World } from '../../../../../tests/world.ts';
import { keepPack, makePack, readPackPart, stirPack, takePack } from './make-pack.ts';

const slug = 'spring';
const nothing = { code: 'not-found' };

async function staffIn(world: World, name: string): Promise<Actor> {
	const { id } = await joins(world, new Date(), { name, roles: ['lead'] });
	return { kind: 'person', id, assurance: 2, roles: ['lead'] };
}

type Place = { mair: Actor; tomos: Actor; ash: Held; birch: Held };

function settled(place: OwnWorld): Promise<Place> {
	return place.do(async (world) => {
		await aCall(world);
		const ash = await sentBy(world, 'Ash');
		const birch = await sentBy(world, 'Birch');
		await world.runJobs();
		return { mair: await staffIn(world, 'Mair'), tomos: await staffIn(world, 'Tomos'), ash, birch };
	});
}

async function opened(actor: Actor, id: string): Promise<Buffer> {
	const response = await fileResponse(await readFile(actor, { id }), new Request('http://localhost/'));
	return Buffer.from(await response.arrayBuffer());
}

test(
	'only staff ask for a pack, and nobody for one of nothing',
	withWorld(async (world) => {
		await aCall(world);
		for (const stranger of [visitor, linkOnly, roleless])
			await expect(askForPack.within(world.as(stranger), { slug })).rejects.toMatchObject(nothing);
		const mair = await staffIn(world, 'Mair');
		await expect(askForPack.within(world.as(mair), { slug })).rejects.toMatchObject(nothing);
	})
);

test(
	'a pack is for whoever asked: nobody else sees its page, cancels it or opens its file',
	withOwnWorld(async (place) => {
		const { mair, tomos } = await settled(place);
		const { pack } = await askForPack(mair, { slug });
		expect(await askForPack(mair, { slug })).toMatchObject({ pack });
		expect(await showPack(mair, { slug, pack })).toMatchObject({ state: 'waiting', made: 0, count: 2 });
		await makePack(pack);
		const { state, file } = await showPack(mair, { slug, pack });
		expect([state, file?.name]).toEqual(['ready', 'spring.pdf']);
		for (const other of [
			tomos,
			visitor,
			{ ...mair, assurance: 1 } as Actor,
			{ ...mair, roles: [] } as Actor
		]) {
			await expect(showPack(other, { slug, pack })).rejects.toMatchObject(nothing);
			await expect(cancelPack(other, { slug, pack })).rejects.toMatchObject(nothing);
			await expect(readFile(other, { id: file!.id })).rejects.toMatchObject(nothing);
		}
		await expect(showPack(mair, { slug: 'another', pack })).rejects.toMatchObject(nothing);
		const text = await textOfPdf(await opened(mair, file!.id));
		expect(text).toMatch(/Ash[\s\S]*Birch|Birch[\s\S]*Ash/);
		expect(text).not.toContain('A room without steps');
	})
);

test(
	'what is withdrawn after it was made closes the pack at once, and its bytes go',
	withOwnWorld(async (place) => {
		const { mair, ash } = await settled(place);
		const { pack } = await askForPack(mair, { slug });
		await makePack(pack);
		const { file } = await showPack(mair, { slug, pack });
		const taken = { reference: ash.reference, sure: 'yes' as const };
		await place.do((world) => withdrawExpression.within(world.as(ash.actor, someDay), taken));
		expect(await showPack(mair, { slug, pack })).toMatchObject({ file: null, gone: 1 });
		await expect(readFile(mair, { id: file!.id })).rejects.toMatchObject(nothing);
		await place.do((world) => world.runJobs());
		const left = await place.do(
			({ db }) => db`select from files.file where owner_kind = 'pack' and purged_at is null`
		);
		expect(left).toHaveLength(0);
	})
);

test(
	'one that is cancelled is made no further, and nothing of it is kept; one that is ready goes',
	withOwnWorld(async (place) => {
		const { mair } = await settled(place);
		const { pack } = await askForPack(mair, { slug, q: 'ash' });
		await takePack(house, { pack });
		expect(await stirPack(house, { pack, made: 1 })).toBe(true);
		expect(await showPack(mair, { slug, pack })).toMatchObject({ state: 'making', made: 1 });
		expect(await cancelPack(mair, { slug, pack })).toEqual({ slug, narrowing: '?q=ash' });
		expect(await stirPack(house, { pack, made: 1 })).toBe(false);
		await keepPack(house, { pack, bytes: new TextEncoder().encode('%PDF-1.7') });
		expect(await showPack(mair, { slug, pack })).toMatchObject({ state: 'cancelled', file: null });
		const again = await askForPack(mair, { slug, q: 'ash' });
		await makePack(again.pack);
		await cancelPack(mair, { slug, pack: again.pack });
		await expect(showPack(mair, { slug, pack: again.pack })).rejects.toMatchObject(nothing);
		expect(await place.do(({ db }) => db`select from files.file where purged_at is null`)).toHaveLength(0);
	})
);

test(
	'whoever works here no more gets no further page, and the pack fails',
	withOwnWorld(async (place) => {
		const { mair } = await settled(place);
		const { pack } = await askForPack(mair, { slug });
		await place.do(({ db }) => db`update identity.appointment set ended_at = ${new Date()}`);
		await expect(readPackPart(house, { pack, ids: [] })).rejects.toMatchObject(nothing);
		await expect(makePack(pack)).rejects.toMatchObject(nothing);
		// As whoever still had a page open when it was decided.
		expect(await showPack(mair, { slug, pack })).toMatchObject({ state: 'failed', file: null });
		// Begun once, it is not begun again by a job that runs twice.
		expect(await takePack(house, { pack })).toBeUndefined();
	})
);

test(
	'after its hour it is gone, with its file',
	withOwnWorld(async (place) => {
		const { mair } = await settled(place);
		const { pack } = await askForPack(mair, { slug });
		await makePack(pack);
		const { file, until } = await showPack(mair, { slug, pack });
		const forgetAt = (now: Date) => place.do((world) => forgetPacks.within(world.as(house, now), {}));
		await forgetAt(new Date(until.instant.getTime() - 1));
		expect(await showPack(mair, { slug, pack })).toMatchObject({ state: 'ready' });
		const over = (world: World) => showPack.within(world.as(mair, until.instant), { slug, pack });
		await expect(place.do(over)).rejects.toMatchObject(nothing);
		await forgetAt(until.instant);
		await expect(showPack(mair, { slug, pack })).rejects.toMatchObject(nothing);
		await expect(readFile(mair, { id: file!.id })).rejects.toMatchObject(nothing);
	})
);

test(
	'the job makes it in a thread of its own',
	withOwnWorld(async (place) => {
		const { mair } = await settled(place);
		const { pack } = await askForPack(mair, { slug });
		const stop = await startJobs(place.url);
		try {
			const ready = async () => expect((await showPack(mair, { slug, pack })).state).toBe('ready');
			await vi.waitFor(ready, { timeout: 30_000, interval: 200 });
		} finally {
			await stop();
		}
		expect((await showPack(mair, { slug, pack })).file?.size).toBeGreaterThan(1000);
	}),
	45_000
);
