import * as v from 'valibot';
import { storeFile } from '#server/files';
import { standing } from '#server/identity';
import { ourselves, useCase, type Context } from '#server/use-case';
import { house, type Actor } from '#shared/actor';
import { inLanguage } from '#words/language';
import { packParts, type PackHead } from '../../caseload/ui/pack-pdf.ts';
import { partSize } from '../../expression-list.schema.ts';
import { findCall } from '../../server/call.sql.ts';
import { readExportPart } from '../../server/expression-export.ts';
import { PackId } from '../pack.schema.ts';
import { beginPack, endPack, findPack, sayHowFar, type PackRow } from './pack.sql.ts';

const mostBytes = 500_000_000;
/** How often it says how far it is, and hears that nobody wants it any more. */
const often = 250;

/** Makes one in short transactions, so that what happens meanwhile counts. One that was begun before is left alone. */
export async function makePack(pack: string): Promise<void> {
	const begun = await takePack(house, { pack });
	if (!begun) return;
	try {
		const bytes = await inLanguage(begun.locale, () => printed(pack, begun.head));
		if (bytes) await keepPack(house, { pack, bytes });
	} catch (error) {
		await failPack(house, { pack });
		throw error;
	}
}

async function printed(pack: string, head: PackHead): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const parts: Uint8Array[] = [];
	let saidAt = 0;
	const read = (ids: string[]) => readPackPart(house, { pack, ids });
	for await (const part of packParts(head, read)) {
		// The first is the list of what is in it.
		const made = parts.push(part) - 1;
		if (Date.now() - saidAt < often) continue;
		if (!(await stirPack(house, { pack, made }))) return undefined;
		saidAt = Date.now();
	}
	return Buffer.concat(parts);
}

/** Once, whoever takes it first. */
export const takePack = useCase('programmes.takePack', {
	input: PackId,
	on: found,
	may: ourselves,
	async run({ db, now }, _, { pack }) {
		if (!(await beginPack(db, pack.id, now))) return undefined;
		const { zone, content } = (await findCall(db, pack.call))!;
		const head: PackHead = { name: content.name, zone, exportedAt: pack.askedAt, ids: pack.ids };
		return { locale: pack.locale, head };
	}
});

/** As whoever asked may see them at this moment, and nothing once they work here no more. */
export const readPackPart = useCase('programmes.readPackPart', {
	input: v.object({
		...PackId.entries,
		ids: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(partSize))
	}),
	on: found,
	may: ourselves,
	run: async (context, { ids }, { pack }) =>
		readExportPart.within({ ...context, actor: await whoAsked(context, pack) }, { slug: pack.slug, ids })
});

/** False: it was cancelled. */
export const stirPack = useCase('programmes.stirPack', {
	input: v.object({ ...PackId.entries, made: v.pipe(v.number(), v.integer()) }),
	on: found,
	may: ourselves,
	run: ({ db, now }, { made }, { pack }) => sayHowFar(db, pack.id, Math.min(made, pack.ids.length), now)
});

export const keepPack = useCase('programmes.keepPack', {
	input: v.object({ ...PackId.entries, bytes: v.instance(Uint8Array) }),
	on: found,
	may: ourselves,
	async run(context, { bytes }, { pack }) {
		if (!(await endPack(context.db, pack.id, 'ready', context.now))) return;
		const owner = { kind: 'pack', id: pack.id };
		const limits = { bytes: mostBytes };
		await storeFile(context, { from: bytes, name: `${pack.slug}.pdf`, owner, allowed: ['pdf'], limits });
	}
});

export const failPack = useCase('programmes.failPack', {
	input: PackId,
	on: found,
	may: ourselves,
	run: ({ db, now }, _, { pack }) => endPack(db, pack.id, 'failed', now)
});

async function found({ db }: Context, { pack: id }: { pack: string }) {
	const pack = await findPack(db, id);
	return pack && { pack };
}

async function whoAsked(context: Context, { person }: PackRow): Promise<Actor> {
	const held = await standing(context, person);
	return { kind: 'person', id: person, assurance: 2, roles: held?.roles ?? [] };
}
