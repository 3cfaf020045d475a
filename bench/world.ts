import { readFileSync } from 'node:fs';
import { beginExpression, importCall, sendExpression, showQuestions } from '#areas/programmes/server';
import { house, visitor } from '#shared/actor';
import { answered, save, type Held } from '../tests/expression-world.ts';
import { joins } from '../tests/lived-in/people.ts';
import type { OwnWorld, World } from '../tests/small-world.ts';

export const slug = 'community-campaigns-on-data';
const facts = 'tests/fixtures/programme/community-campaigns-on-data-2024.json';

export type Applicant = Held & { cookie: string };

/** The real call, which asks three things of whoever applies; open for five days. */
export function openCall(place: OwnWorld, now: Date): Promise<unknown> {
	const opens = new Date(now.getTime() - 5 * 86_400_000).toISOString().slice(0, 10);
	return place.do((world) =>
		importCall.within(world.as(house, now), { text: readFileSync(facts, 'utf8'), opens })
	);
}

/** Drafts in which two pages are filled in. */
export function drafts(place: OwnWorld, count: number, now: Date): Promise<Applicant[]> {
	return place.do(async (world) => {
		const all: Applicant[] = [];
		while (all.length < count) all.push(await drafted(world, now, ['group', 'community']));
		return all;
	});
}

/** Expressions that were sent. The letters that follow are not: they would be written while we measure. */
export async function sentExpressions(place: OwnWorld, count: number, now: Date): Promise<void> {
	await place.do(async (world) => {
		for (let number = 0; number < count; number++) {
			const { reference, actor } = await drafted(world, now, Object.keys(answered));
			await sendExpression.within(world.as(actor, now), { reference });
		}
		await world.db`delete from pgboss.job where name = 'listeners'`;
	});
}

export function aLead(place: OwnWorld, now: Date): Promise<{ cookie: string }> {
	return place.do((world) => joins(world, now, { name: 'Lowri', roles: ['lead'] }));
}

async function drafted(world: World, now: Date, pages: string[]): Promise<Applicant> {
	const { reference, token } = await beginExpression.within(world.as(visitor, now), {
		slug,
		met: ['yes', 'yes', 'yes']
	});
	const [row] = await world.db<{ id: string }[]>`
		select id from programmes.expression where reference = ${reference}`;
	const { id } = row!;
	const held: Held = { reference, token, id, actor: { kind: 'applicant', expression: id } };
	for (const page of pages) {
		const topics = page === 'learning' ? await firstTopics(world, held, now) : {};
		await save(world, held, page, { ...answered[page], ...topics }, now);
	}
	return { ...held, cookie: `placard_application=${token}` };
}

/** Each call has topics of its own. */
async function firstTopics(world: World, { reference, actor }: Held, now: Date) {
	const asked = { reference, page: 'learning' };
	const { questions } = await showQuestions.within(world.as(actor, now), asked);
	return Object.fromEntries(
		questions.flatMap(({ key, options }) => (options[0] ? [[key, options[0].value]] : []))
	);
}
