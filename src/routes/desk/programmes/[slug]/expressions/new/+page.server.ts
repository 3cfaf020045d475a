import { writtenTime } from '#areas/programmes';
import { showTyping, typeUpExpression } from '#areas/programmes/server';
import { formAction, page, type Fields } from '#server/web';

export const load = page(showTyping);

export const actions = {
	default: formAction(
		typeUpExpression,
		({ slug, reference }) => `/desk/programmes/${slug}/typing/${reference}`,
		{ shape: written }
	)
};

/** "must-0", "must-1" …: one answer for each thing that the call asks for. */
function written(fields: Fields) {
	const met: unknown[] = [];
	for (let n = 0; n < 20; n += 1) met.push(fields[`must-${n}`]);
	const { from, language } = fields;
	return { met, from, language, received: writtenTime(fields, 'received') };
}
