import { meanings, obstacles, saysTheSame } from '#areas/forms';
import { house } from '#shared/actor';
import { findExpressionById } from '../../../src/areas/programmes/server/expression.sql.ts';
import { readWhole } from '../../../src/areas/programmes/server/whole.ts';
import type { World } from '../../small-world.ts';
import { send } from '../outage.ts';
import type { Applicant } from './applicant.ts';

/** What is not as it should be with one of them, once everybody has stopped. */
export async function wrongWith(world: World, server: string, applicant: Applicant): Promise<string[]> {
	const wrong = [
		...applicant.complaints,
		...(await lostTexts(world, applicant)),
		...(await versionNobodyChose(world, applicant)),
		...(applicant.sent ? await wrongWithSent(world, applicant) : await untold(world, server, applicant))
	];
	return wrong.map((one) => `${applicant.reference}: ${one}`);
}

/** Also what was written to a question that nobody asks any more. */
async function lostTexts({ db }: World, { id, texts }: Applicant): Promise<string[]> {
	const rows = await db<{ question: string; text: string }[]>`
		select question, typed #>> '{}' as text from programmes.answer where expression = ${id}`;
	const kept = new Map(rows.map(({ question, text }) => [question, text]));
	return [...texts].flatMap(([question, text]) =>
		kept.get(question) === text
			? []
			: [`${question}: “${text}” was acknowledged, “${kept.get(question)}” is kept`]
	);
}

/** It stays with the version that it began with, unless its writer went over to another. Ids of events are in no order. */
async function versionNobodyChose({ db }: World, { id, begunWith, wentOver }: Applicant): Promise<string[]> {
	const [row] = await db<{ version: string; chosen: string[] }[]>`
		select form_version as version, coalesce((
			select array_agg(details ->> 'version' order by event.xmin::text::bigint) from house.event
			where name = 'expression.went-over' and details ->> 'id' = ${id}::text), '{}') as chosen
		from programmes.expression where id = ${id}`;
	const { version, chosen } = row!;
	return [
		...(chosen.length > wentOver ? [`went over ${chosen.length} times, and asked to ${wentOver} times`] : []),
		...(version === (chosen.at(-1) ?? begunWith) ? [] : ['has a version that its writer did not choose'])
	];
}

/** What was sent is whole by the version that it names, means what was typed, and was sent once. */
async function wrongWithSent(world: World, { id }: Applicant): Promise<string[]> {
	const row = (await findExpressionById(world.db, id))!;
	const { form, answers } = await readWhole(world.as(house, new Date()), row);
	const meant = meanings(form, answers);
	const [events] = await world.db<{ count: number }[]>`
		select count(*)::int as count from house.event
		where name = 'expression.submitted' and details ->> 'id' = ${id}`;
	return [
		...(row.submittedAt ? [] : ['was acknowledged as sent, and is not']),
		...obstacles(form, answers).map(({ question, wrong }) => `was sent with ${question.key}: ${wrong.code}`),
		...Object.entries(answers)
			.filter(([key, { value }]) => !saysTheSame(meant.get(key) ?? null, value))
			.map(([key]) => `${key} means something else than what was typed`),
		...(events!.count === 1 ? [] : [`was sent ${events!.count} times`])
	];
}

/** A draft of an older version says so on its own page, until its writer stays with it. */
async function untold({ db }: World, server: string, applicant: Applicant): Promise<string[]> {
	const [row] = await db<{ isOld: boolean; publishedAt: Date; submitted: boolean }[]>`
		select latest.id <> expression.form_version as is_old, latest.published_at,
			exists (select from programmes.submission where submission.expression = expression.id) as submitted
		from programmes.expression join programmes.call on call.id = expression.call
		join lateral (select id, published_at from forms.version where version.form = call.form order by number desc limit 1) latest on true
		where expression.id = ${applicant.id}`;
	const { isOld, publishedAt, submitted } = row!;
	if (submitted) return ['was sent, and nobody was told that it was'];
	if (!isOld || (applicant.stayed && applicant.stayed > publishedAt)) return [];
	const page = await send(server, applicant, `/application/${applicant.reference}`);
	return page.html.includes(`/application/${applicant.reference}/form`)
		? []
		: ['is not told that the form changed'];
}
