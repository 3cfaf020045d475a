import * as v from 'valibot';
import type { Actor } from '#shared/actor';
import { instantOf } from '#shared/dates';
import type { World } from './small-world.ts';
import { CallContent } from '../src/areas/programmes/call.schema.ts';
import { publishFirstForm } from '../src/areas/programmes/form/server/beginning.ts';
import { addProgramme, addVersion, findDraft } from '../src/areas/programmes/server/call-desk.sql.ts';

/** Somebody who leads a programme and gave their second factor. */
export const lead: Actor = {
	kind: 'person',
	id: '00000000-0000-4000-8000-00000000001d',
	assurance: 2,
	roles: ['lead']
};

/** A published call, for tests of what follows: closes at noon in its zone on 11 March 2026 unless told otherwise. */
export async function aCall(
	{ db }: Pick<World, 'db'>,
	{
		slug = 'spring',
		zone = 'Europe/London',
		opens = '2026-01-05T00:00',
		closes = '2026-03-11T12:00',
		decisionsBy = '2026-03-27',
		content = {},
		published = new Date('2026-01-02T09:00:00Z')
	}: {
		slug?: string;
		zone?: string;
		opens?: string;
		closes?: string;
		decisionsBy?: string;
		content?: v.InferInput<typeof CallContent> | object;
		published?: Date | null;
	} = {}
): Promise<{ id: string; slug: string; opensAt: Date; closesAt: Date }> {
	const says = v.parse(CallContent, { name: 'Spring programme', purpose: 'To win.', ...content });
	const dates = {
		zone,
		opensAt: instantOf(opens, zone),
		closesAt: instantOf(closes, zone),
		decisionsBy,
		runsFrom: '2026-04-01',
		runsTo: '2026-09-30'
	};
	const { id } = await addProgramme(db, { slug, content: says, dates, now: published ?? dates.opensAt });
	if (published) {
		const draft = (await findDraft(db, slug))!;
		await publishFirstForm({ db, actor: { kind: 'house' }, now: published }, draft);
		await addVersion(db, { call: id, now: published, by: null }, { dates, content: says, note: null });
	}
	return { id, slug, opensAt: dates.opensAt, closesAt: dates.closesAt };
}
