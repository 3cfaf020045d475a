import { phaseNames, when } from '#areas/programmes';
import type { Task } from '#ui';
import * as m from '#words';
import { localizeHref } from '#words/addresses';
import { sentenceOfDay } from '#words/dates';
import type { DeskView } from '../server/desk.ts';
import type { FirstSteps, Todo } from '../today.ts';

/** The first steps as a list of tasks, in the order in which a house of five people would take them. */
export function firstTasks({ named, coloured, hasProgramme, hasColleague }: FirstSteps): Task[] {
	const task = (name: string, help: string, href: string, done: boolean, optional = false): Task => ({
		name,
		help,
		href: localizeHref(href),
		status: done ? 'done' : optional ? 'optional' : 'todo'
	});
	return [
		task(m.site_first_name(), m.site_first_name_help(), '/desk/site/words', named),
		task(m.site_first_colour(), m.site_first_colour_help(), '/desk/site/colour', coloured, true),
		task(m.site_first_programme(), m.site_first_programme_help(), '/desk/programmes/new', hasProgramme),
		task(m.site_first_people(), m.site_first_people_help(), '/desk/people', hasColleague)
	];
}

type Line = { href: string; text: string; note?: string; isLate?: boolean };

export function todoLine(todo: Todo): Line {
	if (todo.what === 'letters') return lettersLine(todo);
	const { name, slug } = todo;
	const href = localizeHref(`/desk/programmes/${slug}`);
	if (todo.what === 'uninvited')
		return { href: `${href}/uninvited`, text: m.site_todo_uninvited({ name, count: todo.count }) };
	if (todo.what === 'decide')
		return { href, text: m.site_todo_decide({ name, day: sentenceOfDay(todo.day) }), isLate: todo.isLate };
	const { count } = todo;
	return {
		href,
		text: {
			write: () => m.site_todo_write({ name, count }),
			fill: () => m.site_todo_fill({ name, count }),
			publish: () => m.site_todo_publish({ name }),
			'publish-changes': () => m.site_todo_publish_changes({ name })
		}[todo.what]()
	};
}

function lettersLine({ state, count }: Extract<Todo, { what: 'letters' }>): Line {
	const text = {
		failed: m.site_todo_letters_failed,
		bounced: m.site_todo_letters_bounced,
		held: m.site_todo_letters_held
	}[state];
	return { href: localizeHref(`/desk/outbox?state=${state}`), text: text?.({ count }) ?? '' };
}

type Row = DeskView['on'][number];
export const onColumns = [
	{ name: m.site_on_programme(), rowHeading: true },
	{ name: m.desk_list_title(), key: 'sent' },
	{ name: m.site_on_phase(), text: ({ phase }: Row) => phaseNames[phase]() },
	{ name: m.site_on_opens(), text: ({ opens }: Row) => (opens ? when(opens) : '') },
	{ name: m.site_on_closes(), text: ({ ends }: Row) => (ends ? when(ends) : '') }
];
