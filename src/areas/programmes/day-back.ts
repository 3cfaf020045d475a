import type { cameBack } from '#words/came-back';

/** A day, with its time where one is asked, in a form that came back: what was typed, and errors that lead to its first box. */
export function dayBack(back: ReturnType<typeof cameBack>, name: string) {
	const part = (of: 'day' | 'month' | 'year' | 'time') => back.typed(`${name}-${of}`);
	return {
		errors: back.errors.map((one) => (one.field === name ? { ...one, field: `${name}-day` } : one)),
		value: { day: part('day'), month: part('month'), year: part('year'), time: part('time') }
	};
}
