import { askForPack, keepPack, readPackPart, takePack } from '#areas/programmes/server';
import { house, type Actor } from '#shared/actor';
import { packParts } from '../../src/areas/programmes/caseload/ui/pack-pdf.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';

/** A pack to print that somebody asked for, made here and now so that everybody looks at one that is ready. */
export async function isPacked(world: World, now: Date, by: Actor): Promise<void> {
	const { pack } = await askForPack.within(world.as(by, now), { slug: slugs.open });
	const us = world.as(house, now);
	const { head } = (await takePack.within(us, { pack }))!;
	const parts: Uint8Array[] = [];
	for await (const part of packParts(head, (ids) => readPackPart.within(us, { pack, ids }))) parts.push(part);
	await keepPack.within(us, { pack, bytes: new Uint8Array(Buffer.concat(parts)) });
}
