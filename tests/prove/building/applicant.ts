import { questionsOf, type Question, type StoredForm } from '#areas/forms';
import type { Held } from '../../expression-world.ts';
import type { OwnWorld } from '../../small-world.ts';
import type { Control } from '../../surfaces/html.ts';
import type { Chance } from '../chance.ts';
import { handedBack, send, type Reply } from '../outage.ts';

/** Somebody with a draft, and what was acknowledged to them. */
export type Applicant = Held & {
	cookie: string;
	/** The version with which it was begun. */
	begunWith: string;
	/** The latest text under each question of which we were told that it is kept. */
	texts: Map<string, string>;
	wentOver: number;
	stayed: Date | null;
	sent: boolean;
	complaints: string[];
};
type House = { server: string; ground: OwnWorld };

/** Saves here and there, meets a newer form and chooses, and sometimes fills in what is left and sends. */
export async function applies(house: House, applicant: Applicant, chance: Chance, by: string): Promise<void> {
	const turns = 3 + chance.below(4);
	for (let turn = 0; turn < turns; turn++) {
		await savesOne(house, applicant, chance, `${by}-${turn}`);
		if (chance.below(3) === 0) await chooses(house, applicant, chance);
	}
	if (chance.below(3) > 0) await fillsInAndSends(house, applicant, chance, by);
}

async function savesOne(house: House, applicant: Applicant, chance: Chance, by: string): Promise<void> {
	const form = await formOf(house, applicant);
	const pages = form.sections.flatMap((section) => section.pages);
	await savesPage(house, applicant, chance.one(pages).key, { form, by, chance });
}

async function fillsInAndSends(
	house: House,
	applicant: Applicant,
	chance: Chance,
	by: string
): Promise<void> {
	const at = `/application/${applicant.reference}/send`;
	for (let time = 0; time < 2 && !applicant.sent; time++) {
		const form = await formOf(house, applicant);
		for (const { key } of form.sections.flatMap((section) => section.pages))
			await savesPage(house, applicant, key, { form, by: `${by}-all${time}`, chance });
		const reply = await ask(house, applicant, at, [['copy', '']]);
		applicant.sent = reply.status === 303 && reply.location.endsWith('/sent');
	}
}

type Saving = { form: StoredForm; by: string; chance: Chance };

/** Opens the page, fills it in and saves it. What is acknowledged is remembered. */
async function savesPage(house: House, applicant: Applicant, key: string, { form, by, chance }: Saving) {
	const at = `/application/${applicant.reference}/answer/${key}`;
	const page = await ask(house, applicant, at);
	const shown = page.status === 200 ? handedBack(page) : undefined;
	if (!shown) return;
	const questions = new Map(questionsOf(form).map((question) => [question.key, question]));
	const filled = filledIn(shown.controls, questions, { by, chance });
	const reply = await ask(house, applicant, at, [...filled, ['then', 'list']]);
	if (reply.status !== 303) return;
	for (const { name } of shown.controls) {
		const kind = questions.get(name)?.kind;
		const text = filled.find(([field]) => field === name)?.[1];
		if ((kind === 'short-text' || kind === 'long-text') && text) applicant.texts.set(name, text);
		else if (kind) applicant.texts.delete(name);
	}
}

function filledIn(
	controls: readonly Control[],
	questions: Map<string, Question>,
	{ by, chance }: Pick<Saving, 'by' | 'chance'>
): [string, string][] {
	const byName = Map.groupBy(controls, ({ name }) => name);
	const fields: [string, string][] = [];
	for (const [name, same] of byName) {
		const { type } = same[0]!;
		if (type === 'file' || type === 'button' || type === 'submit') continue;
		if (type === 'hidden') fields.push(...same.map(({ value }): [string, string] => [name, value]));
		else if (type === 'radio' || type === 'checkbox') fields.push([name, chance.one(same).value]);
		else if (type === 'select') fields.push([name, chance.one(same[0]!.options.filter(Boolean))]);
		else fields.push([name, textFor(name, questions, by)]);
	}
	return fields;
}

const parts: Record<string, string> = { day: '1', month: '2', year: '2027', line1: '1 Marsh Street', town: 'Leeds', reason: 'Because' }; // prettier-ignore
const places = new Map<string, number>();

/** One word for what takes words, so that no limit is too small for it. */
function textFor(name: string, questions: Map<string, Question>, by: string): string {
	const [, ranked] = /^(.+)-rank:/.exec(name) ?? [];
	if (ranked) return String(placeIn(`${by} ${ranked}`));
	const question = questions.get(name);
	if (!question) return parts[/-(\w+)$/.exec(name)?.[1] ?? ''] ?? '';
	const fixed: Partial<Record<Question['kind'], string>> = {
		email: 'asha@example.org',
		telephone: '07700 900461',
		number: '7',
		link: 'https://example.org/',
		date: '2027-02-01'
	};
	return fixed[question.kind] ?? `${name}-by-${by}`;
}

function placeIn(ranking: string): number {
	const place = (places.get(ranking) ?? 0) + 1;
	places.set(ranking, place);
	return place;
}

/** Is there a newer form? Some go over, some stay, some look at it and do nothing. */
async function chooses(house: House, applicant: Applicant, chance: Chance): Promise<void> {
	const at = `/application/${applicant.reference}/form`;
	const page = await ask(house, applicant, at);
	if (page.status !== 200) return;
	const version = /name="version" value="([^"]+)"/.exec(page.html)![1]!;
	const choice = chance.one(['go', 'stay', 'nothing']);
	if (choice === 'nothing') return;
	const reply = await ask(house, applicant, `${at}?/${choice}`, [['version', version]]);
	if (choice === 'go') applicant.wentOver++;
	else if (reply.status === 303) applicant.stayed = new Date();
}

async function ask(
	{ server }: House,
	applicant: Applicant,
	at: string,
	fields?: [string, string][]
): Promise<Reply> {
	const reply = await send(server, applicant, at, fields);
	if (reply.status >= 500) applicant.complaints.push(`${at}: ${reply.status}`);
	return reply;
}

async function formOf({ ground }: House, { id }: Applicant): Promise<StoredForm> {
	return ground.do(async ({ db }) => {
		const [row] = await db<{ content: StoredForm }[]>`
			select content from forms.version join programmes.expression on form_version = version.id where expression.id = ${id}`;
		return row!.content;
	});
}
