import * as m from '#words';
import { localizeHref } from '#words/addresses';
import type { Waiting } from './server/progress.ts';

export type Room = {
	href: string;
	name: string;
	/** What it is for. */
	what: string;
	/** "3 wait for an answer". */
	waits?: string | undefined;
	/** It needs nobody. */
	isQuiet?: boolean | undefined;
};

/** Where staff work with what was sent, what happens daily first. */
export function workRooms(slug: string, { questions, asked, invited, spam, decisions }: Waiting): Room[] {
	const to = (page: string) => localizeHref(`/desk/programmes/${slug}/${page}`);
	return [
		{
			href: to('questions'),
			name: m.sorting_questions_title(),
			what: m.sorting_room_questions(),
			waits: questions ? m.sorting_wait_questions({ count: questions }) : undefined
		},
		{
			href: to('more'),
			name: m.sorting_asked_title(),
			what: m.sorting_room_asked(),
			waits: asked ? m.sorting_wait_asked({ count: asked }) : undefined,
			isQuiet: true
		},
		{
			href: to('interviews'),
			name: m.sorting_talks_title(),
			what: m.sorting_room_talks(),
			waits: invited ? m.sorting_wait_invited({ count: invited }) : undefined,
			isQuiet: true
		},
		{ href: to('panel'), name: m.panel_title(), what: m.panel_room_what() },
		{ href: to('record'), name: m.record_title(), what: m.record_room() },
		{ href: to('reading'), name: m.reviews_reading_title(), what: m.reviews_reading_what() },
		{
			href: to('decisions'),
			name: m.release_desk_title(),
			what: m.release_room(),
			waits: decisions ? m.release_room_wait({ count: decisions }) : undefined,
			isQuiet: true
		},
		{ href: to('typing'), name: m.paper_title(), what: m.sorting_room_typing() },
		{ href: to('duplicates'), name: m.sorting_pairs_title(), what: m.sorting_room_pairs() },
		{
			href: to('spam'),
			name: m.sorting_spam_title(),
			what: m.sorting_room_spam(),
			waits: spam ? m.sorting_wait_spam({ count: spam }) : undefined,
			isQuiet: true
		},
		{ href: to('activity'), name: m.caseload_activity_title(), what: m.sorting_room_activity() }
	];
}

/** Where staff look after what people entrusted to them. */
export function careRooms(slug: string, { takeOvers }: Pick<Waiting, 'takeOvers'>): Room[] {
	const to = (page: string) => localizeHref(`/desk/programmes/${slug}/${page}`);
	return [
		{ href: to('arrangers'), name: m.care_arrangers_title(), what: m.sorting_room_arrangers() },
		{ href: to('equality'), name: m.care_counts_title(), what: m.sorting_room_equality() },
		{ href: to('endings'), name: m.care_endings_title(), what: m.sorting_room_endings() },
		{
			href: to('take-overs'),
			name: m.together_desk_title(),
			what: m.together_desk_room(),
			waits: takeOvers ? m.together_desk_wait({ count: takeOvers }) : undefined
		},
		{ href: to('requests'), name: m.keeping_requests(), what: m.sorting_room_requests() }
	];
}
