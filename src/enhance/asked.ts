import { typedIn, type Value } from '../areas/forms/answer.ts';
import type { Follow } from '../areas/forms/follow.ts';
import type { Question } from '../areas/forms/question.ts';
import { readPlain } from '../areas/forms/read-plain.ts';
import { holds } from '../areas/forms/rules.ts';

/**
 * `<form data-asked>` with `<div data-asked-if="…">` around each question that hangs on an answer of the same page:
 * shows and hides them as answers change, reading boxes and rules as the server does, with its own functions. What was
 * typed into one that is hidden is sent along and kept. Without a script all of them stand there, each with the
 * sentence that says when it is asked.
 */
export default function asked(form: HTMLElement): void {
	if (!(form instanceof HTMLFormElement)) return;
	const parts = [...form.querySelectorAll<HTMLElement>('[data-asked-if]')];
	const follows = parts.map((part) => JSON.parse(part.dataset['askedIf']!) as Follow);
	const said = form.querySelector<HTMLElement>('[data-asked-said]');
	let pause: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		const fields = fieldsOf(form);
		const hidden = new Set<string>();
		return parts.flatMap((part, n) => {
			const isAsked = holds(follows[n]!.when, valuesFor(fields, follows[n]!, hidden));
			if (!isAsked) hidden.add(part.dataset['key']!);
			const changes = part.hidden === isAsked;
			part.hidden = !isAsked;
			return changes ? [sentence(said, part, isAsked)] : [];
		});
	};
	look();
	let changed: string[] = [];
	form.addEventListener('input', () => {
		changed.push(...look());
		if (!said || !changed.length) return;
		clearTimeout(pause);
		pause = setTimeout(() => {
			said.textContent = changed.join(' ');
			changed = [];
		}, 600);
	});
}

function sentence(said: HTMLElement | null, { dataset }: HTMLElement, isAsked: boolean): string {
	return (said?.dataset[isAsked ? 'more' : 'less'] ?? '').replace('%', () => dataset['label']!);
}

/** What would be sent now, as the server gets it. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
	const data = new FormData(form);
	return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name)]));
}

/** Answers of other pages as they are kept, those of this one as they stand in its boxes; hidden ones mean nothing. */
function valuesFor(fields: Record<string, unknown>, { near, known }: Follow, hidden: ReadonlySet<string>) {
	const values = new Map<string, Value>(Object.entries(known));
	for (const [key, ask] of Object.entries(near)) {
		const typed = typedIn({ key, ...ask } as unknown as Question, fields);
		values.set(key, hidden.has(key) ? null : readPlain(ask, typed).value);
	}
	return values;
}
