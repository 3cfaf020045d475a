import { markOf, questionsOf, type Question, type QuestionKind, type StoredForm } from '#areas/forms';
import { fieldsOf, send, type Reply } from '../outage.ts';
import { formsIn, mainOf } from '../../surfaces/html.ts';
import type { Chance } from '../chance.ts';

/** Somebody of the staff who goes on changing a form that people are answering. */
export type Staff = {
	server: string;
	cookie: string;
	slug: string;
	complaints: string[];
	done: Map<string, number>;
};
type Change = (staff: Staff, chance: Chance, form: StoredForm) => Promise<Reply>;

/** What nobody takes away here, so that every version can be published, answered and sent. */
const needed = ['email', 'contact-name', 'agree', 'group'];
const kinds: QuestionKind[] = ['short-text', 'long-text', 'yes-no', 'number', 'date', 'link', 'address', 'choice', 'several', 'ranking']; // prettier-ignore

/** One change after another, and after some of them it is published. */
export async function changeAndPublish(staff: Staff, chance: Chance): Promise<void> {
	const wanted = 1 + chance.below(3);
	for (let count = 0; count < wanted; count++) {
		const name = chance.one(Object.keys(changes));
		const form = await formOf(staff);
		if (form) note(staff, name, await changes[name]!(staff, chance, form));
	}
	await publish(staff);
}

/** As it is being written; somebody else may be writing too. */
async function formOf(staff: Staff): Promise<StoredForm | undefined> {
	const reply = await send(staff.server, staff, `${base(staff)}/form.json`);
	if (reply.status === 200) return JSON.parse(reply.html) as StoredForm;
	note(staff, 'reading the form', reply);
	return undefined;
}

async function publish(staff: Staff): Promise<void> {
	const at = `${base(staff)}/publish`;
	const page = await send(staff.server, staff, at);
	const form = formsIn(mainOf(page.html) ?? '', at).find(({ controls }) => controls.some(({ name }) => name === 'edition')); // prettier-ignore
	if (form) note(staff, 'published', await send(staff.server, staff, at, fieldsOf(form)));
	else {
		note(staff, 'nothing to publish', page);
		await putInOrder(staff);
	}
}

/** What cannot be published because something hangs on what is gone, or comes later, would stay so for ever. */
async function putInOrder(staff: Staff): Promise<void> {
	const form = await formOf(staff);
	for (const question of form ? questionsOf(form).filter(({ when }) => when) : [])
		note(staff, 'asked of everybody again', await revise(staff, question, { keepCondition: '' }));
}

const changes: Record<string, Change> = {
	async added(staff, chance, { sections }) {
		const section = chance.one(sections).key;
		const label = `Added question number ${chance.below(1_000_000)}?`;
		const fields: [string, string][] = [['section', section], ['kind', chance.one(kinds.slice(0, 7))], ['label', label]]; // prettier-ignore
		return send(staff.server, staff, `${base(staff)}/add?/blank`, fields);
	},
	removed(staff, chance, form) {
		const { key } = chance.one(others(form));
		return send(staff.server, staff, `${base(staff)}/question/${key}?/remove`, []);
	},
	moved(staff, chance, form) {
		const act = chance.one(['question-up', 'question-down', 'break-page', 'join-page']);
		return send(staff.server, staff, `${base(staff)}?/arrange`, [['key', chance.one(questionsOf(form)).key], ['act', act]]); // prettier-ignore
	},
	'of another kind'(staff, chance, form) {
		const own = others(form).filter(({ key }) => key.startsWith('added'));
		const question = chance.one(own.length ? own : others(form));
		const options = 'One [one]\nTwo [two]\nThree [three]';
		return revise(staff, question, { kind: chance.one(kinds), options });
	},
	'asked on a condition'(staff, chance, form) {
		const asked = questionsOf(form);
		const question = chance.one(others(form));
		const before = asked.slice(
			0,
			asked.findIndex(({ key }) => key === question.key)
		);
		if (!before.length) return changes['limited']!(staff, chance, form);
		const rule = `${chance.one(['answered', 'not-answered'])}:${chance.one(before).key}`;
		return revise(staff, question, { keepCondition: '', 'rules.0.rule': rule });
	},
	limited(staff, chance, form) {
		const written = questionsOf(form).filter(({ kind }) => kind === 'short-text' || kind === 'long-text');
		return revise(staff, chance.one(written), { maxWords: String(1 + chance.below(60)) });
	},
	required(staff, chance, form) {
		const question = chance.one(others(form));
		return revise(staff, question, { required: question.required ? '' : 'yes' });
	}
};

function others(form: StoredForm): Question[] {
	const open = questionsOf(form).filter(({ key, kind }) => !needed.includes(key) && kind !== 'statement');
	return open.length ? open : questionsOf(form);
}

/** Everything as it was, as the page of one question would send it, but for what is changed. */
function revise(staff: Staff, question: Question, change: Record<string, string>): Promise<Reply> {
	const { kind, seenBy, required, personal, unless = [], neededBy = [] } = question;
	const of = question as Record<string, unknown>;
	const told = (name: string) => (of[name] === undefined ? '' : String(of[name] as string | number));
	const options =
		'options' in question ? question.options.map(({ value }) => `${value} [${value}]`).join('\n') : '';
	const as = {
		kind,
		label: `What is said about ${question.key}?`,
		required: required ? 'yes' : '',
		seenBy,
		personal: personal ? 'yes' : '',
		optionsFrom: told('optionsFrom'),
		...Object.fromEntries(['maxWords', 'keptMonths', 'atMost', 'first', 'mostMegabytes', 'mostMinutes'].map((name) => [name, told(name)])), // prettier-ignore
		options,
		reason: 'either',
		keepCondition: 'yes',
		join: 'all',
		...change
	};
	const fields = [
		...Object.entries(as).map(([name, value]): [string, string] => [`q.${name}`, value]),
		...unless.map((key): [string, string] => ['q.unless', key]),
		...neededBy.map((one): [string, string] => ['q.neededBy', one])
	];
	const at = `${base(staff)}/question/${question.key}?/save`;
	return send(staff.server, staff, at, [['mark', markOf(question)], ...fields]);
}

/** Refused is fine, in words; a server that does not know what to say is not. */
function note({ done, complaints }: Staff, what: string, reply: Reply): void {
	const isDone = reply.status === 303 || reply.status === 200;
	const name = isDone ? what : 'refused in words';
	done.set(name, (done.get(name) ?? 0) + 1);
	if (reply.status >= 500) complaints.push(`staff: ${what}: ${reply.status}`);
}

function base({ slug }: Staff): string {
	return `/desk/programmes/${slug}/form`;
}
