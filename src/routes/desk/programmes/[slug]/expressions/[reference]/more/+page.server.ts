import { writtenTime } from '#areas/programmes';
import { askForMore, moveReopening, showAsking, withdrawReopening } from '#areas/programmes/server';
import { formAction, page, type Fields } from '#server/web';

export const load = page(showAsking);

type Asked = { slug: string; reference: string };
const after =
	(done: string) =>
	({ slug, reference }: Asked) =>
		`/desk/programmes/${slug}/expressions/${reference}/more?done=${done}`;
const until = (fields: Fields) => ({ ...fields, until: writtenTime(fields, 'until') });

export const actions = {
	ask: formAction(askForMore, after('asked'), { shape: until }),
	move: formAction(moveReopening, after('moved'), { shape: until }),
	withdraw: formAction(withdrawReopening, after('withdrawn'))
};
