import * as m from '#words';
import type { BoardView } from '../server/views.ts';

/** The pages of one board, beside each other. */
export function boardLinks(
	{ mayWrite, isKeeper, due }: Pick<BoardView, 'mayWrite' | 'isKeeper' | 'due'>,
	base: string,
	at: 'board' | 'room' | 'type-up' | 'feed' | 'review' | 'changes' | 'settings'
) {
	return [
		{ href: base, text: m.boards_one(), current: at === 'board' },
		...(mayWrite ? [{ href: `${base}/room`, text: m.rooms_nav(), current: at === 'room' }] : []),
		...(mayWrite ? [{ href: `${base}/type-up`, text: m.boards_type_up(), current: at === 'type-up' }] : []),
		...(mayWrite ? [{ href: `${base}/feed`, text: m.canvas_feed_short(), current: at === 'feed' }] : []),
		...(due.length || at === 'review'
			? [{ href: `${base}/review`, text: m.boards_look_again_short(), current: at === 'review' }]
			: []),
		{ href: `${base}/changes`, text: m.boards_changes(), current: at === 'changes' },
		...(isKeeper ? [{ href: `${base}/settings`, text: m.boards_settings(), current: at === 'settings' }] : [])
	];
}
